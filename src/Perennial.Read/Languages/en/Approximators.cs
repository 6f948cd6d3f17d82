namespace Perennial.Read.Languages.English;

/// <summary>The words that say how exact a number is: "nearly", "at least", "about", "or more".</summary>
internal static class Approximators
{
    // Longer phrases first where one begins like another.
    private static readonly (string[] Words, Approximation Meaning)[] Before =
    [
        .. All(
            Approximation.Over,
            "no fewer than|no less than|not less than|not fewer than|in excess of|a minimum of|more than|greater than|at least|upwards of|upward of|exceeding|over|above|beyond"
        ),
        .. All(
            Approximation.Under,
            "no more than|not more than|no greater than|a maximum of|fewer than|less than|lower than|smaller than|at most|at the most|as many as|as much as|as few as|as little as|just short of|up to|nearly|almost|nearing|approaching|under|below"
        ),
        .. All(
            Approximation.About,
            "in the region of|in the order of|on the order of|somewhere around|an estimated|close to|or around|about|around|roughly|approximately|approx|estimated|some|circa|~|≈"
        ),
    ];

    private static readonly (string[] Words, Approximation Meaning)[] After =
    [
        .. All(Approximation.Over, "or more|or above|or over|and more|plus|+|and counting|at least"),
        .. All(Approximation.Under, "or fewer|or less|or under|or below|at most|at the most|at best"),
        .. All(Approximation.About, "or so|or thereabouts|odd"),
    ];

    // "just over", "well under", "slightly more than".
    private static readonly string[] Degrees =
    [
        "just",
        "well",
        "far",
        "slightly",
        "little",
        "significantly",
        "considerably",
        "somewhat",
        "fractionally",
        "only",
    ];

    /// <summary>The phrase that begins with a piece, and the piece after it.</summary>
    public static (Approximation Meaning, int Next)? At(Pieces text, int at)
    {
        var begin = at;
        if (text.Lower(at) == "a" && text.Lower(at + 1) is "little" or "bit")
        {
            begin += 2;
        }
        else if (Degrees.Contains(text.Lower(at), StringComparer.Ordinal))
        {
            begin++;
        }
        var found = Find(Before, text, begin);
        // "only about 50": the degree is no part of it.
        return found is { } phrase && (begin == at || phrase.Meaning != Approximation.About) ? phrase : null;
    }

    /// <summary>The phrase that stands behind a number and begins with a piece.</summary>
    public static (Approximation Meaning, int Next)? Behind(Pieces text, int at)
    {
        var begin =
            text.IsJoined(at) && text.Lower(at) is "-" or "‑" && text.Lower(at + 1) is "odd" or "plus" ? at + 1 : at;
        return text.IsSameLine(at) ? Find(After, text, begin) : null;
    }

    private static (Approximation Meaning, int Next)? Find(
        (string[] Words, Approximation Meaning)[] phrases,
        Pieces text,
        int at
    )
    {
        foreach (var (words, meaning) in phrases)
        {
            if (text.Phrase(at, words) is > 0 and var length)
            {
                return (meaning, at + length);
            }
        }
        return null;
    }

    private static IEnumerable<(string[] Words, Approximation Meaning)> All(Approximation meaning, string phrases) =>
        phrases.Split('|').Select(phrase => (phrase.Split(' '), meaning));
}
