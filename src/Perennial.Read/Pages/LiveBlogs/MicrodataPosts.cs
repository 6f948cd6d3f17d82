using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Perennial.Read.Pages.LiveBlogs;

/// <summary>The posts that a page marks as <c>liveBlogUpdate</c> in its elements.</summary>
internal static class MicrodataPosts
{
    /// <summary>The marked posts, with what is seen of each where the marks say less.</summary>
    public static IReadOnlyList<FoundPost> Of(IHtmlDocument page, PageScan scan, VisiblePosts visible)
    {
        var blocks = page.Elements()
            .Where(block => IsMarked(block) && block.ParentElement?.Closest("[itemprop~=liveBlogUpdate]") is null)
            .ToList();
        if (blocks.Count == 0)
        {
            return [];
        }
        var seen = visible.Read(
            new PostSeries([.. blocks.Select(block => new PostBlock([block], [.. scan.MarksIn(scan[block])]))], 0)
        );
        return [.. blocks.Select((block, i) => Post(block).With(seen[i]))];
    }

    private static bool IsMarked(IElement element) =>
        element.GetAttribute("itemprop") is { } property
        && property.Contains("liveBlogUpdate", StringComparison.Ordinal)
        && element.Matches("[itemprop~=liveBlogUpdate]");

    private static FoundPost Post(IElement block)
    {
        var body = Property(block, "articleBody");
        return new FoundPost
        {
            Url = Value(Property(block, "url")) ?? block.GetAttribute("itemid"),
            Id = block.Id is { Length: > 0 } id
                ? id
                : PostAddress.Fragment(Value(Property(block, "url")) ?? block.GetAttribute("itemid")),
            Title = Value(Property(block, "headline")),
            Published = StatedTime.ParseIso(Value(Property(block, "datePublished"))),
            Authors = Writers(block),
            Text =
                body is null ? []
                : body.HasAttribute("content") ? ToldPosts.Paragraphs(body.GetAttribute("content"))
                :
                [
                    .. PostLines
                        .Of(new PostBlock([body], []))
                        .Where(line => !Noise.IsLine(line.Words))
                        .Select(line => (line.Block, line.Words)),
                ],
        };
    }

    private static string[] Writers(IElement block)
    {
        var author = Property(block, "author");
        var name = author is null ? null : author.QuerySelector("[itemprop=name]") ?? author;
        return Value(name) is { } text ? [text] : [];
    }

    /// <summary>The first element of a property that is the block's own, and not that of an item within it.</summary>
    private static IElement? Property(IElement block, string name) =>
        block
            .QuerySelectorAll($"[itemprop~={name}]")
            .FirstOrDefault(found =>
                found.ParentElement?.Closest("[itemscope]") is not { } owner || owner == block || owner.Contains(block)
            );

    private static string? Value(IElement? element) =>
        element is null ? null
        : Words.Clean(
            element.GetAttribute("content")
                ?? element.GetAttribute("datetime")
                ?? element.GetAttribute("href")
                ?? element.TextContent
        )
            is { Length: > 0 } value
            ? value
        : null;
}
