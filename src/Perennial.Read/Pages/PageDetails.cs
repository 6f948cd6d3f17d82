using AngleSharp.Html.Dom;

namespace Perennial.Read.Pages;

/// <summary>The standfirst: the line that stands under the headline and is no part of the text.</summary>
internal static class Standfirst
{
    private const string Places =
        "[class*=standfirst i], [class*=subhead i], [class*=sub-title i], [class*=subtitle i], [class*=article-dek i], .dek, [class*=deck i], [itemprop=description]:not(meta), [class*=article__summary i], [class*=article-intro i]";

    /// <summary>The shown standfirst, or else the description that the page gives for others to show.</summary>
    public static string? Of(IHtmlDocument page, PageData data, string? title)
    {
        const int longest = 600;
        var shown = page.QuerySelectorAll(Places)
            .Take(4)
            .Select(element => Words.Clean(ElementText.Of(element).ReplaceLineEndings(" ")))
            .FirstOrDefault(text => text.Length is > 20 and < longest && Words.Key(text) != Words.Key(title));
        return shown
            ?? data.Meta("og:description", "description", "twitter:description")
            ?? PageData.Text(data.Article?["description"]);
    }
}

/// <summary>The section of a page.</summary>
internal static class PageSection
{
    /// <summary>What the page's data say, or the last step of its trail of links.</summary>
    public static string? Of(IHtmlDocument page, PageData data)
    {
        var section =
            PageData.Text(data.Article?["articleSection"])
            ?? data.Meta("article:section", "parsely-section", "section");
        var trail = page.QuerySelector(
            "[itemprop=articleSection], nav[class*=breadcrumb i] a:last-of-type, [class*=breadcrumb i] li:nth-last-child(2) a"
        );
        var words = section ?? trail?.GetAttribute("content") ?? Words.Clean(trail?.TextContent);
        return words.Length is > 0 and < 60 ? words : null;
    }
}

/// <summary>The language of a page.</summary>
internal static class PageLanguage
{
    /// <summary>What the page says, as a BCP 47 tag; <see langword="null"/> when it says nothing or nonsense.</summary>
    public static string? Of(IHtmlDocument page, PageData data)
    {
        var told =
            PageData.Text(data.Article?["inLanguage"])
            ?? page.DocumentElement.GetAttribute("lang")
            ?? data.Meta("og:locale", "language", "content-language");
        var primary = told?.Split('-', '_')[0].Trim().ToLowerInvariant();
        return primary is { Length: 2 or 3 } && primary.All(char.IsAsciiLetter) ? primary : null;
    }
}
