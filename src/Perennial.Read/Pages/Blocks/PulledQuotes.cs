namespace Perennial.Read.Pages.Blocks;

/// <summary>Finds quotations that are set large beside a text and say again what a paragraph of it says.</summary>
internal sealed class PulledQuotes
{
    // Longer words than these are no pull quote.
    private const int LongestQuote = 300;

    private const Within Set = Within.Quote | Within.Aside | Within.Figure;

    private readonly IReadOnlyList<PageBlock> blocks;
    private readonly string text;

    /// <summary>Looks over the blocks that were chosen.</summary>
    public PulledQuotes(IReadOnlyList<PageBlock> blocks, bool[] isChosen)
    {
        this.blocks = blocks;
        text = string.Join(
            '\n',
            blocks.Where((block, i) => isChosen[i] && !MayBePulled(block)).Select(block => block.Key)
        );
    }

    /// <summary>Whether a block is set apart and its words stand in a paragraph too.</summary>
    public bool Repeats(int block) =>
        MayBePulled(blocks[block]) && text.Contains(blocks[block].Key, StringComparison.Ordinal);

    private static bool MayBePulled(PageBlock block) =>
        block.Words.Length is > 20 and < LongestQuote
        && (
            (block.Box.Where & Set) != Within.None
            || (block.Box.Names.Groups & Named.Aside) != Named.None
            || (block.Box.Around?.Names.Groups & Named.Aside) is not (null or Named.None)
        );
}
