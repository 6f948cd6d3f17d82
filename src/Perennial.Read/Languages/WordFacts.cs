using Perennial.Read.Models;

namespace Perennial.Read.Languages;

/// <summary>What features are made of a word: its numbers, its shape and pieces, its clusters.</summary>
internal sealed class WordFacts
{
    private const int LongestPrefix = 4;
    private const int LongestSuffix = 5;

    private WordFacts(uint edge)
    {
        Exact = Lower = Shape = edge;
        Prefixes = Suffixes = [];
    }

    private WordFacts(string word, WordClusters clusters)
    {
        var lower = word.ToLowerInvariant();
        Exact = FeatureHash.Exact(word);
        Lower = FeatureHash.Exact(lower);
        Shape = ShapeOf(word);
        IsCapital = char.IsUpper(word[0]);
        IsLower = char.IsLower(word[0]);
        HasLower = word.Any(char.IsLower);
        Clusters = clusters.Of(Lower);
        IsPersonName = IsCapital && PersonNames.Shared.Contains(Exact);
        Prefixes = new uint[Math.Min(lower.Length, LongestPrefix)];
        Suffixes = new uint[Math.Min(lower.Length, LongestSuffix)];
        for (var length = 1; length <= Suffixes.Length; length++)
        {
            Suffixes[length - 1] = FeatureHash.Exact(lower.AsSpan()[^length..]);
            if (length <= Prefixes.Length)
            {
                Prefixes[length - 1] = FeatureHash.Exact(lower.AsSpan()[..length]);
            }
        }
    }

    /// <summary>A place before a sentence; the number tells how far.</summary>
    public static WordFacts[] Edges { get; } = [new(1), new(2), new(3), new(4)];

    /// <summary>The number of the word as it stands.</summary>
    public uint Exact { get; }

    /// <summary>The number of the word in lower case.</summary>
    public uint Lower { get; }

    /// <summary>The number of its shape: "Xx" for "Smith", "dd-x" for "21-year".</summary>
    public uint Shape { get; }

    /// <summary>Whether it begins with a capital letter.</summary>
    public bool IsCapital { get; }

    /// <summary>Whether it begins with a small letter.</summary>
    public bool IsLower { get; }

    /// <summary>Whether people are called so, by given or family name.</summary>
    public bool IsPersonName { get; }

    /// <summary>Whether any of its letters is small.</summary>
    public bool HasLower { get; }

    /// <summary>Its clusters.</summary>
    public Clusters Clusters { get; }

    /// <summary>The numbers of its first letter, first two, …, in lower case.</summary>
    public uint[] Prefixes { get; }

    /// <summary>The numbers of its last letter, last two, …, in lower case.</summary>
    public uint[] Suffixes { get; }

    /// <summary>The number of its last three letters; of all, where it has fewer.</summary>
    public uint Ending => Suffixes.Length == 0 ? Lower : Suffixes[Math.Min(2, Suffixes.Length - 1)];

    /// <summary>The facts of every token of a text; equal words share theirs.</summary>
    public static WordFacts[] Of(Prose prose)
    {
        var clusters = WordClusters.Shared;
        var known = new Dictionary<string, WordFacts>(StringComparer.Ordinal);
        var facts = new WordFacts[prose.Tokens.Count];
        for (var i = 0; i < facts.Length; i++)
        {
            var word = prose.Tokens[i].Text;
            if (!known.TryGetValue(word, out var fact))
            {
                known[word] = fact = new WordFacts(word, clusters);
            }
            facts[i] = fact;
        }
        return facts;
    }

    private static uint ShapeOf(string word)
    {
        const int longestRun = 2;
        Span<char> shape = stackalloc char[24];
        var (length, run) = (0, 0);
        foreach (var letter in word)
        {
            var kind =
                char.IsUpper(letter) ? 'X'
                : char.IsLower(letter) ? 'x'
                : char.IsDigit(letter) ? 'd'
                : letter;
            run = length > 0 && shape[length - 1] == kind ? run + 1 : 1;
            if (run <= longestRun && length < shape.Length)
            {
                shape[length++] = kind;
            }
        }
        return FeatureHash.Exact(shape[..length]);
    }
}
