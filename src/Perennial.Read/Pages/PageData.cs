using System.Buffers;
using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Perennial.Read.Pages;

/// <summary>What a page says of itself for machines: JSON-LD and meta elements.</summary>
internal sealed class PageData
{
    private static readonly string[] ArticleTypes =
    [
        "NewsArticle",
        "ReportageNewsArticle",
        "AnalysisNewsArticle",
        "OpinionNewsArticle",
        "BackgroundNewsArticle",
        "LiveBlogPosting",
        "BlogPosting",
        "Article",
        "Report",
        "ReviewNewsArticle",
        "AdvertiserContentArticle",
        "TechArticle",
        "ScholarlyArticle",
        "SocialMediaPosting",
        "WebPage",
    ];

    private static readonly JsonDocumentOptions Lenient = new()
    {
        AllowTrailingCommas = true,
        CommentHandling = JsonCommentHandling.Skip,
        AllowDuplicateProperties = false,
    };

    private readonly Dictionary<string, List<string>> meta;

    private readonly IReadOnlyList<string> states;

    private PageData(
        IReadOnlyList<JsonObject> objects,
        Dictionary<string, List<string>> meta,
        IReadOnlyList<string> states
    )
    {
        Objects = objects;
        this.states = states;
        this.meta = meta;
        Article = ArticleTypes
            .Select(type =>
                objects.FirstOrDefault(found =>
                    IsA(found, type) && found.ContainsKey("headline") | found.ContainsKey("datePublished")
                )
            )
            .FirstOrDefault(found => found is not null);
    }

    /// <summary>Every JSON-LD object on the page, graphs unfolded.</summary>
    public IReadOnlyList<JsonObject> Objects { get; }

    /// <summary>The one that describes the article, or <see langword="null"/>.</summary>
    public JsonObject? Article { get; }

    /// <summary>Whether it says that the page is an article, not just a page.</summary>
    public bool IsOfArticle => Article is not null && !IsA(Article, "WebPage");

    /// <summary>Reads a page's data.</summary>
    public static PageData Of(IHtmlDocument page)
    {
        var objects = new List<JsonObject>();
        var programs = new List<string>();
        var named = new Dictionary<string, List<string>>(StringComparer.OrdinalIgnoreCase);
        foreach (var element in page.Elements())
        {
            switch (element.LocalName)
            {
                case "script" when element is IHtmlScriptElement script:
                    Read(script, objects, programs);
                    break;
                case "meta" or "link":
                    Read(element, named);
                    break;
            }
        }
        return new PageData(objects, named, programs);
    }

    private static void Read(IHtmlScriptElement script, List<JsonObject> objects, List<string> programs)
    {
        if (script.Type?.Contains("ld+json", StringComparison.OrdinalIgnoreCase) == true)
        {
            Unfold(Parse(script.TextContent), objects, depth: 0);
        }
        else if (script.ChildNodes.Length > 0)
        {
            programs.Add(script.TextContent);
        }
    }

    private static void Read(IElement element, Dictionary<string, List<string>> named)
    {
        // A link's relation stands beside the names of meta elements, which have no blank before them.
        var isLink = element.LocalName == "link";
        var name =
            !isLink
                ? element.GetAttribute("property") ?? element.GetAttribute("name") ?? element.GetAttribute("itemprop")
            : element.GetAttribute("rel") is { } relation ? LinkName(relation)
            : null;
        if (name is null)
        {
            return;
        }
        var content = isLink
            ? element.GetAttribute("href")
            : WebUtility.HtmlDecode(element.GetAttribute("content") ?? element.GetAttribute("value"));
        if (Words.Clean(content) is { Length: > 0 } clean)
        {
            var key = isLink ? name : name.Trim();
            if (!named.TryGetValue(key, out var values))
            {
                named.Add(key, values = []);
            }
            values.Add(clean);
        }
    }

    /// <summary>The first content of the meta elements of these names, in the order of the names.</summary>
    public string? Meta(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (meta.TryGetValue(name, out var values))
            {
                return values[0];
            }
        }
        return null;
    }

    /// <summary>The address of the first link element of a relation.</summary>
    public string? Link(string relation) => Meta(LinkName(relation));

    /// <summary>Whether an attribute holds a word among others.</summary>
    public static bool HasWord(string? attribute, string word) =>
        attribute is not null && attribute.Split(' ').Contains(word, StringComparer.OrdinalIgnoreCase);

    private static string LinkName(string relation) => " " + relation;

    /// <summary>All contents of the meta elements of a name.</summary>
    public IReadOnlyList<string> MetaAll(string name) => meta.GetValueOrDefault(name) ?? [];

    /// <summary>The values of properties of these names in scripts that are no JSON-LD: the state that a page's program starts with.</summary>
    public IEnumerable<string> InScripts(params string[] names)
    {
        const int longest = 60;
        var wanted = SearchValues.Create(
            [.. names.Select(name => name + "\""), .. names.Select(name => name + "\\\"")],
            StringComparison.Ordinal
        );
        foreach (var script in states)
        {
            var at = script.AsSpan().IndexOfAny(wanted);
            if (at >= 0)
            {
                var value = script.AsSpan(at, Math.Min(longest * 2, script.Length - at));
                value = value[(value.IndexOf('"') + 1)..].TrimStart(" :\\\"");
                var end = value.IndexOfAny("\"\\,}");
                if (end > 0)
                {
                    yield return value[..end].ToString();
                }
            }
        }
    }

    /// <summary>The object that a reference by <c>@id</c> means; anything else is itself.</summary>
    public JsonNode Resolved(JsonNode node) =>
        node is JsonObject { Count: 1 } reference && Text(reference["@id"]) is { } id
            ? Objects.FirstOrDefault(found => found.Count > 1 && Text(found["@id"]) == id) ?? node
            : node;

    /// <summary>Whether an object has one of some types.</summary>
    public static bool IsA(JsonObject data, params ReadOnlySpan<string> types)
    {
        foreach (var type in types)
        {
            if (IsA(data, type))
            {
                return true;
            }
        }
        return false;
    }

    /// <summary>Whether an object has a type.</summary>
    public static bool IsA(JsonObject data, string type) =>
        data["@type"] switch
        {
            JsonValue value => value.TryGetValue<string>(out var text) && Local(text) == type,
            JsonArray array => array
                .OfType<JsonValue>()
                .Any(value => value.TryGetValue<string>(out var text) && Local(text) == type),
            _ => false,
        };

    /// <summary>A property's words: its text, its name, or those of its first item.</summary>
    public static string? Text(JsonNode? node) =>
        node switch
        {
            JsonValue value
                when value.TryGetValue<string>(out var text) && Words.Clean(Decoded(text)) is { Length: > 0 } clean =>
                clean,
            JsonArray array => array.Select(Text).FirstOrDefault(text => text is not null),
            JsonObject item => Text(item["name"] ?? item["@value"]),
            _ => null,
        };

    /// <summary>A property's items, whether it holds one or a list.</summary>
    public static IEnumerable<JsonNode> Items(JsonNode? node) =>
        node switch
        {
            null => [],
            JsonArray array => array.OfType<JsonNode>(),
            _ => [node],
        };

    // Some publishers escape what stands in JSON-LD once or twice more.
    private static string Decoded(string text) =>
        text.Contains('&', StringComparison.Ordinal) ? WebUtility.HtmlDecode(WebUtility.HtmlDecode(text)) : text;

    private static string Local(string type) => type[(type.LastIndexOfAny(['/', ':', '#']) + 1)..];

    private static JsonNode? Parse(string json)
    {
        json = json.Trim().TrimEnd(';');
        try
        {
            return Whole(JsonNode.Parse(json, documentOptions: Lenient));
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return ParseMended(json);
        }
    }

    /// <summary>Mends what breaks most JSON-LD: raw line ends and tabs within strings, comment marks around it.</summary>
    private static JsonNode? ParseMended(string json)
    {
        var (start, end) = (json.AsSpan().IndexOfAny('{', '['), json.AsSpan().LastIndexOfAny('}', ']'));
        if (start < 0 || end <= start)
        {
            return null;
        }
        try
        {
            return Whole(
                JsonNode.Parse(
                    json[start..(end + 1)].ReplaceLineEndings(" ").Replace('\t', ' '),
                    documentOptions: Lenient
                )
            );
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>Data whose every string can be read: half a character is found only when it is asked for.</summary>
    private static JsonNode? Whole(JsonNode? node)
    {
        foreach (var inner in node is JsonObject item ? item.Select(pair => pair.Value) : Items(node as JsonArray))
        {
            Whole(inner);
        }
        if (node is JsonValue value && value.GetValueKind() == JsonValueKind.String)
        {
            _ = value.GetValue<string>();
        }
        return node;
    }

    private static void Unfold(JsonNode? node, List<JsonObject> into, int depth)
    {
        const int deepest = 6;
        const int most = 2000;
        if (depth > deepest || into.Count > most)
        {
            return;
        }
        try
        {
            foreach (var item in Items(node).OfType<JsonObject>())
            {
                into.Add(item);
                Unfold(item["@graph"], into, depth + 1);
                Unfold(item["mainEntity"], into, depth + 1);
                Unfold(item["mainEntityOfPage"], into, depth + 1);
            }
        }
        catch (ArgumentException)
        {
            // An object that names a property twice can't be looked into; the others can.
        }
    }
}
