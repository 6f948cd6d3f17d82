using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Perennial.Read.Pages;

/// <summary>The headline as readers see it.</summary>
internal static class Headline
{
    private static readonly string[] Separators = [" | ", " – ", " — ", " - ", " :: ", " » ", " · ", " • ", " / "];

    /// <summary>The shown headline when the page's own data agree with it; else what the data say.</summary>
    public static string? Of(IHtmlDocument page, PageData data, SiteNames site)
    {
        var told = new[]
        {
            PageData.Text(data.Article?["headline"]),
            data.Meta("og:title"),
            data.Meta("twitter:title"),
            data.Meta("title", "dc.title", "DC.title"),
            Words.Clean(page.Title),
        }
            .OfType<string>()
            .Where(title => title.Length > 0)
            .Select(title => WithoutSite(title, site))
            .ToArray();
        var shown = page.QuerySelectorAll("h1")
            .Where(h1 => !IsHidden(h1))
            .Select(h1 => WithoutSite(ShownText(h1), site))
            .Where(text => text.Length > 0 && !site.Contains(text))
            .ToArray();
        var agreeing = shown
            .Select(text => (Text: text, Alike: told.Select(title => Overlap(text, title)).DefaultIfEmpty(0).Max()))
            .Where(pair => pair.Alike >= 0.5)
            .OrderByDescending(pair => pair.Alike)
            .FirstOrDefault()
            .Text;
        return agreeing ?? told.FirstOrDefault() ?? shown.FirstOrDefault();
    }

    /// <summary>The label that stands right before the headline.</summary>
    public static string? Kicker(IHtmlDocument page, string? title)
    {
        var kicker = page.QuerySelector("[class*=kicker i], [class*=overline i], [class*=eyebrow i]");
        var words = Words.Clean(kicker?.TextContent);
        return words.Length is > 0 and < 60 && !Words.Key(title).StartsWith(Words.Key(words), StringComparison.Ordinal)
            ? words
            : null;
    }

    /// <summary>A title without the publication's name and section behind it, or the name before it.</summary>
    public static string WithoutSite(string title, SiteNames site)
    {
        for (var again = true; again; )
        {
            again = false;
            foreach (var separator in Separators)
            {
                var last = title.LastIndexOf(separator, StringComparison.Ordinal);
                if (last > 0 && IsSiteTail(title[(last + separator.Length)..], site, separator))
                {
                    (title, again) = (title[..last].TrimEnd(), true);
                }
                var first = title.IndexOf(separator, StringComparison.Ordinal);
                if (first > 0 && site.Contains(title[..first]))
                {
                    (title, again) = (title[(first + separator.Length)..].TrimStart(), true);
                }
            }
        }
        return title;
    }

    // Behind an upright stroke only a short label can stand, whatever it is: a section or the outlet.
    private static bool IsSiteTail(string tail, SiteNames site, string separator) =>
        site.Contains(tail)
        || site.All.Any(name =>
            name.Length > 3 && Words.Key(tail).StartsWith(name, StringComparison.Ordinal) && tail.Length < 60
        )
        || (separator == " | " && tail.Length < 40 && tail.Count(char.IsWhiteSpace) < 4);

    private static string ShownText(IElement h1)
    {
        var copy = (IElement)h1.Clone();
        foreach (
            var label in copy.QuerySelectorAll(
                "[class*=kicker i], [class*=label i], [class*=badge i], [class*=sr-only i], [class*=visually i], style, script, svg"
            )
        )
        {
            label.Remove();
        }
        return Words.Clean(ElementText.Of(copy).ReplaceLineEndings(" "));
    }

    private static bool IsHidden(IElement element) =>
        element.HasAttribute("hidden")
        || element.GetAttribute("aria-hidden") == "true"
        || (element.ParentElement?.ClassName ?? "").Contains("logo", StringComparison.OrdinalIgnoreCase)
        || (element.ClassName ?? "").Contains("logo", StringComparison.OrdinalIgnoreCase);

    /// <summary>The share of words that two titles have in common.</summary>
    public static double Overlap(string one, string other)
    {
        var (a, b) = (Set(one), Set(other));
        var smaller = Math.Min(a.Count, b.Count);
        return smaller == 0 ? 0 : (double)a.Intersect(b, StringComparer.Ordinal).Count() / Math.Max(a.Count, b.Count);
    }

    private static HashSet<string> Set(string text) =>
        text.Split(' ').Select(Words.Key).Where(word => word.Length > 0).ToHashSet(StringComparer.Ordinal);
}
