using System.Text.RegularExpressions;

namespace Perennial.Read.PlainTexts;

/// <summary>Takes Markdown's signs off a line.</summary>
internal static partial class Markdown
{
    /// <summary>Whether a text uses Markdown: a heading, or a link in its form.</summary>
    public static bool IsIn(string text) => Sign().IsMatch(text);

    /// <summary>The depth of a heading, or 0.</summary>
    public static int HeadingDepth(string line)
    {
        var depth = line.AsSpan().IndexOfAnyExcept('#');
        return depth is > 0 and <= 6 && line[depth] == ' ' ? depth : 0;
    }

    /// <summary>What a line is.</summary>
    public static BlockKind KindOf(string line) =>
        HeadingDepth(line) > 0 ? BlockKind.Heading
        : line[0] == '>' ? BlockKind.Quote
        : Item().IsMatch(line) ? BlockKind.ListItem
        : BlockKind.Paragraph;

    /// <summary>Whether a line is a rule, a table's rule or a picture.</summary>
    public static bool IsSilent(string line) => Silent().IsMatch(line);

    /// <summary>The words of a line.</summary>
    public static string Plain(string line)
    {
        var words = Item().Replace(line.TrimStart('#', '>', ' '), "");
        words = Picture().Replace(words, "");
        words = Link().Replace(words, "${words}");
        return Words.Clean(Emphasis().Replace(words, "${words}")).TrimEnd('#', ' ');
    }

    [GeneratedRegex(@"(^|\n)#{1,6} \S|\]\((https?:|/)", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Sign();

    [GeneratedRegex(@"^([-*+]|\d{1,2}[.)])\s+", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Item();

    [GeneratedRegex(
        @"^([-*_=]{3,}|!\[[^\]]*\]\([^)]*\)|\|?[-:| ]{5,}\|?)$",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Silent();

    [GeneratedRegex(@"!\[[^\]]*\]\([^)]*\)", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Picture();

    [GeneratedRegex(@"\[(?<words>[^\]]*)\]\([^)]*\)", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Link();

    [GeneratedRegex(
        @"(\*\*|__|\*|`)(?<words>[^*_`]+)(\*\*|__|\*|`)",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Emphasis();
}
