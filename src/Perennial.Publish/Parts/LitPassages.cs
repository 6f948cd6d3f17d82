namespace Perennial.Publish.Parts;

/// <summary>A text parted into runs: those that belong to a statement, and those between.</summary>
internal static class LitPassages
{
    /// <summary>The blocks that may be shown of an article in order, neighbouring items of a list together.</summary>
    public static IReadOnlyList<LitBlock> Of(Article article)
    {
        var owner = new int[article.Text.Length];
        for (var number = article.Statements.Count; number > 0; number--)
        {
            foreach (var span in article.Statements[number - 1].Spans)
            {
                Array.Fill(owner, number, span[0], span[1] - span[0]);
            }
        }
        var lit = new List<LitBlock>();
        foreach (var block in article.Blocks.Where(block => block.Start is not null))
        {
            var runs = Runs(article.Text, owner, block.Start!.Value, block.End!.Value);
            if (block.Kind == BlockKind.ListItem && lit is [.., { Kind: BlockKind.ListItem } list])
            {
                lit[^1] = list with { Lines = [.. list.Lines, runs], Starts = [.. list.Starts, block.Start.Value] };
            }
            else
            {
                lit.Add(new LitBlock(block.Kind, [runs], [block.Start.Value]));
            }
        }
        return lit;
    }

    private static List<Run> Runs(string text, int[] owner, int start, int end)
    {
        var runs = new List<Run>();
        for (var from = start; from < end; )
        {
            var to = from + 1;
            while (to < end && owner[to] == owner[from])
            {
                to++;
            }
            runs.Add(new Run(text[from..to], owner[from] == 0 ? null : owner[from]));
            from = to;
        }
        return runs;
    }
}

/// <summary>A block of a text, or a list.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Lines">Its one line, or the items of a list.</param>
/// <param name="Starts">Where each of them begins in the text: what it is found by.</param>
internal sealed record LitBlock(BlockKind Kind, IReadOnlyList<IReadOnlyList<Run>> Lines, IReadOnlyList<int> Starts);

/// <summary>A run of a text.</summary>
/// <param name="Text">Its words.</param>
/// <param name="Statement">The number of the statement it belongs to, from 1; <see langword="null"/> for none.</param>
internal sealed record Run(string Text, int? Statement);
