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
        || Names(element).Any(name => name.Length is > 1 and < 60 && Name().IsMatch(name) && !Kept().IsMatch(name));

    /// <summary>Whether an element is itself something else than a post, whatever else is named like it.</summary>
    public static bool IsNoPost(IElement element) =>
        element.GetAttribute("itemprop") is "comment" or "suggestedAnswer" or "acceptedAnswer"
        || Names(element).Any(name => name.Length is > 1 and < 60 && NoPost().IsMatch(name) && !Kept().IsMatch(name));

    /// <summary>What a heading announces that is no post: <see cref="Announced.Block"/> behind it, or all that follows.</summary>
    public static Announced? Heading(string words) =>
        words.Length > 60 ? null
        : Discussion().IsMatch(words) ? Announced.Rest
        : List().IsMatch(words) ? Announced.Block
        : null;

    private static IEnumerable<string> Names(IElement element) =>
        element
            .ClassList.Take(12)
            .Append(element.Id)
            .Append(element.GetAttribute("data-testid"))
            .Append(element.GetAttribute("data-component"))
            .OfType<string>();

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
