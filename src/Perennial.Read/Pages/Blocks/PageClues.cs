using System.Net;
using System.Text.Json.Nodes;
using AngleSharp.Html.Dom;
using Perennial.Read.Models;

namespace Perennial.Read.Pages.Blocks;

/// <summary>What a page says elsewhere of its article, to compare its blocks with.</summary>
internal sealed class PageClues
{
    private const int Run = 4;
    private const int MostPictures = 500;

    private readonly HashSet<uint> toldRuns = [];
    private readonly HashSet<uint> describedRuns = [];
    private readonly HashSet<string> pictures = new(StringComparer.Ordinal);
    private readonly HashSet<string> authors;
    private readonly string title;
    private readonly string standfirst;
    private readonly bool isStandfirstShown;

    /// <summary>Gathers the clues of a page.</summary>
    public PageClues(IHtmlDocument page, PageData data, Article described)
    {
        title = Perennial.Read.Words.Key(described.Title);
        standfirst = Perennial.Read.Words.Key(described.Standfirst);
        isStandfirstShown = standfirst.Length > 0 && described.Evidence?.Standfirst == Evidence.Visible;
        authors = described
            .Authors.Select(Perennial.Read.Words.Key)
            .Where(key => key.Length > 0)
            .ToHashSet(StringComparer.Ordinal);
        foreach (
            var words in page.Elements()
                .Where(element => element.LocalName == "img")
                .Select(picture => picture.GetAttribute("alt"))
                .OfType<string>()
                .Take(MostPictures)
        )
        {
            pictures.Add(Perennial.Read.Words.Key(words));
        }
        string?[] descriptions =
        [
            data.Meta("og:description"),
            data.Meta("description"),
            data.Meta("twitter:description"),
            PageData.Text(data.Article?["description"]),
        ];
        describedRuns.UnionWith(descriptions.OfType<string>().SelectMany(Runs));
        if (data.Article?["articleBody"] is JsonValue value && value.TryGetValue<string>(out var told))
        {
            ToldLetters = told.Length;
            foreach (var run in Runs(WebUtility.HtmlDecode(told)))
            {
                toldRuns.Add(run);
            }
        }
    }

    /// <summary>The share of a block's runs of four words that the page's descriptions for others hold, as a standfirst does; -1 when there are none to compare.</summary>
    public float DescribedShare(string words) => Share(words, describedRuns);

    /// <summary>Whether a block is the alternative text of one of the page's pictures: a caption, likely.</summary>
    public bool DescribesPicture(string key) => key.Length > 12 && pictures.Contains(key);

    /// <summary>How long the article is that the page's own data hold; 0 for none.</summary>
    public int ToldLetters { get; }

    /// <summary>The share of a block's runs of four words that the page's own data hold; -1 when there are none to compare.</summary>
    public float ToldShare(string words) => Share(words, toldRuns);

    /// <summary>Whether a block is the headline again.</summary>
    public bool IsTitle(string key) => title.Length > 0 && key == title;

    /// <summary>Whether a block is the standfirst, or its beginning.</summary>
    public bool IsStandfirst(string key) =>
        standfirst.Length > 20
        && key.Length > 20
        && (
            key == standfirst
            || key.StartsWith(standfirst, StringComparison.Ordinal)
            || standfirst.StartsWith(key, StringComparison.Ordinal)
        );

    /// <summary>Whether words stand in the article already, as its headline, its shown standfirst or a name of its byline.</summary>
    public bool StandsElsewhere(string key) =>
        IsTitle(key)
        || (isStandfirstShown && key == standfirst)
        || authors.Contains(key)
        || (key.StartsWith("by", StringComparison.Ordinal) && authors.Contains(key[2..]));

    /// <summary>Whether a short block names an author of the article.</summary>
    public bool NamesAuthor(string key) =>
        key.Length < 120 && authors.Any(author => key.Contains(author, StringComparison.Ordinal));

    private static float Share(string words, HashSet<uint> runs)
    {
        if (runs.Count == 0)
        {
            return -1;
        }
        var (all, known) = (0, 0);
        foreach (var run in Runs(words))
        {
            all++;
            known += runs.Contains(run) ? 1 : 0;
        }
        return all == 0 ? -1 : (float)known / all;
    }

    private static IEnumerable<uint> Runs(string text)
    {
        var window = new uint[Run];
        var count = 0;
        var start = -1;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && char.IsLetterOrDigit(text[i]))
            {
                start = start < 0 ? i : start;
            }
            else if (start >= 0)
            {
                window[count++ % Run] = FeatureHash.Of(20, text.AsSpan(start, i - start));
                start = -1;
                if (count >= Run)
                {
                    var hash = 0u;
                    for (var back = Run; back > 0; back--)
                    {
                        hash = (hash * 0x01000193u) ^ window[(count - back) % Run];
                    }
                    yield return hash;
                }
            }
        }
    }
}
