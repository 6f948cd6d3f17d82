using System.Text.Json;
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
        Names = EntityTagger.Shared.Marks(prose, Words);
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
