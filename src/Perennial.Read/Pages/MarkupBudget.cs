namespace Perennial.Read.Pages;

/// <summary>Keeps hostile markup from taking the reader's time: pages are measured before they are parsed.</summary>
internal static class MarkupBudget
{
    // The largest pages of the sets have 3 million characters; larger ones are dumps.
    private const int MostCharacters = 8_000_000;

    // Real pages nest up to about 100 elements; parsing and walking take time by depth.
    private const int DeepestElement = 1_000;
    private const int MostElements = 200_000;

    private static readonly HashSet<string> Void = new(StringComparer.OrdinalIgnoreCase)
    {
        "area",
        "base",
        "br",
        "col",
        "embed",
        "hr",
        "img",
        "input",
        "link",
        "meta",
        "param",
        "source",
        "track",
        "wbr",
        "p",
        "li",
        "dt",
        "dd",
        "td",
        "tr",
        "th",
        "option",
    };

    /// <summary>Why a page is too much, or <see langword="null"/>.</summary>
    public static Problem? ProblemWith(string html)
    {
        if (html.Length > MostCharacters)
        {
            return new Problem("too-large", "the page has more than 8 million characters: no article is that long");
        }
        var (depth, elements) = (0, 0);
        for (
            var i = html.IndexOf('<', StringComparison.Ordinal);
            i >= 0 && i + 1 < html.Length;
            i = html.IndexOf('<', i + 1)
        )
        {
            if (char.IsAsciiLetter(html[i + 1]))
            {
                elements++;
                depth += IsVoid(html, i + 1) ? 0 : 1;
            }
            else if (html[i + 1] == '/' && depth > 0)
            {
                depth -= IsVoid(html, i + 2) ? 0 : 1;
            }
            if (depth > DeepestElement)
            {
                return new Problem(
                    "too-deep",
                    $"elements are nested more than {DeepestElement} deep: no reader shows such a page"
                );
            }
            if (elements > MostElements)
            {
                return new Problem("too-many-elements", $"the page has more than {MostElements} elements");
            }
        }
        return null;
    }

    private static bool IsVoid(string html, int start)
    {
        var end = start;
        while (end < html.Length && end - start < 10 && char.IsAsciiLetterOrDigit(html[end]))
        {
            end++;
        }
        return Void.GetAlternateLookup<ReadOnlySpan<char>>().Contains(html.AsSpan(start, end - start));
    }
}
