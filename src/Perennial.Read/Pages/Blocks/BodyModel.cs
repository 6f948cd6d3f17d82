using System.IO.Compression;
using System.Reflection;
using System.Text;
using Perennial.Read.Models;

namespace Perennial.Read.Pages.Blocks;

/// <summary>Tells how likely each block of a page is to belong to the article's text.</summary>
/// <remarks>
/// Hashed weights judge names and words; trees judge those together with shape and place. See docs/models/body.md for what it was trained on.
/// </remarks>
internal sealed class BodyModel(HashedWeights weights, TreeEnsemble trees)
{
    private const string Resource = "Perennial.Read.Models.body.bin";

    /// <summary>The model that comes with the program; read at first use.</summary>
    public static BodyModel Shared => field ??= Load();

    /// <summary>The likelihood of each block, 0 to 1.</summary>
    public float[] Likelihoods(
        IReadOnlyList<PageBlock> blocks,
        IReadOnlyList<Box> boxes,
        PageClues clues,
        PageTotals page
    ) => trees.Probabilities(BlockFeatures.Of(blocks, boxes, clues, page, weights));

    /// <summary>Writes the model.</summary>
    public void Write(Stream file)
    {
        using var packed = new BrotliStream(file, CompressionLevel.SmallestSize);
        using var writer = new BinaryWriter(packed, Encoding.ASCII);
        weights.Write(writer);
        trees.Write(writer);
    }

    private static BodyModel Load()
    {
        using var file = Assembly.GetExecutingAssembly().GetManifestResourceStream(Resource)!;
        using var unpacked = new BrotliStream(file, CompressionMode.Decompress);
        using var reader = new BinaryReader(unpacked, Encoding.ASCII);
        return new BodyModel(HashedWeights.Read(reader), TreeEnsemble.Read(reader));
    }
}
