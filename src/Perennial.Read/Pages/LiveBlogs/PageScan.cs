using System.Buffers;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace Perennial.Read.Pages.LiveBlogs;

/// <summary>One walk over a page: how many letters each element holds, how many of them are links, and the times it says.</summary>
/// <remarks>Everything that is asked of an element afterwards takes the same time however much it holds.</remarks>
internal sealed partial class PageScan
{
    private readonly Dictionary<IElement, Extent> extents = new(ReferenceEqualityComparer.Instance);
    private readonly List<TimeMark> marks = [];

    // For each mark, and behind the last: how often the time has changed before it, and where the next one is that counts.
    private readonly List<int> changes = [0];
    private readonly int[] nextOwn;

    // What is named as teasers or comments, whose times are their own.
    private readonly List<Extent> others = [];
    private int next;

    /// <summary>Walks over an element.</summary>
    public PageScan(IElement root)
    {
        Walk(root, isEmbedded: false, isLink: false);
        foreach (var other in others.Where(other => other.Letters * 2 < this[root].Letters))
        {
            for (var i = other.FirstMark; i < other.EndMark; i++)
            {
                marks[i] = marks[i] with { IsEmbedded = true };
            }
        }
        TimeMark? before = null;
        foreach (var mark in marks)
        {
            var isNew = IsOwn(mark) && (before is null || !IsSame(before.Said, mark.Said));
            changes.Add(changes[^1] + (isNew ? 1 : 0));
            before = IsOwn(mark) ? mark : before;
        }
        nextOwn = new int[marks.Count + 1];
        nextOwn[^1] = marks.Count;
        for (var i = marks.Count - 1; i >= 0; i--)
        {
            nextOwn[i] = IsOwn(marks[i]) ? i : nextOwn[i + 1];
        }
    }

    /// <summary>The marks of time in the order of the page.</summary>
    public IReadOnlyList<TimeMark> Marks => marks;

    /// <summary>What an element holds; nothing for one that shows nothing.</summary>
    public Extent this[IElement element] => extents.GetValueOrDefault(element);

    /// <summary>The marks within an element, itself included.</summary>
    public IEnumerable<TimeMark> MarksIn(Extent extent)
    {
        for (var i = extent.FirstMark; i < extent.EndMark; i++)
        {
            yield return marks[i];
        }
    }

    /// <summary>How many different times stand in an element; one that is an attribute of the element itself counts only alone.</summary>
    public int TimesIn(IElement element)
    {
        var extent = this[element];
        var end = extent.EndMark;
        var isItself =
            end > extent.FirstMark + 1 && marks[end - 1] is { IsWords: false } last && last.Element == element;
        end = isItself ? end - 1 : end;
        var first = nextOwn[extent.FirstMark];
        return first < end ? 1 + changes[end] - changes[first + 1]
            : first < extent.EndMark ? 1
            : 0;
    }

    private static bool IsSame(SaidTime one, SaidTime other) =>
        one.IsWhole && other.IsWhole
            ? PostTimes.Whole(one)!.Value.ToInstant() == PostTimes.Whole(other)!.Value.ToInstant()
        : one.Clock is { } clock && other.Clock is { } second
            ? (clock.Hours, clock.Minutes) == (second.Hours, second.Minutes)
        : one == other;

    private static bool IsOwn(TimeMark mark) =>
        mark is { IsEmbedded: false, Said: { IsOfChange: false, Clock: not null } or { IsAgo: true } };

    // The depth is bounded by MarkupBudget.
    private Extent Walk(IElement element, bool isEmbedded, bool isLink)
    {
        var extent = new Extent { Order = next++, FirstMark = marks.Count };
        isEmbedded |= IsEmbed(element);
        isLink |= element.LocalName == "a";
        var children = element.ChildNodes;
        for (var i = 0; i < children.Length; i++)
        {
            var child = children[i];
            if (child is IText words)
            {
                var (letters, hasDigit) = Letters(words.Data);
                extent.Letters += letters;
                extent.LinkLetters += isLink ? letters : 0;
                extent.HasDigit |= hasDigit;
            }
            else if (child is IElement inner && !ElementText.IsSilent(inner))
            {
                if (IsHidden(inner))
                {
                    // Its words count for nothing, and are a part of the time that is written around it.
                    extent.HasDigit = true;
                    continue;
                }
                var held = Walk(inner, isEmbedded, isLink);
                extent.Letters += held.Letters;
                extent.LinkLetters += held.LinkLetters;
                extent.Prose += held.Prose;
                extent.HasDigit |= held.HasDigit;
            }
        }
        extent.End = next;
        if (
            element.LocalName is "p" or "blockquote" or "li"
            && extent.Prose == 0
            && extent.LinkLetters * 2 < extent.Letters
        )
        {
            extent.Prose = extent.Letters >= 30 ? extent.Letters : 0;
        }
        Mark(element, extent, isEmbedded);
        extent.EndMark = marks.Count;
        extents[element] = extent;
        if (extent.EndMark > extent.FirstMark && (element.LocalName == "aside" || Outside.IsNoPost(element)))
        {
            others.Add(extent);
        }
        return extent;
    }

    private void Mark(IElement element, Extent extent, bool isEmbedded)
    {
        if (TimeMark.Of(element, extent) is { } mark)
        {
            // "10:42" and "20 March" in two elements of one are one time.
            if (mark.IsWords)
            {
                for (var i = extent.FirstMark; i < marks.Count; i++)
                {
                    if (!marks[i].Said.IsAgo && !marks[i].IsEmbedded)
                    {
                        mark = mark with
                        {
                            Said = IsBetter(marks[i].Said, mark.Said) ? marks[i].Said : mark.Said.With(marks[i].Said),
                        };
                    }
                    marks[i] = marks[i] with { IsEmbedded = true };
                }
            }
            marks.Add(mark with { IsEmbedded = isEmbedded });
        }
        else if (
            element.LocalName is not "a"
            && marks.Count == extent.FirstMark
            && extent is { HasDigit: true, Letters: > 15 }
            && FirstWords(element) is { } words
            && TimeText.Leading(words) is { } leading
        )
        {
            marks.Add(new TimeMark(element, leading.Said, IsWords: false) { IsEmbedded = isEmbedded });
        }
    }

    /// <summary>Whether one of two marks of the same time says it whole, and with its offset, where the other does not.</summary>
    private static bool IsBetter(SaidTime one, SaidTime other) =>
        one.IsWhole && (!other.IsWhole || (one.Offset is not null && other.Offset is null));

    /// <summary>The words that an element begins with, when they stand in itself.</summary>
    private static string? FirstWords(IElement element) =>
        element
            .ChildNodes.Take(3)
            .FirstOrDefault(node => node is not IText { Data: var data } || !string.IsNullOrWhiteSpace(data))
            is IText text
            ? text.Data.TrimStart()
            : null;

    private static bool IsHidden(IElement element) =>
        element.LocalName is "dialog" or "head" || element.HasAttribute("hidden");

    private static bool IsEmbed(IElement element) =>
        element.LocalName is "blockquote" or "figure" or "figcaption" or "iframe"
        || (
            element.ClassName is { Length: > 0 and < 400 } names
            && names.AsSpan().ContainsAny(Embeds)
            && EmbedName().IsMatch(names)
        );

    private static (int Letters, bool HasDigit) Letters(string text)
    {
        var (letters, hasDigit) = (0, false);
        foreach (var letter in text)
        {
            letters += char.IsWhiteSpace(letter) ? 0 : 1;
            hasDigit |= char.IsDigit(letter);
        }
        return (letters, hasDigit);
    }

    // One of these stands in every name that EmbedName finds; looking for them is quicker.
    private static readonly SearchValues<string> Embeds = SearchValues.Create(
        ["embed", "tweet", "twitter-", "instagram-"],
        StringComparison.OrdinalIgnoreCase
    );

    [GeneratedRegex(
        @"(^|\s)(o?embed|tweet|twitter-|instagram-|social-?embed|(post|message)-?embed)",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex EmbedName();

    /// <summary>What an element holds.</summary>
    [StructLayout(LayoutKind.Auto)]
    internal struct Extent
    {
        /// <summary>Its place among all elements.</summary>
        public int Order { get; set; }

        /// <summary>The place of the first element behind it.</summary>
        public int End { get; set; }

        /// <summary>The letters of its text, without blanks.</summary>
        public int Letters { get; set; }

        /// <summary>Those of them that are links.</summary>
        public int LinkLetters { get; set; }

        /// <summary>Those of them that stand in paragraphs which are not mostly links.</summary>
        public int Prose { get; set; }

        /// <summary>Whether there may be a digit among them.</summary>
        public bool HasDigit { get; set; }

        /// <summary>The first of its marks.</summary>
        public int FirstMark { get; set; }

        /// <summary>The first mark behind them.</summary>
        public int EndMark { get; set; }

        /// <summary>Whether another one stands within it.</summary>
        public readonly bool Holds(Extent other) => other.Order > Order && other.End <= End;
    }
}
