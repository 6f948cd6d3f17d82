namespace Perennial.Read.PlainTexts;

/// <summary>The lines of a pasted text, one a paragraph: those that were only wrapped at a margin are joined again.</summary>
internal static class TextLines
{
    // Mail and typewriters wrap between 60 and 80 letters; paragraphs on one line are longer, headlines rarely as even.
    private const int NarrowestMargin = 50;
    private const int WidestMargin = 100;
    private const int FewestWrapped = 3;

    /// <summary>The lines of a text, blank ones too, with the blanks in them put right.</summary>
    public static List<string> Of(string text) => [.. text.ReplaceLineEndings("\n").Split('\n').Select(Words.Clean)];

    /// <summary>The paragraphs that lines make, in order.</summary>
    public static List<string> Joined(List<string> lines)
    {
        var isWrapped = IsWrapped(lines);
        var paragraphs = new List<string>();
        for (var i = 0; i < lines.Count; i++)
        {
            var goesOn =
                isWrapped
                && i > 0
                && lines[i - 1].Length >= NarrowestMargin
                && lines[i].Length > 0
                && !IsOwnLine(lines[i])
                && !IsOwnLine(lines[i - 1]);
            if (goesOn)
            {
                paragraphs[^1] += " " + lines[i];
            }
            else if (lines[i].Length > 0)
            {
                paragraphs.Add(lines[i]);
            }
        }
        return paragraphs;
    }

    /// <summary>Whether a line ends as sentences do.</summary>
    public static bool EndsSentence(string line) =>
        line.TrimEnd('”', '"', '’', '\'', ')', '»', ' ') is [.., '.' or '!' or '?' or '…' or '。' or '।' or '؟'];

    /// <summary>Whether a line is a paragraph of the text rather than something above it.</summary>
    public static bool IsParagraph(string line) => (line.Length >= 60 && EndsSentence(line)) || line.Length >= 260;

    // Wrapped lines are all alike long but the last of each paragraph, and break within sentences.
    private static bool IsWrapped(List<string> lines)
    {
        var broken = Enumerable
            .Range(1, Math.Max(0, lines.Count - 1))
            .Where(i => lines[i].Length > 0 && lines[i - 1].Length > 0)
            .Select(i => lines[i - 1])
            .ToList();
        return broken.Count >= FewestWrapped
            && broken.Count(line => line.Length is >= NarrowestMargin and <= WidestMargin) * 10 >= broken.Count * 7
            && broken.Count(line => !EndsSentence(line)) * 10 >= broken.Count * 6
            && lines.Count(line => line.Length > WidestMargin) * 10 <= lines.Count;
    }

    private static bool IsOwnLine(string line) =>
        line[0] is '#' or '>' or '|'
        || line.StartsWith("- ", StringComparison.Ordinal)
        || line.StartsWith("* ", StringComparison.Ordinal)
        || line.StartsWith("By ", StringComparison.Ordinal);
}
