using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Perennial.Read.Tests.Languages.Listed;

/// <summary>A text of <c>tests/texts</c> with what people find in it.</summary>
internal sealed partial class MarkedText
{
    private readonly StringBuilder text = new();

    private MarkedText(XElement article)
    {
        Language = (string)article.Attribute("language")!;
        Published = (string)article.Attribute("published")!;
        Title = (string)article.Element("title")!;
        foreach (var paragraph in article.Elements("p"))
        {
            text.Append(text.Length == 0 ? "" : "\n\n");
            Walk(paragraph);
        }
    }

    public string Language { get; }

    public string Published { get; }

    public string Title { get; }

    public string Text => text.ToString();

    /// <summary>The pieces of each statement by its number.</summary>
    public SortedDictionary<string, List<Mark>> Statements { get; } = new(StringComparer.Ordinal);

    public List<Mark> Cues { get; } = [];

    public List<Mark> Sources { get; } = [];

    public List<Mark> Moments { get; } = [];

    /// <summary>The texts of a language and part, in order of their names.</summary>
    public static IEnumerable<MarkedText> Of(string language, string part) =>
        Directory
            .GetFiles(Path.Combine(Pages.PageCorpus.Root, "tests", "texts"), $"{language}-*.xml")
            .Order(StringComparer.Ordinal)
            .Select(file => XDocument.Load(file, LoadOptions.PreserveWhitespace).Root!)
            .Where(article => (string?)article.Attribute("part") == part)
            .Select(article => new MarkedText(article));

    public Article Read() => Reader.ReadText(Text, Title, StatedTime.ParseIso(Published), Language, null);

    private void Walk(XElement element)
    {
        var start = text.Length;
        foreach (var node in element.Nodes())
        {
            if (node is XElement inner)
            {
                Walk(inner);
            }
            else if (node is XText words)
            {
                text.Append(Blanks().Replace(words.Value, " "));
            }
        }
        var mark = new Mark(start, text.Length, element);
        switch (element.Name.LocalName)
        {
            case "statement":
                if (!Statements.TryGetValue(mark["s"]!, out var pieces))
                {
                    Statements[mark["s"]!] = pieces = [];
                }
                pieces.Add(mark);
                break;
            case "cue":
                Cues.Add(mark);
                break;
            case "source":
                Sources.Add(mark);
                break;
            case "moment":
                Moments.Add(mark);
                break;
        }
    }

    [GeneratedRegex(@"\s+", RegexOptions.NonBacktracking)]
    private static partial Regex Blanks();
}

/// <summary>A marked piece of a text.</summary>
internal sealed record Mark(int Start, int End, XElement Element)
{
    public string? this[string attribute] => (string?)Element.Attribute(attribute);

    public bool Touches(int? start, int? end) => start < End && Start < end;
}
