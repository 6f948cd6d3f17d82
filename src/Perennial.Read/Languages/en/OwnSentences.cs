namespace Perennial.Read.Languages.English;

/// <summary>A sentence of a text, and which of its letters stand outside quotation marks.</summary>
/// <param name="Start">Its first code unit in the text.</param>
/// <param name="End">After its last.</param>
/// <param name="Own">Its words with every quotation blanked out, so that places stay the same.</param>
/// <param name="EndsInQuotation">Whether its closing mark belongs to a quotation.</param>
internal readonly record struct OwnSentence(int Start, int End, string Own, bool EndsInQuotation);

/// <summary>Cuts a text into sentences, and tells what the text says itself from what it quotes.</summary>
internal static class OwnSentences
{
    private static readonly string[] Abbreviations =
    [
        "mr",
        "mrs",
        "ms",
        "dr",
        "gen",
        "col",
        "lt",
        "sgt",
        "capt",
        "prof",
        "rep",
        "sen",
        "gov",
        "st",
        "rev",
        "hon",
        "jr",
        "sr",
        "no",
        "vs",
        "etc",
        "inc",
        "ltd",
        "co",
        "dept",
        "approx",
        "jan",
        "feb",
        "mar",
        "apr",
        "jun",
        "jul",
        "aug",
        "sep",
        "sept",
        "oct",
        "nov",
        "dec",
        "messrs",
        "maj",
        "adm",
        "brig",
        "cmdr",
        "ambassador",
        "pres",
    ];

    /// <summary>The sentences of a text in order. Every line is for itself: a mark left open ends with its paragraph.</summary>
    public static IEnumerable<OwnSentence> In(string text)
    {
        for (var line = 0; line < text.Length; )
        {
            var end = text.IndexOf('\n', line);
            end = end < 0 ? text.Length : end;
            foreach (var sentence in Line(text, line, end))
            {
                yield return sentence;
            }
            line = end + 1;
        }
    }

    private static IEnumerable<OwnSentence> Line(string text, int start, int end)
    {
        var own = new char[end - start];
        char? closes = null;
        var begin = start;
        // Marks before this place have a letter behind them. A row of marks is looked through once, however long it is.
        var within = start;
        for (var at = start; at < end; at++)
        {
            var letter = text[at];
            var wasQuoted = closes is not null;
            if (closes is null)
            {
                closes = Opens(text, at, start, end);
            }
            else if (letter == closes && !(letter == '’' && IsApostrophe(text, at, end)))
            {
                closes = null;
            }
            var isQuoted = wasQuoted || closes is not null;
            own[at - start] = isQuoted ? ' ' : letter;
            if (
                at >= within
                && letter is '.' or '!' or '?' or '…'
                && EndsHere(text, begin, at, end, closes, ref within) is { } next
            )
            {
                for (var mark = at + 1; mark < next; mark++)
                {
                    if (closes is not null && text[mark] == closes)
                    {
                        closes = null;
                    }
                    own[mark - start] = ' ';
                }
                yield return Sentence(text, own, start, begin, next, isQuoted);
                begin = next;
                at = next - 1;
            }
        }
        if (begin < end)
        {
            yield return Sentence(text, own, start, begin, end, closes is not null);
        }
    }

    private static OwnSentence Sentence(string text, char[] own, int line, int begin, int end, bool endsInQuotation)
    {
        while (begin < end && char.IsWhiteSpace(text[begin]))
        {
            begin++;
        }
        while (end > begin && char.IsWhiteSpace(text[end - 1]))
        {
            end--;
        }
        return new OwnSentence(begin, end, new string(own, begin - line, end - begin), endsInQuotation);
    }

    private static char? Opens(string text, int at, int start, int end) =>
        text[at] switch
        {
            '“' or '„' => '”',
            '«' => '»',
            '"' => '"',
            '‘' when at + 1 < end && char.IsLetterOrDigit(text[at + 1]) => '’',
            '\'' when (at == start || char.IsWhiteSpace(text[at - 1])) && at + 1 < end && char.IsUpper(text[at + 1]) =>
                '\'',
            _ => null,
        };

    private static bool IsApostrophe(string text, int at, int end) =>
        at > 0 && char.IsLetterOrDigit(text[at - 1]) && at + 1 < end && char.IsLetterOrDigit(text[at + 1]);

    /// <summary>Where the next sentence begins to be looked for, if one ends with this mark.</summary>
    /// <remarks>When there is no blank behind the marks, <c>within</c> becomes the place of the letter that is there.</remarks>
    private static int? EndsHere(string text, int begin, int at, int end, char? closes, ref int within)
    {
        var next = at + 1;
        while (next < end && text[next] is '.' or '!' or '?' or '…' or '”' or '"' or '’' or ')' or '»' or '\'')
        {
            // An opening straight mark behind a blank would not be here; one that closes nothing begins the next quotation.
            if (text[next] is '"' && closes is not '"')
            {
                break;
            }
            next++;
        }
        if (next == end)
        {
            return next;
        }
        if (!char.IsWhiteSpace(text[next]))
        {
            within = next;
            return null;
        }
        if (text[at] != '.')
        {
            return next;
        }
        var word = at;
        while (word > begin && char.IsLetter(text[word - 1]) && at - word < 12)
        {
            word--;
        }
        return
            (at - word == 1 && char.IsUpper(text[word]))
            || Abbreviations.Contains(text[word..at].ToLowerInvariant(), StringComparer.Ordinal)
            ? null
            : next;
    }
}
