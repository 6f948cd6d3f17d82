namespace Perennial.Read.Languages;

/// <summary>Words between quotation marks, within one paragraph.</summary>
/// <param name="Start">Offset of the opening mark.</param>
/// <param name="End">Offset after the closing mark, or the end of the paragraph where there is none.</param>
/// <param name="First">The opening mark's token.</param>
/// <param name="Last">The token after the closing mark.</param>
/// <param name="Paragraph">The paragraph's number.</param>
/// <param name="Closed">Whether a closing mark ends it; an open one goes on in the next paragraph.</param>
internal sealed record Quotation(int Start, int End, int First, int Last, int Paragraph, bool Closed)
{
    /// <summary>How many words stand in it.</summary>
    public int Words { get; init; }
}
