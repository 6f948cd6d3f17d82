namespace Perennial.Read;

/// <summary>The paragraphs of a text as blocks.</summary>
internal static class Paragraphs
{
    /// <summary>Every run of lines between line ends, without the blanks around it.</summary>
    public static IReadOnlyList<Block> Of(string text)
    {
        var blocks = new List<Block>();
        for (var start = 0; start < text.Length; )
        {
            var end = text.IndexOf('\n', start);
            end = end < 0 ? text.Length : end;
            var line = text.AsSpan(start, end - start);
            var first = start + line.Length - line.TrimStart().Length;
            var trimmed = line.Trim();
            if (trimmed.Length > 0)
            {
                blocks.Add(new Block(BlockKind.Paragraph, first, first + trimmed.Length));
            }
            start = end + 1;
        }
        return blocks;
    }
}
