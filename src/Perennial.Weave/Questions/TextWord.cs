using Perennial.Weave.Changes;

namespace Perennial.Weave.Questions;

/// <summary>A word and where it stands.</summary>
/// <param name="Start">Where it starts in the text.</param>
/// <param name="End">Where it ends.</param>
/// <param name="Text">The word in small letters.</param>
/// <param name="Root">What its inflected forms share.</param>
/// <param name="Capital">Whether it begins with a capital letter.</param>
internal sealed record TextWord(int Start, int End, string Text, string Root, bool Capital)
{
    // No sentence has more.
    private const int Most = 400;

    /// <summary>The words of a passage of a text, in order.</summary>
    public static IReadOnlyList<TextWord> In(string text, int start, int end)
    {
        var words = new List<TextWord>();
        var at = start;
        foreach (var piece in new WordPieces().Chunk(text[start..end]))
        {
            if (char.IsLetterOrDigit(piece, 0) && words.Count < Most)
            {
                var small = piece.ToLowerInvariant().Replace('’', '\'');
                words.Add(new TextWord(at, at + piece.Length, small, Words.RootOf(piece), char.IsUpper(piece[0])));
            }
            at += piece.Length;
        }
        return words;
    }
}
