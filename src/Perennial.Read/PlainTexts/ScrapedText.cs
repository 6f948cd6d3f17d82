using System.Text.RegularExpressions;
using Perennial.Read.Pages;

namespace Perennial.Read.PlainTexts;

/// <summary>Reads text as people paste it or scrapers leave it: masthead, menu words, headline, byline, then the article.</summary>
internal static partial class ScrapedText
{
    // A headline stands near the top; further down a repeated line is a refrain or a caption.
    private const int HeadLines = 20;
    private const int ShortestHeadline = 20;
    private const int LongestHeadline = 250;
    private const int LongestLabel = 60;

    /// <summary>Reads a text.</summary>
    public static Article Read(string text, string? url)
    {
        var lines = Lines(text).Where(line => !Noise.IsLine(line)).ToList();
        if (lines.Count == 0)
        {
            return new Article { Url = url, Problem = new Problem("empty", "there is no text") };
        }
        var at = HeadlineAt(lines);
        var masthead = at > 0 ? lines[..at] : [];
        var headline = at >= 0 ? lines[at].TrimStart('#', ' ') : null;
        var (title, section) = WithoutSection(headline);
        var rest = lines[(at + 1)..].Where(line => headline is null || !Repeats(line, headline, title)).ToList();
        var (byline, date, body) = Furniture(rest);
        return Together(
            body,
            new Article
            {
                Url = url,
                SiteName = masthead.FirstOrDefault(IsName),
                Tagline = masthead
                    .SkipWhile(line => !IsName(line))
                    .Skip(1)
                    .FirstOrDefault(line => line.Contains(' ', StringComparison.Ordinal)),
                Title = title,
                Section = section,
                Authors = [.. byline.Select(credit => credit.Name)],
                Credits = byline,
                Published = date,
            }
        );
    }

    /// <summary>The lines of a text; those that were only wrapped at a margin are joined again.</summary>
    private static List<string> Lines(string text)
    {
        const int margin = 50;
        var lines = new List<string>();
        var afterBlank = true;
        foreach (var raw in text.Split('\n'))
        {
            var line = Words.Clean(raw);
            if (line.Length == 0)
            {
                afterBlank = true;
                continue;
            }
            if (!afterBlank && lines[^1].Length >= margin && !EndsSentence(lines[^1]) && char.IsLower(line[0]))
            {
                lines[^1] += " " + line;
            }
            else
            {
                lines.Add(line);
            }
            afterBlank = false;
        }
        return lines;
    }

    /// <summary>The line that comes twice near the top, as scrapers bring a headline; else the first that could be one.</summary>
    private static int HeadlineAt(List<string> lines)
    {
        var top = lines.Take(HeadLines).ToList();
        var twice = top.FindIndex(line => IsHeadline(line) && top.Count(other => Repeats(other, line, null)) > 1);
        return twice >= 0 ? twice : top.Take(HeadLines / 2).ToList().FindIndex(IsHeadline);
    }

    private static bool IsHeadline(string line) =>
        line.Length is >= ShortestHeadline and <= LongestHeadline
        && !EndsSentence(line)
        && line.Count(char.IsWhiteSpace) >= 3
        && !IsTagline(line);

    // "Real-time news, timeless knowledge": a few words without a verb's usual company; a headline has more of them.
    private static bool IsTagline(string line) =>
        line.Length < 50
        && line.Count(char.IsWhiteSpace) < 6
        && !line.Any(char.IsDigit)
        && !line.Skip(1).Any(char.IsUpper);

    private static bool Repeats(string line, string headline, string? title) =>
        Words.Key(line) is var key && (key == Words.Key(headline) || (title is not null && key == Words.Key(title)));

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

    /// <summary>Byline and date between headline and text, and the text.</summary>
    private static (IReadOnlyList<Credit> Byline, StatedTime? Date, List<string> Body) Furniture(List<string> lines)
    {
        const int most = 6;
        IReadOnlyList<Credit> byline = [];
        StatedTime? date = null;
        var i = 0;
        for (; i < Math.Min(most, lines.Count); i++)
        {
            var line = lines[i];
            if (
                line.Length > LongestLabel
                || EndsSentence(line) && !line.StartsWith("By ", StringComparison.OrdinalIgnoreCase)
            )
            {
                break;
            }
            if (date is null && DateText.Parse(line) is { } found)
            {
                date = found;
            }
            else if (byline.Count == 0 && IsByline(line))
            {
                byline = [.. Byline.Names(line).Select(name => new Credit(name, Kind(name)))];
            }
            else
            {
                break;
            }
        }
        return (byline, date, lines[i..]);
    }

    private static bool IsByline(string line) =>
        line.StartsWith("By ", StringComparison.OrdinalIgnoreCase)
        || (line.Count(char.IsWhiteSpace) < 4 && line.Any(char.IsLetter) && !line.EndsWith('?') && !line.EndsWith(':'));

    private static CreditKind Kind(string name) =>
        name.Contains(' ', StringComparison.Ordinal) ? CreditKind.Person : CreditKind.Handle;

    /// <summary>The body; a headline within it that asks or announces begins a post of its own.</summary>
    private static Article Together(List<string> body, Article described)
    {
        var text = new TextBuilder();
        var posts = new List<(string Title, int Start)>();
        for (var i = 0; i < body.Count; i++)
        {
            var hasTextBelow = i + 1 < body.Count && body[i + 1].Length > LongestLabel;
            if (hasTextBelow && IsHeadline(body[i]) | IsQuestion(body[i]) && Announces().IsMatch(body[i]))
            {
                posts.Add((body[i], text.Next));
            }
            else if (hasTextBelow && IsHeadline(body[i]) && body[i].Length < 100)
            {
                text.Add(BlockKind.Heading, body[i].TrimStart('#', ' '));
            }
            else
            {
                text.Add(BlockKind.Paragraph, body[i]);
            }
        }
        return described with
        {
            Text = text.Text,
            Blocks = text.Blocks,
            Posts =
            [
                .. posts.Select(
                    (post, n) =>
                    {
                        var end = n + 1 < posts.Count ? posts[n + 1].Start - 2 : text.Length;
                        return new ArticlePost
                        {
                            Title = post.Title,
                            Start = post.Start,
                            End = end,
                            Text = text.Text[post.Start..end],
                        };
                    }
                ),
            ],
            Problem = text.Length == 0 && described.Title is null ? new Problem("empty", "there is no text") : null,
        };
    }

    private static bool IsName(string line) =>
        line.Length <= 40 && line.Count(char.IsWhiteSpace) < 5 && !EndsSentence(line) && char.IsUpper(line[0]);

    private static bool IsQuestion(string line) =>
        line.EndsWith('?')
        && line.Length is >= ShortestHeadline and <= LongestHeadline
        && !line.Contains('“', StringComparison.Ordinal)
        && !line.Contains(". ", StringComparison.Ordinal);

    private static bool EndsSentence(string line) =>
        line.TrimEnd('”', '"', '’', '\'', ')', '»') is [.., '.' or '!' or '?' or '…'];

    [GeneratedRegex(
        @"^(revealed|explained|explainer|analysis|what we know|q&a|in depth|fact check)\b|\?$",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Announces();
}
