using Perennial.Read.Pages;

namespace Perennial.Read.Wires;

/// <summary>The names that a wire credits, each with what it is.</summary>
internal static class WireCredits
{
    private const int Most = 12;

    /// <summary>The names of a byline such as "Ann Gray and Tom Hill/Quay Press".</summary>
    public static IReadOnlyList<Credit> OfByline(string? line, string? provider) =>
        line is null
            ? []
            : Of(Byline.Names(line.Replace('/', ',')).Select(name => (name, (CreditKind?)null)), provider);

    /// <summary>Names that are given one by one.</summary>
    public static IReadOnlyList<Credit> Of(IEnumerable<(string Name, CreditKind? Kind)> names, string? provider) =>
        [
            .. names
                .Where(credit => credit.Name.Any(char.IsLetter))
                .DistinctBy(credit => Words.Key(credit.Name))
                .Take(Most)
                .Select(credit => new Credit(credit.Name, credit.Kind ?? Kind(credit.Name, provider))),
        ];

    // Wires sign with their own name or letters: "NTB", "Quay Press".
    private static CreditKind Kind(string name, string? provider) =>
        Words.Key(name) == Words.Key(provider) || (name.Length < 8 && name.All(char.IsUpper)) ? CreditKind.Agency
        : name.StartsWith('@') ? CreditKind.Handle
        : CreditKind.Person;
}
