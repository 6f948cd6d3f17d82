using SkiaSharp;

namespace Perennial.Publish;

/// <summary>Draws the pictures of shared pages: paper, ink, a rule, and red only for what is live.</summary>
internal static class PicturePainter
{
    private const float Edge = 72;
    private const float Foot = 76;
    private const int CompressionLevel = 5;

    // What a headline is set in, largest first: the first in which it needs no more lines than there is room for.
    private static readonly (float Size, int Lines)[] Sizes = [(84, 3), (72, 4), (57, 5), (47, 6)];

    private static readonly SKColor Paper = SKColor.Parse("#fbfaf7");
    private static readonly SKColor Ink = SKColor.Parse("#1b1a18");
    private static readonly SKColor Quiet = SKColor.Parse("#5f5a52");
    private static readonly SKColor Line = SKColor.Parse("#dad5cb");
    private static readonly SKColor Live = SKColor.Parse("#b3261e");

    private static readonly bool HasFonts = FindFonts();

    /// <summary>Whether this machine has what it takes: Skia's library, and fonts with the letters of the headline.</summary>
    public static bool CanDraw(SharePicture picture) =>
        HasFonts && Typefaces.OfMachine.Value.CanWrite(PictureText.Plain(picture.Headline));

    /// <summary>Draws a picture as PNG.</summary>
    public static byte[] Draw(SharePicture picture)
    {
        var typefaces = Typefaces.OfMachine.Value;
        using var surface = SKSurface.Create(new SKImageInfo(SharePicture.Width, SharePicture.Height));
        var canvas = surface.Canvas;
        canvas.Clear(Paper);
        var headline = PictureText.Plain(picture.Headline);
        var rightToLeft = PictureText.IsRightToLeft(headline);
        using var small = new PictureText(typefaces, typefaces.Plain!, 30);
        using var quiet = new SKPaint { Color = Quiet, IsAntialias = true };
        using var red = new SKPaint { Color = Live, IsAntialias = true };
        using var ink = new SKPaint { Color = Ink, IsAntialias = true };
        using var rule = new SKPaint { Color = Line };

        var x = rightToLeft ? SharePicture.Width - Edge : Edge;
        var top = Edge + 30;
        var from = x;
        if (picture.State is { } state)
        {
            small.Draw(canvas, state, from, top, red, rightToLeft);
            from += (small.Measure(state) + 24) * (rightToLeft ? -1 : 1);
        }
        if (picture.Kicker is { } kicker)
        {
            var room = SharePicture.Width - Edge - Edge - Math.Abs(from - x);
            var line = small.Lines(PictureText.Plain(kicker), room, 1)[0];
            small.Draw(canvas, line, from, top, quiet, rightToLeft);
        }

        var (text, lines) = Fitting(typefaces, headline);
        using var _ = text;
        var y = top + 40 + text.LineHeight;
        foreach (var line in lines)
        {
            text.Draw(canvas, line, x, y, ink, rightToLeft);
            y += text.LineHeight;
        }

        canvas.DrawRect(Edge, SharePicture.Height - Foot - 36, SharePicture.Width - (2 * Edge), 2, rule);
        using var name = new PictureText(typefaces, typefaces.Serif!, 36);
        var site = name.Lines(PictureText.Plain(picture.Site), SharePicture.Width - (2 * Edge), 1);
        foreach (var line in site)
        {
            name.Draw(canvas, line, x, SharePicture.Height - Foot + 24, ink, rightToLeft);
        }
        using var image = surface.Snapshot();
        using var pixels = image.PeekPixels();
        // Flat colours shrink best, and soonest, without a filter.
        using var data = pixels.Encode(new SKPngEncoderOptions(SKPngEncoderFilterFlags.NoFilters, CompressionLevel));
        // Nothing comes of pixels only where there are none.
        return data!.ToArray();
    }

    private static (PictureText Text, IReadOnlyList<string> Lines) Fitting(Typefaces typefaces, string headline)
    {
        foreach (var (size, most) in Sizes)
        {
            var text = new PictureText(typefaces, typefaces.Serif!, size);
            var lines = text.Lines(headline, SharePicture.Width - (2 * Edge), most);
            if (lines is [] || !lines[^1].EndsWith('…') || headline.EndsWith('…') || size == Sizes[^1].Size)
            {
                return (text, lines);
            }
            text.Dispose();
        }
        throw new InvalidOperationException("there is a last size");
    }

    private static bool FindFonts()
    {
        try
        {
            return Typefaces.OfMachine.Value.Serif is not null;
        }
        catch (Exception e) when (e is TypeInitializationException or DllNotFoundException)
        {
            // No library of Skia for this machine: pages are shared without a picture.
            return false;
        }
    }
}
