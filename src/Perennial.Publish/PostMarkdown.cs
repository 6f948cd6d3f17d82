using Ganss.Xss;
using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Perennial.Publish;

/// <summary>Markdown as HTML that can do no harm.</summary>
internal static class PostMarkdown
{
    private const int DeepestHeading = 6;

    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .DisableHtml()
        .UseAutoLinks()
        .Build();

    private static readonly HtmlSanitizer Sanitizer = MakeSanitizer();

    /// <summary>Paragraphs, emphasis, headings, lists, links and quotations; no raw HTML, and a picture is a link to it.</summary>
    /// <param name="markdown">The words.</param>
    /// <param name="heading">The level of its highest headings, so that they follow those of the page.</param>
    /// <param name="address">What relative links start from, where it does not stand on its own page; they stay as they are otherwise.</param>
    public static string ToHtml(string markdown, int heading, string address = "")
    {
        var document = Markdown.Parse(markdown, Pipeline);
        Fit([.. document.Descendants<HeadingBlock>()], heading);
        foreach (var image in document.Descendants<LinkInline>().Where(link => link.IsImage))
        {
            image.IsImage = false;
        }
        return Sanitizer.Sanitize(document.ToHtml(Pipeline), address).Trim();
    }

    /// <summary>The same as a line or more of plain text.</summary>
    public static string ToPlain(string markdown) => Markdown.ToPlainText(markdown, Pipeline).Trim();

    /// <summary>No level is left out on the way down, whatever the writer began with.</summary>
    private static void Fit(List<HeadingBlock> headings, int first)
    {
        var open = new Stack<int>();
        foreach (var heading in headings)
        {
            while (open.Count > 0 && open.Peek() >= heading.Level)
            {
                open.Pop();
            }
            open.Push(heading.Level);
            heading.Level = Math.Min(DeepestHeading, first + open.Count - 1);
        }
    }

    private static HtmlSanitizer MakeSanitizer()
    {
        var sanitizer = new HtmlSanitizer(
            new HtmlSanitizerOptions
            {
                AllowedTags = new HashSet<string>(StringComparer.OrdinalIgnoreCase)
                {
                    "p",
                    "br",
                    "em",
                    "strong",
                    "a",
                    "ul",
                    "ol",
                    "li",
                    "blockquote",
                    "code",
                    "pre",
                    "h2",
                    "h3",
                    "h4",
                    "h5",
                    "h6",
                    "hr",
                },
                AllowedAttributes = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "href", "start" },
                AllowedSchemes = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "http", "https", "mailto" },
                UriAttributes = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "href" },
            }
        );
        sanitizer.PostProcessNode += (_, e) =>
        {
            if (e.Node is AngleSharp.Html.Dom.IHtmlAnchorElement link)
            {
                link.SetAttribute("rel", "nofollow noopener");
            }
        };
        return sanitizer;
    }
}
