namespace Perennial.Read.Wires;

/// <summary>Whether a subject is as broad as a section: wires have no word for the section of a paper.</summary>
internal static class WireSection
{
    /// <summary>Whether a code of IPTC's is one of its seventeen fields, such as politics or sport, which end in six zeros.</summary>
    public static bool IsField(string? code) =>
        code?.Split(':', '/')[^1] is { Length: 8 } number
        && number.All(char.IsAsciiDigit)
        && number.EndsWith("000000", StringComparison.Ordinal);
}
