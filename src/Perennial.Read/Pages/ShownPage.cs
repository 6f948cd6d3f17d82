using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Perennial.Read.Pages;

/// <summary>
/// What a page shows, walked once: its words in order, its headings, and the short pieces whose markup says that they
/// name an author or a date.
/// </summary>
/// <remarks>
/// In <see cref="Text"/> a line end stands at every border of a block and a tab at every border of an element within a
/// line, so that "Ann Gray" and "Reporter" in two elements never become one name.
/// </remarks>
internal sealed class ShownPage
{
    // A byline or a dateline is shorter; what is longer holds more than that.
    private const int LongestPiece = 400;
    private const int MostPieces = 1_000;

    private const int LongestStandfirst = 600;

    // A box about an author begins with the name.
    private const int LongestAuthor = 1_200;

    private readonly StringBuilder text = new();
    private char last = '\n';
    private readonly List<ShownPiece> headings = [];
    private readonly List<ShownPiece> authors = [];
    private readonly List<ShownPiece> dates = [];
    private readonly List<ShownPiece> labels = [];
    private readonly List<(int Start, int End)> asides = [];
    private readonly List<IElement> links = [];
    private readonly List<IElement> figures = [];
    private readonly List<ShownPiece> standfirsts = [];
    private readonly List<ShownPiece> taglines = [];
    private readonly Dictionary<string, Marking> markings = new(StringComparer.Ordinal);

    private ShownPage(IHtmlDocument page)
    {
        if (page.Body is { } body)
        {
            Walk(body);
        }
        Text = text.ToString();
        Headline = headings.FirstOrDefault(heading => heading.Element.LocalName == "h1");
    }

    /// <summary>All words shown.</summary>
    public string Text { get; }

    /// <summary>Headings of the first three ranks and what is marked as a headline, in order.</summary>
    public IReadOnlyList<ShownPiece> Headings => headings;

    /// <summary>Pieces marked as author or byline; inner ones before those around them.</summary>
    public IReadOnlyList<ShownPiece> Authors => authors;

    /// <summary>Pieces marked as date or time; inner ones before those around them.</summary>
    public IReadOnlyList<ShownPiece> Dates => dates;

    /// <summary>Kickers, badges and sublines.</summary>
    public IReadOnlyList<ShownPiece> Labels => labels;

    /// <summary>The links, in order.</summary>
    public IReadOnlyList<IElement> Links => links;

    /// <summary>Pictures with their captions.</summary>
    public IReadOnlyList<IElement> Figures => figures;

    /// <summary>Pieces marked as standfirst, in order.</summary>
    public IReadOnlyList<ShownPiece> Standfirsts => standfirsts;

    /// <summary>Pieces marked as the publication's tagline, in order.</summary>
    public IReadOnlyList<ShownPiece> Taglines => taglines;

    /// <summary>The heading that carries the page's title; the first of the first rank until one is chosen.</summary>
    public ShownPiece? Headline { get; set; }

    /// <summary>Walks a page.</summary>
    public static ShownPage Of(IHtmlDocument page) => new(page);

    /// <summary>A piece's words, one blank between them.</summary>
    public string Words(ShownPiece piece) => Read.Words.Clean(Slice(piece.Start, piece.End));

    /// <summary>A piece's words, parted where its markup parts them.</summary>
    public string[] Parts(ShownPiece piece) =>
        [.. Slice(piece.Start, piece.End).Split('\n', '\t').Select(Read.Words.Clean).Where(part => part.Length > 0)];

    /// <summary>The text between two places, as far as there is any.</summary>
    public string Slice(int start, int end) =>
        Text[Math.Clamp(start, 0, Text.Length)..Math.Clamp(end, Math.Clamp(start, 0, Text.Length), Text.Length)];

    /// <summary>Whether a place belongs to a menu, a comment or another article, not to the one under the headline.</summary>
    /// <param name="at">The place.</param>
    /// <param name="shortest">Boxes that hold fewer characters don't count.</param>
    public bool IsAside(int at, int shortest = 0) =>
        asides.Exists(aside =>
            aside.Start <= at
            && at < aside.End
            && aside.End - aside.Start >= shortest
            && !(Headline is { } headline && aside.Start <= headline.Start && headline.Start < aside.End)
        );

    private void Walk(INode parent)
    {
        var children = parent.ChildNodes;
        for (var i = 0; i < children.Length; i++)
        {
            var child = children[i];
            if (child is IText words)
            {
                Append(words.Data);
            }
            else if (child is IElement element)
            {
                if (element.LocalName == "br")
                {
                    Border('\n');
                }
                else if (!ElementText.IsSilent(element) && !element.HasAttribute("hidden"))
                {
                    Walk(element);
                }
            }
        }
    }

    private void Walk(IElement element)
    {
        var border = ElementText.IsInline(element) ? '\t' : '\n';
        Border(border);
        var start = text.Length;
        Walk((INode)element);
        var end = text.Length;
        Border(border);
        var marks = element.Attributes.Length == 0 ? "" : MarksOf(element);
        if (!markings.TryGetValue(marks, out var marking))
        {
            markings.Add(marks, marking = Marks.Read(marks));
        }
        Note(new ShownPiece(element, start, end, marks), marking);
    }

    private static string MarksOf(IElement element)
    {
        var marks = "";
        var attributes = element.Attributes;
        for (var i = 0; i < attributes.Length; i++)
        {
            var attribute = attributes[i]!;
            if (attribute.Name is "class" or "id" or "itemprop" or "rel" or "data-testid")
            {
                marks = marks.Length == 0 ? attribute.Value : $"{marks} {attribute.Value}";
            }
        }
        return marks;
    }

    private void Note(ShownPiece piece, Marking marking)
    {
        var (element, start, end, _) = piece;
        var name = element.LocalName;
        if (
            name == "nav"
            || (name == "footer" && element.ParentElement is { LocalName: "body" })
            || marking.HasFlag(Marking.Apart)
        )
        {
            // Beyond the cap the page is all menus.
            if (asides.Count < MostPieces)
            {
                asides.Add((start, end));
            }
        }
        if (name == "figure" && figures.Count < MostPieces)
        {
            figures.Add(element);
        }
        if (name == "a" && links.Count < MostPieces)
        {
            links.Add(element);
        }
        var length = end - start;
        var isShort = length is > 0 and < LongestPiece;
        Keep(headings, piece, isShort && (name is "h1" or "h2" or "h3" || marking.HasFlag(Marking.Headline)));
        Keep(labels, piece, isShort && (name is "small" or "time" || marking.HasFlag(Marking.Label)));
        Keep(taglines, piece, isShort && marking.HasFlag(Marking.Tagline));
        Keep(standfirsts, piece, length is > 0 and < LongestStandfirst && marking.HasFlag(Marking.Standfirst));
        Keep(
            dates,
            piece,
            (isShort || (length == 0 && name == "time")) && (name is "time" or "abbr" || marking.HasFlag(Marking.Date))
        );
        Keep(
            authors,
            piece,
            length is > 0 and < LongestAuthor
                && (
                    marking.HasFlag(Marking.Author)
                    || (name == "a" && Marks.IsAuthorAddress(element.GetAttribute("href")))
                )
        );
    }

    private static void Keep(List<ShownPiece> pieces, ShownPiece piece, bool isOne)
    {
        if (isOne && pieces.Count < MostPieces)
        {
            pieces.Add(piece);
        }
    }

    private void Append(string words)
    {
        foreach (var letter in words)
        {
            if (!char.IsWhiteSpace(letter))
            {
                text.Append(last = letter);
            }
            else if (last is not (' ' or '\n' or '\t'))
            {
                text.Append(last = ' ');
            }
        }
    }

    // Places that have been noted must stay: what stands there may be replaced, never removed.
    private void Border(char border)
    {
        if (last == '\t')
        {
            text[^1] = last = border;
        }
        else if (last != '\n')
        {
            text.Append(last = border);
        }
    }
}

/// <summary>A piece of what a page shows.</summary>
/// <param name="Element">The element it stands in.</param>
/// <param name="Start">Where it starts in <see cref="ShownPage.Text"/>.</param>
/// <param name="End">Where it ends there.</param>
/// <param name="Marks">The element's class, id, itemprop and rel.</param>
internal sealed record ShownPiece(IElement Element, int Start, int End, string Marks);
