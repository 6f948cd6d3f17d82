using AngleSharp.Dom;

namespace Perennial.Read.Pages;

/// <summary>What a publication calls itself on its page.</summary>
/// <param name="Name">The name, and where it stands.</param>
/// <param name="Tagline">The line under it.</param>
/// <param name="All">The name in every form that may stand in titles and bylines, as <see cref="Words.Key"/>.</param>
internal sealed record SiteNames(Told<string>? Name, string? Tagline, IReadOnlySet<string> All)
{
    private static readonly string[] Separators =
    [
        " | ",
        " – ",
        " — ",
        " - ",
        " :: ",
        " » ",
        " « ",
        " · ",
        " • ",
        " / ",
        " : ",
        " > ",
        "｜",
        "：",
        "_",
        ":",
        "-",
        "|",
    ];

    // The masthead is among the first.
    private const int MostLinks = 80;

    /// <summary>Reads them.</summary>
    public static SiteNames Of(PageData data, ShownPage shown, string? url)
    {
        // Where the article's title stands for the publication's name, it is none.
        const int longestTitled = 30;
        string[] titles = [Words.Key(data.Meta("og:title")), Words.Key(PageData.Text(data.Article?["headline"]))];
        var publisher = PageData.Text(data.Article?["publisher"]);
        var named = data.Meta("og:site_name", "application-name", "al:android:app_name", "twitter:app:name:iphone");
        var host = Uri.TryCreate(url, UriKind.Absolute, out var uri) ? uri.Host : null;
        string?[] names =
        [
            named,
            publisher,
            data.Meta("og:site_name"),
            data.Meta("application-name"),
            data.Meta("twitter:site"),
            host,
            host?.Replace("www.", "", StringComparison.Ordinal),
            DomainWord(host),
            .. shown.Links.Take(MostLinks).Where(link => IsHome(link, host)).Take(5).SelectMany(LogoNames),
        ];
        var tagline = shown.Taglines is [var line, ..] ? shown.Words(line) : "";
        return new SiteNames(
            named is not null ? new Told<string>(named, Evidence.Meta)
                : publisher is not null ? new Told<string>(publisher, Evidence.JsonLd)
                : null,
            tagline.Length is > 0 and < 120 ? tagline : null,
            names
                .OfType<string>()
                .Select(Words.Key)
                .Where(key => key.Length > 1 && (key.Length < longestTitled || !titles.Contains(key)))
                .ToHashSet(StringComparer.Ordinal)
        );
    }

    /// <summary>Whether words are the publication's name.</summary>
    public bool Contains(string words) => All.Contains(Words.Key(words));

    /// <summary>Whether words begin with the publication's name and go on.</summary>
    public bool Begins(string words) =>
        words.IndexOf(' ', StringComparison.Ordinal) is > 1 and var end && Contains(words[..end]);

    /// <summary>Whether an element's class says that it shows the publication's name or sign.</summary>
    public static bool IsLogo(IElement element) =>
        (element.ClassName + " " + element.Id) is { Length: > 3 } marks
        && (
            marks.Contains("logo", StringComparison.OrdinalIgnoreCase)
            || marks.Contains("site-title", StringComparison.OrdinalIgnoreCase)
            || marks.Contains("masthead", StringComparison.OrdinalIgnoreCase)
        );

    /// <summary>A title without the publication's name and section behind it, or the name before it.</summary>
    public static string Without(string title, SiteNames site)
    {
        const int mostCuts = 6;
        const int longest = 600;
        var again = title.Length < longest;
        for (var cuts = 0; again && cuts < mostCuts; cuts++)
        {
            again = false;
            foreach (var separator in Separators)
            {
                var last = title.LastIndexOf(separator, StringComparison.Ordinal);
                if (last > 0 && site.IsTail(title[(last + separator.Length)..], separator))
                {
                    (title, again) = (title[..last].TrimEnd(), true);
                }
                var first = title.IndexOf(separator, StringComparison.Ordinal);
                if (first > 0 && site.Contains(title[..first]))
                {
                    (title, again) = (title[(first + separator.Length)..].TrimStart(), true);
                }
            }
        }
        return title;
    }

    // Behind an upright stroke only a short label can stand, whatever it is: a section or the outlet.
    private bool IsTail(string tail, string separator) =>
        Contains(tail)
        || (
            separator.Length > 1
            && All.Any(name =>
                name.Length > 3 && Words.Key(tail).StartsWith(name, StringComparison.Ordinal) && tail.Length < 60
            )
        )
        || (separator == " | " && tail.Length < 40 && tail.Count(char.IsWhiteSpace) < 4);

    private static bool IsHome(IElement link, string? host) =>
        link.GetAttribute("rel") == "home"
        || (
            link.GetAttribute("href") is { } address
            && (
                address == "/"
                || (
                    host is not null
                    && Uri.TryCreate(address, UriKind.Absolute, out var uri)
                    && uri.Host == host
                    && uri.AbsolutePath == "/"
                )
            )
        );

    // The link to the front page: its words, or the words that stand for its picture.
    private static IEnumerable<string> LogoNames(IElement link) =>
        new[] { Words.Clean(link.TextContent), link.QuerySelector("img[alt]")?.GetAttribute("alt") ?? "" }.Where(name =>
            name.Length is > 1 and < 60
        );

    private static string? DomainWord(string? host) =>
        host?.Split('.') is [.., var word, _] and { Length: > 1 } parts
            ? word.Length <= 3 && parts.Length > 2
                ? parts[^3]
                : word
            : null;
}
