using System.Text;

namespace Perennial.Read.Archives;

/// <summary>A stream read by lines and by counted bytes, of which the place is known.</summary>
internal sealed class WarcInput(Stream stream)
{
    // The longest header lines seen are addresses of a few thousand characters.
    private const int LongestLine = 64 * 1024;

    private readonly byte[] buffer = new byte[64 * 1024];
    private int next;
    private int filled;

    /// <summary>How many bytes have been taken.</summary>
    public long Position { get; private set; }

    /// <summary>A line without its end; <see langword="null"/> at the end of the stream.</summary>
    /// <exception cref="InvalidDataException">The line does not end.</exception>
    public string? ReadLine()
    {
        if (!Fill())
        {
            return null;
        }
        var line = new List<byte>();
        while (Fill())
        {
            var letter = Take();
            if (letter == '\n')
            {
                break;
            }
            if (line.Count == LongestLine)
            {
                throw new InvalidDataException("a header line does not end");
            }
            line.Add(letter);
        }
        if (line is [.., (byte)'\r'])
        {
            line.RemoveAt(line.Count - 1);
        }
        return Encoding.UTF8.GetString([.. line]);
    }

    /// <summary>Passes the blank lines between two records.</summary>
    /// <returns>Whether anything follows.</returns>
    public bool SkipBlankLines()
    {
        while (Fill() && buffer[next] is (byte)'\r' or (byte)'\n')
        {
            Take();
        }
        return Fill();
    }

    /// <summary>Whether a record may end here: at a line end, or where the stream ends.</summary>
    public bool AtRecordEnd() => !Fill() || buffer[next] is (byte)'\r' or (byte)'\n';

    /// <summary>So many bytes; <see langword="null"/> when there are fewer.</summary>
    public byte[]? Take(int count)
    {
        // Grown as bytes arrive: what a record claims to hold costs nothing until it does.
        using var taken = new MemoryStream();
        while (taken.Length < count)
        {
            if (!Fill())
            {
                return null;
            }
            var part = (int)Math.Min(count - taken.Length, filled - next);
            taken.Write(buffer, next, part);
            Pass(part);
        }
        return taken.ToArray();
    }

    /// <summary>Passes so many bytes.</summary>
    /// <returns>Whether there were as many.</returns>
    public bool Skip(long count)
    {
        while (count > 0)
        {
            if (!Fill())
            {
                return false;
            }
            var part = (int)Math.Min(count, filled - next);
            Pass(part);
            count -= part;
        }
        return true;
    }

    private byte Take()
    {
        var letter = buffer[next];
        Pass(1);
        return letter;
    }

    private void Pass(int count)
    {
        next += count;
        Position += count;
    }

    private bool Fill()
    {
        if (next < filled)
        {
            return true;
        }
        next = 0;
        filled = stream.Read(buffer, 0, buffer.Length);
        return filled > 0;
    }
}
