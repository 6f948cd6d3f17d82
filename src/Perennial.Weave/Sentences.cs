namespace Perennial.Weave;

/// <summary>The sentences of a text, told by their signs: where no reading has parted them.</summary>
internal static class Sentences
{
    // Longer than any sentence; a text without signs is cut there.
    private const int Longest = 2000;

    /// <summary>Where each begins and ends, in order; without the blanks between them.</summary>
    public static IEnumerable<(int Start, int End)> In(string text)
    {
        for (var start = 0; start < text.Length; )
        {
            if (char.IsWhiteSpace(text[start]))
            {
                start++;
                continue;
            }
            var end = start;
            while (end < text.Length - 1 && end - start < Longest && !EndsAt(text, end))
            {
                end++;
            }
            end++;
            // A closing mark behind the point belongs to the sentence.
            end += end < text.Length && text[end] is ('”' or '’' or '»' or '"') ? 1 : 0;
            yield return (start, end);
            start = end;
        }
    }

    /// <summary>Whether a sentence or a line ends with a character.</summary>
    public static bool EndsAt(string text, int i) =>
        text[i] == '\n'
        || (
            text[i] is '.' or '!' or '?' or '。'
            && (i + 1 == text.Length || char.IsWhiteSpace(text[i + 1]) || text[i] == '。')
            && !GoesOn(text, i + 1)
            && !IsAbbreviation(text, i)
        );

    private static bool GoesOn(string text, int i)
    {
        while (i < text.Length && text[i] is (' ' or '\u00A0'))
        {
            i++;
        }
        return i < text.Length && char.IsLower(text[i]);
    }

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
        return word
                is "Mr"
                    or "Mrs"
                    or "Ms"
                    or "Dr"
                    or "St"
                    or "Gen"
                    or "Sen"
                    or "Rep"
                    or "Gov"
                    or "Lt"
                    or "Col"
                    or "Sgt"
                    or "Jr"
                    or "No"
                    or "vs"
            || (word.Length == 1 && char.IsUpper(word[0]))
            || (word.Length > 1 && word.Contains('.') && char.IsUpper(word[0]));
    }
}
