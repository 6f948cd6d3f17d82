using System.Text;

namespace Perennial.Read.Tests.Fuzzing;

/// <summary>One change that makes a page hostile. The same change of the same page gives the same page.</summary>
/// <param name="Kind">Which change; any number.</param>
/// <param name="At">Where, as a share of the page in 1/65536.</param>
/// <param name="Much">How much; what it counts depends on the change.</param>
/// <param name="Choice">Which of several baits, tags or words.</param>
internal sealed record Mutation(byte Kind, ushort At, byte Much, byte Choice)
{
    // Pages stay small enough for thousands of them in a minute.
    private const int Longest = 400_000;
    private const int MostAtOnce = 8;

    private static readonly string[] Tags =
    [
        "div",
        "p",
        "span",
        "article",
        "section",
        "table",
        "tr",
        "td",
        "ul",
        "li",
        "blockquote",
        "h2",
        "a",
        "b",
        "font",
        "form",
        "select",
        "template",
        "svg",
        "math",
        "noscript",
        "iframe",
        "textarea",
        "title",
        "script",
        "style",
        "frameset",
        "main",
        "aside",
        "figure",
        "figcaption",
        "time",
        "address",
        "br",
        "x-unknown",
    ];

    private static readonly string[] Baits =
    [
        " ",
        "\t\n",
        "(",
        "\"",
        "'",
        "“",
        "1",
        "1,",
        "1.",
        "2026-",
        "1 January ",
        "A. ",
        "a@",
        "&amp;",
        "&#x10FFFF;",
        "&#0;",
        "&lt;p&gt;",
        "a-",
        "By ",
        "said ",
        "\u200b",
        "\u00ad",
        "\u0301",
        "\ud800",
        "\u202e",
        "<!--",
        "]]>",
        "<![CDATA[",
        "</",
        "{",
        "[",
        "\\u0000",
        "\\ud800",
        "://",
        "//",
        "...",
        "!?",
        "–",
        ": ",
        ", and ",
        "x",
        "漢",
        "ا",
        "😀",
        "|",
        "p.m. ",
    ];

    private static readonly string[] Attributes =
    [
        "class",
        "id",
        "style",
        "href",
        "src",
        "datetime",
        "content",
        "property",
        "itemprop",
        "itemtype",
        "lang",
        "dir",
        "data-testid",
        "hidden",
        "type",
        "rel",
        "aria-hidden",
        "role",
        "name",
    ];

    private static readonly string[] Swaps =
    [
        "<p",
        "<div",
        "</div>",
        "</p>",
        "<li",
        "<article",
        "</article>",
        "\"",
        "</script>",
        "<script",
        "<br>",
        "{",
        "}",
        "\":",
        "T",
        "2026",
        "class=",
        "<h1",
        "<time",
        "<meta",
        "application/ld+json",
        "NewsArticle",
        "itemprop",
        ">",
    ];

    /// <summary>One of some pages with one to eight changes, all by chance.</summary>
    public static string OfAny(IReadOnlyList<string> pages, Random chance)
    {
        var page = pages[chance.Next(pages.Count)];
        for (var times = chance.Next(MostAtOnce) + 1; times > 0; times--)
        {
            var mutation = new Mutation(
                (byte)chance.Next(256),
                (ushort)chance.Next(65536),
                (byte)chance.Next(256),
                (byte)chance.Next(256)
            );
            page = mutation.Of(page, pages[chance.Next(pages.Count)]);
        }
        return page;
    }

    /// <summary>The page with this change.</summary>
    /// <param name="page">A page.</param>
    /// <param name="other">A page to take pieces from.</param>
    public string Of(string page, string other)
    {
        var at = Place(page);
        var changed = (Kind % 13) switch
        {
            0 => page.Remove(at, Math.Min(page.Length - at, Much * Much)),
            1 => page.Insert(at, Piece(page)),
            2 => page.Insert(at, Piece(other)),
            3 => page[..at] + other[Place(other)..],
            4 => page.Insert(at, Repeated($"<{Tag}>", Much * 3)),
            5 => page.Insert(at, Repeated($"<{Tag}>a", Much) + Repeated($"</{Tag}>", Much)),
            6 => page.Insert(at, $"<{Tag} {Attribute}=\"{Repeated(Bait, Much * 64)}\">"),
            7 => page.Insert(at, Repeated(Bait, Much * 64)),
            8 => page.Insert(at, Noise()),
            9 => page.Replace(Swap, Swaps[(Choice + Much) % Swaps.Length], StringComparison.Ordinal),
            10 => page.Insert(at, $"<{Tag} {Repeated($"{Attribute}{Much}=x ", Much)}>"),
            11 => page.Insert(at, Repeated($"<{Tag} {Attribute}=\"{Bait}\">{Bait}</{Tag}>", Much * 4)),
            _ => page[..at],
        };
        return changed.Length <= Longest ? changed : changed[..Longest];
    }

    private string Tag => Tags[Choice % Tags.Length];

    private string Bait => Baits[Choice % Baits.Length];

    private string Attribute => Attributes[(Choice + Much) % Attributes.Length];

    private string Swap => Swaps[Choice % Swaps.Length];

    private int Place(string page) => (int)((long)At * page.Length / (ushort.MaxValue + 1));

    private string Piece(string page)
    {
        var start = (int)((long)((At * 31) + (Choice * 257) & ushort.MaxValue) * page.Length / (ushort.MaxValue + 1));
        var piece = page.Substring(start, Math.Min(page.Length - start, Much * 16));
        return Repeated(piece, 1 + (Choice % 4));
    }

    private string Noise()
    {
        var noise = new StringBuilder();
        var state = (uint)((Kind << 24) | (At << 8) | Choice) | 1;
        for (var i = 0; i < Much; i++)
        {
            // The generator of Numerical Recipes: the same everywhere, and good enough for noise.
            state = (state * 1_664_525) + 1_013_904_223;
            noise.Append((char)(state >> (Choice % 2 == 0 ? 16 : 25)));
        }
        return noise.ToString();
    }

    private static string Repeated(string piece, int times) => new StringBuilder().Insert(0, piece, times).ToString();
}
