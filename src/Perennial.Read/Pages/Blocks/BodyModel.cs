using Perennial.Read.Models;

namespace Perennial.Read.Pages.Blocks;

/// <summary>Tells how likely each block of a page is to belong to the article's text.</summary>
/// <remarks>
/// Hashed weights judge names and words; trees judge those together with shape and place. See docs/models/body.md for what it was trained on.
/// </remarks>
internal sealed class BodyModel(HashedWeights weights, TreeEnsemble trees)
{
    /// <summary>The model that comes with the program; read at first use.</summary>
    public static BodyModel Shared => field ??= PackedFile.Shipped("body.bin", Read);

    /// <summary>The likelihood of each block, 0 to 1.</summary>
    public float[] Likelihoods(
        IReadOnlyList<PageBlock> blocks,
        IReadOnlyList<Box> boxes,
        PageClues clues,
        PageTotals page
    ) => trees.Probabilities(BlockFeatures.Of(blocks, boxes, clues, page, weights));

    /// <summary>Writes the model.</summary>
    public void Write(Stream file) =>
        PackedFile.Write(
            file,
            writer =>
            {
                weights.Write(writer);
                trees.Write(writer);
            }
        );

    private static BodyModel Read(BinaryReader reader) => new(HashedWeights.Read(reader), TreeEnsemble.Read(reader));
}
