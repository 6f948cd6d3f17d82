namespace Perennial.Read.Languages;

/// <summary>Finds quotations by their marks, paragraph by paragraph; a quotation within a quotation belongs to the outer one.</summary>
internal static class QuotationMarks
{
    // A paragraph with more opening marks that nothing closes is no prose; looking on would cost time.
    private const int MostMisses = 20;

    /// <summary>The quotations of the tokens of one paragraph, in order.</summary>
    public static IEnumerable<Quotation> Of(IReadOnlyList<Token> tokens, int first, int last, int paragraph)
    {
        var doubled = false;
        var misses = 0;
        for (var i = first; i < last && !doubled; i++)
        {
            doubled = tokens[i].Text is "“" or "”" or "\"" or "''" or "„" or "«" or "»";
        }
        for (var i = first; i < last; )
        {
            if (!Opens(tokens, i, first, last, doubled))
            {
                i++;
                continue;
            }
            var close = misses < MostMisses ? Close(tokens, i, first, last) : -1;
            misses += close < 0 ? 1 : 0;
            // A mark that nothing closes goes on to the paragraph's end, when it stands at its beginning or the words after
            // it are a sentence; otherwise it is a slip (inches, a lost mark).
            var closed = close >= 0;
            if (!closed && (tokens[i].Text is "‘" || (i > first && !StartsSentence(tokens, i, first))))
            {
                i++;
                continue;
            }
            var end = closed ? close + 1 : last;
            yield return new Quotation(tokens[i].Start, tokens[end - 1].End, i, end, paragraph, closed)
            {
                Words = CountWords(tokens, i, end),
            };
            i = end;
        }
    }

    private static bool Opens(IReadOnlyList<Token> tokens, int i, int first, int last, bool doubled) =>
        tokens[i].Text switch
        {
            "“" or "„" => true,
            // Guillemets point outwards in French and Russian, inwards in German: whichever comes first opens.
            "«" or "»" => true,
            "\"" or "''" => i + 1 < last
                && (i == first || tokens[i + 1].Start == tokens[i].End || tokens[i].Start > tokens[i - 1].End),
            // Some write the closing mark at both ends.
            "”" => i + 1 < last
                && tokens[i + 1].IsWord
                && tokens[i + 1].Start == tokens[i].End
                && (i == first || tokens[i].Start > tokens[i - 1].End),
            // Single marks count only where a paragraph has no double ones, so that apostrophes and inner quotations stay out.
            "‘" => !doubled && i + 1 < last && tokens[i + 1].Start == tokens[i].End,
            _ => false,
        };

    private static int Close(IReadOnlyList<Token> tokens, int open, int first, int last)
    {
        var mark = tokens[open].Text;
        var depth = 0;
        for (var i = open + 1; i < last; i++)
        {
            var text = tokens[i].Text;
            switch (mark)
            {
                case "“":
                    if (text is "“" && i > open + 1)
                    {
                        // "… a loss,“ said": an opening mark that clings to a point and stands before a space closes.
                        if (
                            depth == 0
                            && tokens[i - 1].Text is "," or "." or "!" or "?"
                            && tokens[i].Start == tokens[i - 1].End
                            && (i + 1 >= last || tokens[i + 1].Start > tokens[i].End)
                        )
                        {
                            return i;
                        }
                        depth++;
                    }
                    else if (text is "”" or "\"" && depth-- == 0)
                    {
                        return i;
                    }
                    break;
                case "„":
                    if (text is "“" or "”" or "\"")
                    {
                        return i;
                    }
                    break;
                case "«":
                    if (text is "»")
                    {
                        return i;
                    }
                    break;
                case "»":
                    // A paragraph that goes on with a quotation begins with the closing mark in Spanish and French.
                    if (text is "«" || (text is "»" && open == first))
                    {
                        return i;
                    }
                    break;
                case "‘":
                    if (
                        text is "’" or "'"
                        && (i + 1 >= last || tokens[i + 1].Start > tokens[i].End || !tokens[i + 1].IsWord)
                    )
                    {
                        return i;
                    }
                    break;
                default:
                    if (text == mark || (mark == "\"" && text is "”"))
                    {
                        return i;
                    }
                    break;
            }
        }
        return -1;
    }

    private static bool StartsSentence(IReadOnlyList<Token> tokens, int i, int first) =>
        tokens[i - 1].EndsSentence || tokens[i - 1].Text is "," or ":" || i == first;

    private static int CountWords(IReadOnlyList<Token> tokens, int first, int last)
    {
        var words = 0;
        for (var i = first; i < last; i++)
        {
            if (tokens[i].IsWord)
            {
                words++;
            }
        }
        return words;
    }
}
