using System.Text;
using DiffPlex;

namespace Perennial.Weave.Changes;

/// <summary>Cuts a text into words, blanks and signs; in scripts without blanks each character is a word.</summary>
internal sealed class WordPieces : IChunker
{
    /// <inheritdoc/>
    public IReadOnlyList<string> Chunk(string text)
    {
        var pieces = new List<string>();
        for (var start = 0; start < text.Length; )
        {
            var end = start + Length(text, start);
            if (IsWord(text, start))
            {
                while (end < text.Length && (IsWord(text, end) || IsWithinWord(text, end)))
                {
                    end += Length(text, end);
                }
            }
            pieces.Add(text[start..end]);
            start = end;
        }
        return pieces;
    }

    private static bool IsWord(string text, int at) =>
        Rune.TryGetRuneAt(text, at, out var rune) && Rune.IsLetterOrDigit(rune) && !IsWordByItself(rune.Value);

    // 10,000 and don't and co-op are one word each.
    private static bool IsWithinWord(string text, int at) =>
        text[at] is '\'' or '’' or '-' or '.' or ','
        && at + 1 < text.Length
        && IsWord(text, at + 1)
        && IsWord(text, at - 1)
        && (text[at] is '\'' or '’' or '-' || (char.IsDigit(text[at - 1]) && char.IsDigit(text[at + 1])));

    private static bool IsWordByItself(int rune) =>
        rune
            is >= 0x3040
                and <= 0x30FF
                or >= 0x3400
                and <= 0x9FFF
                or >= 0x0E00
                and <= 0x0E7F
                or >= 0x20000
                and <= 0x2FFFF;

    private static int Length(string text, int at) =>
        char.IsHighSurrogate(text[at]) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]) ? 2 : 1;
}
