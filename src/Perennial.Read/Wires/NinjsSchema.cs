using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Json.Schema;

namespace Perennial.Read.Wires;

/// <summary>IPTC's schemas of ninjs, and whether an item keeps to the one that it names.</summary>
public static partial class NinjsSchema
{
    private const int MostViolations = 5;
    private const string Draft = "https://json-schema.org/draft/2020-12/schema";

    private static readonly ConcurrentDictionary<(string Version, bool Extended), JsonSchema?> Built = new();

    /// <summary>The versions of the standard that are known, and the drafts of the next ones that brought <c>advices</c>.</summary>
    public static IReadOnlyList<string> Versions { get; } =
    ["1.0", "1.1", "1.2", "1.3", "1.4", "1.5", "1.6", "2.0", "2.1", "2.2", "3.0", "3.1", "1.x-dev", "2.x-dev"];

    /// <summary>In what an item breaks the standard; empty for a valid one.</summary>
    /// <param name="item">One item, or several in an array.</param>
    /// <param name="version">The version to judge by; <see langword="null"/> for the one that the item names or resembles.</param>
    public static IReadOnlyList<string> Violations(JsonElement item, string? version = null)
    {
        if (item.ValueKind == JsonValueKind.Array)
        {
            return [.. item.EnumerateArray().SelectMany(one => Violations(one, version)).Take(MostViolations)];
        }
        if (item.ValueKind == JsonValueKind.Object && item.TryGetProperty("$schema", out _))
        {
            // A schema that stands beside the items it is for.
            return [];
        }
        var named = NinjsStandard.Of(item);
        return Schema(version ?? named.Version, named.Extended) is { } schema ? Judge(schema, item) : [];
    }

    private static List<string> Judge(JsonSchema schema, JsonElement item)
    {
        var result = schema.Evaluate(item, new EvaluationOptions { OutputFormat = OutputFormat.List });
        if (result.IsValid)
        {
            return [];
        }
        var failed = (result.Details ?? []).Where(detail => detail is { IsValid: false, Errors.Count: > 0 }).ToList();
        // Of alternatives all but one fail in every valid item, and one failure makes the properties beside it unknown:
        // what fails outside of both says more.
        var telling = failed.Where(detail => !Alternative().IsMatch(detail.EvaluationPath.ToString())).ToList();
        var errors = (telling.Count > 0 ? telling : failed)
            .SelectMany(detail => detail.Errors!.Values.Select(error => (detail.InstanceLocation, Words: error)))
            .ToList();
        var known = errors.Where(error => !IsUnknownProperty(error.Words)).ToList();
        var violations = (known.Count > 0 ? known : errors)
            .Select(error => Words(error.InstanceLocation.ToString(), error.Words))
            .Distinct()
            .Take(MostViolations)
            .ToList();
        return violations.Count > 0 ? violations : ["it does not fit the schema"];
    }

    private static string Words(string place, string error) =>
        IsUnknownProperty(error) ? $"{place}: the standard has no such property"
        : place.Length == 0 ? error
        : $"{place}: {error}";

    private static bool IsUnknownProperty(string error) => error.Contains("false schema", StringComparison.Ordinal);

    private static JsonSchema? Schema(string version, bool extended) =>
        Built.GetOrAdd((version, extended), key => Load(key.Version, key.Extended));

    private static JsonSchema? Load(string version, bool extended)
    {
        if (!Versions.Contains(version) || Resource($"ninjs-schema_{version}.json") is not JsonObject schema)
        {
            return null;
        }
        Unify(schema);
        schema["$schema"] = Draft;
        if (extended)
        {
            // An extension may add properties, which only its own schema could judge.
            schema.Remove("unevaluatedProperties");
            schema.Remove("additionalProperties");
        }
        var options = new BuildOptions { SchemaRegistry = new SchemaRegistry() };
        if (Resource("GeoJSON-schema.json") is { } places)
        {
            JsonSchema.FromText(places.ToJsonString(), options);
        }
        return JsonSchema.FromText(schema.ToJsonString(), options);
    }

    /// <summary>Writes a schema of any draft as one of 2020-12: the twelve versions use four drafts.</summary>
    /// <remarks>
    /// Formats are left out, as in IPTC's own suite: it has valid items with dates that are none. Associated items are
    /// judged by the same version, whatever version their reference names.
    /// </remarks>
    private static void Unify(JsonNode? node)
    {
        if (node is JsonArray list)
        {
            foreach (var item in list)
            {
                Unify(item);
            }
        }
        if (node is not JsonObject schema)
        {
            return;
        }
        if (schema["properties"] is JsonObject properties && RequiredByDraft3(properties) is { Length: > 0 } required)
        {
            schema["required"] = new JsonArray(required);
        }
        foreach (var name in (string[])["$schema", "id", "$id", "description_old"])
        {
            if (schema[name] is JsonValue)
            {
                schema.Remove(name);
            }
        }
        if (schema["format"] is JsonValue)
        {
            schema.Remove("format");
        }
        if (schema["required"] is JsonValue)
        {
            schema.Remove("required");
        }
        if (schema["definitions"] is JsonObject definitions)
        {
            schema.Remove("definitions");
            schema["$defs"] = definitions;
        }
        if (schema["$defs"] is JsonObject parts && parts["unevaluatedProperties"] is JsonValue)
        {
            // Versions 2.1 to 3.1 have it there by a slip: it is no schema of its own.
            parts.Remove("unevaluatedProperties");
        }
        if (schema["$ref"] is JsonValue value && value.TryGetValue<string>(out var reference))
        {
            schema["$ref"] = reference.StartsWith("http://www.iptc.org", StringComparison.Ordinal)
                ? "#"
                : reference.Replace("#/definitions/", "#/$defs/", StringComparison.Ordinal);
        }
        foreach (var (_, child) in schema)
        {
            Unify(child);
        }
    }

    private static JsonNode[] RequiredByDraft3(JsonObject properties) =>
        [
            .. properties
                .Where(p => p.Value?["required"] is JsonValue value && value.TryGetValue<bool>(out var yes) && yes)
                .Select(p => (JsonNode)p.Key),
        ];

    private static JsonNode? Resource(string name)
    {
        using var stream = typeof(NinjsSchema).Assembly.GetManifestResourceStream($"ninjs/{name}");
        return stream is null ? null : JsonNode.Parse(stream);
    }

    [GeneratedRegex("/(oneOf|anyOf)/", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Alternative();
}
