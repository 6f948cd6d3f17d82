using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace Perennial.Read.Pages.LiveBlogs;

/// <summary>A post's id and its own address on the page of its blog.</summary>
/// <param name="page">The page's address; <see langword="null"/> when it is not known.</param>
internal sealed partial class PostAddress(string? page)
{
    private const int MostLinks = 60;

    private readonly Uri? page =
        Uri.TryCreate(page, UriKind.Absolute, out var known) && known.Scheme is "http" or "https" ? known : null;

    /// <summary>What an address names behind <c>#</c>.</summary>
    public static string? Fragment(string? url) =>
        url?.IndexOf('#', StringComparison.Ordinal) is { } at and >= 0 && at + 1 < url.Length ? url[(at + 1)..] : null;

    /// <summary>Whether a link leads to another page than this one, or than a page below it.</summary>
    public bool LeadsElsewhere(string? href) =>
        href is { Length: > 0 }
        && href[0] is not '#' and not '?'
        && !href.StartsWith("javascript:", StringComparison.OrdinalIgnoreCase)
        && !href.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase)
        && (
            page is null
            || !Uri.TryCreate(page, href, out var target)
            || target.Host != page.Host
            || (
                target.AbsolutePath != page.AbsolutePath
                && (
                    !IsOfArticle(page.AbsolutePath)
                    || !target.AbsolutePath.StartsWith(page.AbsolutePath.TrimEnd('/') + "/", StringComparison.Ordinal)
                )
            )
        );

    /// <summary>Whether a path is one of an article: deep, or ending with words or a number. Below it are its posts, below others are pages.</summary>
    private static bool IsOfArticle(string path)
    {
        const int deep = 4;
        var parts = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        return parts.Length >= deep
            || (parts.Length > 0 && parts[^1].Any(letter => letter is '-' or '_' || char.IsAsciiDigit(letter)));
    }

    /// <summary>The id and the address of a block; <see langword="null"/> for what it does not say.</summary>
    public (string? Id, string? Url) Of(PostBlock block)
    {
        var id = Id(block);
        string? link = null;
        foreach (
            var anchor in block.Nodes.SelectMany(node =>
                node.LocalName == "a" ? [node] : node.QuerySelectorAll("a[href]").Take(MostLinks)
            )
        )
        {
            var href = anchor.GetAttribute("href") ?? "";
            if (LeadsElsewhere(href) || Where().IsMatch(href))
            {
                continue;
            }
            var isOwn =
                id is not null
                && href.Contains(id, StringComparison.Ordinal)
                && (
                    Fragment(href) is not null
                    || href.Contains('?', StringComparison.Ordinal)
                    || href.EndsWith(id, StringComparison.Ordinal)
                );
            var holdsTime = block.Marks.Any(mark =>
                anchor == mark.Element || anchor.Contains(mark.Element) || mark.Element.Contains(anchor)
            );
            var isNamed =
                anchor.ClassName is { Length: < 200 } names && Permalink().IsMatch(names)
                || anchor.GetAttribute("rel") == "bookmark";
            if (isOwn || holdsTime || isNamed || IsHeadline(anchor))
            {
                link = href;
                break;
            }
        }
        id ??= Fragment(link);
        return (
            id,
            Absolute(link)
                ?? (
                    page is not null && id is not null && block.First.Id == id
                        ? $"{page.GetLeftPart(UriPartial.Query)}#{id}"
                        : null
                )
        );
    }

    private static string? Id(PostBlock block)
    {
        foreach (var node in block.Nodes)
        {
            if (node.Id is { Length: > 0 } id)
            {
                return id;
            }
            foreach (var attribute in node.Attributes)
            {
                if (
                    attribute is { Name: ['d', 'a', 't', 'a', '-', ..], Value.Length: > 0 and < 120 }
                    && IdName().IsMatch(attribute.Name)
                )
                {
                    return attribute.Value;
                }
            }
        }
        var inner = block.First.QuerySelector("[id], a[name]");
        return inner is not null && (inner.LocalName == "a" || inner.ParentElement == block.First)
            ? inner.Id is { Length: > 0 } own
                ? own
                : inner.GetAttribute("name")
            : null;
    }

    private static bool IsHeadline(IElement anchor) =>
        anchor.ParentElement is { } parent
        && (parent.LocalName is "h2" or "h3" or "h4" || anchor.QuerySelector("h2, h3, h4") is not null);

    private string? Absolute(string? href) =>
        href is null ? null
        : page is not null && Uri.TryCreate(page, href, out var joined) && joined.Scheme is "http" or "https"
            ? joined.AbsoluteUri
        : Uri.TryCreate(href, UriKind.Absolute, out var whole) && whole.Scheme is "http" or "https" ? whole.AbsoluteUri
        : null;

    [GeneratedRegex(
        "permalink|bookmark|copy-?link|anchor|timestamp",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Permalink();

    [GeneratedRegex(
        "#(comments?|top|share|respond)$|sharer|[?&]page=\\d+$",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Where();

    [GeneratedRegex(
        "^data-((post|block|entry|update|item|live|message|event)-?)*(id|uuid|key)$",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex IdName();
}
