using System.Text.Json;
using System.Text.RegularExpressions;

namespace Perennial.Read.Wires;

/// <summary>Which version of ninjs an item keeps to, by its own word or else by the names of its properties.</summary>
/// <param name="Version">The version, such as <c>2.1</c>.</param>
/// <param name="Extended">Whether it names a schema of its own that is built upon the standard.</param>
internal sealed partial record NinjsStandard(string Version, bool Extended)
{
    // Names that came with the second generation and were none of the first.
    private static readonly string[] SecondGeneration =
    [
        "headlines",
        "bodies",
        "descriptions",
        "by",
        "people",
        "subjects",
        "places",
        "organisations",
        "genres",
        "infosources",
        "trustindicators",
        "standard",
    ];

    /// <summary>The version of an item.</summary>
    public static NinjsStandard Of(JsonElement item)
    {
        if (item.ValueKind != JsonValueKind.Object)
        {
            return new NinjsStandard("3.1", Extended: false);
        }
        var resembled = Resembled(item);
        if (!item.TryGetProperty("standard", out var standard) && !item.TryGetProperty("$standard", out standard))
        {
            return new NinjsStandard(resembled, Extended: false);
        }
        var schema =
            Text(standard, "schema") ?? (standard.ValueKind == JsonValueKind.String ? standard.GetString() : null);
        var version = Known(schema) ?? Known(Text(standard, "version")) ?? resembled;
        if (version[0] == '1' && !item.TryGetProperty("$standard", out _))
        {
            // The first generation writes "$standard": the name of the property speaks louder than a number left standing.
            version = resembled;
        }
        var foreign = schema is not null && !Official().IsMatch(schema);
        return new NinjsStandard(version, foreign);
    }

    private static string Resembled(JsonElement item)
    {
        var names = item.EnumerateObject().Select(property => property.Name).ToList();
        if (names.Any(name => name.Any(char.IsAsciiLetterUpper) && !name.Contains('_', StringComparison.Ordinal)))
        {
            return "3.1";
        }
        var second =
            names.Any(SecondGeneration.Contains)
            || item.TryGetProperty("associations", out var others) && others.ValueKind == JsonValueKind.Array;
        return (second, names.Contains("advices")) switch
        {
            (true, false) => "2.2",
            (true, true) => "2.x-dev",
            (false, true) => "1.x-dev",
            (false, false) => "1.6",
        };
    }

    private static string? Known(string? text) =>
        text is not null
        && Number().Match(text) is { Success: true } number
        && NinjsSchema.Versions.Contains(number.Value)
            ? number.Value
            : null;

    private static string? Text(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object
        && element.TryGetProperty(name, out var value)
        && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;

    [GeneratedRegex(@"\d\.\d", RegexOptions.NonBacktracking)]
    private static partial Regex Number();

    [GeneratedRegex(
        @"^https?://(www\.)?iptc\.org/std(-dev)?/ninjs/",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Official();
}
