using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace Perennial.Read.Pages;

/// <summary>The dates that a page shows of itself.</summary>
/// <param name="Near">The one around the headline.</param>
/// <param name="Anywhere">The best one on the rest of the page.</param>
/// <param name="Modified">The one that is said to be of the last change.</param>
/// <param name="Original">The one that a sentence says to be of the first publication.</param>
internal sealed partial record ShownDates(
    Told<StatedTime>? Near,
    Told<StatedTime>? Anywhere,
    Told<StatedTime>? Modified,
    Told<StatedTime>? Original
)
{
    // A dateline stands at most so many characters above the headline or below it: a standfirst and a byline lie between.
    private const int Above = 300;
    private const int Below = 1_500;

    // A line with so many characters beside its date tells something else.
    private const int LongestRest = 60;
    private const int MostLines = 3_000;

    // In this order: what markup says that it is the day of publication, any other marked date, a line that says so in
    // words, a line that is little more than a date, the beginning of a paragraph.
    private enum Strength
    {
        Published,
        Marked,
        Worded,
        Line,
        Dateline,
    }

    private sealed record Candidate(StatedTime Date, Evidence By, Strength Strength, bool IsChange, int Start);

    /// <summary>Finds them.</summary>
    public static ShownDates Of(ShownPage shown, DateHabits habits)
    {
        var found = shown
            .Dates.Select(piece => OfPiece(shown, piece, habits))
            .Concat(Lines(shown, habits))
            .OfType<Candidate>()
            .OrderBy(date => shown.IsAside(date.Start))
            .ThenBy(date => date.IsChange)
            .ThenBy(date => date.Strength)
            .ThenBy(date => date.Start)
            .ToList();
        var (from, to) = shown.Headline is { } headline ? (headline.Start - Above, headline.End + Below) : (0, Below);
        var near = found.Find(date => date.Start >= from && date.Start <= to && !shown.IsAside(date.Start));
        var change = found.Find(date => date.IsChange && !shown.IsAside(date.Start));
        return new ShownDates(
            Told(near),
            Told(found.FirstOrDefault()),
            Told(change),
            OriginalOf(shown, habits) is { } first ? new Told<StatedTime>(first, Evidence.Visible) : null
        );
    }

    // "This story was originally published on 12 March 2031 and has been updated."
    private static StatedTime? OriginalOf(ShownPage shown, DateHabits habits)
    {
        const int longest = 50;
        var said = OriginalWords().Match(shown.Text);
        return said.Success
            ? DateText.Parse(shown.Slice(said.Index + said.Length, said.Index + said.Length + longest), habits)
            : null;
    }

    private static Told<StatedTime>? Told(Candidate? date) => date is null ? null : new(date.Date, date.By);

    private static Candidate? OfPiece(ShownPage shown, ShownPiece piece, DateHabits habits)
    {
        const int longest = 160;
        var words = shown.Words(piece);
        var isMachine = MachineTime.Parse(Machine(piece.Element)) is not null;
        var date =
            MachineTime.Parse(Machine(piece.Element))
            ?? (words.Length is > 5 and < longest ? DateText.Parse(words, habits) : null);
        if (date is not { } known || (!isMachine && Rights().IsMatch(words)))
        {
            return null;
        }
        var label = LabelBefore(shown, piece.Start) + " " + words;
        var isPublished = PublishedMark().IsMatch(piece.Marks);
        return new Candidate(
            known,
            piece.Element.HasAttribute("itemprop") ? Evidence.Microdata : Evidence.Visible,
            isPublished || isMachine ? Strength.Published : Strength.Marked,
            (ChangeMark().IsMatch(piece.Marks) && !isPublished) || ChangeWords().IsMatch(label),
            piece.Start
        );
    }

    private static string? Machine(IElement element) =>
        element.GetAttribute("datetime") ?? element.GetAttribute("content") ?? element.GetAttribute("title");

    private static string LabelBefore(ShownPage shown, int start)
    {
        const int longest = 25;
        var before = shown.Slice(start - longest, start);
        return before[(before.TrimEnd().LastIndexOf('\n') + 1)..];
    }

    private static IEnumerable<Candidate> Lines(ShownPage shown, DateHabits habits)
    {
        var start = 0;
        foreach (var line in shown.Text.Split('\n').Take(MostLines))
        {
            if (
                line.Length > 5
                && line.Any(char.IsDigit)
                && !Rights().IsMatch(line)
                && DateText.Find(Beginning(line), habits) is { } date
                && StrengthOf(line, date.Start, date.Length) is { } strength
            )
            {
                yield return new Candidate(date.Date, Evidence.Visible, strength, ChangeWords().IsMatch(line), start);
            }
            start += line.Length + 1;
        }
    }

    private static string Beginning(string line)
    {
        const int longest = 160;
        return line[..Math.Min(line.Length, longest)].Replace('\t', ' ');
    }

    /// <summary>What a line is by its date; <see langword="null"/> for one that tells of another day.</summary>
    private static Strength? StrengthOf(string line, int start, int length)
    {
        // "Sarn, 12 March 2031 – The quay": a place is no longer.
        const int longestPlace = 35;
        var isShort = line.Length - length < LongestRest;
        // The match takes the character behind the date with it.
        var end = Math.Min(line.Length, start + length);
        var behind = line[(end > 0 && !char.IsDigit(line[end - 1]) ? end - 1 : end)..].TrimStart();
        return isShort && PublishedWords().IsMatch(line) ? Strength.Worded
            : isShort ? Strength.Line
            : start <= 1 || (start < longestPlace && behind is ['-' or '–' or '—' or ')' or ':' or '|', ..])
                ? Strength.Dateline
            : null;
    }

    [GeneratedRegex(
        @"(^|[\s_-])(datepublished|published|pubdate|publish-date|publication-date|entry-date|post-date|article-date|posted-on)([\s_-]|$)",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex PublishedMark();

    [GeneratedRegex(
        @"modif|updated?([\s_-]|$)|lastmod|changed|revised",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex ChangeMark();

    [GeneratedRegex(
        @"^\W*(last |zuletzt |letzte |dernière |última |ultimo )?(updated?|modified|changed|revised|reviewed|edited|aktualisiert|aktualisierung|geändert|änderung|bearbeitet|mise? à jour|modifié|actualizad[oa]|actualización|modificad[oa]|atualizad[oa]|aggiornat[oa]|aggiornamento|bijgewerkt|laatste update|uppdaterad|oppdatert|opdateret|päivitetty|aktualizováno|zaktualizowano|aktualizacja|güncellenme|güncelleme|обновлено|оновлено|更新)",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex ChangeWords();

    [GeneratedRegex(
        @"^\W*(published|posted|publish date|publication date|date|created|first published|written on|veröffentlicht|erstellt|datum|stand|vom|publié|publication|publicad[oa]|fecha|data|pubblicat[oa]|gepubliceerd|geplaatst|publicerad|publisert|publiceret|julkaistu|opublikowano|yayınlanma|yayın tarihi|опубликовано|дата|公開|掲載|発表|发布|日期)",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex PublishedWords();

    [GeneratedRegex(
        @"\b((originally|first) (published|posted|appeared)( (on|at))?|zuerst (veröffentlicht|erschienen)( am)?|erstveröffentlichung|publié (initialement|à l'origine) le|publicado originalmente (el|em))[:\s]",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex OriginalWords();

    [GeneratedRegex(@"©|\(c\)|copyright|all rights", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Rights();
}
