using System.Text.RegularExpressions;

namespace Perennial.Read;

/// <summary>Whether a text is markup.</summary>
internal static partial class Markup
{
    /// <summary>Whether the beginning of a text looks like a web page.</summary>
    public static bool LooksLike(string text) => Tag().IsMatch(text[..Math.Min(text.Length, 4096)]);

    [GeneratedRegex(
        @"<(!doctype|html|head|body|meta|title|article|div|p|link|script|h1)\b",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Tag();
}
