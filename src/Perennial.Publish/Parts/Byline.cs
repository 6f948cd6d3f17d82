namespace Perennial.Publish.Parts;

/// <summary>The authors of the site whom a byline names.</summary>
internal static class Byline
{
    /// <summary>Those whom the site lists, in the order of the byline; who is no longer listed has no page.</summary>
    public static IReadOnlyList<SiteAuthor> Of(Site site, IReadOnlyList<string> authors) =>
        [.. authors.Select(slug => site.Authors.FirstOrDefault(author => author.Slug == slug)).OfType<SiteAuthor>()];
}
