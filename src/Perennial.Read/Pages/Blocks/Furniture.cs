using System.Text.RegularExpressions;

namespace Perennial.Read.Pages.Blocks;

/// <summary>What is certainly no part of the article, whatever it looks like: readers' comments, other articles, advertisements, labels.</summary>
internal sealed partial class Furniture
{
    // A box that holds nearly all of a page's prose is the article, whatever it is called.
    private const double NearlyAll = 0.9;

    // Some put an article around others: a part like this is no mere box.
    private const double GoodPart = 0.34;

    private const Named Others = Named.Comments | Named.Consent;

    private readonly IReadOnlyList<PageBlock> blocks;
    private readonly Box? main;
    private readonly HashSet<Box> boxes = [];

    /// <summary>Looks over the boxes of a page.</summary>
    public Furniture(IReadOnlyList<PageBlock> blocks, IReadOnlyList<Box> all, PageTotals page)
    {
        var title = page.TitleAt < 0 ? null : blocks[page.TitleAt].Box;
        this.blocks = blocks;
        main = Around(title).LastOrDefault(box => box.Tag == "article");
        var kept = Around(title).ToHashSet();
        var labelled = Labelled(blocks);
        foreach (var box in all)
        {
            var isOther =
                (box.Names.Groups & Others) != Named.None || (main is not null && box.Tag == "article" && box != main);
            var isBox = IsNested(box) || labelled.Contains(box);
            var most =
                isOther ? page.Prose * NearlyAll
                : isBox ? page.Prose * GoodPart
                : -1;
            if (
                (box.Around is { } around && boxes.Contains(around))
                || (box.ProseLetters <= most && !kept.Contains(box))
            )
            {
                boxes.Add(box);
            }
        }
    }

    /// <summary>Whether a block is furniture.</summary>
    public bool Holds(PageBlock block) => boxes.Contains(block.Box) || Noise.IsLine(block.Words) || IsLabel(block);

    /// <summary>Whether a block stands in the element of the article whose headline is the page's.</summary>
    public bool IsInMain(PageBlock block) => main is not null && Around(block.Box).Contains(main);

    /// <summary>Where the element of the article holds nearly all that was chosen, what stands beside it is a prompt or a teaser.</summary>
    public bool[] WithoutBesideMain(bool[] chosen)
    {
        const double nearlyAll = 0.6;
        if ((main ?? Holding(chosen, nearlyAll)) is not { } around)
        {
            return chosen;
        }
        var isInside = blocks.Select(block => Around(block.Box).Contains(around)).ToArray();
        if (main is null)
        {
            // Without an element of its own, an article may begin outside of what holds the rest; it does not end there.
            Array.Fill(isInside, true, 0, Math.Max(0, Array.IndexOf(isInside, true)));
        }
        var (inside, all) = (0, 0);
        for (var i = 0; i < chosen.Length; i++)
        {
            all += chosen[i] ? blocks[i].Size : 0;
            inside += chosen[i] && isInside[i] ? blocks[i].Size : 0;
        }
        return inside >= all * nearlyAll ? [.. chosen.Select((one, i) => one && isInside[i])] : chosen;
    }

    /// <summary>The smallest box that holds such a share of what was chosen.</summary>
    private Box? Holding(bool[] chosen, double share)
    {
        var held = new Dictionary<Box, int>();
        var all = 0;
        for (var i = 0; i < chosen.Length; i++)
        {
            if (chosen[i])
            {
                all += blocks[i].Size;
                foreach (var box in Around(blocks[i].Box))
                {
                    held[box] = held.GetValueOrDefault(box) + blocks[i].Size;
                }
            }
        }
        return held.Keys.Where(box => held[box] >= all * share && box.Blocks > 1).MaxBy(box => box.Depth);
    }

    private static bool IsNested(Box box) =>
        box.Tag == "article" && Around(box.Around).Any(around => around.Tag == "article");

    /// <summary>Small boxes that begin with the label of an advertisement.</summary>
    private static HashSet<Box> Labelled(IReadOnlyList<PageBlock> blocks)
    {
        const int most = 4;
        var labelled = new HashSet<Box>();
        foreach (var block in blocks.Where(block => block.Words.Length < 40 && Advertisement().IsMatch(block.Words)))
        {
            var box = block.Box.Blocks > 1 ? block.Box : block.Box.Around;
            if (box is { Blocks: <= most })
            {
                labelled.Add(box);
            }
        }
        return labelled;
    }

    private static bool IsLabel(PageBlock block) => block.Words.Length < 160 && Label().IsMatch(block.Words);

    private static IEnumerable<Box> Around(Box? box)
    {
        for (; box is not null; box = box.Around)
        {
            yield return box;
        }
    }

    [GeneratedRegex(
        @"^[\W_]*(advertisement|sponsored( content)?|paid content|anzeige|werbung|publicité|publicidad|pubblicità|advertentie|annonse?|reklama?)[\W_]*$",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Advertisement();

    // A line that is nothing but an address, a time of publication, a credit or the like.
    [GeneratedRegex(
        @"^[\W_]*(\S+@\S+\.\w+|https?://\S+|(first |last )?(published|updated|modified|posted)( on| at)?:? .{0,12}\d{4}\b.{0,12}|(photos?|pictures?|images?|fotos?) (by|von|di|de)\b.{0,60}|(story |article )?continues (below|after).{0,40}|(filed under|tags|topics|schlagworte|mots[- ]clés|etiquetas):.*|(enlarge|zoom|view) (image|picture|photo)s?|(read|see|lesen sie) (also|auch):.*|(source|quelle): https?://\S+|printed from \S+|(additional )?reporting by .{3,120}|to view this video,? please enable javascript.{0,100})[\W_]*$",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Label();
}
