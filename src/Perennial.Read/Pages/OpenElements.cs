using System.Collections.Frozen;
using System.Text;

namespace Perennial.Read.Pages;

/// <summary>How deep elements are open at a place of a page, told from its tags alone: no fewer than the parser has open.</summary>
/// <remarks>
/// Only the element that was opened last is closed, by an end tag of its name. Which others an end tag closes depends on more than
/// names, and whoever takes too many for closed can be made to overlook thousands. An element that is never closed costs a
/// level: real pages have some dozens of these.
/// </remarks>
internal sealed class OpenElements(string html)
{
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Void = Names(
        "area base br col embed frame hr img input link meta param source track wbr"
    );

    // Elements that one of the same kind ends.
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Repeated = Names(
        "p li dt dd td th tr tbody option"
    );

    // Elements that end a paragraph where they begin.
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Blocks = Names(
        "address article aside blockquote center details dialog dir div dl fieldset figcaption figure footer header hgroup main menu nav ol p search section summary ul h1 h2 h3 h4 h5 h6 pre listing form li dd dt hr xmp"
    );

    private readonly Stack<Range> open = new();

    // In drawings and formulas every element can hold others.
    private int foreign;

    /// <summary>How many elements are open.</summary>
    public int Depth => open.Count;

    /// <summary>An element begins.</summary>
    /// <param name="name">Where its name stands.</param>
    public void Start(Range name)
    {
        var words = html.AsSpan(name);
        if (foreign == 0)
        {
            if (IsLast("p") && Blocks.Contains(words))
            {
                open.Pop();
            }
            if (IsLast(words) && Repeated.Contains(words))
            {
                open.Pop();
            }
            if (Void.Contains(words))
            {
                return;
            }
        }
        foreign += IsForeign(words) ? 1 : 0;
        open.Push(name);
    }

    /// <summary>An element ends.</summary>
    /// <param name="name">Where its name stands.</param>
    /// <returns>Whether it is the one that was opened last.</returns>
    public bool End(Range name)
    {
        var words = html.AsSpan(name);
        if (foreign == 0 && IsLast("p") && !Ascii.EqualsIgnoreCase(words, "p"))
        {
            // A paragraph ends with what is around it.
            var paragraph = open.Pop();
            if (!IsLast(words))
            {
                open.Push(paragraph);
            }
        }
        if (!IsLast(words))
        {
            return false;
        }
        open.Pop();
        foreign -= IsForeign(words) ? 1 : 0;
        return true;
    }

    private bool IsLast(ReadOnlySpan<char> name) =>
        open.TryPeek(out var last) && Ascii.EqualsIgnoreCase(html.AsSpan(last), name);

    private static bool IsForeign(ReadOnlySpan<char> name) =>
        Ascii.EqualsIgnoreCase(name, "svg") || Ascii.EqualsIgnoreCase(name, "math");

    private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Names(string names) =>
        names.Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
}
