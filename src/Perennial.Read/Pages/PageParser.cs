using System.Diagnostics.CodeAnalysis;
using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Perennial.Read.Pages;

/// <summary>Parses markup as a browser does, but for what only a browser needs: scripts, source positions, elements that follow their attributes.</summary>
internal static class PageParser
{
    private static readonly HtmlParser Shared = new(
        new HtmlParserOptions { IsScripting = false, DisableElementPositionTracking = true },
        BrowsingContext.New(Configuration.Default.Without<IAttributeObserver>())
    );

    /// <summary>Parses a page or a piece of one, unless it is too much. Its elements are nested no more than 512 deep.</summary>
    public static bool TryParse(
        string html,
        [NotNullWhen(true)] out IHtmlDocument? page,
        [NotNullWhen(false)] out Problem? problem
    )
    {
        problem = MarkupBudget.Measure(ref html);
        page = problem is null ? Shared.ParseDocument(LongContentTypes.Disarmed(html)) : null;
        return page is not null;
    }
}
