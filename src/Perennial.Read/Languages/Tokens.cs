using System.Collections.Frozen;

namespace Perennial.Read.Languages;

/// <summary>Cuts a text into words and marks.</summary>
/// <remarks>
/// Every character is looked at a bounded number of times, so a megabyte of anything is cut in a moment. Words keep inner
/// hyphens, apostrophes, points and commas ("21st-century", "don’t", "U.S.", "10,000"); a possessive or a
/// shortened "will" is a token of its own, since names are wanted bare; a known abbreviation keeps its point.
/// </remarks>
internal static class Tokens
{
    // Longer runs of letters are no word; cutting them keeps word lists cheap to ask.
    private const int LongestWord = 80;

    /// <summary>The tokens of a language without elisions.</summary>
    public static void AddTo(List<Token> tokens, string text, int start, int end, FrozenSet<string> abbreviations) =>
        AddTo(tokens, text, start, end, new Writing { Abbreviations = abbreviations });

    /// <summary>The tokens from <paramref name="start"/> to <paramref name="end"/>.</summary>
    public static void AddTo(List<Token> tokens, string text, int start, int end, Writing writing)
    {
        for (var at = start; at < end; )
        {
            if (char.IsWhiteSpace(text[at]) || text[at] is '\u00A0' or '\u200B' or '\uFEFF')
            {
                at++;
                continue;
            }
            var (length, skipped) = writing.FirstPart(text.AsSpan(at, Length(text, at, end, writing.Abbreviations)));
            tokens.Add(TokenAt(text, at, at + length));
            at += length + skipped;
        }
    }

    private static Token TokenAt(string text, int start, int end)
    {
        var word = text[start..end];
        return new Token(start, end, word, word.ToLowerInvariant().Replace('’', '\''));
    }

    private static int Length(string text, int at, int end, FrozenSet<string> abbreviations)
    {
        var letter = text[at];
        if (char.IsLetterOrDigit(letter) || (letter is '@' or '#' or '$' or '€' or '£' && Follows(text, at, end)))
        {
            return WordLength(text, at, end, abbreviations);
        }
        if (letter is '’' or '\'' && CliticLength(text, at, end) is var clitic and > 0)
        {
            return clitic;
        }
        if (letter is '\'' && at + 1 < end && text[at + 1] == '\'')
        {
            return 2;
        }
        var dots = at;
        while (dots < end && dots - at < LongestWord && text[dots] == '.')
        {
            dots++;
        }
        if (dots - at >= 3)
        {
            return dots - at;
        }
        return char.IsHighSurrogate(letter) && at + 1 < end && char.IsLowSurrogate(text[at + 1]) ? 2 : 1;
    }

    private static int WordLength(string text, int at, int end, FrozenSet<string> abbreviations)
    {
        var limit = Math.Min(end, at + LongestWord);
        var i = at + 1;
        while (i < limit)
        {
            if (char.IsLetterOrDigit(text[i]) || text[i] is '\u0301' or '_')
            {
                i++;
            }
            else if (text[i] is '\'' or '’')
            {
                // A closing mark or a possessive is no part of the word; "don't" and "O’Brien" are.
                if (CliticLength(text, i, end) > 0 || !Follows(text, i, end))
                {
                    break;
                }
                i += 2;
            }
            else if (text[i] is '-' or '\u2011' or '&' or '/' or '@' && Follows(text, i, end))
            {
                i += 2;
            }
            else if (text[i] is ',' && char.IsDigit(text[i - 1]) && i + 1 < limit && char.IsDigit(text[i + 1]))
            {
                i += 2;
            }
            else if (text[i] is '.' && JoinsAcross(text, at, i, limit))
            {
                i += 2;
            }
            else
            {
                break;
            }
        }
        i = Math.Min(i, end);
        if (i < end && text[i] == '.' && KeepsPoint(text, at, i, abbreviations))
        {
            i++;
        }
        return i - at;
    }

    private static bool Follows(string text, int at, int end) => at + 1 < end && char.IsLetterOrDigit(text[at + 1]);

    /// <summary>"3.5", "U.S", "example.org" are one word; "Berlin.The", scraped without its blank, is two.</summary>
    private static bool JoinsAcross(string text, int start, int point, int end)
    {
        if (point + 1 >= end || !char.IsLetterOrDigit(text[point + 1]))
        {
            return false;
        }
        var before = text[point - 1];
        var after = text[point + 1];
        if (char.IsDigit(before) && char.IsDigit(after))
        {
            return true;
        }
        if (point - start == 1 || text[point - 2] is '.' or '-')
        {
            // A single letter before the point: "U.S", "p.m", "D-N.Y".
            return point + 2 >= end || !char.IsLetter(text[point + 2]) || char.IsLower(after);
        }
        return char.IsLower(before) && char.IsLower(after);
    }

    private static bool KeepsPoint(string text, int start, int point, FrozenSet<string> abbreviations)
    {
        var length = point - start;
        if (length == 1)
        {
            // An initial; the pronoun and digits are none.
            return char.IsUpper(text[start]) && text[start] != 'I';
        }
        return (length <= 8 && abbreviations.Contains(text[start..point]))
            || (
                length <= 8
                && text.AsSpan(start, length).Contains('.')
                && char.IsLetter(text[start])
                && text[start + 1] is '.' or '-'
            );
    }

    /// <summary>The length of an ending that is a word of its own: 's, 'll, 've, 're, 'd, 'm; 0 for none.</summary>
    private static int CliticLength(string text, int at, int end)
    {
        if (at == 0 || !char.IsLetterOrDigit(text[at - 1]))
        {
            return 0;
        }
        var i = at + 1;
        while (i < end && i - at <= 3 && char.IsLetter(text[i]))
        {
            i++;
        }
        return text.AsSpan(at + 1, i - at - 1) switch
        {
            "s" or "S" or "ll" or "ve" or "re" or "d" or "m" => i - at,
            _ => 0,
        };
    }
}
