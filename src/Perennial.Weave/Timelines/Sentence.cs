namespace Perennial.Weave.Timelines;

/// <summary>Sentences that can stand in a timeline.</summary>
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
        while (from > 0 && start - from <= Reach && !Sentences.EndsAt(text, from - 1))
        {
            from--;
        }
        var to = end;
        while (to < text.Length && to - end <= Reach && !Sentences.EndsAt(text, to))
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
            while (to < text.Length && !Sentences.EndsAt(text, to))
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
}
