using System.Globalization;

namespace Perennial.Weave;

/// <summary>A stream of articles woven from its beginning, with stories numbered as they open: for the command line.</summary>
public sealed class Weaving
{
    private readonly Weaver weaver;
    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);
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
        var story = placement.Opens ? NewStory() : placement.Story;
        weaver.Remember(article, story);
        numbers.TryAdd(article.Id, placed.Count);
        placed.Add((article.Id, story));
        while (weaver.Revise(NewStory) is { } revision)
        {
            weaver.Apply(revision.Act, byEditor: false);
            if (revision.Act is StoryAct.Split split)
            {
                foreach (var left in split.Articles)
                {
                    placed[numbers[left]] = (left, split.Into);
                }
            }
        }
        return new WeavingStep(
            article.Id,
            story,
            placement.AlsoIn,
            placement.Because,
            placement.Echo,
            placement.Quotations
        );
    }

    /// <summary>Every article with the story it is in after the last one, merges and splits applied, in order of arrival.</summary>
    public IReadOnlyList<(string Article, string? Story)> Finals() =>
        [.. placed.Select(one => (one.Article, one.Story is null ? null : weaver.Current(one.Story)))];

    private string NewStory() => string.Create(CultureInfo.InvariantCulture, $"s{++stories}");
}

/// <summary>Where an article of a stream was put.</summary>
/// <param name="Id">The article's id.</param>
/// <param name="Story">The story's number; <see langword="null"/> for none.</param>
/// <param name="AlsoIn">Other stories that it touches.</param>
/// <param name="Because">The evidence.</param>
/// <param name="Echo">What it repeats.</param>
/// <param name="Quotations">The quotations it shares.</param>
public sealed record WeavingStep(
    string Id,
    string? Story,
    IReadOnlyList<string> AlsoIn,
    IReadOnlyList<string> Because,
    Echo? Echo,
    IReadOnlyList<SharedQuotation> Quotations
);
