using Perennial.Weave.Changes;

namespace Perennial.Weave.Trails;

/// <summary>The words of a quotation, folded so that marks, capitals and points do not matter, each with its place.</summary>
internal sealed class QuotedWords
{
    // A speech printed whole; what is behind it is not compared.
    private const int Most = 600;

    private QuotedWords(string[] words, int[] starts, int[] ends)
    {
        Words = words;
        Starts = starts;
        Ends = ends;
    }

    /// <summary>The words.</summary>
    public string[] Words { get; }

    /// <summary>Where each begins in the statement's text.</summary>
    public int[] Starts { get; }

    /// <summary>Where each ends.</summary>
    public int[] Ends { get; }

    /// <summary>The words with blanks between.</summary>
    public string Joined => field ??= string.Join(' ', Words);

    /// <summary>How many.</summary>
    public int Count => Words.Length;

    /// <summary>The words of a statement.</summary>
    /// <param name="text">Its text.</param>
    /// <param name="partly">Whether only what stands in quotation marks is quoted.</param>
    public static QuotedWords Of(string text, bool partly = false)
    {
        var (words, starts, ends) = (new List<string>(), new List<int>(), new List<int>());
        var at = 0;
        var within = !partly;
        foreach (var piece in new WordPieces().Chunk(text))
        {
            if (partly && piece is ['“' or '„' or '«' or '”' or '»' or '"'])
            {
                within = piece[0] switch
                {
                    '"' => !within,
                    '“' when within => false, // the closing mark of „…“
                    '“' or '„' or '«' => true,
                    _ => false,
                };
            }
            else if (within && char.IsLetterOrDigit(piece, 0) && words.Count < Most)
            {
                Take(piece, at);
            }
            at += piece.Length;
        }
        return new QuotedWords([.. words], [.. starts], [.. ends]);

        // One outlet writes "body-slammed", another "body slammed"; "[T]here" is a word whose letter was changed.
        void Take(string piece, int start)
        {
            foreach (var part in piece.Split('-'))
            {
                var word = part.ToLowerInvariant().Replace('’', '\'');
                if (words.Count > 0 && start == ends[^1] + 1 && text[start - 1] == ']' && ends[^1] == starts[^1] + 1)
                {
                    words[^1] += word;
                    ends[^1] = start + part.Length;
                }
                else if (word.Length > 0)
                {
                    words.Add(word);
                    starts.Add(start);
                    ends.Add(start + part.Length);
                }
                start += part.Length + 1;
            }
        }
    }

    /// <summary>Whether the words between two of them were left out: an ellipsis stands there.</summary>
    public static bool IsEllipsis(ReadOnlySpan<char> between) =>
        between.Contains('…')
        || between.Contains("...", StringComparison.Ordinal)
        || between.Contains(". . .", StringComparison.Ordinal);

    /// <summary>Hashes of the runs of three words; of all of them together where there are fewer.</summary>
    public HashSet<ulong> Runs()
    {
        const int run = 3;
        var runs = new HashSet<ulong>();
        for (var i = 0; i + run <= Count; i++)
        {
            runs.Add(Fnv1a.Of($"{Words[i]} {Words[i + 1]} {Words[i + 2]}"));
        }
        return runs;
    }
}
