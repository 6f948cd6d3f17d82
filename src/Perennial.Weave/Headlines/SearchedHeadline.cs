namespace Perennial.Weave.Headlines;

/// <summary>A headline for whose claims texts are looked through.</summary>
internal sealed class SearchedHeadline(string text)
{
    /// <summary>Its words.</summary>
    public string Text => text;

    /// <summary>What it claims, in order.</summary>
    public IReadOnlyList<HeadlineClaim> Claims { get; } = HeadlineClaims.In(text);

    /// <summary>What is left of the words of what happened when their endings go.</summary>
    public HashSet<string> Roots =>
        field ??= Claims
            .Where(claim => claim.Kind == ClaimKind.Words)
            .Select(claim => Words.RootOf(claim.Text))
            .ToHashSet(StringComparer.Ordinal);
}
