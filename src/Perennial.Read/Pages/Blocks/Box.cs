using AngleSharp.Dom;
using Perennial.Read.Models;

namespace Perennial.Read.Pages.Blocks;

/// <summary>Where on a page something stands: inside which kinds of elements.</summary>
[Flags]
internal enum Within
{
    None = 0,
    Navigation = 1,
    Aside = 2,
    Footer = 4,
    Header = 8,
    Form = 16,
    Figure = 32,
    Table = 64,
    List = 128,
    Article = 256,
    Main = 512,
    Quote = 1024,
    Hidden = 2048,
    Heading = 4096,
    Caption = 8192,
    Dialog = 16384,
}

/// <summary>A block element of a page, with what a reader of the page needs to know about it.</summary>
internal sealed class Box
{
    private const int None = 98;

    /// <summary>Looks at an element.</summary>
    /// <param name="around">The box it stands in.</param>
    /// <param name="element">The element.</param>
    /// <param name="names">What it calls itself.</param>
    public Box(Box? around, IElement element, BoxNames names)
    {
        (Around, Tag, Names) = (around, element.LocalName, names);
        Depth = (around?.Depth ?? -1) + 1;
        Where = (around?.Where ?? Within.None) | PlaceOf(element);
        AroundNamed = (around?.AroundNamed ?? Named.None) | names.Groups;
        Furniture = names.IsFurniture ? 0 : (around?.Furniture ?? None) + 1;
        Declared = names.IsBody ? 0 : (around?.Declared ?? None) + 1;
        var first = element.ClassName.AsSpan().Trim();
        first = first.IndexOf(' ') is var at and > 0 ? first[..at] : first;
        var tagged = FeatureHash.Then(FeatureHash.Of((around?.Shape ?? 0) * 31, Tag), ".");
        Shape = FeatureHash.Then(tagged, first);
    }

    /// <summary>The box that this one stands in; <see langword="null"/> for the outermost.</summary>
    public Box? Around { get; }

    /// <summary>The element's name.</summary>
    public string Tag { get; }

    /// <summary>How many boxes are around it.</summary>
    public int Depth { get; }

    /// <summary>What it stands in, itself included.</summary>
    public Within Where { get; }

    /// <summary>What it calls itself.</summary>
    public BoxNames Names { get; }

    /// <summary>What the words in its names, and in those of all boxes around it, say.</summary>
    public Named AroundNamed { get; }

    /// <summary>The same for all boxes that look alike: tags and first classes of it and of all boxes around it.</summary>
    public uint Shape { get; }

    /// <summary>How many levels up the nearest box stands whose name speaks of furniture; some large number for none.</summary>
    public int Furniture { get; }

    /// <summary>How many levels up the nearest box stands whose name speaks of an article's text; some large number for none.</summary>
    public int Declared { get; }

    /// <summary>Letters in it.</summary>
    public int Letters { get; set; }

    /// <summary>Letters in links in it.</summary>
    public int LinkLetters { get; set; }

    /// <summary>Letters in its blocks that look like paragraphs.</summary>
    public int ProseLetters { get; set; }

    /// <summary>Blocks in it.</summary>
    public int Blocks { get; set; }

    /// <summary>What the model's weights say of its names, as the innermost box, the one around that, and any further out.</summary>
    public (float Own, float Near, float Far) Score { get; set; }

    /// <summary>The sum of the scores of the boxes around the one that is around it.</summary>
    public float FarScore { get; set; }

    private static Within PlaceOf(IElement element) =>
        element.LocalName switch
        {
            "nav" => Within.Navigation,
            "aside" => Within.Aside,
            "footer" => Within.Footer,
            "header" => Within.Header,
            "form" => Within.Form,
            "figure" => Within.Figure,
            "figcaption" => Within.Figure | Within.Caption,
            "table" => Within.Table,
            "ul" or "ol" or "dl" => Within.List,
            "article" => Within.Article,
            "main" => Within.Main,
            "blockquote" => Within.Quote,
            "dialog" => Within.Dialog,
            "h1" or "h2" or "h3" or "h4" or "h5" or "h6" => Within.Heading,
            _ => Within.None,
        } | (element.Attributes.Length == 0 ? Within.None : SaidPlaceOf(element));

    private static Within SaidPlaceOf(IElement element) =>
        element.GetAttribute("role")?.ToLowerInvariant() switch
        {
            "navigation" => Within.Navigation,
            "complementary" => Within.Aside,
            "contentinfo" => Within.Footer,
            "banner" => Within.Header,
            "search" => Within.Form,
            "dialog" or "alertdialog" => Within.Dialog,
            "main" => Within.Main,
            "article" => Within.Article,
            "heading" => Within.Heading,
            _ => Within.None,
        } | (IsHidden(element) ? Within.Hidden : Within.None);

    private static bool IsHidden(IElement element) =>
        element.HasAttribute("hidden")
        || string.Equals(element.GetAttribute("aria-hidden"), "true", StringComparison.OrdinalIgnoreCase)
        || (
            element.GetAttribute("style") is { Length: < 2000 } style
            && style.Contains("none", StringComparison.OrdinalIgnoreCase)
            && style
                .Replace(" ", "", StringComparison.Ordinal)
                .Contains("display:none", StringComparison.OrdinalIgnoreCase)
        );
}
