using System.Globalization;
using System.Text.Json;

namespace Perennial.Publish.Tests;

/// <summary>
/// The part of schema.org that our pages use: which properties a type has, which it must have for search engines and readers
/// of the record to make use of it, and what their values are. Gives what is wrong in a document of JSON-LD.
/// </summary>
internal static class SchemaRules
{
    private enum Value
    {
        Text,
        Address,
        Time,
        Number,
        Node,
    }

    // Properties of schema.org by name, with the types that their nodes may have.
    private static readonly Dictionary<string, (Value Value, string[] Types)> Properties = new(StringComparer.Ordinal)
    {
        ["about"] = (Value.Node, ["LiveBlogPosting", "NewsArticle"]),
        ["alternateName"] = (Value.Text, []),
        ["appearance"] = (Value.Node, ["NewsArticle"]),
        ["articleBody"] = (Value.Text, []),
        ["articleSection"] = (Value.Text, []),
        ["author"] = (Value.Node, ["Person", "Organization", "NewsMediaOrganization"]),
        ["correction"] = (Value.Node, ["CorrectionComment"]),
        ["correctionsPolicy"] = (Value.Address, []),
        ["coverageEndTime"] = (Value.Time, []),
        ["coverageStartTime"] = (Value.Time, []),
        ["dateModified"] = (Value.Time, []),
        ["datePublished"] = (Value.Time, []),
        ["description"] = (Value.Text, []),
        ["firstAppearance"] = (Value.Node, ["NewsArticle"]),
        ["hasPart"] = (Value.Node, ["Quotation"]),
        ["headline"] = (Value.Text, []),
        ["height"] = (Value.Number, []),
        ["image"] = (Value.Node, ["ImageObject"]),
        ["inLanguage"] = (Value.Text, []),
        ["isBasedOn"] = (Value.Address, []),
        ["isPartOf"] = (Value.Node, ["LiveBlogPosting", "NewsArticle", "WebSite"]),
        ["jobTitle"] = (Value.Text, []),
        ["itemListElement"] = (Value.Node, ["ListItem"]),
        ["liveBlogUpdate"] = (Value.Node, ["BlogPosting"]),
        ["mainEntity"] = (
            Value.Node,
            ["NewsArticle", "ItemList", "Person", "Organization", "Place", "NewsMediaOrganization"]
        ),
        ["mainEntityOfPage"] = (Value.Address, []),
        ["name"] = (Value.Text, []),
        ["position"] = (Value.Number, []),
        ["potentialAction"] = (Value.Node, ["SearchAction"]),
        ["publisher"] = (Value.Node, ["NewsMediaOrganization", "Organization"]),
        ["publishingPrinciples"] = (Value.Address, []),
        ["query-input"] = (Value.Text, []),
        ["spokenByCharacter"] = (Value.Node, ["Person", "Organization"]),
        ["target"] = (Value.Node, ["EntryPoint"]),
        ["text"] = (Value.Text, []),
        ["url"] = (Value.Address, []),
        ["urlTemplate"] = (Value.Text, []),
        ["width"] = (Value.Number, []),
    };

    private static readonly string[] Work =
    [
        "url",
        "headline",
        "description",
        "inLanguage",
        "datePublished",
        "dateModified",
        "author",
        "publisher",
        "mainEntityOfPage",
        "image",
        "articleBody",
        "articleSection",
        "correction",
        "isPartOf",
        "isBasedOn",
        "text",
        "about",
        "hasPart",
        "name",
    ];

    // What a type must have, and what besides a creative work has.
    private static readonly Dictionary<string, (string[] Must, string[] May)> Types = new(StringComparer.Ordinal)
    {
        ["LiveBlogPosting"] = (
            [
                "headline",
                "url",
                "datePublished",
                "dateModified",
                "author",
                "publisher",
                "coverageStartTime",
                "liveBlogUpdate",
                "mainEntityOfPage",
            ],
            [.. Work, "coverageEndTime"]
        ),
        ["BlogPosting"] = (["headline", "url", "datePublished", "author", "articleBody"], Work),
        ["NewsArticle"] = (["url", "headline", "publisher"], Work),
        ["ReportageNewsArticle"] = (["url", "headline", "datePublished", "author", "publisher"], Work),
        ["BackgroundNewsArticle"] = (["url", "headline", "datePublished", "author", "publisher"], Work),
        ["AnalysisNewsArticle"] = (["url", "headline", "datePublished", "author", "publisher"], Work),
        ["OpinionNewsArticle"] = (["url", "headline", "datePublished", "author", "publisher"], Work),
        ["Quotation"] = (["text", "url", "isBasedOn"], [.. Work, "spokenByCharacter"]),
        ["Claim"] = (["text", "url", "appearance", "firstAppearance"], Work),
        ["CorrectionComment"] = (["text", "datePublished"], []),
        ["ProfilePage"] = (["url", "mainEntity"], Work),
        ["WebPage"] = (["name", "mainEntity"], Work),
        ["CollectionPage"] = (["name", "url", "mainEntity"], Work),
        ["WebSite"] = (["url"], ["name", "description", "inLanguage", "publisher", "potentialAction"]),
        ["ItemList"] = (["itemListElement"], []),
        ["ListItem"] = (["position", "url", "name"], []),
        ["Person"] = (["name"], ["alternateName", "url", "jobTitle"]),
        ["Place"] = (["name"], ["alternateName", "url"]),
        ["Organization"] = (["name"], ["alternateName", "url"]),
        ["NewsMediaOrganization"] = (["name", "url"], ["publishingPrinciples", "correctionsPolicy"]),
        ["ImageObject"] = (["url"], ["width", "height"]),
        ["SearchAction"] = (["target", "query-input"], []),
        ["EntryPoint"] = (["urlTemplate"], []),
    };

    /// <summary>What is wrong in a document.</summary>
    public static IEnumerable<string> Wrong(JsonElement document)
    {
        if (document.GetProperty("@context").GetString() != "https://schema.org")
        {
            yield return "the context is not schema.org";
        }
        foreach (var wrong in Node(document))
        {
            yield return wrong;
        }
    }

    private static IEnumerable<string> Node(JsonElement node)
    {
        var types = TypesOf(node);
        var here = string.Join('/', types);
        if (types.Count == 0)
        {
            yield return $"a node has no type: {node}";
        }
        foreach (var type in types)
        {
            if (!Types.TryGetValue(type, out var rules))
            {
                yield return $"{type} is not among the types that we use";
                continue;
            }
            foreach (var must in rules.Must.Where(must => !node.TryGetProperty(must, out _)))
            {
                yield return $"{type} must have {must}";
            }
        }
        var known = types
            .Where(Types.ContainsKey)
            .SelectMany(type => Types[type].Must.Concat(Types[type].May))
            .ToHashSet();
        foreach (var property in node.EnumerateObject())
        {
            foreach (var wrong in property.Name[0] == '@' ? Keyword(property) : OfProperty(here, known, property))
            {
                yield return wrong;
            }
        }
        if (
            node.TryGetProperty("coverageEndTime", out var end)
            && Time(end.GetString()) < Time(node.GetProperty("coverageStartTime").GetString())
        )
        {
            yield return "the coverage ends before it begins";
        }
    }

    private static IEnumerable<string> Keyword(JsonProperty property)
    {
        if (property.Name == "@id" && !Uri.TryCreate(property.Value.GetString(), UriKind.Absolute, out _))
        {
            yield return $"the id {property.Value} is no absolute address";
        }
        if (property.Name is not ("@id" or "@type" or "@context"))
        {
            yield return $"{property.Name} is no keyword that we use";
        }
    }

    private static IEnumerable<string> OfProperty(string here, HashSet<string> known, JsonProperty property)
    {
        if (!known.Contains(property.Name) || !Properties.TryGetValue(property.Name, out var rule))
        {
            yield return $"{here} has no {property.Name}";
            yield break;
        }
        var values =
            property.Value.ValueKind == JsonValueKind.Array
                ? property.Value.EnumerateArray().ToList()
                : [property.Value];
        foreach (var value in values)
        {
            var right = rule.Value switch
            {
                Value.Text => value.ValueKind == JsonValueKind.String && value.GetString()!.Trim().Length > 0,
                Value.Address => value.ValueKind == JsonValueKind.String
                    && Uri.TryCreate(value.GetString(), UriKind.Absolute, out var uri)
                    && uri.Scheme is "http" or "https",
                Value.Time => value.ValueKind == JsonValueKind.String && Time(value.GetString()) is not null,
                Value.Number => value.ValueKind == JsonValueKind.Number,
                _ => value.ValueKind == JsonValueKind.Object && TypesOf(value).Any(rule.Types.Contains),
            };
            if (!right)
            {
                yield return $"{here}: {property.Name} is {value}";
            }
            if (value.ValueKind == JsonValueKind.Object)
            {
                // A reference to what is described elsewhere needs no more than its id.
                var isReference = property.Name is "isPartOf" or "about" && value.TryGetProperty("@id", out _);
                foreach (
                    var wrong in Node(value)
                        .Where(wrong => !isReference || !wrong.Contains(" must have ", StringComparison.Ordinal))
                )
                {
                    yield return wrong;
                }
            }
        }
    }

    private static List<string> TypesOf(JsonElement node) =>
        !node.TryGetProperty("@type", out var type) ? []
        : type.ValueKind == JsonValueKind.Array ? [.. type.EnumerateArray().Select(one => one.GetString()!)]
        : [type.GetString()!];

    /// <summary>A time with its offset, as ours are; or as a source states it, without.</summary>
    private static DateTimeOffset? Time(string? time) =>
        time is { Length: >= 10 }
        && time[4] == '-'
        && DateTimeOffset.TryParse(time, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var parsed)
            ? parsed
            : null;
}
