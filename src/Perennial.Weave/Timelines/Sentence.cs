namespace Perennial.Weave.Timelines;

/// <summary>The sentences of a text, where no reading has parted them.</summary>
internal static class Sentence
{
    // Longer than any sentence that can stand in a timeline.
    private const int Reach = 400;

    /// <summary>The sentence around a place; <see langword="null"/> when it has no beginning or end near by.</summary>
    public static string? Around(string text, int start, int end)
    {
        if (start < 0 || end > text.Length || start >= end)
        {
            return null;
        }
        var from = start;
        while (from > 0 && start - from <= Reach && !EndsAt(text, from - 1))
        {
            from--;
        }
        var to = end;
        while (to < text.Length && to - end <= Reach && !EndsAt(text, to))
        {
            to++;
        }
        return start - from > Reach || to - end > Reach ? null : Whole(text[from..Math.Min(text.Length, to + 1)]);
    }

    /// <summary>The first sentence that has enough words to be one; a dateline before it goes.</summary>
    public static string? First(string text)
    {
        const int looked = 3000;
        for (var i = 0; i < Math.Min(text.Length, looked); )
        {
            var to = i;
            while (to < text.Length && !EndsAt(text, to))
            {
                to++;
            }
            if (Whole(text[i..Math.Min(text.Length, to + 1)]) is { } sentence)
            {
                return sentence;
            }
            i = to + 1;
        }
        return null;
    }

    private static string? Whole(string piece)
    {
        const int fewest = 5;
        const int most = 60;
        var sentence = piece.Trim();
        var words = sentence.Count(char.IsWhiteSpace) + 1;
        return words is >= fewest and <= most ? sentence : null;
    }

    private static bool EndsAt(string text, int i) =>
        text[i] == '\n'
        || (
            text[i] is '.' or '!' or '?' or '。'
            && (i + 1 == text.Length || char.IsWhiteSpace(text[i + 1]) || text[i] == '。')
            && !IsAbbreviation(text, i)
        );

    /// <summary>"Mr." and "J." and "U.S." before a name end no sentence.</summary>
    private static bool IsAbbreviation(string text, int i)
    {
        if (text[i] != '.' || i == 0)
        {
            return false;
        }
        var from = i;
        while (from > 0 && i - from < 6 && (char.IsLetter(text[from - 1]) || text[from - 1] == '.'))
        {
            from--;
        }
        var word = text.AsSpan(from, i - from);
        return word is "Mr" or "Mrs" or "Ms" or "Dr" or "St" or "Gen" or "Sen" or "Rep" or "Gov" or "Lt" or "Col" or "Sgt" or "Jr" or "No" or "vs"
            || (word.Length == 1 && char.IsUpper(word[0]))
            || (word.Length > 1 && word.Contains('.') && char.IsUpper(word[0]));
    }
}
