using System.Text.Json;
using Perennial.Read.Archives;

namespace Perennial.Read.Wires;

/// <summary>Reads an item of ninjs, of any generation: their names differ in case and number, their meaning hardly.</summary>
internal static class Ninjs
{
    /// <summary>Whether an object is an item: it has an address and something that only news has.</summary>
    public static bool IsItem(JsonElement element) =>
        element.ValueKind == JsonValueKind.Object && new NinjsProperties(element) is var item && IsItem(item);

    /// <summary>What an item is called, its version and its embargo, as a document without bytes.</summary>
    public static Document Named(JsonElement element)
    {
        if (!IsItem(element))
        {
            return new Document();
        }
        var item = new NinjsProperties(element);
        return new Document
        {
            Id = item.Text("uri"),
            Version = item.Text("version"),
            Embargo = WireTime.Parse(item.Text("embargoed") ?? item.Text("embargoeduntil")),
        };
    }

    /// <summary>Reads an item. One that breaks the standard is read as far as it can be, with warnings.</summary>
    public static Article Read(JsonElement element)
    {
        if (element.ValueKind != JsonValueKind.Object || new NinjsProperties(element) is not { } item || !IsItem(item))
        {
            return new Article { Problem = new Problem("not-news", "the JSON is no ninjs item") };
        }
        var provider = item.Text("copyrightholder");
        // An agency signs its texts with its own name; who takes a picture may hold the rights to it.
        var signer = item.Text("type") is "picture" or "graphic" ? null : provider;
        var credits = WireCredits.OfByline(item.Text("byline") ?? item.Text("by"), signer);
        var (published, modified) = WireTime.Of(
            item.Text("firstcreated"),
            item.Text("contentcreated"),
            contentModified: null,
            item.Text("versioncreated")
        );
        var described = new Article
        {
            Url = item.Text("uri"),
            CanonicalUrl = CanonicalUrl(item),
            // The holder of the rights may be the author of a picture: then it says nothing of the publication.
            SiteName = credits.Any(credit => credit.Kind == CreditKind.Person && credit.Name == provider)
                ? null
                : provider,
            Title = item.Headline ?? item.Text("title"),
            Standfirst = item.Description,
            Authors = [.. credits.Select(credit => credit.Name)],
            Credits = credits,
            Section = Section(item),
            Published = published,
            Modified = modified,
            Language = item.Text("language"),
            Problem = WireStatus.ProblemWith(item.Text("pubstatus")),
            Warnings =
            [
                .. NinjsSchema.Violations(element).Select(words => new Problem("not-valid", words)),
                .. WireStatus.Embargo(item.Text("embargoed") ?? item.Text("embargoeduntil")),
            ],
        };
        var body = item
            .Bodies.Select(text =>
                text.IsXml ? Nitf.OfContent(text.Value, described)
                : text.IsMarkup ? WireText.OfMarkup(text.Value, described)
                : WireText.OfPlain(text.Value, described)
            )
            .FirstOrDefault(found => found is { Text.Length: > 0 });
        return WireText.WithBody(described, body);
    }

    private static bool IsItem(NinjsProperties item) =>
        item.Text("uri") is not null
        && (
            item.Headline is not null
            || item.Bodies.Count > 0
            || item.Description is not null
            || item.Has("versioncreated", "pubstatus", "type", "title", "standard", "$standard", "renditions")
        );

    /// <summary>The page where readers find it: an id of that role, an HTML rendition, or the item's own web address.</summary>
    private static string? CanonicalUrl(NinjsProperties item)
    {
        var ids = item.Objects("altids")
            .Where(id => id.Text("role")?.ToLowerInvariant() is "canonical" or "url" or "web" or "permalink")
            .Select(id => id.Text("value"));
        var pages = item.Objects("renditions")
            .Where(one =>
                (one.Text("contenttype") ?? one.Text("mimetype"))?.StartsWith("text/html", StringComparison.Ordinal)
                == true
            )
            .Select(one => one.Text("href"));
        return ids.Concat(pages)
            .Append(item.Text("uri"))
            .FirstOrDefault(url =>
                Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"
            );
    }

    /// <summary>The section, where the item says one: ninjs has no property for it, so that only clear signs count.</summary>
    private static string? Section(NinjsProperties item)
    {
        var subjects = item.Objects("subject").Concat(item.Objects("subjects")).ToList();
        var genres = item.Objects("genre").Concat(item.Objects("genres")).ToList();
        return subjects.Concat(genres).FirstOrDefault(IsSection)?.Text("name")
            ?? subjects
                .FirstOrDefault(one => WireSection.IsField(one.Text("code") ?? one.Text("literal") ?? one.Text("uri")))
                ?.Text("name");
    }

    private static bool IsSection(NinjsProperties concept) =>
        new[] { concept.Text("rel"), concept.Text("scheme"), concept.Text("uri"), concept.Text("role") }.Any(text =>
            text is not null
            && (
                text.Contains("section", StringComparison.OrdinalIgnoreCase)
                || text.Contains("sector", StringComparison.OrdinalIgnoreCase)
                || text.Contains("department", StringComparison.OrdinalIgnoreCase)
            )
        );
}
