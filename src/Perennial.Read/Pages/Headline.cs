using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Perennial.Read.Pages;

/// <summary>The headline as readers see it.</summary>
/// <param name="Title">Its words, without kicker and site name; <see langword="null"/> for a page without any.</param>
/// <param name="By">Where they stand.</param>
/// <param name="Piece">The heading that carries them, when one is shown.</param>
internal sealed record Headline(string? Title, Evidence? By, ShownPiece? Piece)
{
    // Below it a heading says something else than the data: half of the words of the longer one.
    private const double Agreement = 0.5;

    private const int Longest = 600;
    private const int MostHeadings = 50;

    // The words without labels in it, and those behind the last border within it.
    private sealed record Heading(ShownPiece Piece, string Whole, string Words, string End, bool IsParted);

    /// <summary>The shown headline, spelt as the data spell it where markup parts its words; else what the data say.</summary>
    public static Headline Of(IHtmlDocument page, PageData data, ShownPage shown, SiteNames site)
    {
        var told = Told(page, data, site);
        var headings = shown
            .Headings.Where(heading => !IsMasthead(heading))
            .OrderBy(heading =>
                heading.Element.LocalName == "h1" ? 0
                : shown.IsAside(heading.Start) ? 2
                : 1
            )
            .Take(MostHeadings)
            .Select(heading => Read(shown, heading, site))
            .Where(heading => heading.Words.Length > 0 && !site.Contains(heading.Words))
            .ToList();
        var first = headings.FindAll(heading => heading.Piece.Element.LocalName == "h1");
        var heading =
            BestAgreeing(first, told)
            ?? headings.Find(other => told.Exists(title => Ends(title.Value, other.Words)))
            ?? first.Find(other => IsTelling(other.Words) && !shown.IsAside(other.Piece.Start));
        return heading is not null && ShownBelow(heading, headings, told) is { } below ? below
            : heading is not null ? new Headline(Spelt(heading, told), Evidence.Visible, heading.Piece)
            : told is [var data1, ..] ? new Headline(data1.Value, data1.By, null)
            : first is [var any, ..] ? new Headline(any.Words, Evidence.Visible, any.Piece)
            : new Headline(null, null, null);
    }

    /// <summary>
    /// The headline right below one that was made for search engines: often the last step of a trail of links, with kicker
    /// and headline as readers see them in the next heading. It is taken when the page's data spell it so.
    /// </summary>
    private static Headline? ShownBelow(Heading first, List<Heading> headings, List<Told<string>> told)
    {
        const int near = 150;
        const int shortest = 15;
        var key = Words.Key(first.Whole);
        var isTrail = IsInTrail(first.Piece.Element);
        foreach (var heading in headings.Where(other => other.Piece.Element.LocalName is "h2" or "h3"))
        {
            var (whole, end) = (Words.Key(heading.Whole), Words.Key(heading.End));
            if (
                heading.Piece.Start < first.Piece.End
                || heading.Piece.Start > first.Piece.End + near
                || whole == key
                || end == key
                || end.Length < shortest
            )
            {
                continue;
            }
            // In JSON-LD the headline of another day stands as often.
            var meta = told.FindAll(title => title.By == Evidence.Meta || isTrail);
            var title = meta.Find(title => Words.Key(title.Value) == whole);
            title = title.Value is null ? meta.Find(other => Words.Key(other.Value) == end) : title;
            if (title.Value is not null)
            {
                return new Headline(title.Value, Evidence.Visible, heading.Piece);
            }
        }
        return null;
    }

    /// <summary>The label that stands right before the headline, or within its heading.</summary>
    public static string? Kicker(ShownPage shown, string? title)
    {
        const int longest = 60;
        const int above = 200;
        var kicker = shown.Headline is { } headline
            ? shown.Labels.LastOrDefault(label =>
                label.Start >= headline.Start - above && label.Start < headline.End && IsKicker(label)
            )
            : shown.Labels.FirstOrDefault(IsKicker);
        var words = kicker is null ? "" : shown.Words(kicker);
        return
            words.Length is > 0 and < longest
            && !Words.Key(title).StartsWith(Words.Key(words), StringComparison.Ordinal)
            ? words
            : null;
    }

    private static bool IsKicker(ShownPiece label) =>
        label.Marks.Contains("kicker", StringComparison.OrdinalIgnoreCase)
        || label.Marks.Contains("overline", StringComparison.OrdinalIgnoreCase)
        || label.Marks.Contains("eyebrow", StringComparison.OrdinalIgnoreCase);

    // The publication's name may stand before the title in a form that is not known.
    private static bool Ends(string title, string heading)
    {
        const int shortest = 20;
        var (whole, end) = (Words.Key(title), Words.Key(heading));
        return whole == end || (end.Length >= shortest && whole.EndsWith(end, StringComparison.Ordinal));
    }

    private static List<Told<string>> Told(IHtmlDocument page, PageData data, SiteNames site)
    {
        (string? Title, Evidence By)[] titles =
        [
            (PageData.Text(data.Article?["headline"]), Evidence.JsonLd),
            (data.Meta("og:title"), Evidence.Meta),
            (data.Meta("twitter:title"), Evidence.Meta),
            (data.Meta("title", "dc.title", "DC.title", "citation_title"), Evidence.Meta),
            (Words.Clean(page.Title), Evidence.Meta),
        ];
        return
        [
            .. titles
                .Where(title => !string.IsNullOrEmpty(title.Title))
                .Select(title =>
                    title with
                    {
                        Title = title.Title!.Length > Longest ? title.Title[..Longest] : title.Title,
                    }
                )
                .Select(title => new Told<string>(SiteNames.Without(title.Title!, site), title.By))
                .Where(title => title.Value.Length > 0),
        ];
    }

    private static Heading Read(ShownPage shown, ShownPiece piece, SiteNames site)
    {
        var words = "";
        var from = piece.Start;
        foreach (
            var label in shown
                .Labels.Where(label => label.Start >= piece.Start && label.End <= piece.End)
                .OrderBy(label => label.Start)
        )
        {
            words += label.Start > from ? shown.Slice(from, label.Start) : "";
            from = Math.Max(from, label.End);
        }
        words = Words
            .Clean(words + " " + shown.Slice(from, piece.End))
            .Trim(' ', ':', '/', '|', '-', '–', '—', '•', '·');
        var parts = shown.Parts(piece);
        return new Heading(
            piece,
            shown.Words(piece),
            SiteNames.Without(words, site),
            parts is [.., var end] ? end : "",
            parts.Length > 1
        );
    }

    private static Heading? BestAgreeing(List<Heading> headings, List<Told<string>> told) =>
        headings
            .Select(heading =>
                (
                    Heading: heading,
                    Alike: told.Select(title =>
                            Math.Max(Overlap(heading.Words, title.Value), Overlap(heading.Whole, title.Value))
                        )
                        .DefaultIfEmpty(0)
                        .Max()
                )
            )
            .Where(pair => pair.Alike >= Agreement)
            .OrderByDescending(pair => pair.Alike)
            .FirstOrDefault()
            .Heading;

    /// <summary>
    /// A heading of several parts may hold a kicker, a date, a second line. What the data say is the title is taken from
    /// it; a kicker that the data join with a colon belongs to the sentence.
    /// </summary>
    private static string Spelt(Heading heading, List<Told<string>> told)
    {
        if (!heading.IsParted)
        {
            return heading.Words;
        }
        var whole = Words.Key(heading.Whole);
        var title = told.OrderBy(title => title.By == Evidence.JsonLd)
            .FirstOrDefault(title =>
                Words.Key(title.Value) is var key && key == whole
                    ? title.Value.Contains(": ", StringComparison.Ordinal)
                    : heading.Words == heading.Whole
                        && key.Length * 3 > whole.Length
                        && (
                            whole.EndsWith(key, StringComparison.Ordinal)
                            || whole.StartsWith(key, StringComparison.Ordinal)
                        )
            );
        return title.Value ?? heading.Words;
    }

    // A section's or a blog's name is a word or two.
    private static bool IsTelling(string words) =>
        words.Count(char.IsWhiteSpace) >= 2 || (words.Length >= 8 && words.Any(letter => letter > '\u2E80'));

    // The last step of a trail of links.
    private static bool IsInTrail(IElement element)
    {
        const int steps = 3;
        for (
            var (around, i) = ((IElement?)element, 0);
            around is not null && i <= steps;
            around = around.ParentElement, i++
        )
        {
            if (
                around.LocalName is "li" or "nav"
                || (around.ClassName + around.Id).Contains("breadcrumb", StringComparison.OrdinalIgnoreCase)
            )
            {
                return true;
            }
        }
        return false;
    }

    private static bool IsMasthead(ShownPiece heading) =>
        heading.Element.GetAttribute("aria-hidden") == "true"
        || SiteNames.IsLogo(heading.Element)
        || (heading.Element.ParentElement is { } parent && SiteNames.IsLogo(parent));

    /// <summary>The share of words that two titles have in common; of two where one holds the other, how much of it.</summary>
    private static double Overlap(string one, string other)
    {
        var (a, b) = (Set(one), Set(other));
        var larger = Math.Max(a.Count, b.Count);
        var words = larger == 0 ? 0 : (double)a.Intersect(b, StringComparer.Ordinal).Count() / larger;
        var (shorter, longer) =
            one.Length < other.Length ? (Words.Key(one), Words.Key(other)) : (Words.Key(other), Words.Key(one));
        var isWithin = shorter.Length >= 8 && longer.Contains(shorter, StringComparison.Ordinal);
        return isWithin ? Math.Max(words, 0.5 + (0.5 * shorter.Length / longer.Length)) : words;
    }

    private static HashSet<string> Set(string text) =>
        text.Split(' ').Select(Words.Key).Where(word => word.Length > 0).ToHashSet(StringComparer.Ordinal);
}
