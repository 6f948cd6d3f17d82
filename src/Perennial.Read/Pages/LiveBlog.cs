using System.Net;
using System.Text.Json.Nodes;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Perennial.Read.Pages;

/// <summary>Recognises a live blog and parts it into its posts.</summary>
internal static class LiveBlog
{
    private const int FewestPosts = 2;

    private static readonly string[] PostWords = ["post", "block", "update", "entry", "live"];

    private static readonly HtmlParser Parser = new(new HtmlParserOptions { IsScripting = false });

    /// <summary>The page as a live blog, or <see langword="null"/> when it is none.</summary>
    public static Article? Read(IHtmlDocument page, PageData data, Article described)
    {
        var told = data.Objects.FirstOrDefault(found => PageData.IsA(found, "LiveBlogPosting"));
        var posts = told is null ? [] : FromJson(told).ToList();
        if (posts.Count < FewestPosts)
        {
            posts = [.. FromMicrodata(page)];
        }
        if (posts.Count < FewestPosts)
        {
            posts = [.. FromTimedBlocks(page)];
        }
        return posts.Count < FewestPosts ? null : Together(posts, described);
    }

    private static Article Together(List<ArticlePost> posts, Article described)
    {
        var text = new TextBuilder();
        var placed = new List<ArticlePost>();
        foreach (var post in posts)
        {
            var start = text.Next;
            foreach (var paragraph in post.Text.Split("\n\n", StringSplitOptions.RemoveEmptyEntries))
            {
                text.Add(BlockKind.Paragraph, paragraph);
            }
            placed.Add(
                text.Length > start
                    ? post with
                    {
                        Start = start,
                        End = text.Length,
                        Text = text.Text[start..],
                    }
                    : post with
                    {
                        Start = text.Length,
                        End = text.Length,
                        Text = "",
                    }
            );
        }
        return described with { Kind = ArticleKind.Liveblog, Text = text.Text, Blocks = text.Blocks, Posts = placed };
    }

    private static IEnumerable<ArticlePost> FromJson(JsonObject blog) =>
        PageData
            .Items(blog["liveBlogUpdate"] ?? blog["blogPosts"])
            .OfType<JsonObject>()
            .Select(post => new ArticlePost
            {
                Id = Fragment(PageData.Text(post["url"]) ?? PageData.Text(post["@id"])),
                Url = PageData.Text(post["url"]),
                Title = PageData.Text(post["headline"]),
                Published = StatedTime.ParseIso(PageData.Text(post["datePublished"])),
                Authors = [.. PageData.Items(post["author"]).Select(PageData.Text).OfType<string>()],
                Text = Paragraphs(Raw(post["articleBody"])),
            });

    private static IEnumerable<ArticlePost> FromMicrodata(IHtmlDocument page) =>
        page.QuerySelectorAll("[itemprop=liveBlogUpdate]")
            .Select(post => new ArticlePost
            {
                Id = post.Id,
                Title = Text(post.QuerySelector("[itemprop=headline]")),
                Published = Time(post),
                Text = Lines(post.QuerySelector("[itemprop=articleBody]") ?? post),
            });

    /// <summary>Blocks of one parent and one class, each with an id or a time of its own: the shape of most templates.</summary>
    private static IEnumerable<ArticlePost> FromTimedBlocks(IHtmlDocument page)
    {
        var blocks = page.QuerySelectorAll("article, li, section, div")
            .Where(element =>
                element.ClassName is not null
                && IsPostClass(element)
                && element.QuerySelectorAll("time[datetime]").Length == 1
            )
            .GroupBy(element => (element.ParentElement, element.LocalName, element.ClassList[0]))
            .Where(group => group.Count() > FewestPosts && group.All(post => Words.Clean(post.TextContent).Length > 60))
            .MaxBy(group => group.Count());
        return (blocks ?? Enumerable.Empty<IElement>()).Select(post => new ArticlePost
        {
            Id = post.Id,
            Title = Text(post.QuerySelector("h2, h3, h4")),
            Published = Time(post),
            Text = Lines(post),
        });
    }

    private static bool IsPostClass(IElement element) =>
        PostWords.Any(word => element.ClassName!.Contains(word, StringComparison.OrdinalIgnoreCase))
        && !Noise.IsNamed(element)
        && element.Closest("aside, nav, footer") is null;

    private static StatedTime? Time(IElement post)
    {
        var time = post.QuerySelector("[itemprop=datePublished], time[datetime]");
        return StatedTime.ParseIso(time?.GetAttribute("datetime") ?? time?.GetAttribute("content"));
    }

    /// <summary>The words of a post without its headline, time and furniture.</summary>
    private static string Lines(IElement post)
    {
        var copy = (IElement)post.Clone();
        foreach (
            var element in copy.QuerySelectorAll(
                    Noise.Elements + ", header, time, h2, h3, h4, [itemprop=headline], [itemprop=datePublished], figure"
                )
                .ToArray()
        )
        {
            element.Remove();
        }
        return string.Join(
            "\n\n",
            ElementText.Of(copy).Split('\n').Select(Words.Clean).Where(line => line.Length > 0 && !Noise.IsLine(line))
        );
    }

    private static string Paragraphs(string? body)
    {
        if (string.IsNullOrEmpty(body))
        {
            return "";
        }
        // Escaped once or twice more than JSON asks for.
        for (var i = 0; i < 2 && body.Contains('&', StringComparison.Ordinal); i++)
        {
            body = WebUtility.HtmlDecode(body);
        }
        var lines = body.Contains('<', StringComparison.Ordinal)
            ? ElementText.Of(Parser.ParseDocument(body).Body!)
            : body;
        return string.Join("\n\n", lines.Split('\n').Select(Words.Clean).Where(line => line.Length > 0));
    }

    private static string? Raw(JsonNode? node) =>
        node is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    private static string? Text(IElement? element) =>
        Words.Clean(element?.TextContent) is { Length: > 0 } text ? text : null;

    private static string? Fragment(string? url) =>
        url?.IndexOf('#', StringComparison.Ordinal) is { } at and >= 0 ? url[(at + 1)..] : null;
}
