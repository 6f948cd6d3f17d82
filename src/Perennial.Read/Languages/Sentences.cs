namespace Perennial.Read.Languages;

/// <summary>Cuts a paragraph into sentences.</summary>
internal static class Sentences
{
    // "He moved to the U.S. The war…": after an abbreviation only such a word begins a sentence.
    private static readonly HashSet<string> Beginners = new(StringComparer.Ordinal)
    {
        "The",
        "A",
        "An",
        "He",
        "She",
        "It",
        "They",
        "We",
        "But",
        "And",
        "In",
        "On",
        "At",
        "This",
        "That",
        "These",
        "Those",
        "However",
        "Meanwhile",
        "If",
        "When",
        "While",
        "There",
        "His",
        "Her",
        "Their",
        "Its",
        "Our",
        "For",
        "As",
        "After",
        "Before",
    };

    // Nobody writes longer ones; a bound keeps every step that looks through a sentence quick on hostile texts.
    private const int Longest = 250;

    /// <summary>The sentences, in order. Marks that close a quotation belong to the sentence they close.</summary>
    public static IEnumerable<Run> Of(IReadOnlyList<Token> tokens, Run paragraph, Writing writing)
    {
        var first = paragraph.First;
        // Where the latest row of closing marks ends: it is looked through once, however long it is.
        var closed = first;
        for (var i = paragraph.First; i < paragraph.Last; i++)
        {
            if (i - first >= Longest)
            {
                yield return new Run(first, i, paragraph.Paragraph);
                first = i;
            }
            if (!tokens[i].EndsSentence && !(tokens[i].Text is [.., '.'] && tokens[i].IsWord))
            {
                continue;
            }
            var next = Math.Max(i + 1, closed);
            while (next < paragraph.Last && Closes(tokens, next, writing))
            {
                next++;
            }
            closed = next;
            if (next < paragraph.Last && Ends(tokens, i, next, writing))
            {
                yield return new Run(first, next, paragraph.Paragraph);
                first = next;
                i = next - 1;
            }
        }
        if (first < paragraph.Last)
        {
            yield return new Run(first, paragraph.Last, paragraph.Paragraph);
        }
    }

    private static bool Closes(IReadOnlyList<Token> tokens, int i, Writing writing) =>
        tokens[i].EndsSentence
        || (writing.ClosesInwards && tokens[i].Text is "“" or "«" or "‘" && tokens[i].Start == tokens[i - 1].End)
        || tokens[i].Text is "”" or "»" or ")" or "]" or "’" or "'"
        // A straight mark closes when it clings to the word before it.
        || (tokens[i].Text is "\"" or "''" && tokens[i].Start == tokens[i - 1].End);

    private static bool Ends(IReadOnlyList<Token> tokens, int point, int next, Writing writing)
    {
        var after = tokens[next];
        if (tokens[point].IsWord)
        {
            return (writing.Beginners?.Contains(after.Text) ?? Beginners.Contains(after.Text))
                && tokens[point].Text.Length > 3;
        }
        if (writing.HasOrdinalPoints && after.IsWord && IsOrdinal(tokens, point))
        {
            return writing.Beginners?.Contains(after.Text) == true;
        }
        if (after.IsWord && char.IsLower(after.Text[0]))
        {
            // "… in Berlin. said our partner": a lower-case word after a point that no mark follows stands in a damaged text.
            return tokens[point].Text == "." && next == point + 1 && point > 0 && tokens[point - 1].Text.Length > 3;
        }
        return after.IsWord
            || after.IsQuotationMark
            || after.Text is "(" or "[" or "—" or "–" or "-" or "•" or "*" or "'" or "¿" or "¡";
    }

    private static bool IsOrdinal(IReadOnlyList<Token> tokens, int point) =>
        point > 0
        && tokens[point].Text == "."
        && tokens[point - 1] is { Text.Length: 1 or 2 } number
        && number.End == tokens[point].Start
        && char.IsAsciiDigit(number.Text[0])
        && char.IsAsciiDigit(number.Text[^1]);
}
