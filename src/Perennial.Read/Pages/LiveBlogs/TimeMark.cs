using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace Perennial.Read.Pages.LiveBlogs;

/// <summary>An element that says a time: by <c>datetime</c>, a data attribute, its title, or in its words.</summary>
/// <param name="Element">The element.</param>
/// <param name="Said">What it says.</param>
/// <param name="IsWords">Whether its words are the time and nothing else, so that they are no part of a text.</param>
internal sealed partial record TimeMark(IElement Element, SaidTime Said, bool IsWords)
{
    // Longer elements hold more than a time.
    private const int MostInside = 24;

    /// <summary>Whether it stands in a quotation, an embedded message or a picture, and is not the time of what stands around.</summary>
    public bool IsEmbedded { get; init; }

    /// <summary>The time that an element says, or <see langword="null"/>.</summary>
    /// <param name="element">The element.</param>
    /// <param name="extent">What it holds.</param>
    public static TimeMark? Of(IElement element, PageScan.Extent extent)
    {
        var attributes = element.Attributes.Length == 0 ? null : element.Attributes;
        if (attributes is null && !extent.HasDigit)
        {
            return null;
        }
        SaidTime? said = null;
        if (attributes?.GetNamedItem("datetime") is { } datetime)
        {
            said = TimeText.Only(Words.Clean(datetime.Value));
        }
        for (var i = 0; i < attributes?.Length; i++)
        {
            var attribute = attributes[i]!;
            if (
                attribute is { Name: ['d', 'a', 't', 'a', '-', ..], Value.Length: > 7 and < 80 }
                && TimeText.HasDigit(attribute.Value)
                && TimeName().IsMatch(attribute.Name)
                && OfData(attribute.Value) is { } data
            )
            {
                data = data with { IsOfChange = ChangeName().IsMatch(attribute.Name) };
                said = said is { } other && (data.IsOfChange || other.IsWhole) ? other.With(data) : data;
            }
        }
        if (element.GetAttribute("itemprop") is "datePublished" or "dateModified" or "dateCreated")
        {
            said ??= TimeText.Only(Words.Clean(element.GetAttribute("content")));
        }
        var isWords = false;
        if (extent.Letters is > 0 and <= TimeText.Longest && extent.End - extent.Order <= MostInside + 1)
        {
            if (extent.HasDigit && TimeText.Only(SpacedText(element)) is { } words)
            {
                isWords = true;
                said = said is { } told ? told.With(words) : words;
            }
            if (said?.IsWhole != true)
            {
                foreach (var name in (ReadOnlySpan<string>)["title", "aria-label"])
                {
                    if (
                        element.GetAttribute(name) is { Length: > 4 and <= TimeText.Longest } title
                        && TimeText.Only(Words.Clean(title)) is { Clock: not null } titled
                    )
                    {
                        said = said is { IsAgo: false } before ? titled.With(before) : titled;
                    }
                }
            }
        }
        if (said is not { } found)
        {
            return null;
        }
        var isOfChange =
            found.IsOfChange
            || element.GetAttribute("itemprop") == "dateModified"
            || (element.ClassName is { Length: < 200 } names && ChangeName().IsMatch(names));
        return new TimeMark(element, found with { IsOfChange = isOfChange }, isWords);
    }

    /// <summary>A value of a data attribute: ISO 8601, or seconds or milliseconds since 1970, which are UTC.</summary>
    private static SaidTime? OfData(string value)
    {
        value = value.Trim();
        if (
            value.Length is 10 or 13
            && long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        )
        {
            var moment = DateTimeOffset.FromUnixTimeMilliseconds(value.Length == 10 ? number * 1000 : number);
            return moment.Year is > 1990 and < 2100 ? SaidTime.Of(StatedTime.OfMoment(moment)) : null;
        }
        return TimeText.Only(Words.Clean(value)) is { Clock: not null } said ? said : null;
    }

    /// <summary>The words with a blank between elements: <c>02</c> and <c>2023</c> in two of them are no number.</summary>
    private static string SpacedText(IElement element)
    {
        var text = new StringBuilder();
        Append(element, text);
        return Words.Clean(text.ToString());
    }

    private static void Append(INode node, StringBuilder text)
    {
        var children = node.ChildNodes;
        for (var i = 0; i < children.Length; i++)
        {
            var child = children[i];
            if (child is IText words)
            {
                text.Append(words.Data);
            }
            else if (child is IElement element && !ElementText.IsSilent(element))
            {
                text.Append(' ');
                Append(element, text);
                text.Append(' ');
            }
        }
    }

    [GeneratedRegex(
        "time|date|publish|posted|created|stamp|epoch|-ts$",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex TimeName();

    [GeneratedRegex(
        "updated|modified|lastmod|last-?edit|edited|data-update",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex ChangeName();
}
