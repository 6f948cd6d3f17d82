using Perennial.Read.Pages;

namespace Perennial.Read.PlainTexts;

/// <summary>What stands above a text's first paragraph: masthead, headline, standfirst, byline and date.</summary>
internal sealed record TextHead
{
    // A headline stands near the top; further down a repeated line is a refrain or a caption.
    private const int HeadLines = 40;
    private const int ShortestHeadline = 15;
    private const int LongestHeadline = 250;
    private const int LongestLabel = 70;
    private const int MostFurniture = 8;

    /// <summary>What the head tells of the article.</summary>
    public required Article Described { get; init; }

    /// <summary>The lines below it.</summary>
    public required IReadOnlyList<string> Body { get; init; }

    /// <summary>Reads the head of a text.</summary>
    public static TextHead Of(IReadOnlyList<string> lines, string? url)
    {
        var at = HeadlineAt(lines);
        var masthead = at > 0 ? [.. lines.Take(at)] : Array.Empty<string>();
        var headline = at >= 0 ? Markdown.Plain(lines[at]) : null;
        var (title, section) = WithoutSection(headline);
        var rest = lines.Skip(at + 1).Where(line => headline is null || !Repeats(line, headline, title));
        var (found, body) = Furniture([.. rest], headline is not null);
        var name = masthead.FirstOrDefault(IsName);
        return new TextHead
        {
            Body = body,
            Described = found with
            {
                Url = url,
                SiteName = name,
                Tagline = name is null
                    ? null
                    : masthead.SkipWhile(line => line != name).Skip(1).FirstOrDefault(IsTagline),
                Title = title,
                Section = section,
            },
        };
    }

    /// <summary>Whether a line could be a headline.</summary>
    public static bool IsHeadline(string line) =>
        line.Length is >= ShortestHeadline and <= LongestHeadline
        && line.Count(char.IsWhiteSpace) >= 2
        && (!TextLines.EndsSentence(line) || IsOneSentence(line));

    /// <summary>The line that comes twice near the top, as scrapers bring a headline; a Markdown title; else the longest above the text.</summary>
    private static int HeadlineAt(IReadOnlyList<string> lines)
    {
        var top = lines.Take(HeadLines).ToList();
        // One heading of the first rank is the title, wherever the menu ends.
        if (top.FindIndex(line => Markdown.HeadingDepth(line) == 1) is >= 0 and var marked)
        {
            return marked;
        }
        var keys = top.CountBy(Words.Key, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        var twice = top.FindIndex(line => IsHeadline(line) && keys[Words.Key(line)] > 1 && !IsTagline(line));
        if (twice >= 0)
        {
            return twice;
        }
        var text = top.FindIndex(TextLines.IsParagraph);
        var above = top.Take(text < 0 ? Math.Min(top.Count, 3) : text).ToList();
        if (text < 0 && lines.Count == 1)
        {
            return -1;
        }
        var first = above.FindIndex(line =>
            IsHeadline(line) && !IsByline(line) && DateText.Parse(line) is null && !IsTagline(line)
        );
        return first;
    }

    // A question or an exclamation may end a headline; a full stop may not.
    private static bool IsOneSentence(string line) =>
        line[^1] is '?' or '!' or '’' or '”' or '»'
        && !line.Contains(". ", StringComparison.Ordinal)
        && line[^2] is not '.';

    // "Real-time news, timeless knowledge": a few words without a name in them.
    private static bool IsTagline(string line) =>
        line.Length is > 8 and < LongestLabel
        && line.Contains(' ', StringComparison.Ordinal)
        && line.Count(char.IsWhiteSpace) < 8
        && !line.Any(char.IsDigit)
        && !line.Skip(1).Any(char.IsUpper)
        && !line.EndsWith('?');

    private static bool IsName(string line) =>
        line.Length <= 40
        && line.Count(char.IsWhiteSpace) < 5
        && !TextLines.EndsSentence(line)
        && (char.IsUpper(line[0]) || char.IsDigit(line[0]))
        && DateText.Parse(line) is null;

    private static bool Repeats(string line, string headline, string? title) =>
        Words.Key(Markdown.Plain(line)) is var key
        && (key == Words.Key(headline) || (title is not null && key == Words.Key(title)));

    /// <summary>A headline and the section behind its last upright stroke.</summary>
    private static (string? Title, string? Section) WithoutSection(string? headline)
    {
        if (headline is null)
        {
            return (null, null);
        }
        var stroke = headline.LastIndexOf(" | ", StringComparison.Ordinal);
        return stroke > ShortestHeadline && headline.Length - stroke - 3 <= LongestLabel
            ? (headline[..stroke].TrimEnd(), headline[(stroke + 3)..].Trim())
            : (headline, null);
    }

    /// <summary>Standfirst, byline and date between headline and text.</summary>
    private static (Article Found, IReadOnlyList<string> Body) Furniture(List<string> lines, bool hasHeadline)
    {
        var found = new Article();
        var i = 0;
        for (; hasHeadline && i < Math.Min(MostFurniture, lines.Count); i++)
        {
            var line = Markdown.Plain(lines[i]);
            var isShort = line.Length <= LongestLabel || IsByline(line) && line.Length <= 2 * LongestLabel;
            var date = isShort ? DateText.Parse(line) : null;
            var isByline =
                isShort && found.Authors.Count == 0 && (IsByline(line) || (IsSignature(line) && date is null));
            if (isByline)
            {
                var credits = Byline
                    .Names(date is null ? line : UpToDate(line))
                    .Select(name => new Credit(name, Byline.KindOf(name)))
                    .ToList();
                found = found with
                {
                    Credits = credits,
                    Authors = [.. credits.Select(credit => credit.Name)],
                    Published = found.Published ?? date,
                };
            }
            else if (date is not null && !TextLines.IsParagraph(line))
            {
                // The first is the publication's, one behind it the last change's.
                found = found.Published is null ? found with { Published = date } : found with { Modified = date };
            }
            else if (
                found.Standfirst is null
                && found.Authors.Count == 0
                && line.Length < 300
                && lines.Skip(i + 1).Take(2).Any(IsByline)
            )
            {
                found = found with { Standfirst = line };
            }
            else
            {
                break;
            }
        }
        return (found, lines[i..]);
    }

    private static string UpToDate(string line)
    {
        var digit = line.AsSpan().IndexOfAnyInRange('0', '9');
        var cut = digit < 0 ? -1 : line.LastIndexOfAny(['|', '-', '–', '—', '·', '•', ','], digit);
        return cut > 0 ? line[..cut] : line;
    }

    private static bool IsByline(string line) =>
        Byline.Announces(line) && line.Length <= 2 * LongestLabel && !TextLines.EndsSentence(line);

    // A name alone: a few words with capitals, or one user name.
    private static bool IsSignature(string line)
    {
        var words = line.Split(' ');
        return words.Length is >= 1 and <= 4
            && line.Length <= 40
            && line.Any(char.IsLetter)
            && !TextLines.EndsSentence(line)
            && !line.EndsWith(':')
            && !line.Any(letter => letter is '|' or '/' or '#' or '“' or '"')
            && (
                words.Length == 1
                    ? words[0].Length > 2
                    : words.All(word => char.IsUpper(word[0]) || word.Length <= 3) && char.IsUpper(words[^1][0])
            );
    }
}
