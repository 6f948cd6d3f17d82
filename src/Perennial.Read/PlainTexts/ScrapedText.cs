using Perennial.Read.Pages;

namespace Perennial.Read.PlainTexts;

/// <summary>Reads text as people paste it or scrapers leave it: masthead, menu words, headline, byline, then the article.</summary>
internal static class ScrapedText
{
    /// <summary>Reads a text: its lines, then a labelled head if it has one, else a head to be told by its looks, then the body.</summary>
    public static Article Read(string text, string? url)
    {
        var isMarkdown = Markdown.IsIn(text);
        var lines = TextLines.Of(text);
        lines = [.. lines.SkipWhile(line => line.Length == 0)];
        var labelled = LabelledHead.Of(lines);
        lines = TextLines.Joined(lines[(labelled?.Lines ?? 0)..]);
        lines = [.. TextBody.UpToEnd(lines).Where(line => !Noise.IsLine(line) && !Markdown.IsSilent(line))];
        if (labelled is not null)
        {
            return TextBody.Of(WithoutTitle(lines, labelled.Title), Described(labelled, url), isMarkdown);
        }
        if (lines.Count == 0)
        {
            return new Article { Url = url, Problem = new Problem("empty", "there is no text") };
        }
        var head = TextHead.Of(lines, url);
        return TextBody.Of(head.Body, head.Described, isMarkdown);
    }

    private static Article Described(LabelledHead head, string? url)
    {
        var credits = head.Author is null
            ? []
            : Byline.Names(head.Author).Select(name => new Credit(name, Byline.KindOf(name))).ToList();
        return new Article
        {
            Url = url,
            Title = head.Title,
            Credits = credits,
            Authors = [.. credits.Select(credit => credit.Name)],
            Published = head.Date is null ? null : StatedTime.ParseIso(head.Date) ?? DateText.Parse(head.Date),
        };
    }

    private static List<string> WithoutTitle(List<string> lines, string? title) =>
        lines.Count > 0 && title is not null && Words.Key(lines[0]) == Words.Key(title) ? lines[1..] : lines;
}
