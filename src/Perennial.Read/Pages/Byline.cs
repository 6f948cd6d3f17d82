using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;

namespace Perennial.Read.Pages;

/// <summary>Who a page says it is by: people, agencies and handles apart.</summary>
internal static partial class Byline
{
    private const int LongestName = 60;
    private const int MostNames = 12;

    private const string Visible =
        "[rel=author], [itemprop=author] [itemprop=name], [itemprop=author]:not(:has(*)), .author-name, .byline__name, .byline-name, [class*=byline i] a, [class*=author-name i], [class*=authorName i], .author a, .byline, [class*=byline i], .author";

    /// <summary>The names of the byline, in order.</summary>
    public static IReadOnlyList<Credit> Of(IHtmlDocument page, PageData data, SiteNames site)
    {
        IEnumerable<string>[] places =
        [
            FromJson(data.Article?["author"] ?? data.Article?["creator"]),
            data.MetaAll("author")
                .Concat(data.MetaAll("article:author"))
                .Concat(data.MetaAll("parsely-author"))
                .Concat(data.MetaAll("byl"))
                .Concat(data.MetaAll("dc.creator"))
                .Concat(data.MetaAll("sailthru.author")),
            FromPage(page),
        ];
        return places.Select(names => Credits(names, site)).FirstOrDefault(credits => credits.Count > 0) ?? [];
    }

    /// <summary>The names in one line such as "By Ann Gray and Tom Hill in Sarn".</summary>
    public static IEnumerable<string> Names(string line) =>
        Separator()
            .Split(By().Replace(Words.Clean(line), ""))
            .Select(name =>
                Tail().Replace(name, "").Trim(' ', ',', '.', '(', ')', '|', '-', '–', '—', ':', '•', '·', '/')
            )
            .Where(name => name.Length > 1);

    /// <summary>Whether a line begins as bylines do: "By", "Par", "Von".</summary>
    public static bool Announces(string line) =>
        By().Match(line) is { Success: true } by && by.Length < line.Length && char.IsUpper(line[by.Length]);

    private static List<Credit> Credits(IEnumerable<string> lines, SiteNames site)
    {
        var credits = new List<Credit>();
        foreach (var name in lines.SelectMany(Names))
        {
            if (
                IsName(name)
                && !site.Contains(name)
                && credits.Count < MostNames
                && !credits.Any(known => Words.Key(known.Name) == Words.Key(name))
            )
            {
                credits.Add(new Credit(name, KindOf(name)));
            }
        }
        return credits;
    }

    private static IEnumerable<string> FromJson(JsonNode? authors) =>
        PageData.Items(authors).Select(PageData.Text).OfType<string>();

    private static string[] FromPage(IHtmlDocument page)
    {
        foreach (var selector in Visible.Split(", "))
        {
            var found = page.QuerySelectorAll(selector)
                .Take(6)
                .Select(element =>
                    Words.Clean(
                        ElementText
                            .Of(element)
                            .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                            .FirstOrDefault()
                    )
                )
                .Where(text => text.Length is > 2 and < 120)
                .ToArray();
            if (found.Length > 0)
            {
                return found;
            }
        }
        return [];
    }

    private static bool IsName(string name) =>
        name.Length <= LongestName
        && name.Any(char.IsLetter)
        && !name.Contains("://", StringComparison.Ordinal)
        && !name.StartsWith("www.", StringComparison.OrdinalIgnoreCase)
        && !NoName().IsMatch(name)
        && name.Count(char.IsWhiteSpace) < 7;

    /// <summary>What a name in a byline is, by its looks.</summary>
    public static CreditKind KindOf(string name) =>
        Agency().IsMatch(name) ? CreditKind.Agency
        : name.StartsWith('@')
        || (!name.Contains(' ', StringComparison.Ordinal) && name.Any(char.IsLower) && char.IsLower(name[0]))
            ? CreditKind.Handle
        : CreditKind.Person;

    [GeneratedRegex(
        @"^\s*(written\s+by|posted\s+by|story\s+by|by|von|par|por|di|av|af|door|de la rédaction de)\s*:?\s+",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex By();

    [GeneratedRegex(@"\s*(?:;|,|\||&| and | und | et | y | e | og | och )\s*", RegexOptions.NonBacktracking)]
    private static partial Regex Separator();

    [GeneratedRegex(
        @"\s+(in\s+\p{Lu}.*|for\s+(the\s+)?\p{Lu}.*|\(.*\)|@\S+)$",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Tail();

    [GeneratedRegex(
        @"^(admin|administrator|editor|staff|unknown|none|null|author|published|updated|share|follow|read more|view all|more|\d.*)$|\b(correspondent|reporter|editor in chief|minutes? ago|\d{4})\b",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex NoName();

    [GeneratedRegex(
        @"^(reuters|ap|afp|dpa|upi|pa media|bloomberg|ansa|efe|tass|xinhua|kyodo|anp|belga|apa|sid|the canadian press)$|\b(associated press|agence france|news agency|newswire|press agency|newsroom|news desk|wire)\b",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Agency();
}
