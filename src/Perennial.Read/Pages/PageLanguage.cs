using AngleSharp.Html.Dom;

namespace Perennial.Read.Pages;

/// <summary>The language of a page, and how it means its dates.</summary>
internal static class PageLanguage
{
    // English pages that write the day first say so in their language, or by the country in their address.
    private static readonly HashSet<string> MonthFirstRegions = new(StringComparer.OrdinalIgnoreCase) { "us", "ph" };

    /// <summary>What the page says, as a BCP 47 tag; <see langword="null"/> when it says nothing or nonsense.</summary>
    public static Told<string>? Of(IHtmlDocument page, PageData data)
    {
        var json = PageData.Text(data.Article?["inLanguage"]);
        var primary = Tag(page, data)?.Split('-', '_')[0].Trim().ToLowerInvariant();
        return primary is { Length: 2 or 3 } && primary.All(char.IsAsciiLetter)
            ? new Told<string>(primary, json is not null ? Evidence.JsonLd : Evidence.Meta)
            : null;
    }

    /// <summary>How a page means a date such as 3/12/2031.</summary>
    public static DateHabits Habits(IHtmlDocument page, PageData data, string? url)
    {
        var language = Of(page, data)?.Value;
        var region = page.DocumentElement.GetAttribute("lang")?.Split('-', '_') is [_, { Length: 2 } told]
            ? told
            : null;
        var country =
            Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Host.Split('.') is [.., { Length: 2 } domain]
                ? domain
                : null;
        // Many programs say en-US where nobody has chosen: an address in a country knows better. English without any
        // country is American more often than not; a page without a language can be from anywhere.
        return new DateHabits(language, language == "en" && MonthFirstRegions.Contains(country ?? region ?? "us"));
    }

    private static string? Tag(IHtmlDocument page, PageData data) =>
        PageData.Text(data.Article?["inLanguage"])
        ?? page.DocumentElement.GetAttribute("lang")
        ?? data.Meta("og:locale", "language", "content-language");
}
