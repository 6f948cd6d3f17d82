using System.Globalization;
using System.Text;

namespace Perennial.Publish;

/// <summary>A list as comma-separated values (RFC 4180), in UTF-8.</summary>
internal sealed class Csv
{
    private readonly StringBuilder text = new();

    public Csv(params ReadOnlySpan<string> names) => Add([.. names]);

    /// <summary>Adds a line.</summary>
    public void Add(params ReadOnlySpan<object?> values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            text.Append(i == 0 ? "" : ",").Append(Value(values[i]));
        }
        text.Append("\r\n");
    }

    /// <summary>The whole list.</summary>
    public byte[] ToBytes() => Encoding.UTF8.GetBytes(text.ToString());

    private static string Value(object? value) =>
        value switch
        {
            null => "",
            IFormattable number and not DateTimeOffset => number.ToString(null, CultureInfo.InvariantCulture),
            _ => Quoted(value.ToString()!),
        };

    // A spreadsheet takes what begins with one of these signs for a formula: the words of a page must not be one.
    private static string Quoted(string words) =>
        $"\"{(words is ['=' or '+' or '-' or '@' or '\t' or '\r', ..] ? "'" : "")}{words.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
