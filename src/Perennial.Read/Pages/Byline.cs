using System.Text.Json.Nodes;

namespace Perennial.Read.Pages;

/// <summary>Who a page says it is by: people, agencies and handles apart.</summary>
internal static partial class Byline
{
    private const int MostNames = 12;

    private static readonly string[] CardRows = ["1", "2"];

    /// <summary>The names of the byline, in order, and where they stand.</summary>
    /// <remarks>
    /// The page's data first. What is shown by the headline wins when it names the same people and more, or people where
    /// the data have only a user name. The publication itself is the author only when nobody else is.
    /// </remarks>
    public static Told<IReadOnlyList<Credit>>? Of(PageData data, ShownPage shown, SiteNames site)
    {
        var seen = ShownByline.Of(shown);
        Told<IReadOnlyList<Credit>>?[] places =
        [
            Credits(FromJson(data), Evidence.JsonLd),
            Credits(FromMeta(data), Evidence.Meta),
            seen is null ? null : Credits(seen.Names.Select(name => (name, IsGroup: false)), seen.By),
        ];
        var others = places.Select(place => WithoutSite(place, site)).ToArray();
        var told = others[0] ?? others[1];
        return
            seen is { IsNear: true }
            && others[2] is { } shownCredits
            && told is { } told2
            && SaysMore(shownCredits.Value, told2.Value)
            ? shownCredits
            : told ?? others[2] ?? places.FirstOrDefault(place => place is not null);
    }

    private static bool SaysMore(IReadOnlyList<Credit> shown, IReadOnlyList<Credit> told) =>
        (shown.Count > told.Count && told.All(credit => shown.Any(other => IsSame(credit, other))))
        || (
            told.All(credit => credit.Kind == CreditKind.Handle || !credit.Name.Contains(' ', StringComparison.Ordinal))
            && shown.All(credit =>
                credit.Kind == CreditKind.Person && credit.Name.Contains(' ', StringComparison.Ordinal)
            )
        );

    private static bool IsSame(Credit one, Credit other) => Words.Key(one.Name) == Words.Key(other.Name);

    private static Told<IReadOnlyList<Credit>>? WithoutSite(Told<IReadOnlyList<Credit>>? place, SiteNames site) =>
        place is { } told && told.Value.Where(credit => !site.Contains(credit.Name)).ToList() is { Count: > 0 } others
            ? told with
            {
                Value = others,
            }
            : null;

    private static Told<IReadOnlyList<Credit>>? Credits(IEnumerable<(string Line, bool IsGroup)> lines, Evidence by)
    {
        var credits = new List<Credit>();
        foreach (var (line, isGroup) in lines)
        {
            foreach (var name in isGroup ? [line] : Names(line))
            {
                var credit = new Credit(name, isGroup ? CreditKind.Agency : KindOf(name));
                if (credits.Count < MostNames && IsName(name) && !credits.Exists(known => IsSame(known, credit)))
                {
                    credits.Add(credit);
                }
            }
        }
        return credits.Count > 0 ? new Told<IReadOnlyList<Credit>>(credits, by) : null;
    }

    private static IEnumerable<(string Line, bool IsGroup)> FromJson(PageData data) =>
        PageData
            .Items(data.Article?["author"] ?? data.Article?["creator"])
            .Select(data.Resolved)
            .Select(author =>
                (
                    Line: PageData.Text(author),
                    IsGroup: author is JsonObject item && PageData.IsA(item, "Organization", "NewsMediaOrganization")
                )
            )
            .Where(author => author.Line is not null)
            .Select(author => (author.Line!, author.IsGroup));

    private static IEnumerable<(string Line, bool IsGroup)> FromMeta(PageData data) =>
        data.MetaAll("author")
            .Concat(data.MetaAll("article:author"))
            .Concat(data.MetaAll("parsely-author"))
            .Concat(data.MetaAll("byl"))
            .Concat(data.MetaAll("dc.creator"))
            .Concat(data.MetaAll("dcterms.creator"))
            .Concat(data.MetaAll("sailthru.author"))
            .Concat(data.MetaAll("citation_author"))
            .Concat(data.MetaAll("article:author:name"))
            .Concat(WrittenBy(data))
            .Select(line => (line, false));

    /// <summary>Twitter's cards name a label and its value in two elements.</summary>
    private static IEnumerable<string> WrittenBy(PageData data) =>
        from number in CardRows
        where data.Meta("twitter:label" + number) is { } label && AuthorLabel().IsMatch(label)
        from name in data.MetaAll("twitter:data" + number)
        select name;
}
