using System.Xml.Linq;

namespace Perennial.Read.Wires;

/// <summary>What an item of NewsML-G2 says of itself.</summary>
internal static class NewsMetadata
{
    /// <summary>Everything but the text.</summary>
    public static Article Of(XElement item)
    {
        var management = item.Child("itemMeta");
        var content = item.Child("contentMeta");
        var provider = Name(management.Child("provider"));
        var credits = Credits(content, provider);
        var (published, modified) = WireTime.Of(
            management.Child("firstCreated")?.Value,
            content.Child("contentCreated")?.Value,
            content.Child("contentModified")?.Value,
            management.Child("versionCreated")?.Value
        );
        return new Article
        {
            Url = item.Attribute("guid")?.Value,
            CanonicalUrl = CanonicalUrl(item, management),
            SiteName = Name(item.Child("rightsInfo").Child("copyrightHolder")) ?? provider,
            Title = Headline(content) ?? management.Child("title").Words(),
            Standfirst = Standfirst(content),
            Authors = [.. credits.Select(credit => credit.Name)],
            Credits = credits,
            Section = Section(content),
            Published = published,
            Modified = modified,
            Language = content.Child("language")?.Attribute("tag")?.Value ?? item.Attribute(WireXml.Language)?.Value,
            Problem = WireStatus.ProblemWith(management.Child("pubStatus")?.Attribute("qcode")?.Value),
            Warnings = [.. WireStatus.Embargo(management.Child("embargoed")?.Value)],
        };
    }

    /// <summary>What a party or concept is called: its name, or the text that stands for one.</summary>
    public static string? Name(XElement? concept) =>
        concept.Child("name").Words()
        ?? concept?.Attribute("literal")?.Value
        ?? (concept is { HasElements: false } ? concept.Words() : null);

    private static string? Headline(XElement? content)
    {
        var all = content.Children("headline").ToList();
        return (all.Find(one => Role(one) is "" or "main" or "headline") ?? all.FirstOrDefault()).Words();
    }

    private static string? Standfirst(XElement? content)
    {
        var all = content.Children("description").Where(one => Role(one) is not ("caption" or "note")).ToList();
        return (
            all.Find(one => Role(one) is "standfirst" or "lead" or "summary" or "abstract") ?? all.FirstOrDefault()
        ).Words();
    }

    // A byline is written for readers; creators and contributors are the record behind it.
    private static IReadOnlyList<Credit> Credits(XElement? content, string? provider) =>
        content.Child("by").Words() is { } byline
            ? WireCredits.OfByline(byline, provider)
            : WireCredits.Of(
                content
                    .Children("creator")
                    .Concat(
                        content
                            .Children("contributor")
                            .Where(one =>
                                Role(one) is "" or "reporter" or "author" or "writer" or "correspondent" or "byline"
                            )
                    )
                    .Select(one => (Name: Name(one), Kind: Kind(one)))
                    .Where(one => one.Name is not null)
                    .Select(one => (one.Name!, one.Kind)),
                provider
            );

    private static CreditKind? Kind(XElement party) =>
        Code(party.Attribute("type")) switch
        {
            "organisation" => CreditKind.Agency,
            "person" => CreditKind.Person,
            _ => null,
        };

    private static string? Section(XElement? content) =>
        content
            .Children("subject")
            .Concat(content.Children("genre"))
            .Where(one =>
                Code(one.Attribute("type")) is "section" or "category" or "department"
                || WireSection.IsField(one.Attribute("qcode")?.Value)
            )
            .Select(Name)
            .FirstOrDefault(name => name is not null);

    private static string? CanonicalUrl(XElement item, XElement? management) =>
        management
            .Children("link")
            .Where(link => Code(link.Attribute("rel")) is "canonical" or "permalink" or "webPage" or "web")
            .Select(link => link.Attribute("href")?.Value)
            .Concat(
                item.Child("contentSet")
                    .Children("remoteContent")
                    .Where(IsPage)
                    .Select(one => one.Attribute("href")?.Value)
            )
            .Append(item.Attribute("guid")?.Value)
            .FirstOrDefault(url =>
                Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"
            );

    private static bool IsPage(XElement remote) =>
        remote.Attribute("contenttype")?.Value.StartsWith("text/html", StringComparison.Ordinal) == true;

    private static string Role(XElement element) => Code(element.Attribute("role")) ?? "";

    // Codes are written with the alias of their list in front: "drol:summary".
    private static string? Code(XAttribute? attribute) => attribute?.Value.Split(':', '/')[^1];
}
