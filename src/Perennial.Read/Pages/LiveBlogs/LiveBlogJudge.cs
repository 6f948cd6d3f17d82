using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace Perennial.Read.Pages.LiveBlogs;

/// <summary>Tells the posts of a live blog from what looks like them: lists of articles, comments, answers, programmes.</summary>
internal sealed partial class LiveBlogJudge
{
    // Letters a post: teasers and programmes have fewer, and a page that says it is live may be a match of one line a goal.
    private const int FewestLetters = 70;
    private const int FewestLettersLive = 14;

    // A list of articles that shows so much of each is read on the page itself.
    private const int LettersOfWholeTexts = 400;

    private const double MostOfOnePost = 0.6;
    private const double MostOfOneOfTwo = 0.9;
    private const double FewestProse = 0.4;
    private const double FewestDifferentTimes = 0.5;

    private readonly PageScan scan;
    private readonly IElement root;
    private readonly Article described;
    private readonly PostAddress addresses;
    private readonly bool isTold;

    /// <summary>A judge of one page.</summary>
    public LiveBlogJudge(PageScan scan, IElement root, Article described, PostAddress addresses, bool isTold)
    {
        this.scan = scan;
        this.root = root;
        this.described = described;
        this.addresses = addresses;
        this.isTold = isTold;
    }

    /// <summary>Whether a series is the posts of a live blog.</summary>
    public bool IsLiveBlog(PostSeries series)
    {
        var isLive = isTold || SaysLive(series);
        var posts = series.Blocks.Count;
        var extents = series.Blocks.Select(Extent).ToList();
        var letters = extents.Sum(extent => extent.Letters);
        var links = extents.Sum(extent => extent.LinkLetters);
        var timed = series.Blocks.Count(block => block.Time?.Clock is not null);
        var prose = extents.Sum(extent => extent.Prose);
        var elsewhere = scan[root].Prose - prose;
        return posts >= (isLive ? 2 : 4)
            && timed * 2 >= posts
            && links * 2 < letters
            && letters >= posts * (isLive ? FewestLettersLive : FewestLetters)
            // An article with a short list of times beside it is an article.
            && letters >= elsewhere * (isLive ? 0.15 : 0.6)
            // An article among teasers of others has most of the words; what says one time over and over is no sequence.
            && (
                isTold
                || extents.Max(extent => extent.Letters) < letters * (posts == 2 ? MostOfOneOfTwo : MostOfOnePost)
            )
            && (isLive || prose >= letters * FewestProse)
            // Whole articles one below the other, each under a headline of a page.
            && (isLive || series.Blocks.Count(block => block.First.QuerySelector("h1") is not null) * 2 <= posts)
            && (isTold || IsOneRun(series))
            && DifferentTimes(series) >= timed * FewestDifferentTimes
            && !IsDiscussion(series)
            && !IsListOfPages(series, (letters - links) / posts, isLive);
    }

    /// <summary>Whether posts follow one another within hours: articles of one subject stand weeks apart.</summary>
    private static bool IsOneRun(PostSeries series)
    {
        var longest = TimeSpan.FromHours(48);
        var moments = series
            .Blocks.Select(block => block.Time is { IsWhole: true } said ? PostTimes.Whole(said) : null)
            .OfType<StatedTime>()
            .Select(time => time.ToInstant())
            .Order()
            .ToList();
        return moments.Zip(moments.Skip(1), (one, next) => next - one > longest).Count(isLong => isLong) * 3
            <= moments.Count;
    }

    private static int DifferentTimes(PostSeries series) =>
        series.Blocks.Select(block => block.Time).OfType<SaidTime>().Distinct().Count();

    private PageScan.Extent Extent(PostBlock block)
    {
        var whole = new PageScan.Extent();
        foreach (var node in block.Nodes)
        {
            whole.Letters += scan[node].Letters;
            whole.LinkLetters += scan[node].LinkLetters;
            whole.Prose += scan[node].Prose;
        }
        return whole;
    }

    private bool SaysLive(PostSeries series)
    {
        if (
            LiveTitle().IsMatch(described.Title ?? "")
            || LiveTitle().IsMatch(described.Kicker ?? "")
            || LiveAddress().IsMatch(described.CanonicalUrl ?? described.Url ?? "")
        )
        {
            return true;
        }
        var element = series.Blocks[0].First;
        for (var level = 0; element is not null && level < 8; level++, element = element.ParentElement)
        {
            var names =
                $"{element.ClassName} {element.Id} {element.GetAttribute("data-testid")} {element.GetAttribute("itemtype")}";
            if (names.Length < 400 && LiveName().IsMatch(names))
            {
                return true;
            }
        }
        return false;
    }

    /// <summary>Whether readers can answer to most of the blocks, or they are marked as comments.</summary>
    private static bool IsDiscussion(PostSeries series)
    {
        const int mostControls = 80;
        var answerable = series.Blocks.Count(block =>
            block.Nodes.Any(node => node.ClassList.Take(12).Any(name => MessageName().IsMatch(name)))
            || block
                .Nodes.SelectMany(node => node.QuerySelectorAll("a, button, [class*=avatar i]").Take(mostControls))
                .Any(control =>
                    (control.TextContent.Length < 40 && Answer().IsMatch(Words.Clean(control.TextContent)))
                    || (control.LocalName != "a" && control.GetAttribute("data-user-id") is not null)
                )
        );
        return answerable * 2 > series.Blocks.Count;
    }

    /// <summary>Whether most blocks begin with a link to another page: then they are teasers of articles.</summary>
    private bool IsListOfPages(PostSeries series, int lettersOfEach, bool isLive)
    {
        var leading = series.Blocks.Select(Lead).ToList();
        var elsewhere = leading.Count(link => link is not null && addresses.LeadsElsewhere(link));
        // Without knowing the page's own address: links that all lead to one page lead to this one.
        if (elsewhere * 2 > series.Blocks.Count && described is { Url: null, CanonicalUrl: null })
        {
            var pages = leading
                .OfType<string>()
                .Select(link => link.Split('#', '?')[0])
                .Distinct(StringComparer.Ordinal)
                .Count();
            elsewhere = pages == 1 ? 0 : elsewhere;
        }
        return elsewhere * 2 > series.Blocks.Count
            && lettersOfEach < (isLive ? LettersOfWholeTexts * 2 / 3 : LettersOfWholeTexts * 4);
    }

    /// <summary>Where the link leads that a block has for its headline.</summary>
    private static string? Lead(PostBlock block)
    {
        const int shortest = 16;
        foreach (
            var link in block.Nodes.SelectMany(node =>
                node.LocalName == "a" ? [node] : node.QuerySelectorAll("a[href]").Take(6)
            )
        )
        {
            var isHeading =
                link.Closest("h1, h2, h3, h4, h5") is not null
                || link.QuerySelector("h1, h2, h3, h4, h5, p") is not null;
            var length = link.TextContent.Length;
            var line = link.Closest("p, blockquote");
            if (isHeading || (length >= shortest && (line is null || line.TextContent.Length <= length + 8)))
            {
                return link.GetAttribute("href");
            }
        }
        return null;
    }

    [GeneratedRegex(
        @"\b(live|liveblog|live-blog|as it happened|minute[- ]by[- ]minute|rolling (coverage|updates)|en direct|direct|direto|directo|diretta|liveticker|ticker|newsblog|newsticker|en vivo|minuto a minuto|ao vivo|na żywo|canlı|онлайн|прямой эфир|прямая трансляция)\b",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex LiveTitle();

    [GeneratedRegex(
        @"[/_.-](live|liveblog|live-?ticker|live-?updates?|newsblog|newsticker|ticker|en-direct|direct|directo|en-vivo|minuto-a-minuto|diretta|ao-vivo)([/_.?-]|$)",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex LiveAddress();

    [GeneratedRegex(
        @"(^|[\s_-])(live|live-?blog\w*|live-?ticker|live-?story|live-?updates?|live-?feed|live-?text|live-?post\w*|ticker|newsblog|en-?direct|LiveBlog\w*)([\s_-]|$)|LiveBlog|liveBlog|LivePost",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex LiveName();

    [GeneratedRegex(
        @"^(#[0-9]{1,5}|reply|reply to .*|quote|report( (this|comment|abuse))?|upvote|downvote|antworten|melden|zitieren|répondre|signaler|responder|denunciar|citar|rispondi|segnala|reageer|svara|accept(ed)? answer|recommend( \(?\d+\)?)?)$",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Answer();

    [GeneratedRegex(
        "^(message|forum|thread|topic|question|answer|reply|testimonial|review)([-_]|$)",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex MessageName();
}
