using Perennial.Weave.Stories;

namespace Perennial.Weave.Naming;

/// <summary>Finds what a story may be called: kicker, headline, section, and who and what is named in it.</summary>
public static class StoryNaming
{
    /// <summary>The name that the story's articles give it.</summary>
    /// <param name="articles">The story's articles; what echoes say does not count.</param>
    /// <param name="rules">What our own publication makes of headlines and sections.</param>
    public static StoryName Of(IReadOnlyList<StoryArticle> articles, NamingRules rules)
    {
        var origins = articles.Where(article => article.EchoOf is null).OrderBy(article => article.At).ToList();
        var named = NamedThings.Of(origins);
        return new StoryName
        {
            Kicker = Kicker.Of(origins, named),
            Headline = ProposedHeadline.Of(origins, rules.MayLead),
            Section = Section(origins, rules.Section),
            Named = [.. named.Select(thing => thing.ToEntity())],
        };
    }

    /// <summary>The section that most origins name; of two with as many, the one that was named first.</summary>
    private static string? Section(IReadOnlyList<StoryArticle> origins, Func<string, string?> section) =>
        origins
            .Select(article => article.Article.Section is { } theirs ? section(theirs) : null)
            .OfType<string>()
            .GroupBy(slug => slug, StringComparer.Ordinal)
            .MaxBy(same => same.Count())
            ?.Key;
}

/// <summary>What our own publication makes of headlines and sections.</summary>
/// <param name="MayLead">Whether an article's headline may stand over a story at all.</param>
/// <param name="Section">The slug of our section for what a source calls its own; <see langword="null"/> where there is none.</param>
public sealed record NamingRules(Func<Article, bool> MayLead, Func<string, string?> Section);
