namespace Perennial.Read.Pages.Blocks;

/// <summary>What holds for a page as a whole: where its prose is, and what shapes its blocks have.</summary>
internal sealed class PageTotals
{
    private readonly Dictionary<uint, (int Letters, int Count)> shapes = [];
    private readonly HashSet<Box> centres = [];
    private readonly int letters;

    /// <summary>Looks over a page.</summary>
    public PageTotals(IReadOnlyList<PageBlock> blocks, IReadOnlyList<Box> boxes, PageClues clues)
    {
        Blocks = blocks.Count;
        Prose = boxes[0].ProseLetters;
        letters = boxes[0].Letters;
        TitleAt = -1;
        for (var i = 0; i < blocks.Count; i++)
        {
            var (box, length) = (blocks[i].Box, blocks[i].Words.Length);
            var (sum, count) = shapes.GetValueOrDefault(box.Shape);
            shapes[box.Shape] = (sum + length, count + 1);
            if (box.Tag == "h1" && (TitleAt < 0 || clues.IsTitle(blocks[i].Key)))
            {
                TitleAt = i;
            }
        }
        // The smallest box that holds half of the page's prose, and those around it.
        for (
            var box = boxes.LastOrDefault(box => box.ProseLetters * 2 > Prose) ?? boxes[0];
            box is not null;
            box = box.Around
        )
        {
            centres.Add(box);
        }
    }

    /// <summary>How many blocks the page has.</summary>
    public int Blocks { get; }

    /// <summary>How many letters of prose.</summary>
    public int Prose { get; }

    /// <summary>Which block is the headline; -1 for none.</summary>
    public int TitleAt { get; }

    /// <summary>Whether a box holds half of the page's prose.</summary>
    public bool IsCentre(Box box) => centres.Contains(box);

    /// <summary>How many levels up the nearest box stands that holds half of the page's prose.</summary>
    public int LevelsToCentre(Box box)
    {
        const int most = 20;
        var levels = 0;
        for (var one = box; one is not null && levels < most && !centres.Contains(one); one = one.Around)
        {
            levels++;
        }
        return levels;
    }

    /// <summary>The share of the page's letters that stand in boxes of this one's shape.</summary>
    public float ShapeShare(Box box) => (float)shapes[box.Shape].Letters / Math.Max(1, letters);

    /// <summary>How long blocks of its shape are, on average.</summary>
    public float ShapeLength(Box box) => (float)shapes[box.Shape].Letters / shapes[box.Shape].Count;
}
