namespace Perennial.Weave.Timelines;

/// <summary>Sentences that can stand in a timeline.</summary>
internal static class Sentence
{
    // Longer than any sentence that can stand in a timeline.
    private const int Reach = 400;

    /// <summary>The sentence around a place; <see langword="null"/> when it has no beginning or end near by.</summary>
    public static (int Start, int End)? Around(string text, int start, int end)
    {
        if (start < 0 || end > text.Length || start >= end)
        {
            return null;
        }
        var from = start;
        while (from > 0 && start - from <= Reach && !Sentences.EndsAt(text, from - 1))
        {
            from--;
        }
        var to = end;
        while (to < text.Length && to - end <= Reach && !Sentences.EndsAt(text, to))
        {
            to++;
        }
        return start - from > Reach || to - end > Reach ? null : Whole(text, from, to + 1);
    }

    /// <summary>The first sentence that has enough words to be one; a dateline before it goes.</summary>
    public static (int Start, int End)? First(string text)
    {
        const int looked = 3000;
        for (var i = 0; i < Math.Min(text.Length, looked); )
        {
            var to = i;
            while (to < text.Length && !Sentences.EndsAt(text, to))
            {
                to++;
            }
            if (Whole(text, i, to + 1) is { } sentence)
            {
                return sentence;
            }
            i = to + 1;
        }
        return null;
    }

    private static (int Start, int End)? Whole(string text, int start, int end)
    {
        const int fewest = 5;
        const int most = 60;
        end = Math.Min(end, text.Length);
        while (start < end && char.IsWhiteSpace(text[start]))
        {
            start++;
        }
        while (end > start && char.IsWhiteSpace(text[end - 1]))
        {
            end--;
        }
        var blanks = 0;
        foreach (var letter in text.AsSpan(start, end - start))
        {
            blanks += char.IsWhiteSpace(letter) ? 1 : 0;
        }
        return blanks + 1 is >= fewest and <= most ? (start, end) : null;
    }
}
