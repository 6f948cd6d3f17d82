namespace Perennial.Read.Pages.Blocks;

/// <summary>A run of words on a page between two ends of lines: what may be a paragraph, or furniture.</summary>
/// <param name="Words">The words, blanks put right.</param>
/// <param name="Box">The innermost block element around them.</param>
/// <param name="LinkLetters">How many of the letters stand in links.</param>
/// <param name="BoldLetters">How many of them are set in bold.</param>
/// <param name="ItalicLetters">How many of them are set in italics.</param>
internal sealed record PageBlock(string Words, Box Box, int LinkLetters, int BoldLetters, int ItalicLetters)
{
    // A block of fewer letters may be a headline or a caption; longer ones with few links are prose.
    private const int ShortestProse = 80;

    /// <summary>Its letters and digits only, for telling whether two blocks say the same.</summary>
    public string Key => field ??= Perennial.Read.Words.Key(Words);

    /// <summary>The share of its letters that are links, 0 to 1.</summary>
    public double LinkShare => Math.Min(1, (double)LinkLetters / Words.Length);

    /// <summary>Whether it looks like a paragraph.</summary>
    public bool IsProse => Size >= ShortestProse && LinkShare < 0.4;

    /// <summary>How much it says, in letters of an alphabet: a sign of Chinese, Japanese or Korean says as much as two or three.</summary>
    public int Size { get; } = SizeOf(Words);

    /// <summary>How much a text says, in letters of an alphabet.</summary>
    public static int SizeOf(string words)
    {
        const int more = 2;
        var signs = 0;
        foreach (var letter in words)
        {
            signs += letter is (>= '\u3040' and <= '\u9FFF') or (>= '\uAC00' and <= '\uD7AF') ? 1 : 0;
        }
        return words.Length + (signs * more);
    }
}
