using System.Text.RegularExpressions;

namespace Perennial.Read.PlainTexts;

/// <summary>A head of "Name: value" lines, as mail and front matter have it.</summary>
/// <param name="Title">The subject or title.</param>
/// <param name="Author">The sender or author.</param>
/// <param name="Date">The date as written.</param>
/// <param name="Lines">How many lines it takes.</param>
internal sealed partial record LabelledHead(string? Title, string? Author, string? Date, int Lines)
{
    private const int Fewest = 2;
    private const int Most = 20;

    /// <summary>The head of a text's lines, or <see langword="null"/> when it has none.</summary>
    public static LabelledHead? Of(IReadOnlyList<string> lines)
    {
        var found = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var begin = lines is [['-', '-', '-', ..], ..] ? 1 : 0;
        var at = begin;
        for (; at < Math.Min(lines.Count, Most) && Label().Match(lines[at]) is { Success: true } label; at++)
        {
            found.TryAdd(label.Groups["name"].Value, label.Groups["value"].Value.Trim().Trim('"', '\''));
        }
        if (found.Count < Fewest)
        {
            return null;
        }
        at += begin == 1 && at < lines.Count && lines[at].StartsWith("---", StringComparison.Ordinal) ? 1 : 0;
        return new LabelledHead(
            Value("subject", "title", "objet", "betreff"),
            Sender(Value("author", "by", "from", "de", "von")),
            Value("date", "sent", "published"),
            at
        );

        string? Value(params ReadOnlySpan<string> names)
        {
            foreach (var name in names)
            {
                if (found.TryGetValue(name, out var value) && value.Length > 0)
                {
                    return value;
                }
            }
            return null;
        }
    }

    // "Ann Gray <ann@post.example>" is Ann Gray.
    private static string? Sender(string? value) =>
        value is null ? null
        : value.IndexOf('<', StringComparison.Ordinal) is > 0 and var address ? value[..address].Trim(' ', '"')
        : value;

    [GeneratedRegex(
        @"^(?<name>from|to|cc|subject|date|sent|title|author|by|published|tags|section|slug|layout|reply-to|objet|betreff|von|an|de|à|categories)\s?:\s*(?<value>.*)$",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Label();
}
