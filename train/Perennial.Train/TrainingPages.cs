using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using AngleSharp.Html.Parser;
using Perennial.Read.Models;
using Perennial.Read.Pages;
using Perennial.Read.Pages.Blocks;

namespace Perennial.Train;

/// <summary>A page of a public set: its blocks, and which of them its annotators count as the article's text.</summary>
/// <param name="Set">The set's name.</param>
/// <param name="Fold">Which part of the pages it is in; all pages of a site are in one.</param>
/// <param name="Blocks">Its blocks.</param>
/// <param name="Boxes">The boxes around them.</param>
/// <param name="Clues">What it says of its article.</param>
/// <param name="Totals">What holds for it as a whole.</param>
/// <param name="Labels">Per block whether it is part of the text; <see langword="null"/> where no one said.</param>
/// <param name="Truth">The words of the text; none where only segments are known.</param>
/// <param name="Kept">Segments that are part of the text.</param>
/// <param name="Left">Segments that are not.</param>
/// <param name="Trust">How much its labels count, 0 to 1.</param>
internal sealed record TrainingPage(
    string Set,
    int Fold,
    IReadOnlyList<PageBlock> Blocks,
    IReadOnlyList<Box> Boxes,
    PageClues Clues,
    PageTotals Totals,
    bool?[] Labels,
    string[] Truth,
    IReadOnlyList<string> Kept,
    IReadOnlyList<string> Left,
    float Trust
)
{
    /// <summary>Whether the whole text is known.</summary>
    public bool HasText => Truth.Length > 0;

    /// <summary>The blocks of which it is known whether they are part of the text.</summary>
    public IEnumerable<int> Labelled() => Enumerable.Range(0, Labels.Length).Where(i => Labels[i] is not null);
}

/// <summary>Reads pages with their texts, as the sets keep them: <c>expected.json</c> beside <c>pages/ID.html.gz</c>.</summary>
internal static class TrainingPages
{
    /// <summary>How many parts the pages fall into, for trying a model on pages of sites that it has not seen.</summary>
    public const int Folds = 5;

    // Texts of this set were drafted by a model.
    private const string Drafted = "wcxb";

    /// <summary>The pages of a set that have a text, or segments of one.</summary>
    /// <param name="folder">The set's folder.</param>
    /// <param name="withData">Whether the page's own data (JSON-LD) are looked at; some pages come without scripts.</param>
    public static IEnumerable<TrainingPage> Of(string folder, bool withData)
    {
        var set = Path.GetFileName(folder);
        var rows = JsonNode.Parse(File.ReadAllText(Path.Combine(folder, "expected.json")))!.AsArray();
        foreach (var row in rows)
        {
            var text = row!["body"]?.GetValue<string>() ?? "";
            var (kept, left) = (Texts(row["with"]), Texts(row["without"]));
            if (text.Length == 0 && kept.Count == 0)
            {
                continue;
            }
            var (id, url) = (row["id"]!.GetValue<string>(), row["url"]?.GetValue<string>());
            using var page = new HtmlParser(new HtmlParserOptions { IsScripting = false }).ParseDocument(
                Unpacked(Path.Combine(folder, "pages", id + ".html.gz"))
            );
            foreach (var script in page.QuerySelectorAll("script").Where(_ => !withData).ToArray())
            {
                script.Remove();
            }
            var data = PageData.Of(page);
            var described = PageReader.Describe(page, data, url);
            var (blocks, boxes) = BlockWalk.Of(page.Body!);
            var clues = new PageClues(page, data, described);
            yield return new TrainingPage(
                set,
                (int)(FeatureHash.Of(0, Site(url) ?? id) % Folds),
                blocks,
                boxes,
                clues,
                new PageTotals(blocks, boxes, clues),
                text.Length > 0
                    ? [.. BlockLabels.Of(blocks, text).Select(label => (bool?)label)]
                    :
                    [
                        .. blocks.Select(block =>
                            Holds(block, kept) ? true
                            : Holds(block, left) ? false
                            : (bool?)null
                        ),
                    ],
                Tokens(text),
                kept,
                left,
                set == Drafted ? 0.5f : 1
            );
        }
    }

    /// <summary>The words of a text: runs of letters and digits.</summary>
    public static string[] Tokens(string text)
    {
        var tokens = new List<string>();
        var start = -1;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && (char.IsLetterOrDigit(text[i]) || text[i] == '_'))
            {
                start = start < 0 ? i : start;
            }
            else if (start >= 0)
            {
                tokens.Add(text[start..i]);
                start = -1;
            }
        }
        return [.. tokens];
    }

    private static List<string> Texts(JsonNode? node) =>
        node is JsonArray array ? [.. array.Select(item => Perennial.Read.Words.Clean(item!.GetValue<string>()))] : [];

    private static bool Holds(PageBlock block, IReadOnlyList<string> segments) =>
        segments.Any(segment => block.Words.Contains(segment, StringComparison.Ordinal));

    // Pages of one site must not stand on both sides: the longest part of the host's name is the site's.
    private static string? Site(string? url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri) ? uri.Host.Split('.').MaxBy(part => part.Length) : null;

    private static string Unpacked(string file)
    {
        using var packed = new GZipStream(File.OpenRead(file), CompressionMode.Decompress);
        using var reader = new StreamReader(packed, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
