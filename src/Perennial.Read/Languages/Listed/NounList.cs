using System.Collections.Frozen;

namespace Perennial.Read.Languages.Listed;

/// <summary>Nouns of one kind: by the whole word, or by its ending where words are written together.</summary>
internal sealed class NounList
{
    private readonly FrozenSet<string> words;
    private readonly string[] endings;
    private readonly string[] cases;

    /// <param name="words">Words in lower case, separated by blanks.</param>
    /// <param name="endings">Endings of words, separated by blanks.</param>
    /// <param name="cases">What the language hangs on a noun in its cases, separated by blanks.</param>
    public NounList(string words, string endings = "", string cases = "")
    {
        this.cases = cases.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        this.words = Lexicon.Set(words);
        this.endings = endings.Split(' ', StringSplitOptions.RemoveEmptyEntries);
    }

    /// <summary>Whether a word in lower case is one of them.</summary>
    public bool Contains(string lower)
    {
        if (ContainsPlain(lower))
        {
            return true;
        }
        foreach (var ending in cases)
        {
            if (
                lower.Length > ending.Length + 3
                && lower.EndsWith(ending, StringComparison.Ordinal)
                && ContainsPlain(lower[..^ending.Length])
            )
            {
                return true;
            }
        }
        return false;
    }

    private bool ContainsPlain(string lower)
    {
        if (words.Contains(lower))
        {
            return true;
        }
        foreach (var ending in endings)
        {
            if (lower.Length > ending.Length && lower.EndsWith(ending, StringComparison.Ordinal))
            {
                return true;
            }
        }
        // "Lumo-Chef", "chef-adjoint": the last part says what it is.
        return lower.LastIndexOf('-') is > 0 and var hyphen && words.Contains(lower[(hyphen + 1)..]);
    }
}
