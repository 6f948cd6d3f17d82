using System.Globalization;

namespace Perennial.Weave;

/// <summary>A stream of articles woven from its beginning, with stories numbered as they open: for the command line.</summary>
public sealed class Weaving
{
    private readonly Weaver weaver;
    private readonly Dictionary<string, string> merged = new(StringComparer.Ordinal);
    private readonly List<(string Article, string? Story)> placed = [];
    private int stories;

    /// <summary>A stream of which nothing has come.</summary>
    public Weaving()
        : this(new Weaver()) { }

    internal Weaving(Weaver weaver) => this.weaver = weaver;

    /// <summary>Places the next article.</summary>
    public WeavingStep Place(WovenArticle article)
    {
        var placement = weaver.Place(article);
        var story = placement.Opens ? string.Create(CultureInfo.InvariantCulture, $"s{++stories}") : placement.Story;
        weaver.Remember(article, story);
        placed.Add((article.Id, story));
        foreach (var (from, into) in weaver.Revise())
        {
            merged[from] = into;
        }
        return new WeavingStep(article.Id, story, placement.Because, placement.Echo, placement.Quotations);
    }

    /// <summary>Every article with the story it is in after the last one, in order of arrival.</summary>
    public IReadOnlyList<(string Article, string? Story)> Finals() =>
        [.. placed.Select(one => (one.Article, one.Story is null ? null : Last(one.Story)))];

    private string Last(string story)
    {
        while (merged.TryGetValue(story, out var into))
        {
            story = into;
        }
        return story;
    }
}

/// <summary>Where an article of a stream was put.</summary>
/// <param name="Id">The article's id.</param>
/// <param name="Story">The story's number; <see langword="null"/> for none.</param>
/// <param name="Because">The evidence.</param>
/// <param name="Echo">What it repeats.</param>
/// <param name="Quotations">The quotations it shares.</param>
public sealed record WeavingStep(
    string Id,
    string? Story,
    IReadOnlyList<string> Because,
    Echo? Echo,
    IReadOnlyList<SharedQuotation> Quotations
);
