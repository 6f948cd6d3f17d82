using System.Text.Json.Nodes;

namespace Perennial.Read.Pages;

/// <summary>Who a page says it is by: people, agencies and handles apart.</summary>
internal static partial class Byline
{
    private const int MostNames = 12;

    private static readonly string[] MetaNames =
    [
        "author",
        "parsely-author",
        "sailthru.author",
        "byl",
        "citation_author",
        "article:author",
        "article:author:name",
        "dc.creator",
        "dcterms.creator",
        "creator",
    ];

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
            FromMeta(data, site),
            seen is null ? null : Credits(seen.Names.Select(name => (name, IsGroup: false)), seen.By),
        ];
        var others = places.Select(place => WithoutSite(place, site)).ToArray();
        var told = others[0] ?? others[1];
        return
            seen is { IsNear: true } && others[2] is { } shownNames && told is { } named && Outdoes(shownNames, named)
            ? shownNames
            : told ?? Instead(others[2], places) ?? places.FirstOrDefault(place => place is not null);
    }

    // Meta elements often name the company; a full name in the byline is nearer to the truth.
    private static bool Outdoes(Told<IReadOnlyList<Credit>> shown, Told<IReadOnlyList<Credit>> told) =>
        SaysMore(shown.Value, told.Value)
        || (
            told.By == Evidence.Meta
            && shown.Value.All(credit => IsFullName(credit) && LooksLikeName(credit.Name))
            && !told.Value.Any(credit => shown.Value.Any(other => IsSame(credit, other)))
        );

    /// <summary>What is shown, where the data name nobody; where they name the publication, only full names count.</summary>
    private static Told<IReadOnlyList<Credit>>? Instead(
        Told<IReadOnlyList<Credit>>? shown,
        Told<IReadOnlyList<Credit>>?[] places
    ) =>
        shown is { } credits
        && (
            places[0] is null && places[1] is null
            || credits.Value.All(credit => IsFullName(credit) && LooksLikeName(credit.Name))
        )
            ? shown
            : null;

    private static bool SaysMore(IReadOnlyList<Credit> shown, IReadOnlyList<Credit> told) =>
        (
            shown.Count(IsFullName) > told.Count
            && told.All(credit => shown.Any(other => IsSame(credit, other)))
            && shown.All(credit => IsFullName(credit) || told.Any(other => IsSame(credit, other)))
        ) || (!told.Any(IsFullName) && shown.All(IsFullName));

    private static bool IsFullName(Credit credit) =>
        credit.Kind == CreditKind.Person
        && (credit.Name.Contains(' ', StringComparison.Ordinal) || credit.Name.Any(IsIdeograph));

    // Names of East Asia are written in one.
    private static bool IsIdeograph(char letter) => letter is >= '\u2E80' and <= '\uDFFF';

    private static bool IsSame(Credit one, Credit other) => Words.Key(one.Name) == Words.Key(other.Name);

    private static Told<IReadOnlyList<Credit>>? WithoutSite(Told<IReadOnlyList<Credit>>? place, SiteNames site) =>
        place is { } told && told.Value.Where(credit => !site.Contains(credit.Name)).ToList() is { Count: > 0 } others
            ? told with
            {
                // "Ann Gray, Echo North": a desk or a branch of the publication beside its people.
                Value = others.FindAll(credit => !site.Begins(credit.Name)) is { Count: > 0 } people ? people : others,
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
                if (
                    credits.Count < MostNames
                    && (isGroup || IsName(name))
                    && !credits.Exists(known => IsSame(known, credit))
                )
                {
                    credits.Add(credit);
                }
            }
        }
        return credits.Count > 0 ? new Told<IReadOnlyList<Credit>>(credits, by) : null;
    }

    private static IEnumerable<(string Line, bool IsGroup)> FromJson(PageData data) =>
        PageData
            .Items(
                data.Article?["author"]
                    ?? data.Article?["creator"]
                    ?? data.Objects.FirstOrDefault(found => PageData.IsA(found, "Recipe"))?["author"]
            )
            .Select(data.Resolved)
            .Select(author =>
                (
                    Line: PageData.Text(author),
                    IsGroup: author is JsonObject item && PageData.IsA(item, "Organization", "NewsMediaOrganization")
                )
            )
            .Where(author => author.Line is not null)
            .Select(author => (author.Line!, author.IsGroup));

    /// <summary>The first of the meta elements that name somebody else than the publication.</summary>
    private static Told<IReadOnlyList<Credit>>? FromMeta(PageData data, SiteNames site)
    {
        var named = MetaNames
            .Select(data.MetaAll)
            .Append([.. WrittenBy(data)])
            .Select(lines => Credits(lines.Select(line => (line, false)), Evidence.Meta))
            .Where(credits => credits is not null)
            .ToList();
        return named.Find(credits => WithoutSite(credits, site) is not null) ?? named.FirstOrDefault();
    }

    /// <summary>Twitter's cards name a label and its value in two elements.</summary>
    private static IEnumerable<string> WrittenBy(PageData data) =>
        from number in CardRows
        where data.Meta("twitter:label" + number) is { } label && AuthorLabel().IsMatch(label)
        from name in data.MetaAll("twitter:data" + number)
        select name;
}
