using System.Text.Json.Nodes;

namespace Perennial.Read.Tests.Pages;

/// <summary>What is told of an article and what is read of it, compared in words for a person.</summary>
internal static class Differences
{
    private const int Shown = 160;

    /// <summary>Everything that is expected and not so; what is found beyond it does not count.</summary>
    public static IEnumerable<string> Between(JsonNode? expected, JsonNode? found) => Of("", expected, found, found);

    private static IEnumerable<string> Of(string path, JsonNode? expected, JsonNode? found, JsonNode? article)
    {
        var name = path[(path.LastIndexOf('.') + 1)..];
        return (expected, found) switch
        {
            (JsonObject wanted, JsonObject there) => wanted.SelectMany(property =>
                Of(
                    path.Length == 0 ? property.Key : $"{path}.{property.Key}",
                    property.Value,
                    there[property.Key],
                    article
                )
            ),
            (JsonArray wanted, JsonArray there) when name == "blocks" => OfBlocks(wanted, there, article),
            (JsonArray wanted, JsonArray there) => OfLists(path, wanted, there, article),
            (JsonValue, JsonValue) when name == "text" => OfTexts(path, (string)expected!, (string)found!),
            _ when JsonNode.DeepEquals(expected, found) => [],
            _ => [$"{path}: {Short(expected)} is expected, there is {Short(found)}"],
        };
    }

    private static IEnumerable<string> OfLists(string path, JsonArray expected, JsonArray found, JsonNode? article) =>
        expected.Count == found.Count
            ? expected.SelectMany((item, i) => Of($"{path}[{i}]", item, found[i], article))
            : [$"{path}: {expected.Count} expected, there are {found.Count}: {Short(found)}"];

    /// <summary>Paragraph by paragraph: what is lacking, what is too much; letter by letter where that finds nothing.</summary>
    private static List<string> OfTexts(string path, string expected, string found)
    {
        var (wanted, there) = (expected.Split("\n\n"), found.Split("\n\n"));
        List<string> differences =
        [
            .. wanted.Except(there, StringComparer.Ordinal).Select(paragraph => $"{path}: lacks «{paragraph}»"),
            .. there.Except(wanted, StringComparer.Ordinal).Select(paragraph => $"{path}: has «{paragraph}»"),
        ];
        if (differences.Count == 0 && expected != found)
        {
            differences.Add($"{path}: the same paragraphs in another order or number: «{found}»");
        }
        return differences;
    }

    private static IEnumerable<string> OfBlocks(JsonArray expected, JsonArray found, JsonNode? article)
    {
        var text = (string?)article?["text"] ?? "";
        var there = new Queue<JsonNode>(found.Select(block => WithText(block!, text)));
        foreach (var wanted in expected)
        {
            while (there.Count > 0 && Of("", wanted, there.Peek(), null).Any())
            {
                there.Dequeue();
            }
            if (!there.TryDequeue(out _))
            {
                return
                [
                    $"blocks: lacks {Short(wanted)} in this order among\n  {string.Join("\n  ", found.Select(b => Short(WithText(b!, text))))}",
                ];
            }
        }
        return [];
    }

    private static JsonNode WithText(JsonNode block, string text)
    {
        var copy = block.DeepClone();
        if (copy["start"] is { } start && copy["end"] is { } end)
        {
            copy["text"] = text[(int)start..(int)end];
        }
        return copy;
    }

    private static string Short(JsonNode? node)
    {
        var json = node?.ToJsonString(PerennialJson.Lines.Options) ?? "null";
        return json.Length <= Shown ? json : json[..Shown] + "…";
    }
}
