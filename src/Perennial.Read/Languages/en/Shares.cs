using System.Collections.Frozen;

namespace Perennial.Read.Languages.English;

/// <summary>Reads parts of a whole: "two thirds", "half of", "more than a quarter", "one in five", "nine out of ten". All are percentages.</summary>
internal static class Shares
{
    // What stands before a share that needs nothing behind it: "more than half", "fell by a third".
    private static readonly FrozenSet<string> Leads = WordClasses.Set(
        "by about around roughly approximately nearly almost over under than least most some only just to"
    );

    // "a third," and "a third since May" are shares; "a third attack" is one in a row.
    private static readonly FrozenSet<string> Follows = WordClasses.Set(
        "of since from in to on at compared and as this last over during after before when while or but than below above between under"
    );

    private static readonly FrozenSet<string> Owners = WordClasses.Set("the his her its their our my your");

    private static readonly FrozenSet<string> Times = WordClasses.Set(
        "second seconds minute minutes hour hours day days week weeks month months year years decade decades century mile"
    );

    /// <summary>The share that begins with a piece, in per cent, or <see langword="null"/>.</summary>
    public static Numeral? At(Pieces text, int at) => Ratio(text, at) ?? Fraction(text, at);

    /// <summary>A fraction from 0 to 1, and the piece after it, whatever it is a fraction of: "half", "three quarters".</summary>
    public static (decimal Share, int Next)? Of(Pieces text, int at)
    {
        if (text.Lower(at) == "half")
        {
            return (0.5m, at + 1);
        }
        var count =
            text.Lower(at) is "a" ? 1
            : NumberWords.Small(text.Lower(at)) is { } small ? small
            : 0;
        var part = text.Lower(at + 1) is "-" or "‑" ? at + 2 : at + 1;
        decimal? of = text.Lower(part) switch
        {
            "third" or "thirds" => 3m,
            "quarter" or "quarters" => 4m,
            "fifth" or "fifths" => 5m,
            "sixth" or "sixths" => 6m,
            "eighth" or "eighths" => 8m,
            "tenth" or "tenths" => 10m,
            _ => null,
        };
        return count > 0 && of > count && text.IsSameLine(part) ? (count / of.Value, part + 1) : null;
    }

    // "one in five bags", "nine out of ten", "3 in 10".
    private static Numeral? Ratio(Pieces text, int at)
    {
        if (SmallNumber(text, at) is not { } part || text.IsJoined(at + 1))
        {
            return null;
        }
        var link = text.Lower(at + 1) == "in" ? 1 : text.Phrase(at + 1, ["out", "of"]);
        var whole = at + 1 + link;
        return
            link > 0
            && text.IsSameLine(whole)
            && SmallNumber(text, whole) is { } all
            && all > part
            && all > 2
            && !(text.IsJoined(whole + 1) && text.Lower(whole + 1) is "-" or "%" or ":" or "/")
            && !Times.Contains(text.Lower(whole + 1))
            ? Percent((decimal)part / all, whole + 1)
            : null;
    }

    private static int? SmallNumber(Pieces text, int at) =>
        text.Is(at, PieceKind.Digits)
            ? int.TryParse(
                text.Lower(at),
                System.Globalization.NumberStyles.None,
                System.Globalization.CultureInfo.InvariantCulture,
                out var digits
            ) && digits is > 0 and <= 100
                ? digits
                : null
            : NumberWords.Small(text.Lower(at));

    private static Numeral? Fraction(Pieces text, int at)
    {
        if (Of(text, at) is not { } share || (text.Lower(at - 1) is "-" or "‑" && text.IsJoined(at)))
        {
            return null;
        }
        var (part, next) = share;
        var behind = text.IsSameLine(next) && text.IsSpaced(next) ? text.Lower(next) : "";
        if (behind == "of" && text.Lower(next + 1) is "a" or "an" && Times.Contains(text.Lower(next + 2)))
        {
            return null;
        }
        var isSeveral = text.Lower(next - 1) is "thirds" or "fifths" or "sixths" or "eighths" or "tenths";
        var led = text.IsSameLine(at) && Leads.Contains(text.Lower(at - 1));
        return
            behind == "of"
            || isSeveral
            || (
                text.Lower(at) == "half"
                    ? Owners.Contains(behind) && text.Lower(next + 1) is not ("time" or "battle" or "story")
                        || led && behind is not ("a" or "an")
                    : led && (!text.Is(next, PieceKind.Word) || !text.IsSameLine(next) || Follows.Contains(behind))
            )
            ? Percent(part, next)
            : null;
    }

    private static Numeral Percent(decimal share, int next) =>
        new(next, Math.Round(share * 100, 2), IsGrouped: true, IsShare: true);
}
