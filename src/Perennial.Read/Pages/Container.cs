using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Perennial.Read.Pages;

/// <summary>The element of a page that holds the article's text.</summary>
internal static class Container
{
    private const string Declared =
        "[itemprop=articleBody], [property='articleBody'], [class*=article-body i], [class*=articleBody i], [class*=article__body i], [class*=story-body i], [class*=article-content i], [class*=article__content i], [class*=entry-content i], [class*=post-content i], [class*=article-text i]";

    // A paragraph of fewer letters says little about where the text is.
    private const int ShortestParagraph = 40;

    /// <summary>Takes what is no article out of the page, and finds where the text is.</summary>
    /// <remarks>
    /// Each paragraph counts for its parent in full and for the grandparent by half, as in Arc90's Readability; an element that
    /// is named as the body wins when it holds most of the best one's text.
    /// </remarks>
    public static IElement Prune(IHtmlDocument page)
    {
        foreach (var element in page.QuerySelectorAll(Noise.Elements).ToArray())
        {
            element.Remove();
        }
        foreach (
            var element in page.QuerySelectorAll("div, section, ul, ol, p, span, header, h2, h3, h4, figure, table, li")
                .ToArray()
        )
        {
            if (element.ParentElement is not null && Noise.IsNamed(element) && TextShare(element, page) < 0.4)
            {
                element.Remove();
            }
        }
        var best = Best(page);
        var declared = page.QuerySelectorAll(Declared).MaxBy(ParagraphText);
        return declared is not null && ParagraphText(declared) * 10 >= ParagraphText(best) * 6 ? declared : best;
    }

    private static IElement Best(IHtmlDocument page)
    {
        var scores = new Dictionary<IElement, double>();
        // A box whose lines end with br counts once, however many lines it has.
        var holders = page.QuerySelectorAll("p, pre, blockquote > :not(p), td > br, div > br")
            .Select(paragraph => paragraph.LocalName == "br" ? paragraph.ParentElement! : paragraph)
            .Distinct()
            .ToArray();
        foreach (var holder in holders)
        {
            var length = Words.Clean(holder.TextContent).Length;
            if (length < ShortestParagraph || LinkShare(holder) > 0.5)
            {
                continue;
            }
            var score = 1 + Math.Min(length / 100.0, 5) + holder.TextContent.AsSpan().Count(',');
            var parent = holder.LocalName == "div" ? holder : holder.ParentElement;
            for (
                var (level, weight) = (0, 1.0);
                parent is not null and not IHtmlHtmlElement && level < 3;
                level++, weight /= 2, parent = parent.ParentElement
            )
            {
                scores[parent] = scores.GetValueOrDefault(parent) + (score * weight);
            }
        }
        var (best, bestScore) = scores
            .Select(pair => (pair.Key, pair.Value * (1 - LinkShare(pair.Key))))
            .DefaultIfEmpty((page.Body as IElement ?? page.DocumentElement, 0))
            .MaxBy(pair => pair.Item2);
        // Text that is parted into several boxes: the element around them, as long as it adds a good part.
        while (
            best.ParentElement is { } around and not IHtmlBodyElement and not IHtmlHtmlElement
            && ParagraphText(around) > ParagraphText(best) * 1.25
            && LinkShare(around) < 0.3
        )
        {
            best = around;
        }
        return bestScore > 0 ? best : page.Body ?? page.DocumentElement;
    }

    private static int ParagraphText(IElement element) =>
        element
            .QuerySelectorAll("p, li, blockquote, h2, h3")
            .Where(p => p.QuerySelector("p, li") is null && LinkShare(p) < 0.5)
            .Sum(p => p.TextContent.Length);

    private static double TextShare(IElement element, IHtmlDocument page) =>
        (double)element.TextContent.Length / Math.Max(1, page.Body?.TextContent.Length ?? 1);

    /// <summary>The share of an element's words that are links.</summary>
    public static double LinkShare(IElement element)
    {
        var all = element.TextContent.Length;
        return all == 0 ? 0 : (double)element.QuerySelectorAll("a").Sum(link => link.TextContent.Length) / all;
    }
}
