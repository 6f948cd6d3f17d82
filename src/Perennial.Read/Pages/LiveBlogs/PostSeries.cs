using AngleSharp.Dom;

namespace Perennial.Read.Pages.LiveBlogs;

/// <summary>Where one post stands: one element, or what follows a time among its siblings.</summary>
/// <param name="Nodes">The elements, in order.</param>
/// <param name="Marks">The times that stand in them.</param>
internal sealed record PostBlock(IReadOnlyList<IElement> Nodes, IReadOnlyList<TimeMark> Marks)
{
    /// <summary>Its first element.</summary>
    public IElement First => Nodes[0];

    /// <summary>The time it stands under: one with its offset before one without, a whole one before a clock time, its own before that of a change.</summary>
    public SaidTime? Time
    {
        get
        {
            var own = Marks.Where(mark => !mark.IsEmbedded).ToList();
            var said =
                own.Find(mark => mark.Said is { IsOfChange: false, IsWhole: true, Offset: not null })
                ?? own.Find(mark => mark.Said is { IsOfChange: false, IsWhole: true })
                ?? own.Find(mark => mark.Said is { IsOfChange: false, Clock: not null })
                ?? own.Find(mark => mark.Said is { Clock: not null });
            if (said is null || said.Said.IsWhole)
            {
                return said?.Said;
            }
            var day = own.Find(mark => mark.Said is { HasDay: true, Clock: null });
            return day is null ? said.Said : said.Said.With(day.Said);
        }
    }
}

/// <summary>Blocks that repeat, each with a time and words of its own.</summary>
/// <param name="Blocks">The blocks in the order of the page.</param>
/// <param name="Score">How much they say, no block counting for more than a few sentences.</param>
internal sealed record PostSeries(IReadOnlyList<PostBlock> Blocks, double Score)
{
    /// <summary>The letters of one block that count: else one long article would outweigh a list.</summary>
    public const int MostCounted = 400;

    // Posts taken one by one never count for less than sections of several: a little is enough to tell them apart, and takes
    // little from posts that say two times.
    private const double ForOneTime = 1.16;

    /// <summary>What a block counts for that says so many times.</summary>
    public static double Worth(PageScan.Extent extent, int times) =>
        Math.Min(MostCounted, Math.Max(0, extent.Letters - extent.LinkLetters)) / (times > 1 ? ForOneTime : 1);
}
