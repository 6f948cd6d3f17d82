using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace Perennial.Read.Pages.LiveBlogs;

/// <summary>What stands on the page of a live blog and holds no posts: comments, teasers, lists of key events, menus.</summary>
internal static partial class Outside
{
    /// <summary>Whether an element says by its name, tag or label that no post stands in it.</summary>
    public static bool IsNamed(IElement element) =>
        element.LocalName is "nav" or "aside" or "footer"
        || element.GetAttribute("role") is "navigation" or "complementary" or "contentinfo" or "banner" or "dialog"
        || element.GetAttribute("itemprop") is "comment" or "suggestedAnswer" or "acceptedAnswer"
        || (
            element.GetAttribute("itemtype") is { Length: < 200 } type
            && type.EndsWith("/Comment", StringComparison.Ordinal)
        )
        || (element.GetAttribute("aria-label") is { Length: < 60 } label && Heading(label) is not null)
        || IsCalled(element, Name());

    /// <summary>The children of an element in which posts may stand: not those that are named or announced as something else.</summary>
    /// <remarks>What holds most of the page is looked into whatever its name is, unless it is announced as a discussion.</remarks>
    public static IEnumerable<IElement> Without(IElement parent, PageScan scan, int pageLetters)
    {
        Announced? announced = null;
        foreach (var child in parent.Children)
        {
            var extent = scan[child];
            if (extent.Letters == 0)
            {
                continue;
            }
            if (HeadingIn(child, scan) is { } words)
            {
                announced = Heading(words);
                yield return child;
                continue;
            }
            var isMost = extent.Letters * 2 >= pageLetters;
            var isOutside = announced == Announced.Rest || (announced == Announced.Block && !isMost);
            announced = announced == Announced.Block ? null : announced;
            if (!isOutside && (isMost || !IsNamed(child)))
            {
                yield return child;
            }
        }
    }

    /// <summary>The words of an element that is a heading, or holds nothing but one.</summary>
    private static string? HeadingIn(IElement element, PageScan scan)
    {
        var letters = scan[element].Letters;
        if (letters > LongestHeading)
        {
            return null;
        }
        var heading = IsHeading(element) ? element : element.Children.FirstOrDefault(IsHeading);
        return heading is not null && scan[heading].Letters + 3 >= letters ? Words.Clean(heading.TextContent) : null;
    }

    private static bool IsHeading(IElement element) => element.LocalName is "h2" or "h3" or "h4" or "h5";

    /// <summary>Whether an element is itself something else than a post, whatever else is named like it.</summary>
    public static bool IsNoPost(IElement element) =>
        element.GetAttribute("itemprop") is "comment" or "suggestedAnswer" or "acceptedAnswer"
        || IsCalled(element, NoPost());

    /// <summary>What a heading announces that is no post, and how far it reaches.</summary>
    public static Announced? Heading(string words) =>
        words.Length > LongestHeading ? null
        : Discussion().IsMatch(words) ? Announced.Rest
        : List().IsMatch(words) ? Announced.Block
        : null;

    private const int LongestHeading = 60;
    private const int MostClasses = 12;

    private static bool IsCalled(IElement element, Regex names) =>
        element.Attributes.Length > 0
        && (
            HasClass(element.ClassName, names)
            || IsOne(element.Id, names)
            || IsOne(element.GetAttribute("data-testid"), names)
            || IsOne(element.GetAttribute("data-component"), names)
        );

    private static bool HasClass(ReadOnlySpan<char> classes, Regex names)
    {
        var left = MostClasses;
        foreach (var range in classes.SplitAny(" \t\n\f\r"))
        {
            var name = classes[range];
            if (name.Length > 0 && (IsOne(name, names) || --left == 0))
            {
                return left > 0;
            }
        }
        return false;
    }

    private static bool IsOne(ReadOnlySpan<char> name, Regex names) =>
        name.Length is > 1 and < 60 && names.IsMatch(name) && !Kept().IsMatch(name);

    [GeneratedRegex(
        @"^(\w+[-_]+){0,3}(comments?|disqus|replies|responses|discussion|reader-?(comments|letters)|related\w*|recommend\w*|recommendations|read-?(more|next|also)|more-?(on|stories|news|from)|most-?(read|popular|viewed)|trending|popular|newsletter\w*|sidebar|side-?bar|side-?rail|right-?rail|rail|teasers?|promos?|key-?(events?|moments?|points?|facts?)|highlights|breadcrumbs?|pagination|pager|masthead|site-?(header|nav|footer)|latest-?(news|stories|headlines)|headlines|top-?stories|onward\w*)([-_]+(list|section|container|wrapper|block|box|module|items?|content|inner|feed|stream|area|panel|\d+)){0,2}$",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Name();

    // Names that say something of the page, or mean running commentary.
    [GeneratedRegex(
        "^(has|with|without|no|is|show|hide|page|layout)[-_]|commentary",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Kept();

    [GeneratedRegex(
        @"^(\w+[-_]+){0,3}(comments?|repl(y|ies)|answer|related\w*|recommend\w*|teasers?|promos?|newsletter\w*|ads?|advert\w*|sponsor\w*|pagination|card-?list)([-_]+\w+){0,1}$",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex NoPost();

    [GeneratedRegex(
        @"^(\d+ )?((reader|readers'|your|user|all|latest|top) )?(comments?|commentaires?|kommentare?|comentarios?|commenti|reacties|discussion|debate|diskussion|join the conversation|have your say|your views|letters)\b",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Discussion();

    [GeneratedRegex(
        @"^(related|recommended|read (more|next|also)|more (on|from|stories|news|in|about)|most (read|popular|viewed)|trending|popular|latest (news|stories|headlines)|top stories|elsewhere|also in|from elsewhere|key (events?|moments|points|developments)|at a glance|in brief|what we know|summary of|sur le même sujet|à lire aussi|lire aussi|les plus lus|l['’]essentiel|mehr zum thema|meistgelesen|das wichtigste|lesen sie auch|más noticias|lo más leído|te puede interesar|i più letti|leggi anche)\b",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex List();

    /// <summary>How far what a heading announces reaches.</summary>
    internal enum Announced
    {
        /// <summary>The next block.</summary>
        Block,

        /// <summary>Everything until the next heading.</summary>
        Rest,
    }
}
