using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using Perennial.Read.Languages;
using Perennial.Read.Languages.English;
using Perennial.Read.Models;

namespace Perennial.Train;

/// <summary>A text whose statements people have marked, and what the program knows of it before it looks for statements.</summary>
internal sealed class AnnotatedText
{
    private AnnotatedText(Prose prose, int[] gold, List<(List<Span> Content, List<Span> Source)> statements)
    {
        Prose = prose;
        Gold = gold;
        Statements = statements;
        Words = WordFacts.Of(prose);
        Parts = PosTagger.Shared.Of(prose, Words);
        Names = EntityTagger.Shared.Names(prose, Words);
        var clauses = new Clauses(prose);
        Rules = SpeechLabels.Of(
            prose,
            [.. new DirectSpeech(prose, clauses).Find(), .. new IndirectSpeech(prose, clauses).Find()]
        );
    }

    /// <summary>The text, cut.</summary>
    public Prose Prose { get; }

    /// <summary>The right label of each token: see <see cref="SpeechLabels"/>.</summary>
    public int[] Gold { get; }

    /// <summary>The facts of its tokens.</summary>
    public WordFacts[] Words { get; }

    /// <summary>Their parts of speech.</summary>
    public PartOfSpeech[] Parts { get; }

    /// <summary>Its names.</summary>
    public List<(EntityKind Kind, int First, int Last)> Names { get; }

    /// <summary>The statements: their contents and sources.</summary>
    public List<(List<Span> Content, List<Span> Source)> Statements { get; }

    /// <summary>What rules say of each.</summary>
    public byte[] Rules { get; }

    /// <summary>What the models look at.</summary>
    public SpeechFeatures Features(Lexicon likelihood) =>
        new(Prose, Words, Parts, EntityTagger.Marks(Prose, Names), Rules, likelihood);

    /// <summary>Reads the <c>train</c> part of a folder of our own annotated texts in English; see the page in that folder.</summary>
    public static IEnumerable<AnnotatedText> ReadOwn(string folder)
    {
        foreach (var file in Directory.GetFiles(folder, "en-*.xml").Order(StringComparer.Ordinal))
        {
            var article = XDocument.Load(file, LoadOptions.PreserveWhitespace).Root!;
            if ((string?)article.Attribute("part") != "train")
            {
                continue;
            }
            var text = new StringBuilder();
            var marks = new List<(int Start, int End, byte Label, string Numbers)>();
            foreach (var paragraph in article.Elements("p"))
            {
                text.Append(text.Length == 0 ? "" : "\n\n");
                AddMarks(paragraph, text, marks);
            }
            var prose = Prose.Of(text.ToString(), Abbreviations.All);
            var gold = new int[prose.Tokens.Count];
            // Statements within statements stand behind those around them and give way; cues and sources stand over contents.
            var spans = new List<(string[] Numbers, byte Label, Span Span)>();
            foreach (
                var (start, end, label, numbers) in marks
                    .OrderBy(mark => mark.Label)
                    .ThenBy(mark => mark.Start - mark.End)
            )
            {
                spans.Add((numbers.Split(' '), label, Mark(prose, gold, start, end, label)));
            }
            BeginAnew(prose, gold);
            var statements = spans
                .Where(mark => mark.Label == SpeechLabels.Content)
                .GroupBy(mark => mark.Numbers[0], mark => mark.Span, StringComparer.Ordinal)
                .Select(group => (group.ToList(), SourcesOf(group.Key)))
                .ToList();
            yield return new AnnotatedText(prose, gold, statements);

            List<Span> SourcesOf(string number) =>
                [
                    .. spans
                        .Where(mark => mark.Label == SpeechLabels.Source && mark.Numbers.Contains(number))
                        .Select(mark => mark.Span),
                ];
        }
    }

    private static void AddMarks(XElement element, StringBuilder text, List<(int, int, byte, string)> marks)
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
                AddMarks(inner, text, marks);
                byte label = inner.Name.LocalName switch
                {
                    "statement" => SpeechLabels.Content,
                    "cue" => SpeechLabels.Cue,
                    "source" => SpeechLabels.Source,
                    _ => SpeechLabels.Outside,
                };
                if (label != SpeechLabels.Outside)
                {
                    marks.Add((start, text.Length, label, (string)inner.Attribute("s")!));
                }
            }
        }
    }

    /// <summary>Reads a file of JSON Lines with <c>text</c> and <c>quotes</c>, whose offsets count code points.</summary>
    public static IEnumerable<AnnotatedText> Read(string file)
    {
        foreach (var line in TextFile.Lines(file))
        {
            using var json = JsonDocument.Parse(line);
            var text = json.RootElement.GetProperty("text").GetString()!;
            var prose = Prose.Of(text, Abbreviations.All);
            var places = Places(text);
            var gold = new int[prose.Tokens.Count];
            var statements = new List<(List<Span>, List<Span>)>();
            foreach (var quote in json.RootElement.GetProperty("quotes").EnumerateArray())
            {
                var content = Mark(prose, gold, places, quote, SpeechLabels.Content);
                Mark(prose, gold, places, quote, "cue", SpeechLabels.Cue);
                statements.Add((content, Mark(prose, gold, places, quote, "speaker", SpeechLabels.Source)));
            }
            BeginAnew(prose, gold);
            yield return new AnnotatedText(prose, gold, statements);
        }
    }

    private static List<Span> Mark(Prose prose, int[] gold, int[] places, JsonElement quote, string name, byte label) =>
        quote.TryGetProperty(name, out var part) && part.ValueKind == JsonValueKind.Object
            ? Mark(prose, gold, places, part, label)
            : [];

    private static List<Span> Mark(Prose prose, int[] gold, int[] places, JsonElement part, byte label) =>
        [.. Spans(part).Select(span => Mark(prose, gold, places[span.Start], places[span.End], label))];

    private static IEnumerable<(int Start, int End)> Spans(JsonElement part)
    {
        if (part.TryGetProperty("spans", out var spans) && spans.ValueKind == JsonValueKind.Array)
        {
            return spans.EnumerateArray().Select(span => (span[0].GetInt32(), span[1].GetInt32()));
        }
        return
            part.TryGetProperty("start", out var start)
            && start.ValueKind == JsonValueKind.Number
            && start.GetInt32() >= 0
            ? [(start.GetInt32(), part.GetProperty("end").GetInt32())]
            : [];
    }

    /// <summary>Marks a span. Marks of punctuation at its ends are left out: people mark them now so and now so.</summary>
    private static Span Mark(Prose prose, int[] gold, int start, int end, byte label)
    {
        var first = 0;
        while (first < gold.Length && prose.Tokens[first].End <= start)
        {
            first++;
        }
        var last = first;
        while (last < gold.Length && prose.Tokens[last].Start < end)
        {
            last++;
        }
        while (first < last && !prose.Tokens[first].IsWord)
        {
            first++;
        }
        while (last > first && !prose.Tokens[last - 1].IsWord && !prose.Tokens[last - 1].IsPossessive)
        {
            last--;
        }
        for (var i = first; i < last; i++)
        {
            gold[i] = i > first && InOneParagraph(prose, i - 1, i) ? label + 1 : label;
        }
        return new Span(first, last);
    }

    /// <summary>Where one span has cut into another, what is left behind it begins anew: nothing goes on with what is not there.</summary>
    private static void BeginAnew(Prose prose, int[] gold)
    {
        for (var i = 0; i < gold.Length; i++)
        {
            var goesOn = gold[i] > 0 && gold[i] % 2 == 0;
            if (
                goesOn
                && (
                    i == 0 || !InOneParagraph(prose, i - 1, i) || (gold[i - 1] != gold[i] && gold[i - 1] != gold[i] - 1)
                )
            )
            {
                gold[i]--;
            }
        }
    }

    private static bool InOneParagraph(Prose prose, int one, int other) =>
        prose.Sentences[prose.SentenceOf[one]].Paragraph == prose.Sentences[prose.SentenceOf[other]].Paragraph;

    /// <summary>For each code point its offset in UTF-16, and one more for the end.</summary>
    private static int[] Places(string text)
    {
        var places = new List<int>(text.Length + 1);
        for (var i = 0; i < text.Length; i += char.IsSurrogatePair(text, i) ? 2 : 1)
        {
            places.Add(i);
        }
        places.Add(text.Length);
        return [.. places];
    }
}
