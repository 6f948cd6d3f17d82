using System.Text.RegularExpressions;

namespace Perennial.Read.PlainTexts;

/// <summary>The text below a head: paragraphs, subheads, and explainers that stand in it under headlines of their own.</summary>
internal static partial class TextBody
{
    private const int LongestSubhead = 100;

    /// <summary>Puts the lines together.</summary>
    public static Article Of(IReadOnlyList<string> lines, Article described, bool isMarkdown)
    {
        var text = new TextBuilder();
        var posts = new List<(string Title, int Start)>();
        for (var i = 0; i < lines.Count; i++)
        {
            var line = lines[i];
            var isHeading = isMarkdown && Markdown.HeadingDepth(line) > 0;
            var words = isMarkdown ? Markdown.Plain(line) : line;
            var isAboveText = i + 1 < lines.Count && (TextLines.IsParagraph(lines[i + 1]) || isHeading);
            if (words.Length == 0)
            {
                continue;
            }
            if (isAboveText && IsExplainer(words, text.Length == 0 && described.Title is not null))
            {
                posts.Add((words, text.Next));
            }
            else
            {
                text.Add(
                    isMarkdown && Markdown.KindOf(line) is not BlockKind.Paragraph and var kind ? kind
                        : isAboveText && IsSubhead(words) ? BlockKind.Heading
                        : BlockKind.Paragraph,
                    words
                );
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
                        Post(
                            post.Title,
                            post.Start,
                            n + 1 < posts.Count ? posts[n + 1].Start - 2 : text.Length,
                            text.Text
                        )
                ),
            ],
            Problem = text.Length == 0 && described.Title is null ? new Problem("empty", "there is no text") : null,
        };
    }

    private static ArticlePost Post(string title, int start, int end, string text) =>
        new()
        {
            Title = title,
            Start = start,
            End = end,
            Text = text[start..end],
        };

    /// <summary>A headline that announces itself as an explainer, or a question right below the main headline.</summary>
    private static bool IsExplainer(string line, bool isFirst) =>
        TextHead.IsHeadline(line) && (Announces().IsMatch(line) || (isFirst && line.EndsWith('?')));

    private static bool IsSubhead(string line) =>
        line.Length < LongestSubhead
        && char.IsLetterOrDigit(line[0])
        && (!TextLines.EndsSentence(line) || (line.EndsWith('?') && !line.Contains(". ", StringComparison.Ordinal)));

    /// <summary>The lines before a heading such as "Related stories" behind which no paragraph follows.</summary>
    public static IReadOnlyList<string> UpToEnd(IReadOnlyList<string> lines)
    {
        var last = lines.Count - 1;
        while (last >= 0 && !TextLines.IsParagraph(lines[last]))
        {
            last--;
        }
        if (last < 0)
        {
            return lines;
        }
        for (var i = last + 1; i < lines.Count; i++)
        {
            if (Closing().IsMatch(lines[i].TrimStart('#', '*', ' ')))
            {
                return [.. lines.Take(i)];
            }
        }
        return lines;
    }

    [GeneratedRegex(
        @"^(revealed|explained|explainer|analysis|what we know|q&a|in depth|fact[- ]check)\b",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Announces();

    [GeneratedRegex(
        @"^(related\b.*|more (stories|news|from|on)\b.*|most (read|popular|viewed)\b.*|read next.*|you (may|might) (also )?like.*|recommended\b.*|trending\b.*|(\d+ )?comments?( \(\d+\))?|leave a (reply|comment).*|post navigation|tags?:.*|topics?:.*|about the author.*|à lire aussi.*|lire aussi.*|sur le même sujet.*|les plus (lus|lues).*|commentaires.*|mehr zum thema.*|das könnte sie auch interessieren.*|kommentare.*|te puede interesar.*|más leídas?.*|comentarios.*|--)$",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Closing();
}
