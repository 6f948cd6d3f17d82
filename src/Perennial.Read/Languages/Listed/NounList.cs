using System.Collections.Frozen;

namespace Perennial.Read.Languages.Listed;

/// <summary>Nouns of one kind: by the whole word, or by its ending where words are written together.</summary>
internal sealed class NounList
{
    private readonly FrozenSet<string> words;
    private readonly string[] endings;

    /// <param name="words">Words in lower case, separated by blanks.</param>
    /// <param name="endings">Endings of words, separated by blanks.</param>
    public NounList(string words, string endings = "")
    {
        this.words = Lexicon.Set(words);
        this.endings = endings.Split(' ', StringSplitOptions.RemoveEmptyEntries);
    }

    /// <summary>Whether a word in lower case is one of them.</summary>
    public bool Contains(string lower)
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
