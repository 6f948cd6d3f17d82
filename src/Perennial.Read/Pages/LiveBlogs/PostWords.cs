using System.Text.RegularExpressions;

namespace Perennial.Read.Pages.LiveBlogs;

/// <summary>The words of a post: its headline, who wrote it, and its text by blocks.</summary>
internal sealed partial record PostWords(
    string? Title,
    IReadOnlyList<string> Authors,
    IReadOnlyList<(BlockKind Kind, string Words)> Text
)
{
    private const int LongestLabel = 60;

    /// <summary>The text, paragraphs parted by blank lines.</summary>
    public string Joined => string.Join("\n\n", Text.Select(block => block.Words));

    /// <summary>Reads the posts of a series together: a short line that many of them have is furniture.</summary>
    public static IReadOnlyList<PostWords> Of(PostSeries series)
    {
        var posts = series.Blocks.Select(PostLines.Of).ToList();
        var often = posts
            .SelectMany(lines => lines.Where(line => IsLabel(line.Words)).Select(line => line.Words).Distinct())
            .CountBy(words => words)
            .ToDictionary(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal);
        return
        [
            .. posts.Select((lines, i) => Read(lines, line => IsFurniture(line, often, posts.Count), series.Blocks[i])),
        ];
    }

    /// <summary>A label or a name: short, and no sentence.</summary>
    private static bool IsLabel(string words) =>
        words.Length < LongestLabel
        && words[^1] is not ('.' or '!' or '?' or '…' or ':' or '"' or '”' or '»' or '“' or '。');

    private static bool IsFurniture(PostLine line, Dictionary<string, int> often, int posts)
    {
        if (line.Kind is LineKind.Writer or LineKind.Title)
        {
            return false;
        }
        // In paragraphs the same few words may well come again: "Half-time".
        var most = line.Kind is LineKind.Loose ? Math.Max(2, posts / 8) : Math.Max(3, posts / 3);
        return Noise.IsLine(line.Words)
            || Share().IsMatch(line.Words)
            || TimeText.Only(line.Words) is not null
            || (often.TryGetValue(line.Words, out var times) && times > most);
    }

    private static PostWords Read(IReadOnlyList<PostLine> all, Func<PostLine, bool> isFurniture, PostBlock block)
    {
        var lines = all.Where(line => !isFurniture(line)).ToList();
        if (lines.TrueForAll(line => line.Kind is LineKind.Writer or LineKind.Heading or LineKind.Title))
        {
            lines = [.. all.Where(line => line.Kind != LineKind.Loose || !isFurniture(line))];
        }
        var authors = lines
            .Where(line => line.Kind == LineKind.Writer)
            .SelectMany(line => PostWriters.In(line.Words))
            .ToList();
        lines.RemoveAll(line => line.Kind == LineKind.Writer);
        var titleAt = TitleIn(lines);
        var title = titleAt < 0 ? null : WithoutClock(lines[titleAt].Words, block);
        // What stands above the headline is a label, a place, a name.
        var above = titleAt < 0 ? [] : lines[..titleAt];
        authors.AddRange(above.SelectMany(line => PostWriters.InUnnamed(line.Words)));
        var body = lines[(titleAt + 1)..];
        if (
            body.Count > 1
            && IsLabel(body[^1].Words)
            && PostWriters.InUnnamed(body[^1].Words).ToList() is { Count: > 0 } below
        )
        {
            authors.AddRange(below);
            body.RemoveAt(body.Count - 1);
        }
        var hasProse = body.Exists(line => line.Kind is LineKind.Prose or LineKind.Bold);
        var text = new List<(BlockKind, string)>();
        var seen = new HashSet<string>(StringComparer.Ordinal) { Words.Key(title) };
        foreach (var line in body)
        {
            if (text.Count == 0 && IsLabel(line.Words) && body.Count > 1)
            {
                var writers = PostWriters.InUnnamed(line.Words).ToList();
                authors.AddRange(writers);
                if (writers.Count > 0)
                {
                    continue;
                }
            }
            var isBeside = hasProse && line.Kind == LineKind.Loose && IsLabel(line.Words);
            var words = text.Count == 0 ? WithoutClock(line.Words, block) : line.Words;
            if (!isBeside && words.Length > 0 && (words.Length < 40 && text.Count > 0 || seen.Add(Words.Key(words))))
            {
                text.Add((line.Block, words));
            }
        }
        return new PostWords(title, [.. authors.Distinct(StringComparer.Ordinal)], text);
    }

    /// <summary>The headline: named so, or a heading that stands before the text, or a first paragraph all in bold.</summary>
    private static int TitleIn(List<PostLine> lines)
    {
        const int longestBold = 140;
        var named = lines.FindIndex(line => line.Kind == LineKind.Title);
        if (named >= 0)
        {
            return named;
        }
        for (var i = 0; i < lines.Count; i++)
        {
            if (lines[i].Kind == LineKind.Heading)
            {
                return i;
            }
            if (
                lines[i].Kind == LineKind.Bold
                && lines[i].Words.Length < longestBold
                && lines.Skip(i + 1).Any(line => line.Kind is LineKind.Prose || !IsLabel(line.Words))
            )
            {
                return i;
            }
            if (!IsLabel(lines[i].Words))
            {
                return -1;
            }
        }
        return -1;
    }

    private static string WithoutClock(string words, PostBlock block) =>
        TimeText.Leading(words) is { } leading && leading.Said.Clock == block.Time?.Clock
            ? words[leading.Next..].TrimStart(' ', ':', '–', '—', '|', '·', '-')
            : words.TrimStart(' ', ':', '–', '—', '|', '·', '-');

    [GeneratedRegex(
        @"^(share|copy link|link copied|copied|copy link to (post|update)|share (this )?(post|update|link)|permalink|pinned( post)?|key event|breaking( news)?|reply|like|tweet|post|email|whatsapp|show more|read more|view (post|on \w+|comments)|copier le lien|link kopieren|teilen|partager)$",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Share();
}
