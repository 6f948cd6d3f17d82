using System.Text.RegularExpressions;

namespace Perennial.Read.Pages;

/// <summary>Bylines that are told by their words and place, not by markup; and words that tell of others than the author.</summary>
internal sealed partial record ShownByline
{
    /// <summary>Names around the headline behind a "By", in its own piece or in the one before.</summary>
    private static IEnumerable<Candidate> Worded(ShownPage shown, int from, int to)
    {
        const int longest = 120;
        var (start, isAnnounced) = (from, false);
        foreach (var line in shown.Slice(from, to).Split('\n').Take(MostLines))
        {
            var parts = line.Split('\t');
            for (var i = 0; i < parts.Length && line.Length < longest && !shown.IsAside(start); i++)
            {
                var names =
                    isAnnounced || Byline.Announces(Words.Clean(parts[i]))
                        ? NamesOf(parts[i..], Byline.LooksLikeName)
                        : [];
                if (names.Count > 0)
                {
                    yield return new Candidate(names, null, start, start + line.Length, Strength.Worded);
                }
                isAnnounced = Byline.IsLabel(Words.Clean(parts[i]));
            }
            start += line.Length + 1;
        }
    }

    /// <summary>Whole names anywhere behind the word "author".</summary>
    private static IEnumerable<Candidate> Labelled(ShownPage shown)
    {
        var (start, isAnnounced) = (0, false);
        foreach (var line in shown.Text.Split('\n').Take(MostLabelledLines))
        {
            foreach (var part in line.Split('\t'))
            {
                var label = Author().Match(part);
                var names =
                    isAnnounced || label.Success
                        ? NamesOf([Words.Clean(part[label.Length..])], Byline.LooksLikeName).FindAll(IsWhole)
                        : [];
                if (names.Count > 0 && !shown.IsAside(start))
                {
                    yield return new Candidate(names, null, start, start + part.Length, Strength.Labelled);
                }
                isAnnounced = label.Success && label.Length == part.Length;
                start += part.Length + 1;
            }
        }
    }

    /// <summary>A line below the headline that holds a whole name, a date and little else.</summary>
    private static IEnumerable<Candidate> Dated(ShownPage shown)
    {
        const int below = 600;
        const int longest = 100;
        if (shown.Headline is not { } headline)
        {
            yield break;
        }
        var start = headline.End;
        foreach (var line in shown.Slice(headline.End, headline.End + below).Split('\n').Take(MostLines))
        {
            var parts = line.Split(Beside, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            if (
                line.Length is > 0 and < longest
                && parts.Length > 1
                && !shown.IsAside(start)
                && Array.Exists(parts, part => DateText.Parse(part) is not null)
                && Array.Find([parts[0], parts[^1]], part => IsWhole(part) && Byline.LooksLikeName(part)) is { } name
                && name.Split(' ').Length <= 4
            )
            {
                yield return new Candidate([name], null, start, start + line.Length, Strength.Dated);
            }
            start += line.Length + 1;
        }
    }

    private static bool IsWhole(string name) =>
        name[0] >= '\u2E80' ? name.Length is 2 or 3 : name.Contains(' ', StringComparison.Ordinal);

    private const int MostLabelledLines = 3_000;

    private static readonly string[] Beside = ["\t", "|", " - ", " – ", " — ", "•", "·"];

    [GeneratedRegex(
        @"^\s*(author|autor(in)?(/autor(in)?)?|auteur|autrice|autore|författare|forfatter|yazar|автор|作者|責任編輯|责任编辑)\s*($|[:：]\s*)",
        Options
    )]
    private static partial Regex Author();

    // Others than the author: who checked the text, took the picture, translated it. "By" may stand above the name.
    [GeneratedRegex(OtherWorkWords + @"(\s(by|von|par|por|de|da)\W*|[^\w\n]*)$", Options)]
    private static partial Regex OtherWork();

    [GeneratedRegex(OtherWorkWords + @"\s(by|von|par|por|de|da)\W", Options)]
    private static partial Regex OtherWorkBy();

    private const RegexOptions Options =
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture;

    private const string OtherWorkWords =
        @"\b(review(ed)?|edit(ed|or|ing)?|check(ed)?|test(ed)?|geprüft|redigiert|illustrat\w+|photo\w*|foto\w*|bild\w*|images?|pictures?|translat\w+|übersetz\w*|traduct\w*|tradui\w*|traduz\w*)";
}
