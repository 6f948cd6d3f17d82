namespace Perennial.Newsroom;

/// <summary>Which section of our own site an article belongs to.</summary>
internal static class Sections
{
    /// <summary>The slug of the section that has the source's name for it, or a name that means the same.</summary>
    /// <param name="site">Our publication.</param>
    /// <param name="section">What the source calls its section; <see langword="null"/> when it does not say.</param>
    /// <returns><see langword="null"/> when no section of ours matches.</returns>
    public static string? Of(Site site, string? section) =>
        section is null
            ? null
            : site
                .Sections.FirstOrDefault(ours =>
                    Same(ours.Name, section)
                    || Same(ours.Slug, section)
                    || (ours.Names ?? []).Any(name => Same(name, section))
                )
                ?.Slug;

    private static bool Same(string ours, string theirs) =>
        theirs.Trim() is var name
        && (
            name.Equals(ours, StringComparison.OrdinalIgnoreCase)
            || name.Equals(ours + " News", StringComparison.OrdinalIgnoreCase)
        );
}
