namespace Perennial.Read.Models;

/// <summary>What features are made of a word: its hashes, its shape, its clusters.</summary>
internal readonly record struct WordFacts
{
    /// <summary>The word in lower case.</summary>
    public string Text { get; private init; }

    /// <summary>The hash of the word as it stands.</summary>
    public ulong Exact { get; private init; }

    /// <summary>The hash of the word in lower case.</summary>
    public ulong Lower { get; private init; }

    /// <summary>The hash of its shape: "Xx" for "Smith", "dd-x" for "21-year".</summary>
    public ulong Shape { get; private init; }

    /// <summary>Whether it begins with a capital letter.</summary>
    public bool IsCapital { get; private init; }

    /// <summary>Its clusters.</summary>
    public Clusters Clusters { get; private init; }

    /// <summary>The facts of a word.</summary>
    public static WordFacts Of(string word, WordClusters clusters)
    {
        var lower = word.ToLowerInvariant();
        return new WordFacts
        {
            Text = lower,
            Exact = FeatureHash.Of(word),
            Lower = FeatureHash.Of(lower),
            Shape = ShapeOf(word),
            IsCapital = char.IsUpper(word[0]),
            Clusters = clusters.Of(lower),
        };
    }

    /// <summary>A place outside the sentence.</summary>
    public static WordFacts Edge(int place) =>
        new()
        {
            Text = "",
            Exact = (ulong)place + 1,
            Lower = (ulong)place + 1,
            Shape = (ulong)place + 1,
        };

    private static ulong ShapeOf(string word)
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
        return FeatureHash.Of(shape[..length]);
    }
}
