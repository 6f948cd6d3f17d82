using AngleSharp.Dom;

namespace Perennial.Read.Pages.Blocks;

/// <summary>Puts the blocks of a page that belong to its article together, tables and captions beside them.</summary>
internal static class ChosenBlocks
{
    // Chosen on sites that the trees had not seen.
    private const float Likely = 0.45f;

    // A page whose text is far from common shapes: the likelihoods that are tried when fewer letters than these are found.
    private const int FewLetters = 250;
    private const int ShortestSentence = 40;
    private static readonly float[] LessLikely = [0.3f, 0.1f, 0.04f];

    /// <summary>Reads the text below an element.</summary>
    public static Body Of(IElement element, PageClues clues, Article described)
    {
        var (blocks, boxes) = BlockWalk.Of(element);
        var page = new PageTotals(blocks, boxes, clues);
        var isChosen = Choice(blocks, boxes, page, BodyModel.Shared.Likelihoods(blocks, boxes, clues, page));
        var (first, last) = (Array.IndexOf(isChosen, true), Array.LastIndexOf(isChosen, true));
        while (last >= 0 && last + 1 < blocks.Count && IsCaption(blocks[last + 1].Box))
        {
            last++;
        }
        var tables = DataTables(blocks, first, last);
        var pulled = new PulledQuotes(blocks, isChosen);
        var builder = new TextBuilder();
        for (var i = Math.Max(0, first); i <= last; i++)
        {
            var (words, box) = (blocks[i].Words, blocks[i].Box);
            if (tables.TryGetValue(i, out var table))
            {
                builder.AddBeside(BlockKind.Table, table);
            }
            else if (IsCaption(box))
            {
                builder.AddBeside(BlockKind.Caption, words);
            }
            else if (
                isChosen[i]
                && InTable(box) is null or { ProseLetters: > 0 }
                && !clues.StandsElsewhere(blocks[i].Key)
                && !pulled.Repeats(i)
            )
            {
                builder.Add(KindOf(box), words);
            }
        }
        return Body.Of(builder);
    }

    /// <summary>Which blocks belong to the text, from how likely each does.</summary>
    public static bool[] Choice(
        IReadOnlyList<PageBlock> blocks,
        IReadOnlyList<Box> boxes,
        PageTotals page,
        float[] likely
    )
    {
        var furniture = new Furniture(blocks, boxes, page);
        var isFurniture = blocks.Select(furniture.Holds).ToArray();
        bool[] Above(float least) =>
            [
                .. blocks.Select(
                    (block, i) => !isFurniture[i] && (likely[i] > Likely || (likely[i] > least && block.IsProse))
                ),
            ];
        var chosen = Above(Likely);
        foreach (var less in LessLikely)
        {
            if (blocks.Where((_, i) => chosen[i]).Sum(block => block.Size) >= FewLetters)
            {
                break;
            }
            chosen = Above(less);
        }
        // A page that ends after its first sentence has nothing that is like an article but the element that says so.
        return Array.IndexOf(chosen, true) < 0
            ? [.. blocks.Select((block, i) => !isFurniture[i] && furniture.IsInMain(block) && IsSentence(block))]
            : furniture.WithoutBesideMain(chosen);
    }

    private static bool IsSentence(PageBlock block) => block is { Size: >= ShortestSentence, LinkShare: < 0.4 };

    private static bool IsCaption(Box box) =>
        (box.Where & Within.Caption) != Within.None
        || ((box.Where & Within.Figure) != Within.None && (box.AroundNamed & Named.Caption) != Named.None);

    /// <summary>Tables without prose between the text's first and last block: their rows, by their first block.</summary>
    private static Dictionary<int, string> DataTables(IReadOnlyList<PageBlock> blocks, int first, int last)
    {
        var tables = new Dictionary<int, string>();
        for (var i = Math.Max(0, first); i <= last; i++)
        {
            if (InTable(blocks[i].Box) is { ProseLetters: 0 } table)
            {
                var start = i;
                while (i < last && InTable(blocks[i + 1].Box) == table)
                {
                    i++;
                }
                tables.Add(
                    start,
                    string.Join(' ', blocks.Skip(start).Take(i + 1 - start).Select(block => block.Words))
                );
            }
        }
        return tables;
    }

    private static Box? InTable(Box box)
    {
        var one = (box.Where & Within.Table) == Within.None ? null : box;
        while (one is not null && one.Tag != "table")
        {
            one = one.Around;
        }
        return one;
    }

    private static BlockKind KindOf(Box box) =>
        (box.Where & Within.Heading) != Within.None ? BlockKind.Heading
        : (box.Where & Within.Quote) != Within.None ? BlockKind.Quote
        : box.Tag == "li" || box.Around?.Tag == "li" ? BlockKind.ListItem
        : BlockKind.Paragraph;
}
