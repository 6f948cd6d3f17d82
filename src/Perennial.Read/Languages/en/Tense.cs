using System.Collections.Frozen;

namespace Perennial.Read.Languages.English;

/// <summary>Whether the words around a day tell of what has been or of what is to come.</summary>
internal static class Tense
{
    // Longer sentences say too much at once for a far word to bear on the day.
    private const int Farthest = 25;

    private static readonly FrozenSet<string> Future = (
        "will shall 'll won't going due scheduled expected set plans plan planning upcoming next tomorrow would may might "
        + "hopes intends aims promises vows to-be forthcoming begins opens starts takes wants want forecast forecasts "
        + "predicts expects likely"
    )
        .Split(' ')
        .ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Past = (
        "was were had did said told came went took made gave saw found got held met left fell rose began struck hit shot "
        + "won lost broke spoke wrote became sent brought kept put ran led stood sat flew drove fought caught built "
        + "spent paid sold bought read heard felt knew thought been last yesterday ago"
    )
        .Split(' ')
        .ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The nearest word before the day in its sentence decides; if none speaks, the nearest behind it.</summary>
    /// <returns><see langword="null"/> when neither speaks.</returns>
    public static bool? IsFuture(Pieces text, int at)
    {
        for (var i = at - 1; i > at - Farthest && text.IsSameLine(i + 1) && !EndsSentence(text, i); i--)
        {
            if (Speaks(text, i) is { } future)
            {
                return future;
            }
        }
        for (var i = at + 1; i < at + Farthest && text.IsSameLine(i) && !EndsSentence(text, i); i++)
        {
            if (Speaks(text, i) is { } future)
            {
                return future;
            }
        }
        return null;
    }

    private static bool? Speaks(Pieces text, int at)
    {
        var word = text.Lower(at);
        // "May have left" tells of what has been.
        if (word is "may" or "might" or "would" && text.Lower(at + 1) == "have")
        {
            return text.IsCapital(at) ? null : false;
        }
        // "The planned dam" is only a dam; "is planned for" looks ahead. "Could not be reached" does not.
        if (word == "planned")
        {
            return IsBe(text.Lower(at - 1)) ? true : null;
        }
        if (word == "could")
        {
            return
                text.Lower(at + 1)
                    is "be"
                        or "come"
                        or "open"
                        or "begin"
                        or "start"
                        or "bring"
                        or "reach"
                        or "fall"
                        or "rise"
                ? true
                : null;
        }
        // "Were to be held": the participle is not past by itself.
        if (
            text.Lower(at - 1) == "be" && word.EndsWith("ed", StringComparison.Ordinal)
            || (text.Lower(at - 1) == "be" && Past.Contains(word))
        )
        {
            return null;
        }
        return Future.Contains(word) && !(word == "may" && text.IsCapital(at))
            || word.EndsWith("'ll", StringComparison.Ordinal)
            || (word == "to" && (IsBe(text.Lower(at - 1)) || text.Lower(at - 1) == "due"))
                ? true
            : Past.Contains(word)
            || (
                word.Length > 4
                && word.EndsWith("ed", StringComparison.Ordinal)
                && !text.IsCapital(at)
                && word != "need"
            )
                ? false
            : null;
    }

    private static bool IsBe(string word) => word is "is" or "are" or "was" or "were";

    // A point that ends a sentence has a capital or nothing behind it.
    private static bool EndsSentence(Pieces text, int at) =>
        text.Lower(at) is "!" or "?" || (text.Lower(at) == "." && (!text.Has(at + 1) || text.IsCapital(at + 1)));
}
