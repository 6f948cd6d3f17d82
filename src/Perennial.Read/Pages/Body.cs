using System.Net;
using System.Text.Json.Nodes;
using AngleSharp.Html.Dom;
using Perennial.Read.Pages.Blocks;

namespace Perennial.Read.Pages;

/// <summary>The text of an article: the page's blocks that belong to it, or what the page's own data hold where the page shows less.</summary>
/// <param name="Text">The text.</param>
/// <param name="Blocks">Its blocks, and those beside it.</param>
/// <param name="IsArticle">Whether there is enough of it to be an article.</param>
internal sealed record Body(string Text, IReadOnlyList<Block> Blocks, bool IsArticle)
{
    private const int ShortestArticle = 250;

    /// <summary>Reads the text of a page.</summary>
    public static Body Of(IHtmlDocument page, PageData data, Article described)
    {
        var shown = page.Body is { } body
            ? ChosenBlocks.Of(body, new PageClues(page, data, described), described)
            : None;
        var told = Told(data, described);
        // The publisher's own text is the yardstick: where what is seen lacks half of it, the page shows less than it says.
        return told is not null && shown.Text.Length < told.Text.Length / 2 ? told : shown;
    }

    /// <summary>A body of what has been put together.</summary>
    public static Body Of(TextBuilder builder) =>
        new(builder.Text, builder.Blocks, PageBlock.SizeOf(builder.Text) >= ShortestArticle);

    private static Body None => new("", [], IsArticle: false);

    /// <summary>The text in the page's JSON-LD.</summary>
    private static Body? Told(PageData data, Article described)
    {
        if (data.Article?["articleBody"] is not JsonValue value || !value.TryGetValue<string>(out var text))
        {
            return null;
        }
        text = WebUtility.HtmlDecode(text);
        if (Markup.LooksLike(text) && PageParser.TryParse(text, out var page, out _) && page.Body is { } body)
        {
            return BlockReader.Read(body, described);
        }
        var builder = new TextBuilder();
        foreach (var paragraph in text.Split('\n').Select(Words.Clean).Where(line => line.Length > 0))
        {
            builder.Add(BlockKind.Paragraph, paragraph);
        }
        return builder.Length >= ShortestArticle ? Of(builder) : null;
    }
}
