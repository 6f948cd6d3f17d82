namespace Perennial.Read.Archives;

/// <summary>A first line and named fields, as WARC records and HTTP messages begin.</summary>
internal sealed class WarcHeaders
{
    private const int MostFields = 500;

    private readonly Dictionary<string, string> fields = new(StringComparer.OrdinalIgnoreCase);

    private WarcHeaders(string firstLine) => FirstLine = firstLine;

    /// <summary>The version line, or the status line.</summary>
    public string FirstLine { get; }

    /// <summary>The address that the record is about; some writers set it in angle brackets, as WARC 1.0 has it.</summary>
    public string? Target => this["WARC-Target-URI"]?.Trim('<', '>', ' ');

    /// <summary>A field by its name in any case; <see langword="null"/> when there is none.</summary>
    public string? this[string name] => fields.GetValueOrDefault(name);

    /// <summary>Reads up to and with the blank line.</summary>
    /// <returns><see langword="null"/> when it does not begin as it should, or never ends.</returns>
    public static WarcHeaders? Read(WarcInput input, string beginning)
    {
        if (input.ReadLine() is not { } first || !first.StartsWith(beginning, StringComparison.Ordinal))
        {
            return null;
        }
        var headers = new WarcHeaders(first);
        string? last = null;
        for (var count = 0; input.ReadLine() is { } line; count++)
        {
            if (line.Length == 0)
            {
                return headers;
            }
            if (count == MostFields)
            {
                return null;
            }
            if (line[0] is ' ' or '\t' && last is not null)
            {
                headers.fields[last] += " " + line.Trim();
                continue;
            }
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon > 0)
            {
                last = line[..colon].Trim();
                // Of a field that comes twice the first counts.
                headers.fields.TryAdd(last, line[(colon + 1)..].Trim());
            }
        }
        return null;
    }

    /// <summary>Reads the headers in front of a body that is in memory, and says where the body begins.</summary>
    public static WarcHeaders? Read(byte[] message, string beginning, out int bodyAt)
    {
        using var stream = new MemoryStream(message, writable: false);
        var input = new WarcInput(stream);
        var headers = Read(input, beginning);
        bodyAt = (int)input.Position;
        return headers;
    }
}
