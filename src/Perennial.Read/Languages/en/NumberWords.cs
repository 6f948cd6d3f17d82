using System.Collections.Frozen;
using System.Globalization;

namespace Perennial.Read.Languages.English;

/// <summary>A number as a text writes it.</summary>
/// <param name="Next">The piece after it.</param>
/// <param name="Value">Its value; <see langword="null"/> for "dozens".</param>
/// <param name="Low">The least that "dozens" can mean; <see langword="null"/> for a number with a value.</param>
/// <param name="InDigits">Whether it is written in digits.</param>
/// <param name="IsGrouped">Whether its digits have thousands' commas, a decimal point or a scale: no year or label looks like that.</param>
/// <param name="IsShortMillion">Whether its scale is the letter m, which may also mean metres.</param>
/// <param name="IsShare">Whether it is a share in words, "two thirds", whose value is in per cent.</param>
internal readonly record struct Numeral(
    int Next,
    decimal? Value,
    decimal? Low = null,
    bool InDigits = false,
    bool IsGrouped = false,
    bool IsShortMillion = false,
    bool IsShare = false
);

/// <summary>Reads numbers in digits, in words and in both: "10,000", "three thousand", "2.5 billion", "half a million", "dozens".</summary>
internal static class NumberWords
{
    private static readonly FrozenDictionary<string, int> Units = new Dictionary<string, int>
    {
        ["one"] = 1,
        ["two"] = 2,
        ["three"] = 3,
        ["four"] = 4,
        ["five"] = 5,
        ["six"] = 6,
        ["seven"] = 7,
        ["eight"] = 8,
        ["nine"] = 9,
        ["ten"] = 10,
        ["eleven"] = 11,
        ["twelve"] = 12,
        ["thirteen"] = 13,
        ["fourteen"] = 14,
        ["fifteen"] = 15,
        ["sixteen"] = 16,
        ["seventeen"] = 17,
        ["eighteen"] = 18,
        ["nineteen"] = 19,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, int> Tens = new Dictionary<string, int>
    {
        ["twenty"] = 20,
        ["thirty"] = 30,
        ["forty"] = 40,
        ["fifty"] = 50,
        ["sixty"] = 60,
        ["seventy"] = 70,
        ["eighty"] = 80,
        ["ninety"] = 90,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, decimal> Scales = new Dictionary<string, decimal>
    {
        ["dozen"] = 12,
        ["hundred"] = 100,
        ["thousand"] = 1_000,
        ["million"] = 1_000_000,
        ["billion"] = 1_000_000_000,
        ["trillion"] = 1_000_000_000_000,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    // Short scales of headlines; only right behind digits.
    private static readonly FrozenDictionary<string, decimal> Letters = new Dictionary<string, decimal>
    {
        ["k"] = 1_000,
        ["m"] = 1_000_000,
        ["mn"] = 1_000_000,
        ["mln"] = 1_000_000,
        ["bn"] = 1_000_000_000,
        ["b"] = 1_000_000_000,
        ["tn"] = 1_000_000_000_000,
        ["trn"] = 1_000_000_000_000,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    // A plural says two of its kind at least; a score is twenty.
    private static readonly FrozenDictionary<string, decimal> Plurals = new Dictionary<string, decimal>
    {
        ["dozens"] = 12,
        ["scores"] = 20,
        ["hundreds"] = 100,
        ["thousands"] = 1_000,
        ["millions"] = 1_000_000,
        ["billions"] = 1_000_000_000,
        ["trillions"] = 1_000_000_000_000,
        ["tens"] = 10,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    // The largest scale product that is still a decimal with room to spare.
    private const decimal Largest = 1_000_000_000_000_000_000m;

    /// <summary>The number that begins with a piece, or <see langword="null"/>.</summary>
    public static Numeral? At(Pieces text, int at) =>
        text.Is(at, PieceKind.Digits) ? Shares.At(text, at) ?? InDigits(text, at)
        : text.Is(at, PieceKind.Word)
            ? Vague(text, at) ?? PartOfScale(text, at) ?? Shares.At(text, at) ?? Single(text, at) ?? InWords(text, at)
        : null;

    /// <summary>The value of a number word from one to nineteen or a round ten; <see langword="null"/> for other words.</summary>
    public static int? Small(string word) =>
        Units.TryGetValue(word, out var unit) ? unit
        : Tens.TryGetValue(word, out var ten) ? ten
        : null;

    private static Numeral? InDigits(Pieces text, int at)
    {
        if (Value(text[at].Lower) is not { } value)
        {
            return null;
        }
        var grouped = text[at].Lower.AsSpan().IndexOfAnyExceptInRange('0', '9') >= 0;
        var numeral = new Numeral(at + 1, value, InDigits: true, IsGrouped: grouped);
        if (text.IsJoined(at + 1) && Letters.TryGetValue(text.Lower(at + 1), out var letter))
        {
            return Scaled(numeral, letter) with { IsShortMillion = text.Lower(at + 1) == "m" };
        }
        var scale = text.IsJoined(at + 1) && text.Lower(at + 1) is "-" or "‑" ? at + 2 : at + 1;
        return text.IsSameLine(scale) && Scales.TryGetValue(text.Lower(scale), out var word)
                ? Scaled(numeral with { Next = scale }, word)
            : text.IsSpaced(at + 1) && text.Lower(at + 1) is "bn" or "mn" or "tn" or "mln"
                ? Scaled(numeral, Letters[text.Lower(at + 1)])
            : numeral;
    }

    private static Numeral Scaled(Numeral numeral, decimal scale) =>
        numeral with
        {
            Next = numeral.Next + 1,
            Value = numeral.Value < Largest / scale ? numeral.Value * scale : null,
            IsGrouped = true,
        };

    /// <summary>Digits with commas in the right places; anything else is a label, a version or an address of the net.</summary>
    private static decimal? Value(string digits)
    {
        var clean = digits.Replace('\u00A0', ',').Replace('\u202F', ',').Replace('\u2009', ',');
        var point = clean.IndexOf('.', StringComparison.Ordinal);
        var whole = point < 0 ? clean : clean[..point];
        var groups = whole.Split(',');
        if (
            digits.Length == 0
            || (point >= 0 && clean.AsSpan(point + 1).IndexOfAny('.', ',') >= 0)
            || (groups.Length > 1 && (groups[0].Length > 3 || groups.Skip(1).Any(group => group.Length != 3)))
            || (whole.Length > 1 && whole[0] == '0')
        )
        {
            return null;
        }
        return decimal.TryParse(
            clean.Replace(",", "", StringComparison.Ordinal),
            NumberStyles.AllowDecimalPoint,
            CultureInfo.InvariantCulture,
            out var value
        )
            ? value
            : null;
    }

    /// <summary>"dozens", "tens of thousands", "several hundred", "a few dozen", "a couple of thousand".</summary>
    private static Numeral? Vague(Pieces text, int at)
    {
        if (Plurals.TryGetValue(text.Lower(at), out var one))
        {
            if (text.Lower(at + 1) == "of" && Plurals.TryGetValue(text.Lower(at + 2), out var other) && other > one)
            {
                return new Numeral(at + 3, null, Low: one * 2 * other, IsGrouped: true);
            }
            return one == 10 ? null : new Numeral(at + 1, null, Low: one * 2, IsGrouped: true);
        }
        var quantifier =
            text.Phrase(at, ["several"])
            + text.Phrase(at, ["many"])
            + text.Phrase(at, ["a", "few"])
            + text.Phrase(at, ["a", "couple"]);
        if (quantifier == 0)
        {
            return null;
        }
        var scale = at + quantifier;
        scale += text.Lower(scale) == "of" ? 1 : 0;
        return text.IsSameLine(scale) && Scales.TryGetValue(text.Lower(scale), out var value)
            ? new Numeral(scale + 1, null, Low: value * 2, IsGrouped: true)
            : null;
    }

    /// <summary>"half a million", "half a dozen", "a quarter of a million".</summary>
    private static Numeral? PartOfScale(Pieces text, int at)
    {
        if (Shares.Of(text, at) is not { } share)
        {
            return null;
        }
        var scale = share.Next + (text.Lower(share.Next) == "of" ? 1 : 0);
        return text.Lower(scale) is "a" or "an" && Scales.TryGetValue(text.Lower(scale + 1), out var value)
            ? new Numeral(scale + 2, share.Share * value, IsGrouped: true)
            : null;
    }

    // "a single second"
    private static Numeral? Single(Pieces text, int at) =>
        text.Phrase(at, ["a", "single"]) is > 0 and var length && text.IsSpaced(at + length)
            ? new Numeral(at + length, 1)
            : null;

    /// <summary>"twenty-five", "two hundred and fifty", "a hundred thousand", "two and a half million".</summary>
    private static Numeral? InWords(Pieces text, int at)
    {
        decimal total = 0;
        decimal group = 0;
        var scaled = false;
        var i = at;
        if (text.Lower(at) is "a" or "an")
        {
            if (!text.IsSameLine(at + 1) || !Scales.ContainsKey(text.Lower(at + 1)))
            {
                return null;
            }
            (group, i) = (1, at + 1);
        }
        for (var last = at; ; last = i)
        {
            var word = i == at || text.IsSameLine(i) ? text.Lower(i) : "";
            if (
                word is "-" or "‑"
                && i > at
                && text.IsJoined(i)
                && text.IsJoined(i + 1)
                && IsCounting(text.Lower(i + 1))
            )
            {
                i++;
                word = text.Lower(i);
            }
            if (word == "and" && i > at && AndHalf(text, i) is { } half)
            {
                (group, i) = (group + half.Share, half.Next);
            }
            else if (word == "and" && scaled && IsCounting(text.Lower(i + 1)) && !Scales.ContainsKey(text.Lower(i + 1)))
            {
                // "two hundred and fifty"; "one million and ten" is rarer than "a million and ten others".
                if (group < 100 || group % 100 != 0)
                {
                    break;
                }
                i++;
            }
            else if (Units.TryGetValue(word, out var unit) && (group % 10 == 0 && group % 100 != 10))
            {
                (group, i) = (group + unit, i + 1);
            }
            else if (Tens.TryGetValue(word, out var ten) && group % 100 == 0)
            {
                (group, i) = (group + ten, i + 1);
            }
            else if (group > 0 && Scales.TryGetValue(word, out var scale))
            {
                scaled = true;
                if (scale <= 100)
                {
                    group *= scale;
                }
                else if (group + total < Largest / scale)
                {
                    (total, group) = (total + (group * scale), 0);
                }
                i++;
            }
            if (i == last || i - at > 12)
            {
                break;
            }
        }
        return i > at && total + group > 0 ? new Numeral(i, total + group, IsGrouped: scaled) : null;
    }

    private static (decimal Share, int Next)? AndHalf(Pieces text, int and) =>
        text.Phrase(and, ["and", "a", "half"]) is > 0 and var half ? (0.5m, and + half)
        : text.Phrase(and, ["and", "a", "quarter"]) is > 0 and var quarter ? (0.25m, and + quarter)
        : null;

    private static bool IsCounting(string word) =>
        Units.ContainsKey(word) || Tens.ContainsKey(word) || Scales.ContainsKey(word);
}
