using Perennial.Weave.Headlines;
using Perennial.Weave.Stories;

namespace Perennial.Weave.Naming;

/// <summary>Finds what a story may be called: kicker, headline, section, and who and what is named in it.</summary>
/// <remarks>It takes in article after article, in order of arrival: echoes do not count and are not given.</remarks>
internal sealed class StoryNaming
{
    private readonly List<StoryArticle> origins = [];
    private readonly NamedThings named = new();
    private readonly Kicker kicker = new();
    private readonly ProposedHeadline proposed = new();

    /// <summary>Takes in an article.</summary>
    public void Add(StoryArticle article)
    {
        origins.Add(article);
        named.Add(article);
        kicker.Add(article);
    }

    /// <summary>The name that the articles give.</summary>
    /// <param name="rules">What our own publication makes of headlines and sections.</param>
    /// <param name="searched">The text of an article, in which passages are looked for.</param>
    public StoryName Name(NamingRules rules, Func<StoryArticle, SearchedText> searched)
    {
        var things = named.Most();
        return new StoryName
        {
            Kicker = kicker.Of(things),
            Headline = proposed.Of(origins, rules.MayLead, searched),
            Section = Section(rules.Section),
            Named = [.. things.Select(thing => thing.ToEntity())],
        };
    }

    /// <summary>The section that most origins name; of two with as many, the one that was named first.</summary>
    private string? Section(Func<string, string?> ours) =>
        origins
            .Select(article => article.Article.Section)
            .OfType<string>()
            .CountBy(section => section)
            .Select(pair => (Slug: ours(pair.Key), pair.Value))
            .Where(pair => pair.Slug is not null)
            .GroupBy(pair => pair.Slug, StringComparer.Ordinal)
            .MaxBy(same => same.Sum(pair => pair.Value))
            ?.Key;
}

/// <summary>What our own publication makes of headlines and sections.</summary>
/// <param name="MayLead">Whether an article's headline may stand over a story at all.</param>
/// <param name="Section">The slug of our section for what a source calls its own; <see langword="null"/> where there is none.</param>
public sealed record NamingRules(Func<Article, bool> MayLead, Func<string, string?> Section)
{
    /// <summary>Any headline may lead, and there are no sections.</summary>
    public static NamingRules None { get; } = new(_ => true, _ => null);
}
