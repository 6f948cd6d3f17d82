using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Perennial.Read.Pages;

/// <summary>The text of an article, chosen among what its structure, SmartReader and the page's own data give.</summary>
/// <param name="Text">The text.</param>
/// <param name="Blocks">Its blocks, and those beside it.</param>
/// <param name="IsArticle">Whether there is enough of it to be an article.</param>
internal sealed record Body(string Text, IReadOnlyList<Block> Blocks, bool IsArticle)
{
    // SmartReader takes four seconds for a page of a megabyte: larger ones are read by structure alone.
    private const int LargestForSmartReader = 1_500_000;
    private const int ShortestArticle = 250;

    private static readonly HtmlParser Parser = new(new HtmlParserOptions { IsScripting = false });

    /// <summary>Reads the text of a page. The page is pruned on the way.</summary>
    public static Body Of(IHtmlDocument page, PageData data, string html, Article described)
    {
        var own = BlockReader.Read(Container.Prune(page), described);
        var told = Told(data, described);
        // The publisher's own text is the yardstick: where what is seen lacks half of it, the page shows less than it says.
        if (told is not null && own.Text.Length < told.Text.Length / 2)
        {
            return told;
        }
        if (own.Text.Length >= ShortestArticle)
        {
            return own;
        }
        var second = BySmartReader(html, described);
        return second is not null && second.Text.Length > own.Text.Length * 2 ? second : own;
    }

    private static Body? BySmartReader(string html, Article described)
    {
        if (html.Length > LargestForSmartReader)
        {
            return null;
        }
        using var reader = new SmartReader.Reader(described.Url ?? "https://example.org/", html);
        var content = reader.GetArticle().Content;
        return string.IsNullOrEmpty(content) ? null : BlockReader.Read(Parser.ParseDocument(content).Body!, described);
    }

    /// <summary>The text in the page's JSON-LD.</summary>
    private static Body? Told(PageData data, Article described)
    {
        if (
            data.Article?["articleBody"] is not System.Text.Json.Nodes.JsonValue value
            || !value.TryGetValue<string>(out var text)
        )
        {
            return null;
        }
        text = WebUtility.HtmlDecode(text);
        if (Markup.LooksLike(text))
        {
            return BlockReader.Read(Parser.ParseDocument(text).Body!, described);
        }
        var builder = new TextBuilder();
        foreach (var paragraph in text.Split('\n').Select(Words.Clean).Where(line => line.Length > 0))
        {
            builder.Add(BlockKind.Paragraph, paragraph);
        }
        return builder.Length >= ShortestArticle ? new Body(builder.Text, builder.Blocks, IsArticle: true) : null;
    }

    /// <summary>A body of what has been put together.</summary>
    public static Body Of(TextBuilder builder) => new(builder.Text, builder.Blocks, builder.Length >= ShortestArticle);
}
