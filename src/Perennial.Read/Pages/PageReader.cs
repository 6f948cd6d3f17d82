using AngleSharp.Html.Dom;
using Perennial.Read.Pages.LiveBlogs;

namespace Perennial.Read.Pages;

/// <summary>Reads a web page into an article.</summary>
internal static class PageReader
{
    /// <summary>Reads a page: what it says of itself in data, then what stands on it.</summary>
    public static Article Read(string html, string? url)
    {
        if (!PageParser.TryParse(html, out var page, out var problem))
        {
            return new Article { Url = url, Problem = problem };
        }
        using var parsed = page;
        var data = PageData.Of(page);
        var described = Describe(page, data, url);
        return LiveBlog.Read(page, data, described) ?? WithBody(page, data, described);
    }

    /// <summary>All that is known of the article but its text, each value with what it rests on.</summary>
    public static Article Describe(IHtmlDocument page, PageData data, string? url)
    {
        var shown = ShownPage.Of(page);
        var site = SiteNames.Of(data, shown, url);
        var headline = Headline.Of(page, data, shown, site);
        shown.Headline = headline.Piece ?? shown.Headline;
        var standfirst = Standfirst.Of(data, shown, headline.Title);
        var authors = Byline.Of(data, shown, site);
        var dates = PageDates.Of(data, shown, PageLanguage.Habits(page, data, url), page.Title, url);
        var section = PageSection.Of(page, data);
        var tags = PageSection.Tags(data);
        var language = PageLanguage.Of(page, data);
        var canonical = PageAddresses.Canonical(data, url);
        var isFree = PageTerms.IsFree(data);
        var licence = PageTerms.Licence(data, shown);
        return new Article
        {
            Url = url,
            CanonicalUrl = canonical?.Value,
            SiteName = site.Name?.Value,
            Tagline = site.Tagline,
            Kicker = Headline.Kicker(shown, headline.Title),
            Title = headline.Title,
            Standfirst = standfirst?.Value,
            Authors = [.. (authors?.Value ?? []).Select(credit => credit.Name)],
            Credits = authors?.Value ?? [],
            Section = section?.Value,
            Published = dates.Published?.Value,
            Modified = dates.Modified?.Value,
            Language = language?.Value,
            Tags = tags?.Value ?? [],
            Images = PageImages.Of(data, shown, url),
            IsFree = isFree?.Value,
            Licence = licence?.Value,
            Evidence = new ArticleEvidence
            {
                Title = headline.By,
                Standfirst = standfirst?.By,
                Authors = authors?.By,
                Published = dates.Published?.By,
                Modified = dates.Modified?.By,
                Section = section?.By,
                Tags = tags?.By,
                Language = language?.By,
                CanonicalUrl = canonical?.By,
                SiteName = site.Name?.By,
                IsFree = isFree?.By,
                Licence = licence?.By,
            },
        };
    }

    private static Article WithBody(IHtmlDocument page, PageData data, Article described)
    {
        var body = Body.Of(page, data, described);
        return described with
        {
            Text = body.Text,
            Blocks = body.Blocks,
            // Two sentences are an article if the page says so; so is a live blog before its first post.
            Kind =
                body.IsArticle || (data.IsOfArticle && body.Text.Length > 0) || ToldPosts.IsLiveBlog(data)
                    ? ArticleKind.Article
                    : ArticleKind.Page,
            Problem =
                body.Text.Length == 0 && described.Title is null
                    ? new Problem("no-text", "there is no text on this page")
                    : null,
        };
    }
}
