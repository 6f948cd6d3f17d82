using System.Globalization;
using System.Text;
using System.Xml.Linq;
using Perennial.Read.Tests.Pages;

namespace Perennial.Read.Tests.Texts;

/// <summary>A text of <c>tests/texts</c> without its marks, and what the marks say. Offsets count UTF-16 code units into <see cref="Text"/>.</summary>
internal sealed class AnnotatedText
{
    private readonly StringBuilder text = new();
    private readonly List<Mark> marks = [];
    private readonly List<Mark> titleMarks = [];

    private AnnotatedText(string file)
    {
        var article = XDocument.Load(file, LoadOptions.PreserveWhitespace).Root!;
        Name = Path.GetFileNameWithoutExtension(file);
        Part = (string)article.Attribute("part")!;
        Published = StatedTime.ParseIso((string)article.Attribute("published")!)!.Value;
        var title = article.Element("title")!;
        Title = title.Value;
        foreach (var element in title.Elements())
        {
            titleMarks.Add(new Mark(0, element.Value.Length, element.Value, element));
        }
        foreach (var paragraph in article.Elements("p"))
        {
            text.Append(text.Length == 0 ? "" : "\n\n");
            Add(paragraph);
        }
        Text = text.ToString();
        Statements = [.. StatementsIn()];
    }

    /// <summary>Its file's name without the ending.</summary>
    public string Name { get; }

    /// <summary><c>train</c> or <c>test</c>.</summary>
    public string Part { get; }

    public StatedTime Published { get; }

    public string Title { get; }

    /// <summary>The paragraphs, a blank line between them.</summary>
    public string Text { get; }

    /// <summary>Those of the headline have no spans.</summary>
    public IReadOnlyList<MarkedStatement> Statements { get; }

    /// <summary>The names, by the kind of thing.</summary>
    public IEnumerable<(EntityKind Kind, Mark Mark)> Entities =>
        marks.SelectMany(mark =>
            Enum.TryParse<EntityKind>(mark.Element.Name.LocalName, ignoreCase: true, out var kind)
                ? [(kind, mark)]
                : Array.Empty<(EntityKind, Mark)>()
        );

    public IEnumerable<Mark> Of(string element) => marks.Where(mark => mark.Element.Name == element);

    /// <summary>What the headline asks.</summary>
    public IEnumerable<string> TitleQuestions =>
        titleMarks.Where(mark => mark.Element.Name == "question").Select(mark => mark.Text);

    /// <summary>Every text of a part, in order of the files' names.</summary>
    public static IReadOnlyList<AnnotatedText> OfPart(string part) =>
        [
            .. Directory
                .GetFiles(Path.Combine(PageCorpus.Root, "tests", "texts"), "en-*.xml")
                .Order(StringComparer.Ordinal)
                .Select(file => new AnnotatedText(file))
                .Where(annotated => annotated.Part == part),
        ];

    private void Add(XElement element)
    {
        foreach (var node in element.Nodes())
        {
            if (node is XText words)
            {
                text.Append(words.Value);
            }
            else if (node is XElement inner)
            {
                var start = text.Length;
                Add(inner);
                marks.Add(new Mark(start, text.Length, text.ToString(start, text.Length - start), inner));
            }
        }
    }

    private IEnumerable<MarkedStatement> StatementsIn()
    {
        var pieces = Of("statement").OrderBy(mark => mark.Start).GroupBy(mark => mark["s"]!).ToList();
        foreach (var group in pieces)
        {
            yield return Marked(group.Key, [.. group.Select(piece => (piece.Start, piece.End))], [.. group]);
        }
        foreach (var mark in titleMarks.Where(mark => mark.Element.Name == "statement"))
        {
            yield return Marked(mark["s"]!, [], [mark]);
        }
    }

    private MarkedStatement Marked(string number, IReadOnlyList<(int, int)> spans, IReadOnlyList<Mark> pieces)
    {
        var source = Of("source").FirstOrDefault(mark => mark.IsOf(number));
        var first = pieces[0];
        return new MarkedStatement(
            spans,
            string.Join(' ', pieces.Select(piece => piece.Text)),
            IsDirect: pieces.All(piece => piece.Text[0] is '“' or '‘'),
            Enum.Parse<Stance>(first["stance"]!, ignoreCase: true),
            source?.Text,
            source?["name"],
            source?["kind"] is { } kind ? Enum.Parse<SpeakerKind>(kind, ignoreCase: true) : null,
            source?["role"],
            Of("told").FirstOrDefault(mark => mark.IsOf(number))?["name"],
            first["translated"],
            IsAllegation: first["allegation"] == "true",
            IsPrevious: first["previously"] == "true",
            first["via"]
        );
    }
}

/// <summary>One element of an annotated text.</summary>
internal sealed record Mark(int Start, int End, string Text, XElement Element)
{
    public string? this[string attribute] => (string?)Element.Attribute(attribute);

    /// <summary>Whether it belongs to the statement of that number.</summary>
    public bool IsOf(string number) => this["s"]?.Split(' ').Contains(number, StringComparer.Ordinal) == true;

    public decimal? Number(string attribute) =>
        this[attribute] is { } digits ? decimal.Parse(digits, CultureInfo.InvariantCulture) : null;
}

/// <summary>A statement as an annotated text marks it.</summary>
internal sealed record MarkedStatement(
    IReadOnlyList<(int Start, int End)> Spans,
    string Text,
    bool IsDirect,
    Stance Stance,
    string? Source,
    string? Name,
    SpeakerKind? Kind,
    string? Role,
    string? Told,
    string? Translated,
    bool IsAllegation,
    bool IsPrevious,
    string? Via
);
