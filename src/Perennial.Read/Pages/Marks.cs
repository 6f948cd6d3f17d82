using System.Text.RegularExpressions;

namespace Perennial.Read.Pages;

/// <summary>What the class, id and other names of an element say that it holds.</summary>
[Flags]
internal enum Marking
{
    /// <summary>Nothing that is looked for.</summary>
    None = 0,

    /// <summary>The page's headline.</summary>
    Headline = 1,

    /// <summary>The name of an author, or a line or box around it.</summary>
    Author = 2,

    /// <summary>A date or a line with one.</summary>
    Date = 4,

    /// <summary>A kicker, a badge, a subline.</summary>
    Label = 8,

    /// <summary>A menu, comments, other articles.</summary>
    Apart = 16,

    /// <summary>The standfirst.</summary>
    Standfirst = 32,

    /// <summary>The publication's tagline.</summary>
    Tagline = 64,
}

/// <summary>Reads what markup says of itself in its names.</summary>
internal static partial class Marks
{
    private const string HeadlineNames =
        @"(^|[\s_-])(headline|entry-title|post-title|article-title|articletitle|story-title)([\s_-]|$)";

    private const string AuthorNames =
        @"author|byline|by-line|(^|[\s_-])(by|writer|autore?s?|auteurs?|autorin|redakteur|verfasser|posted-by|fn|vcard|creator|signature|firma|forfatter|skribent|kirjoittaja|journalist)([\s_-]|$)";

    private const string DateNames =
        @"date([\s_-]|$)|datetime|dateline|timestamp|(^|[\s_-])(date\w*|time|published|publish\w*|posted|posted-on|pubdate|datum|fecha|data|dato|data-pubblicazione|updated|modified|created|meta|metadata|entry-meta|post-meta|info|submitted|day|byline)([\s_-]|$)";

    private const string StandfirstNames =
        @"standfirst|subhead|sub-title|subtitle|article-dek|article__summary|article-intro|deck|(^|[\s_-])(dek|description)([\s_-]|$)";

    private const string TaglineNames = @"tagline|slogan|site-description";

    private const string LabelNames =
        @"kicker|overline|eyebrow|supertitle|label|badge|(^|[\s_-])(sub-?title|entry-subtitle|h1small|small)([\s_-]|$)";

    private const string ApartNames =
        @"(^|[\s_-])(nav|navbar|navigation|menu|breadcrumbs?|comments?|commentlist|comment-list|disqus\w*|sidebar|widget\w*|related\w*|recommend\w*|teasers?|popular|trending|most-?read|more-?(from|on|news|stories|articles)|read-?(next|also)|recent\w*|newsletter\w*|cookie\w*|consent|promo\w*|carousel|latest)([\s_-]|$)";

    /// <summary>What an element holds by its names: class, id, itemprop, rel, with blanks between.</summary>
    public static Marking Read(string marks) =>
        marks.Length == 0 || !AnyMark().IsMatch(marks)
            ? Marking.None
            : (HeadlineMark().IsMatch(marks) ? Marking.Headline : Marking.None)
                | (AuthorMark().IsMatch(marks) && !AboutAuthor().IsMatch(marks) ? Marking.Author : Marking.None)
                | (DateMark().IsMatch(marks) ? Marking.Date : Marking.None)
                | (LabelMark().IsMatch(marks) ? Marking.Label : Marking.None)
                | (StandfirstMark().IsMatch(marks) ? Marking.Standfirst : Marking.None)
                | (TaglineMark().IsMatch(marks) ? Marking.Tagline : Marking.None)
                | (Apart().IsMatch(marks) ? Marking.Apart : Marking.None);

    /// <summary>Whether an address is an author's page.</summary>
    public static bool IsAuthorAddress(string? address) => address is not null && AuthorAddress().IsMatch(address);

    // Most names say nothing of this: one look, not seven.
    [GeneratedRegex(
        HeadlineNames
            + "|"
            + AuthorNames
            + "|"
            + DateNames
            + "|"
            + StandfirstNames
            + "|"
            + TaglineNames
            + "|"
            + LabelNames
            + "|"
            + ApartNames,
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex AnyMark();

    [GeneratedRegex(
        HeadlineNames,
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex HeadlineMark();

    [GeneratedRegex(AuthorNames, RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex AuthorMark();

    // What is said of an author, and what stands beside the name.
    [GeneratedRegex(
        @"(^|[\s_-]|author)(bio|biography|description|avatar|image|img|photo|picture|pic|thumb|thumbnail|social|share|follow|role|position|job|jobtitle|job-title|comments?|related|twitter|email|more|count|tooltip|icon|about|date|time)s?([\s_-]|$)|authori[sz]",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex AboutAuthor();

    [GeneratedRegex(
        @"/(authors?|autore?s?|auteurs?|autorin(nen)?|writers?|contributors?|journalists?|journalistes?|redakteure?)/[^/?#]{3,}",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex AuthorAddress();

    [GeneratedRegex(DateNames, RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex DateMark();

    [GeneratedRegex(
        StandfirstNames,
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex StandfirstMark();

    [GeneratedRegex(
        TaglineNames,
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex TaglineMark();

    [GeneratedRegex(LabelNames, RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex LabelMark();

    [GeneratedRegex(ApartNames, RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Apart();
}
