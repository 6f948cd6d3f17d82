using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Perennial.Read.Pages.LiveBlogs;

/// <summary>Recognises a live blog and parts it into its posts.</summary>
internal static class LiveBlog
{
    /// <summary>One timed post makes no live blog: it is an article with a note on it.</summary>
    public const int FewestPosts = 2;

    /// <summary>The page as a live blog, or <see langword="null"/> when it is none.</summary>
    public static Article? Read(IHtmlDocument page, PageData data, Article described)
    {
        if ((page.Body as IElement ?? page.DocumentElement) is not { } root)
        {
            return null;
        }
        var scan = new PageScan(root);
        var visible = new VisiblePosts(root, scan, described);
        var told = ToldPosts.Of(data);
        if (told.Count < FewestPosts && MicrodataPosts.Of(page, scan, visible) is { Count: >= FewestPosts } marked)
        {
            return Together(PostMerge.Once(marked), described);
        }
        var isTold = ToldPosts.IsLiveBlog(data) || page.Elements().Any(IsMarked);
        var posts = PostMerge.Merge(told, PostMerge.Once(visible.Find(isTold)));
        return posts.Count < FewestPosts ? null : Together(posts, described);
    }

    private static bool IsMarked(IElement element) =>
        element.GetAttribute("itemtype")?.EndsWith("LiveBlogPosting", StringComparison.Ordinal) == true;

    /// <summary>The posts' texts one after the other, and where each stands.</summary>
    private static Article Together(IReadOnlyList<FoundPost> posts, Article described)
    {
        var text = new StringBuilder();
        var blocks = new List<Block>();
        var placed = new List<ArticlePost>();
        foreach (var post in posts)
        {
            int? start = null;
            foreach (var (kind, words) in post.Text)
            {
                text.Append(text.Length > 0 ? "\n\n" : "");
                start ??= text.Length;
                blocks.Add(new Block(kind, text.Length, text.Length + words.Length));
                text.Append(words);
            }
            placed.Add(
                new ArticlePost
                {
                    Id = post.Id,
                    Url = post.Url,
                    Title = post.Title,
                    Published = post.Published,
                    Authors = post.Authors,
                    Text = string.Join("\n\n", post.Text.Select(block => block.Words)),
                    Start = start ?? text.Length,
                    End = text.Length,
                }
            );
        }
        return described with { Kind = ArticleKind.Liveblog, Text = text.ToString(), Blocks = blocks, Posts = placed };
    }
}
