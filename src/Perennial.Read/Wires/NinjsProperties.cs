using System.Text.Json;

namespace Perennial.Read.Wires;

/// <summary>The properties of a ninjs object by their names in lower case, which all generations share.</summary>
internal sealed class NinjsProperties
{
    private readonly Dictionary<string, JsonElement> properties = new(StringComparer.Ordinal);

    /// <summary>The properties of an object.</summary>
    public NinjsProperties(JsonElement element)
    {
        foreach (var property in element.EnumerateObject())
        {
            properties.TryAdd(property.Name.ToLowerInvariant(), property.Value);
        }
    }

    /// <summary>The headline that readers are to see.</summary>
    public string? Headline =>
        Text("headline")
        ?? Words.Clean(Best(Texts("headlines"), "main", "headline", "title", "")?.Plain()) switch
        {
            { Length: > 0 } words => words,
            _ => Text("headline_main") ?? Text("headline_text") ?? First("headline_"),
        };

    /// <summary>What stands under the headline. A caption belongs to a picture, and notes to editors to nobody else.</summary>
    public string? Description
    {
        get
        {
            var texts = Texts("descriptions").Concat(Prefixed("description_")).ToList();
            string[] roles =
                Is("picture") || Is("graphic") || Is("video")
                    ? ["summary", "abstract", "caption", "text", "main", ""]
                    : ["standfirst", "lead", "summary", "abstract", "short", "text", "main", ""];
            return Words.Clean(Best(texts, roles)?.Plain()) is { Length: > 0 } words ? words : null;
        }
    }

    /// <summary>The texts of the body: structured ones first, and the longest of a kind.</summary>
    public IReadOnlyList<NinjsText> Bodies =>
        [
            .. Texts("bodies")
                .Concat(Prefixed("body_"))
                .OrderBy(text =>
                    text.IsXml ? 1
                    : text.IsMarkup ? 0
                    : 2
                )
                .ThenByDescending(text => text.Value.Length),
        ];

    /// <summary>Whether there is any of these properties.</summary>
    public bool Has(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (properties.ContainsKey(name))
            {
                return true;
            }
        }
        return false;
    }

    /// <summary>A text; <see langword="null"/> when there is none.</summary>
    public string? Text(string name) =>
        properties.TryGetValue(name, out var value)
        && value.ValueKind == JsonValueKind.String
        && Words.Clean(value.GetString()) is { Length: > 0 } words
            ? words
            : null;

    /// <summary>The objects of a list.</summary>
    public IEnumerable<NinjsProperties> Objects(string name) =>
        properties.TryGetValue(name, out var value) && value.ValueKind == JsonValueKind.Array
            ? value
                .EnumerateArray()
                .Where(item => item.ValueKind == JsonValueKind.Object)
                .Select(item => new NinjsProperties(item))
            : [];

    private bool Is(string type) => Text("type") == type;

    private string? First(string prefix) =>
        properties.Keys.Where(name => name.StartsWith(prefix, StringComparison.Ordinal)).Select(Text).FirstOrDefault();

    private IEnumerable<NinjsText> Texts(string name) =>
        Objects(name)
            .Where(text => text.Raw("value") is not null)
            .Select(text => new NinjsText(
                text.Text("role")?.ToLowerInvariant() ?? "",
                text.Text("contenttype")?.ToLowerInvariant() ?? "",
                text.Raw("value")!
            ));

    // The first generation names a text by its role: body_xhtml, description_summary.
    private IEnumerable<NinjsText> Prefixed(string prefix) =>
        properties
            .Keys.Where(name => name.StartsWith(prefix, StringComparison.Ordinal))
            .Where(name => Raw(name) is not null)
            .Select(name => new NinjsText(name[prefix.Length..], "", Raw(name)!));

    private string? Raw(string name) =>
        properties.TryGetValue(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString() is { Length: > 0 } text
                ? text
                : null
            : null;

    private static NinjsText? Best(IEnumerable<NinjsText> texts, params string[] roles)
    {
        var all = texts.ToList();
        return roles.Select(role => all.Find(text => text.Role == role)).OfType<NinjsText>().FirstOrDefault()
            ?? all.Find(text => !text.IsNote);
    }
}

/// <summary>One of the texts that an item gives for the same thing.</summary>
/// <param name="Role">What it is for: <c>main</c>, <c>html</c>, <c>summary</c>; empty when it is not said.</param>
/// <param name="Type">Its media type; empty when it is not said.</param>
/// <param name="Value">The text.</param>
internal sealed record NinjsText(string Role, string Type, string Value)
{
    /// <summary>Whether it is NITF or another XML.</summary>
    public bool IsXml =>
        Role.Contains("nitf", StringComparison.Ordinal)
        || (Type.Contains("xml", StringComparison.Ordinal) && !Type.Contains("xhtml", StringComparison.Ordinal));

    /// <summary>Whether it is HTML.</summary>
    public bool IsMarkup =>
        Type.Contains("html", StringComparison.Ordinal)
        || (Type.Length == 0 && Role.Contains("html", StringComparison.Ordinal))
        || (!Type.StartsWith("text/plain", StringComparison.Ordinal) && Markup.LooksLike(Value));

    /// <summary>Whether it is for editors and not for readers.</summary>
    public bool IsNote =>
        Role.Contains("note", StringComparison.Ordinal) || Role.Contains("internal", StringComparison.Ordinal);

    /// <summary>The words, without markup.</summary>
    public string Plain() => IsMarkup ? WireText.OfMarkup(Value, new Article())?.Text ?? Value : Value;
}
