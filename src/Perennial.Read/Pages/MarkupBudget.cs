using System.Buffers;

namespace Perennial.Read.Pages;

/// <summary>Keeps hostile markup from taking the reader's time: pages are measured before they are parsed.</summary>
/// <remarks>
/// Every tag counts, even one that stands in a script or a comment: whether the parser takes it for a tag depends on what is
/// around it, and hostile pages can hide that. A page that is too much is measured once more without what real pages have most
/// of such tags in (<see cref="BareMarkup"/>), and that is then what is parsed.
/// </remarks>
internal static class MarkupBudget
{
    // The largest pages of the sets have 3 million characters; larger ones are dumps.
    private const int MostCharacters = 8_000_000;

    // Real pages nest up to about 100 elements, which makes 1,000 with all that are never closed. The parser itself
    // puts what is deeper than 512 beside one another, but looks through all that is open.
    private const int DeepestElement = 3_000;
    private const int MostElements = 200_000;

    // For a tag the parser may look at every open element, at some 20 ns each: half a second for a million characters.
    private const long StepsForACharacter = 25;
    private const long StepsForAny = 5_000_000;

    private static readonly SearchValues<char> EndOfName = SearchValues.Create("\t\n\f\r />");

    /// <summary>Measures a page.</summary>
    /// <param name="html">The page; the markup to be parsed, when it can be.</param>
    /// <returns>Why it is too much, or <see langword="null"/>.</returns>
    public static Problem? Measure(ref string html)
    {
        if (html.Length > MostCharacters)
        {
            return new Problem("too-large", "the page has more than 8 million characters: no article is that long");
        }
        if (ProblemWith(html) is null)
        {
            return null;
        }
        html = BareMarkup.Of(html);
        return ProblemWith(html);
    }

    private static Problem? ProblemWith(string html)
    {
        var open = new OpenElements(html);
        var (elements, steps) = (0, 0L);
        var most = StepsForAny + (StepsForACharacter * html.Length);
        for (
            var i = html.IndexOf('<', StringComparison.Ordinal);
            i >= 0 && i + 1 < html.Length;
            i = html.IndexOf('<', i + 1)
        )
        {
            if (char.IsAsciiLetter(html[i + 1]))
            {
                elements++;
                open.Start(NameAt(html, i + 1));
            }
            else if (html[i + 1] == '/')
            {
                // The parser makes an element of the end of a paragraph that has not begun.
                var isStray = !open.End(NameAt(html, i + 2));
                elements += isStray && i + 2 < html.Length && html[i + 2] is 'p' or 'P' ? 1 : 0;
            }
            steps += open.Depth;
            if (open.Depth > DeepestElement || steps > most)
            {
                return new Problem("too-deep", "more elements are nested than any reader shows");
            }
            if (elements > MostElements)
            {
                return new Problem("too-many-elements", $"the page has more than {MostElements} elements");
            }
        }
        return null;
    }

    private static Range NameAt(string html, int start)
    {
        var length = html.AsSpan(start).IndexOfAny(EndOfName);
        return start..(length < 0 ? html.Length : start + length);
    }
}
