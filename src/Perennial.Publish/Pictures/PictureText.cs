using System.Globalization;
using System.Text;
using SkiaSharp;
using SkiaSharp.HarfBuzz;

namespace Perennial.Publish;

/// <summary>Text of any script on a picture: broken into lines, shaped, drawn in its direction.</summary>
internal sealed class PictureText(Typefaces typefaces, SKTypeface typeface, float size) : IDisposable
{
    private const int LongestText = 240;

    // To shape with a font costs little, to begin with one much.
    private readonly Dictionary<SKTypeface, (SKFont Font, SKShaper Shaper)> begun = [];

    /// <summary>The height of a line.</summary>
    public float LineHeight => size * 1.18f;

    /// <summary>A text on one line of blanks, without signs that can't be seen, and not too long to draw.</summary>
    public static string Plain(string text)
    {
        var written = new StringBuilder();
        var elements = StringInfo.GetTextElementEnumerator(
            text.Length > LongestText * 4 ? text[..(LongestText * 4)] : text
        );
        for (var count = 0; count < LongestText && elements.MoveNext(); count++)
        {
            var element = elements.GetTextElement();
            var blank = string.IsNullOrWhiteSpace(element) || element.EnumerateRunes().All(Rune.IsControl);
            if (!blank || (written.Length > 0 && written[^1] != ' '))
            {
                written.Append(blank ? " " : element);
            }
        }
        return written.ToString().Trim();
    }

    /// <summary>Whether a text is read from right to left: its first letter decides.</summary>
    public static bool IsRightToLeft(string text) =>
        text.EnumerateRunes().Select(Direction).FirstOrDefault(direction => direction != 0) < 0;

    /// <summary>The lines of a text that are no wider than there is room; what one more would need ends in an ellipsis.</summary>
    public IReadOnlyList<string> Lines(string text, float width, int most)
    {
        var lines = new List<string>();
        var line = "";
        foreach (var piece in Pieces(text, width))
        {
            if (line.Length > 0 && Measure((line + piece).TrimEnd()) > width)
            {
                lines.Add(line.TrimEnd());
                line = "";
                if (lines.Count > most)
                {
                    break;
                }
            }
            line += line.Length == 0 ? piece.TrimStart() : piece;
        }
        if (line.Length > 0)
        {
            lines.Add(line.TrimEnd());
        }
        if (lines.Count > most)
        {
            lines = lines[..most];
            lines[^1] = Cut(lines[^1], width);
        }
        return lines;
    }

    /// <summary>Draws a line.</summary>
    /// <param name="canvas">Where.</param>
    /// <param name="line">The text.</param>
    /// <param name="x">Its left edge; its right edge where it is read from there.</param>
    /// <param name="y">Its baseline.</param>
    /// <param name="paint">The colour.</param>
    /// <param name="rightToLeft">Whether it belongs to a text that is read from right to left.</param>
    public void Draw(SKCanvas canvas, string line, float x, float y, SKPaint paint, bool rightToLeft)
    {
        foreach (var run in rightToLeft ? Directions(line) : [line])
        {
            var runs = Runs(run).ToList();
            var width = runs.Sum(part => Width(part.Text, part.Typeface));
            var left = rightToLeft ? x - width : x;
            foreach (var (text, face) in runs)
            {
                var (font, shaper) = Begun(face);
                canvas.DrawShapedText(shaper, text, left, y, SKTextAlign.Left, font, paint);
                left += Width(text, face);
            }
            x = rightToLeft ? x - width : left;
        }
    }

    /// <summary>How wide a line is.</summary>
    public float Measure(string line) => Runs(line).Sum(run => Width(run.Text, run.Typeface));

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var (font, shaper) in begun.Values)
        {
            shaper.Dispose();
            font.Dispose();
        }
    }

    private float Width(string text, SKTypeface face)
    {
        var (font, shaper) = Begun(face);
        return shaper.Shape(text, font).Width;
    }

    private (SKFont Font, SKShaper Shaper) Begun(SKTypeface face)
    {
        if (!begun.TryGetValue(face, out var known))
        {
            begun[face] = known = (new SKFont(face, size), new SKShaper(face));
        }
        return known;
    }

    /// <summary>Where a line may end: at blanks, and between signs that need none or words that are wider than a line.</summary>
    private IEnumerable<string> Pieces(string text, float width)
    {
        foreach (var word in text.Split(' '))
        {
            if (Measure(word) <= width && !word.EnumerateRunes().Any(IsOfItsOwn))
            {
                yield return " " + word;
                continue;
            }
            var elements = StringInfo.GetTextElementEnumerator(word);
            var first = true;
            while (elements.MoveNext())
            {
                yield return (first ? " " : "") + elements.GetTextElement();
                first = false;
            }
        }
    }

    // Chinese and Japanese part no words.
    private static bool IsOfItsOwn(Rune rune) =>
        rune.Value is (>= 0x3040 and <= 0x30FF) or (>= 0x3400 and <= 0x9FFF) or (>= 0x20000 and <= 0x3FFFF);

    private string Cut(string line, float width)
    {
        while (line.Length > 1 && Measure(line + "…") > width)
        {
            var starts = StringInfo.ParseCombiningCharacters(line);
            line = line[..starts[^1]].TrimEnd();
        }
        return line + "…";
    }

    /// <summary>The parts of a line that one font can draw.</summary>
    private IEnumerable<(string Text, SKTypeface Typeface)> Runs(string line)
    {
        var run = new StringBuilder();
        SKTypeface? face = null;
        var elements = StringInfo.GetTextElementEnumerator(line);
        while (elements.MoveNext())
        {
            var element = elements.GetTextElement();
            var sign = element.EnumerateRunes().First();
            // Blanks and points stay with the words before them.
            var fits =
                face is not null
                && (Rune.IsWhiteSpace(sign) || element.EnumerateRunes().All(rune => typefaces.Has(face, rune)));
            if (!fits || (face != typeface && typefaces.Has(typeface, sign) && Rune.IsLetterOrDigit(sign)))
            {
                var next = typefaces.For(sign, typeface);
                if (face is not null && next != face && run.Length > 0)
                {
                    yield return (run.ToString(), face);
                    run.Clear();
                }
                face = next;
            }
            run.Append(element);
        }
        if (run.Length > 0)
        {
            yield return (run.ToString(), face!);
        }
    }

    /// <summary>
    /// The parts of a line that run in one direction, in the order of reading: enough of Unicode's rules (UAX #9) for a
    /// headline, in which words and numbers of the other direction stand alone.
    /// </summary>
    private static IEnumerable<string> Directions(string line)
    {
        var run = new StringBuilder();
        var blanks = new StringBuilder();
        var current = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            var direction = Direction(rune);
            if (direction == 0)
            {
                blanks.Append(rune);
                continue;
            }
            if (current != 0 && direction != current)
            {
                yield return run.ToString();
                run.Clear();
                // Between the two, what is neutral goes with the direction of the text.
                if (blanks.Length > 0)
                {
                    yield return blanks.ToString();
                    blanks.Clear();
                }
            }
            run.Append(blanks).Append(rune);
            blanks.Clear();
            current = direction;
        }
        yield return run.Append(blanks).ToString();
    }

    /// <summary>1 for what is written from left to right, numbers too, -1 for the other direction, 0 for what has none.</summary>
    private static int Direction(Rune rune) =>
        Rune.IsDigit(rune) ? 1
        : rune.Value
            is (>= 0x0590 and <= 0x08FF)
                or (>= 0xFB1D and <= 0xFDFF)
                or (>= 0xFE70 and <= 0xFEFF)
                or (>= 0x10800 and <= 0x10FFF)
                or (>= 0x1E800 and <= 0x1EFFF)
            ? -1
        : Rune.IsLetter(rune) ? 1
        : 0;
}
