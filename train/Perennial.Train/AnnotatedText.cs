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
    private AnnotatedText(Prose prose, int[] gold)
    {
        Prose = prose;
        Gold = gold;
        Words = WordFacts.Of(prose);
        Parts = PosTagger.Shared.Of(prose, Words);
        Names = EntityTagger.Marks(prose, EntityTagger.Shared.Names(prose, Words));
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

    /// <summary>What kind of name each is part of.</summary>
    public byte[] Names { get; }

    /// <summary>What rules say of each.</summary>
    public byte[] Rules { get; }

    /// <summary>What the models look at.</summary>
    public SpeechFeatures Features(Lexicon likelihood) => new(Prose, Words, Parts, Names, Rules, likelihood);

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
            var marks = new List<(int Start, int End, byte Label)>();
            foreach (var paragraph in article.Elements("p"))
            {
                text.Append(text.Length == 0 ? "" : "\n\n");
                AddMarks(paragraph, text, marks);
            }
            var prose = Prose.Of(text.ToString(), Abbreviations.All);
            var gold = new int[prose.Tokens.Count];
            // Statements within statements stand behind those around them and give way; cues and sources stand over contents.
            foreach (var (start, end, label) in marks.OrderBy(mark => mark.Label).ThenBy(mark => mark.Start - mark.End))
            {
                Mark(prose, gold, start, end, label);
            }
            BeginAnew(prose, gold);
            yield return new AnnotatedText(prose, gold);
        }
    }

    private static void AddMarks(XElement element, StringBuilder text, List<(int, int, byte)> marks)
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
                    marks.Add((start, text.Length, label));
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
            foreach (var quote in json.RootElement.GetProperty("quotes").EnumerateArray())
            {
                Mark(prose, gold, places, quote, SpeechLabels.Content);
                Mark(prose, gold, places, quote, "cue", SpeechLabels.Cue);
                Mark(prose, gold, places, quote, "speaker", SpeechLabels.Source);
            }
            BeginAnew(prose, gold);
            yield return new AnnotatedText(prose, gold);
        }
    }

    private static void Mark(Prose prose, int[] gold, int[] places, JsonElement quote, string name, byte label)
    {
        if (quote.TryGetProperty(name, out var part) && part.ValueKind == JsonValueKind.Object)
        {
            Mark(prose, gold, places, part, label);
        }
    }

    private static void Mark(Prose prose, int[] gold, int[] places, JsonElement part, byte label)
    {
        foreach (var (start, end) in Spans(part))
        {
            Mark(prose, gold, places[start], places[end], label);
        }
    }

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
    private static void Mark(Prose prose, int[] gold, int start, int end, byte label)
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
