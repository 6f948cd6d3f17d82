using Perennial.Weave.Changes;

namespace Perennial.Weave.Headlines;

/// <summary>What a headline claims, told by its marks, capitals and digits.</summary>
internal static class HeadlineClaims
{
    private const int Longest = 500;

    /// <summary>The claims in order.</summary>
    public static IReadOnlyList<HeadlineClaim> In(string headline)
    {
        var text = headline.Length <= Longest ? headline : headline[..Longest];
        var claims = Quotations(text);
        var words = WordsOf(text);
        // Where nearly every word has a capital, capitals tell no name.
        var lower = words.Count(word => char.IsLower(text[word.Start]));
        var tells = lower * 3 >= words.Count;
        var quoted = claims.ToList();
        for (var i = 0; i < words.Count; i++)
        {
            var (start, end) = words[i];
            if (quoted.Any(quotation => start >= quotation.Start && end <= quotation.End))
            {
                continue;
            }
            var word = text[start..end];
            if (char.IsDigit(word[0]))
            {
                claims.Add(new HeadlineClaim(ClaimKind.Figure, start, end, word));
            }
            else if (tells && IsName(text, words, i))
            {
                // A name goes on with the next capital: "Halden Bay".
                while (i + 1 < words.Count && words[i + 1].Start == end + 1 && char.IsUpper(text[words[i + 1].Start]))
                {
                    end = words[++i].End;
                }
                claims.Add(new HeadlineClaim(ClaimKind.Name, start, end, Bare(text[start..end])));
            }
            else if (!CommonWords.Contains(Words.Of(word).FirstOrDefault().Text ?? ""))
            {
                claims.Add(new HeadlineClaim(ClaimKind.Words, start, end, word));
            }
        }
        return [.. claims.OrderBy(claim => claim.Start)];
    }

    /// <summary>A capital within the headline, or at its beginning before another one.</summary>
    private static bool IsName(string text, List<(int Start, int End)> words, int i)
    {
        var (start, end) = words[i];
        if (!char.IsUpper(text[start]))
        {
            return false;
        }
        var begins =
            i == 0
            || text[words[i - 1].End..start].Any(sign => sign is ':' or '.' or '?' or '!' or '‘' or '“' or '"' or '«');
        var common = CommonWords.Contains(Words.Of(text[start..end]).FirstOrDefault().Text ?? "");
        return !common
            && (
                !begins
                || (i + 1 < words.Count && words[i + 1].Start == end + 1 && char.IsUpper(text[words[i + 1].Start]))
            );
    }

    private static List<HeadlineClaim> Quotations(string text)
    {
        var found = new List<HeadlineClaim>();
        for (var i = 0; i < text.Length; i++)
        {
            var close = text[i] switch
            {
                '“' or '„' => "”“",
                '«' => "»",
                '"' => "\"",
                '‘' or '\'' when i == 0 || !char.IsLetterOrDigit(text[i - 1]) => "’'",
                _ => "",
            };
            var end = close.Length == 0 ? -1 : Closing(text, i + 1, close);
            if (end > i + 1)
            {
                found.Add(new HeadlineClaim(ClaimKind.Quotation, i, end + 1, text[(i + 1)..end].Trim()));
                i = end;
            }
        }
        return found;
    }

    /// <summary>The closing mark; one before a letter is an apostrophe.</summary>
    private static int Closing(string text, int from, string marks)
    {
        for (var i = from; i < text.Length; i++)
        {
            if (marks.Contains(text[i]) && (i + 1 == text.Length || !char.IsLetterOrDigit(text[i + 1])))
            {
                return i;
            }
        }
        return -1;
    }

    private static List<(int Start, int End)> WordsOf(string text)
    {
        var words = new List<(int, int)>();
        var at = 0;
        foreach (var piece in new WordPieces().Chunk(text))
        {
            if (char.IsLetterOrDigit(piece, 0))
            {
                words.Add((at, at + piece.Length));
            }
            at += piece.Length;
        }
        return words;
    }

    private static string Bare(string name) =>
        name.EndsWith("’s", StringComparison.Ordinal) || name.EndsWith("'s", StringComparison.Ordinal)
            ? name[..^2]
            : name;
}
