using System.Text.RegularExpressions;

namespace Perennial.Read.Pages;

/// <summary>The byline as readers see it.</summary>
/// <param name="Names">The names, in order.</param>
/// <param name="By">Whether they stand in microdata or are only shown.</param>
/// <param name="IsNear">Whether it stands around the headline.</param>
internal sealed partial record ShownByline(IReadOnlyList<string> Names, Evidence By, bool IsNear)
{
    // Standfirst, picture and date lie between headline and byline at most.
    private const int Above = 400;
    private const int Below = 1_500;
    private const int MostLines = 200;

    // A box with more characters than that holds more than a byline.
    private const int ShortBox = 100;

    // Two pieces of one byline have a separator or a role between them.
    private const int BetweenNames = 120;

    // "Reviewed by" and the like stand so close before a name.
    private const int BeforeName = 20;

    // In this order: markup that names an author, other markup about authors, a line that begins with "By", a name beside
    // a date; and the word "author" where nothing stands around the headline.
    private enum Strength
    {
        Named,
        Marked,
        Worded,
        Dated,
        Labelled,
    }

    private sealed record Candidate(
        IReadOnlyList<string> Names,
        ShownPiece? Piece,
        int Start,
        int End,
        Strength Strength
    );

    /// <summary>Finds it: near the headline before elsewhere, clear markup before vague, first before later.</summary>
    public static ShownByline? Of(ShownPage shown)
    {
        var (from, to) = shown.Headline is { } headline ? (headline.Start - Above, headline.End + Below) : (0, Below);
        var marked = Outermost(
            shown,
            [
                .. shown
                    .Authors.Where(piece =>
                        !shown.IsAside(piece.Start, IsBelow(piece) ? ShortBox : 0) && !IsInForm(shown, piece)
                    )
                    .Select(piece => OfPiece(shown, piece))
                    .OfType<Candidate>(),
            ]
        );
        var best = marked
            .Concat(Worded(shown, Math.Max(0, from), to))
            .Concat(Labelled(shown))
            .Concat(Dated(shown))
            .Where(candidate => RankOf(candidate) is not null)
            .OrderBy(RankOf)
            .ThenBy(candidate => candidate.Strength)
            .ThenBy(candidate => candidate.Start)
            .FirstOrDefault();
        if (best is null)
        {
            return null;
        }
        return new ShownByline(
            best.Piece is null ? best.Names : [.. WithNeighbours(shown, best, marked)],
            best.Piece?.Element.Closest("[itemprop]") is null ? Evidence.Visible : Evidence.Microdata,
            IsNear(best)
        );

        bool IsNear(Candidate candidate) => candidate.Start >= from && candidate.Start <= to;

        // Around the headline; behind the word "author"; whole names elsewhere, and there user names and initials only in
        // markup that says nothing but that it is the author.
        int? RankOf(Candidate candidate) =>
            candidate.Strength == Strength.Labelled ? 1
            : IsNear(candidate) ? 0
            : candidate.Names.All(name => name.Contains(' ', StringComparison.Ordinal)) ? 2
            : candidate.Strength == Strength.Named && PageData.HasWord(candidate.Piece?.Marks, "author") ? 3
            : null;

        // Right below the headline a small box with the author may be named as if it were a teaser's.
        bool IsBelow(ShownPiece piece) =>
            shown.Headline is { } above && piece.Start >= above.End && piece.Start <= above.End + Above;
    }

    private static Candidate? OfPiece(ShownPage shown, ShownPiece piece)
    {
        const int longestHandle = 40;
        var parts = WholeName(piece, shown.Parts(piece));
        var isAlone = parts is [{ Length: <= longestHandle }];
        var names = NamesOf(parts, isAlone ? IsHandleOrName : Byline.LooksLikeName);
        return names.Count == 0 || OtherWork().IsMatch(shown.Slice(piece.Start - BeforeName, piece.Start))
            ? null
            : new Candidate(
                names,
                piece,
                piece.Start,
                piece.End,
                NamesAuthor().IsMatch(piece.Marks) ? Strength.Named : Strength.Marked
            );
    }

    // Who writes to the author fills in a form; a form around everything is how some programs make pages.
    private static bool IsInForm(ShownPage shown, ShownPiece piece) =>
        piece.Element.Closest("form") is { } form && shown.Headline is { } headline && !form.Contains(headline.Element);

    /// <summary>A link to an author holds one name, also where each of its words has its own element.</summary>
    private static string[] WholeName(ShownPiece piece, string[] parts)
    {
        const int mostWords = 4;
        var name = string.Join(' ', parts);
        return
            piece.Element.LocalName == "a"
            && parts.Length is 2 or 3
            && Array.Exists(parts, part => !part.Contains(' ', StringComparison.Ordinal))
            && Array.TrueForAll(parts, Byline.LooksLikeName)
            && name.Split(' ').Length <= mostWords
            ? [name]
            : parts;
    }

    // Under a mark that promises an author a user name will do: "annette", "annette gray".
    private static bool IsHandleOrName(string name) =>
        Byline.LooksLikeName(name) || (Byline.IsName(name) && name.Count(char.IsWhiteSpace) < 2);

    /// <summary>The names with which some pieces begin, up to the first that is none.</summary>
    private static List<string> NamesOf(string[] parts, Func<string, bool> isName)
    {
        const int mostLabels = 2;
        var (names, labels) = (new List<string>(), 0);
        foreach (var part in parts.Where(part => part.Any(char.IsLetter) && !Between().IsMatch(part)))
        {
            // "Translated by" and the name behind it; a bureau in brackets.
            if (
                (part.Contains(' ', StringComparison.Ordinal) && OtherWork().IsMatch(part))
                || (part[0] == '(' && parts.Length > 1)
            )
            {
                break;
            }
            var found = Byline.Names(part).TakeWhile(isName).ToList();
            // "Ann Gray", "London": a second name has two words, or is joined to the first.
            var isPlace = names.Count > 0 && !found.Exists(name => name.Contains(' ', StringComparison.Ordinal));
            if (found.Count > 0 && !isPlace && !Byline.IsLabel(part))
            {
                names.AddRange(found);
            }
            else if (names.Count > 0 || ++labels > mostLabels)
            {
                break;
            }
        }
        return names;
    }

    /// <summary>Pieces that stand in no other; a piece has the names within it, or its own when it names these and more.</summary>
    private static List<Candidate> Outermost(ShownPage shown, IEnumerable<Candidate> innerFirst)
    {
        var outermost = new List<Candidate>();
        foreach (var candidate in innerFirst)
        {
            var inner = outermost.FindAll(other => other.Start >= candidate.Start && other.End <= candidate.End);
            outermost.RemoveAll(inner.Contains);
            // Whoever follows on "Translated by" is none of them, unless everybody does.
            var others = inner.FindAll(other => OtherWorkBy().IsMatch(shown.Slice(candidate.Start, other.Start)));
            if (others.Count < inner.Count)
            {
                inner.RemoveAll(others.Contains);
            }
            var names = FullNames(inner.SelectMany(other => other.Names))
                .Distinct(StringComparer.OrdinalIgnoreCase)
                .ToList();
            outermost.Add(
                inner.Count == 0
                    ? candidate
                    : candidate with
                    {
                        Names = names.TrueForAll(name =>
                            candidate.Names.Contains(name, StringComparer.OrdinalIgnoreCase)
                        )
                            ? candidate.Names
                            : names,
                        Strength = inner.Select(other => other.Strength).Append(candidate.Strength).Min(),
                    }
            );
        }
        return outermost;
    }

    // A word without a capital beside whole names is a section's or a button's.
    private static List<string> FullNames(IEnumerable<string> names)
    {
        var all = names.ToList();
        return all.Exists(name => name.Contains(' ', StringComparison.Ordinal))
            ? all.FindAll(name => !char.IsLower(name[0]) || name.Contains(' ', StringComparison.Ordinal))
            : all;
    }

    /// <summary>The names of a piece and of those like it that follow it closely.</summary>
    private static IEnumerable<string> WithNeighbours(ShownPage shown, Candidate first, List<Candidate> all)
    {
        var end = first.End;
        foreach (var candidate in all.Where(other => other.Start >= first.Start).OrderBy(other => other.Start))
        {
            var between = shown.Slice(end, candidate.Start);
            if (between.Length > BetweenNames || OtherWork().IsMatch(between) || OtherWorkBy().IsMatch(between))
            {
                yield break;
            }
            if (
                candidate.Piece!.Marks == first.Piece!.Marks
                && candidate.Piece.Element.LocalName == first.Piece.Element.LocalName
            )
            {
                end = candidate.End;
                foreach (var name in candidate.Names)
                {
                    yield return name;
                }
            }
        }
    }

    [GeneratedRegex(
        @"(^|[\s_-])(author|author-?name|byline\w*|author-?link)([\s_-]|$)|author[\s_-]*name|byline",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex NamesAuthor();

    [GeneratedRegex(
        @"^\W*(and|und|et|y|e|og|och|with|mit)?\W*$",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Between();
}
