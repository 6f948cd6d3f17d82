using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Perennial.Server.Commands;

/// <summary>JSON Lines in and out: one object a line, UTF-8, in the order of the input.</summary>
internal static class JsonLines
{
    private static readonly JsonWriterOptions AnyScript = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Reads a file of JSON Lines; a line that is none becomes a <see cref="Problem"/>, and the rest go on.</summary>
    /// <exception cref="Failure">There is no such file.</exception>
    public static IEnumerable<(T? Value, Problem? Problem)> Read<T>(string file, JsonTypeInfo<T> json)
        where T : class
    {
        if (file != "-" && !File.Exists(file))
        {
            throw new Failure($"there is no file {file}");
        }
        using var reader =
            file == "-" ? new StreamReader(Console.OpenStandardInput(), Encoding.UTF8) : File.OpenText(file);
        while (reader.ReadLine() is { } line)
        {
            if (!string.IsNullOrWhiteSpace(line))
            {
                yield return Parse(line, json);
            }
        }
    }

    /// <summary>Writes one value as a line with an <c>id</c> in front of its own properties.</summary>
    public static void Write<T>(Stream output, string? id, T value, JsonTypeInfo<T> json)
    {
        using var element = JsonSerializer.SerializeToDocument(value, json);
        using (var writer = new Utf8JsonWriter(output, AnyScript))
        {
            writer.WriteStartObject();
            writer.WriteString("id", id);
            foreach (var property in element.RootElement.EnumerateObject())
            {
                property.WriteTo(writer);
            }
            writer.WriteEndObject();
        }
        output.Write("\n"u8);
    }

    private static (T?, Problem?) Parse<T>(string line, JsonTypeInfo<T> json)
        where T : class
    {
        try
        {
            return (JsonSerializer.Deserialize(line, json), null);
        }
        catch (JsonException e)
        {
            return (null, new Problem("bad-line", $"the line is no JSON of the contract: {e.Message}"));
        }
    }
}
