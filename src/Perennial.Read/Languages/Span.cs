using System.Runtime.InteropServices;

namespace Perennial.Read.Languages;

/// <summary>Tokens from one up to another.</summary>
/// <param name="First">The first token.</param>
/// <param name="Last">The token after the last.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Span(int First, int Last)
{
    public int Length => Last - First;
}
