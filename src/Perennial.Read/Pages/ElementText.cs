using System.Collections.Frozen;
using System.Text;
using AngleSharp.Dom;

namespace Perennial.Read.Pages;

/// <summary>An element's words, with a line end at every block element, so that words of two blocks are never glued.</summary>
internal static class ElementText
{
    private static readonly FrozenSet<string> Inline = FrozenSet.Create(
        StringComparer.Ordinal,
        "a",
        "abbr",
        "acronym",
        "b",
        "bdi",
        "bdo",
        "big",
        "cite",
        "code",
        "data",
        "del",
        "dfn",
        "em",
        "font",
        "i",
        "ins",
        "kbd",
        "mark",
        "q",
        "s",
        "samp",
        "small",
        "span",
        "strike",
        "strong",
        "sub",
        "sup",
        "time",
        "tt",
        "u",
        "var",
        "wbr"
    );

    // The parser writes names in lower case.
    private static readonly FrozenSet<string> Silent = FrozenSet.Create(
        StringComparer.Ordinal,
        "script",
        "style",
        "noscript",
        "template",
        "svg",
        "iframe",
        "button",
        "select",
        "textarea"
    );

    /// <summary>The words of an element.</summary>
    public static string Of(INode element)
    {
        var text = new StringBuilder();
        Append(element, text);
        return text.ToString();
    }

    /// <summary>Whether an element flows within a line.</summary>
    public static bool IsInline(IElement element) => Inline.Contains(element.LocalName);

    /// <summary>Whether an element has no words of its own to show.</summary>
    public static bool IsSilent(IElement element) => Silent.Contains(element.LocalName);

    // Deeply nested pages have been refused before; see MarkupBudget.
    private static void Append(INode node, StringBuilder text)
    {
        var children = node.ChildNodes;
        for (var i = 0; i < children.Length; i++)
        {
            switch (children[i])
            {
                case IText words:
                    text.Append(words.Data);
                    break;
                case IElement { LocalName: "br" }:
                    text.Append('\n');
                    break;
                case IElement element when !IsSilent(element):
                    var block = !IsInline(element);
                    if (block)
                    {
                        text.Append('\n');
                    }
                    Append(element, text);
                    if (block)
                    {
                        text.Append('\n');
                    }
                    break;
            }
        }
    }
}
