using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Perennial.Read.Pages.LiveBlogs;

namespace Perennial.Read.Pages;

/// <summary>Reads a web page into an article.</summary>
internal static class PageReader
{
    private static readonly HtmlParser Parser = new(new HtmlParserOptions { IsScripting = false });

    /// <summary>Reads a page: what it says of itself in data, then what stands on it.</summary>
    public static Article Read(string html, string? url)
    {
        if (MarkupBudget.ProblemWith(html) is { } problem)
        {
            return new Article { Url = url, Problem = problem };
        }
        using var page = Parser.ParseDocument(html);
        var data = PageData.Of(page);
        var site = SiteNames.Of(page, data, url);
        var title = Headline.Of(page, data, site);
        var authors = Byline.Of(page, data, site);
        var dates = PageDates.Of(page, data, url);
        var described = new Article
        {
            Url = url,
            CanonicalUrl = PageAddresses.Canonical(page, data, url),
            SiteName = site.Name,
            Tagline = site.Tagline,
            Kicker = Headline.Kicker(page, title),
            Title = title,
            Standfirst = Standfirst.Of(page, data, title),
            Authors = [.. authors.Select(credit => credit.Name)],
            Credits = authors,
            Section = PageSection.Of(page, data),
            Published = dates.Published,
            Modified = dates.Modified,
            Language = PageLanguage.Of(page, data),
        };
        return LiveBlog.Read(page, data, described) ?? WithBody(page, data, html, described);
    }

    private static Article WithBody(IHtmlDocument page, PageData data, string html, Article described)
    {
        var body = Body.Of(page, data, html, described);
        return described with
        {
            Text = body.Text,
            Blocks = body.Blocks,
            // A live blog before its first post has only an introduction, which may be short.
            Kind = body.IsArticle || ToldPosts.IsLiveBlog(data) ? ArticleKind.Article : ArticleKind.Page,
            Problem =
                body.Text.Length == 0 && described.Title is null
                    ? new Problem("no-text", "there is no text on this page")
                    : null,
        };
    }
}
