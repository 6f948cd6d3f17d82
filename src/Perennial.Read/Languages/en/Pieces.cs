namespace Perennial.Read.Languages.English;

/// <summary>What a <see cref="Piece"/> is.</summary>
internal enum PieceKind
{
    /// <summary>A run of letters, apostrophes within.</summary>
    Word,

    /// <summary>A run of digits with its points and commas: <c>10,000</c>, <c>2.5</c>.</summary>
    Digits,

    /// <summary>A single other character.</summary>
    Mark,
}

/// <summary>A word, a number in digits or a mark, and where it stands.</summary>
/// <param name="Start">Its first code unit.</param>
/// <param name="End">After its last.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Lower">In lower case, apostrophes straight; empty for what is too long to be a word or number anybody knows.</param>
internal readonly record struct Piece(int Start, int End, PieceKind Kind, string Lower);

/// <summary>A text cut for counting: digits apart from letters and hyphens, so that "€300m" and "three-day" fall into parts.</summary>
/// <remarks>One pass; questions past either end are answered with "nothing", so that readers need no bounds of their own.</remarks>
internal sealed class Pieces
{
    // The longest number that news spells out in digits, with its commas, has about 20; a decimal holds 28.
    private const int Longest = 26;
    private static readonly string[] Singles = [.. Enumerable.Range(0, 256).Select(code => ((char)code).ToString())];

    private readonly List<Piece> pieces = [];

    public Pieces(string text)
    {
        Text = text;
        for (var at = 0; at < text.Length; )
        {
            if (char.IsWhiteSpace(text[at]))
            {
                at++;
                continue;
            }
            var kind =
                char.IsAsciiDigit(text[at]) ? PieceKind.Digits
                : char.IsLetter(text[at]) ? PieceKind.Word
                : PieceKind.Mark;
            var end = kind switch
            {
                PieceKind.Digits => DigitsEnd(text, at),
                PieceKind.Word => WordEnd(text, at),
                _ => at + 1,
            };
            pieces.Add(new Piece(at, end, kind, Lowered(text, at, end)));
            at = end;
        }
    }

    /// <summary>The text that was cut.</summary>
    public string Text { get; }

    /// <summary>How many pieces there are.</summary>
    public int Count => pieces.Count;

    /// <summary>A piece.</summary>
    public Piece this[int index] => pieces[index];

    /// <summary>The piece's word or sign in lower case; empty past the ends.</summary>
    public string Lower(int index) => Has(index) ? pieces[index].Lower : "";

    /// <summary>Whether there is such a piece.</summary>
    public bool Has(int index) => index >= 0 && index < pieces.Count;

    /// <summary>Whether the piece is of a kind.</summary>
    public bool Is(int index, PieceKind kind) => Has(index) && pieces[index].Kind == kind;

    /// <summary>Whether the piece is a word with a capital.</summary>
    public bool IsCapital(int index) => Is(index, PieceKind.Word) && char.IsUpper(Text[pieces[index].Start]);

    /// <summary>Whether nothing stands between the piece and the one before it.</summary>
    public bool IsJoined(int index) => Has(index) && Has(index - 1) && pieces[index - 1].End == pieces[index].Start;

    /// <summary>Whether the piece follows the one before it in the same line.</summary>
    public bool IsSameLine(int index) =>
        Has(index)
        && Has(index - 1)
        && Text.AsSpan(pieces[index - 1].End, pieces[index].Start - pieces[index - 1].End).IndexOfAny('\n', '\r') < 0;

    /// <summary>Whether the piece follows the one before it in the same line, with a blank between.</summary>
    public bool IsSpaced(int index) => IsSameLine(index) && !IsJoined(index);

    /// <summary>Whether the piece is the first of its line.</summary>
    public bool BeginsLine(int index) => Has(index) && (index == 0 || !IsSameLine(index));

    /// <summary>Whether a sentence begins with the piece.</summary>
    public bool BeginsSentence(int index) =>
        BeginsLine(index) || Lower(index - 1) is "." or "!" or "?" or ":" or "“" or "\"" or "‘" or "”" or "•" or "(";

    /// <summary>How many pieces of a phrase of single words stand here, all in one line: all of them or none.</summary>
    public int Phrase(int index, ReadOnlySpan<string> words)
    {
        for (var i = 0; i < words.Length; i++)
        {
            if (Lower(index + i) != words[i] || (i > 0 && !IsSameLine(index + i)))
            {
                return 0;
            }
        }
        return words.Length;
    }

    private static int DigitsEnd(string text, int at)
    {
        var end = at;
        while (end < text.Length && (char.IsAsciiDigit(text[end]) || IsInner(text, end)))
        {
            end++;
        }
        return end;
    }

    // A point or comma between digits; a narrow or unbreakable blank before a group of three.
    private static bool IsInner(string text, int at) =>
        text[at] switch
        {
            '.' or ',' => at + 1 < text.Length && char.IsAsciiDigit(text[at + 1]),
            '\u00A0' or '\u202F' or '\u2009' => at + 3 < text.Length
                && char.IsAsciiDigit(text[at + 1])
                && char.IsAsciiDigit(text[at + 2])
                && char.IsAsciiDigit(text[at + 3])
                && (at + 4 == text.Length || !char.IsAsciiDigit(text[at + 4])),
            _ => false,
        };

    private static int WordEnd(string text, int at)
    {
        var end = at + 1;
        while (
            end < text.Length
            && (
                char.IsLetter(text[end])
                || char.GetUnicodeCategory(text[end]) == System.Globalization.UnicodeCategory.NonSpacingMark
                || (text[end] is '\'' or '’' && end + 1 < text.Length && char.IsLetter(text[end + 1]))
            )
        )
        {
            end++;
        }
        return end;
    }

    private static string Lowered(string text, int start, int end) =>
        end - start > Longest ? ""
        : end - start == 1 && text[start] < 256 ? Singles[char.ToLowerInvariant(text[start]) & 0xFF]
        : text[start..end].ToLowerInvariant().Replace('’', '\'');
}
