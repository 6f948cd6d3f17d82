using System.Text.Json;
using Perennial.Read.Languages;
using Perennial.Read.Languages.English;
using Perennial.Read.Models;

namespace Perennial.Train;

/// <summary>Trains the two attribution models, of which the second looks at what the first says.</summary>
/// <remarks>
/// The first model's opinions that the second learns from come from models that have not seen the document: the documents
/// are parted into folds (stacking, Wolpert 1992).
/// </remarks>
internal static class AttributionTraining
{
    private const int Folds = 4;
    private const int Epochs = 8;
    private const int Cutoff = 2;
    private const float Least = 0.06f;

    /// <summary>Trains on a file of the statements sets and writes <c>cues-en.bin</c>, <c>attribution-en-1.bin</c> and <c>-2.bin</c>.</summary>
    public static void Run(string folder, string train)
    {
        var documents = AnnotatedText.Read(train).ToList();
        Console.Error.WriteLine($"{documents.Count} documents");
        using (var file = File.Create(Path.Combine(folder, "cues-en.bin")))
        {
            Lexicon.Save(file, CueLikelihood(documents));
        }
        var likelihood = Lexicon.Load(File.OpenRead(Path.Combine(folder, "cues-en.bin")));
        var featured = documents
            .Select(document =>
                (
                    document,
                    new AttributionFeatures(document.Prose, likelihood, EntityTagger.Shared.Marks(document.Prose))
                )
            )
            .ToList();
        var first = Train(featured, before: null, "first");
        Write(folder, "attribution-en-1.bin", first);
        var opinions = Opinions(featured);
        var second = Train(featured, opinions, "second");
        Write(folder, "attribution-en-2.bin", second);
    }

    /// <summary>Prints how many spans of a file, never learnt from, the two models find exactly.</summary>
    public static void Score(string folder, string held)
    {
        using var words = File.OpenRead(Path.Combine(folder, "cues-en.bin"));
        var likelihood = Lexicon.Load(words);
        var (first, second) = (
            Load(folder, "attribution-en-1.bin"),
            Load(
                folder,
                File.Exists(Path.Combine(folder, "attribution-en-2.bin"))
                    ? "attribution-en-2.bin"
                    : "attribution-en-1.bin"
            )
        );
        var counts = new Dictionary<string, (int Right, int Told, int Gold)>(StringComparer.Ordinal);
        foreach (var document in AnnotatedText.Read(held))
        {
            var features = new AttributionFeatures(
                document.Prose,
                likelihood,
                EntityTagger.Shared.Marks(document.Prose)
            );
            foreach (var paragraph in document.Prose.Paragraphs)
            {
                var opinion = first.Decode(features.Of(paragraph, before: null));
                var path = second.Decode(features.Of(paragraph, opinion));
                var gold = SpanLabels.Spans(second.Labels, document.Gold[paragraph.First..paragraph.Last]).ToHashSet();
                Count("1 ", SpanLabels.Spans(second.Labels, opinion), gold);
                Count("2 ", SpanLabels.Spans(second.Labels, path), gold);
            }
        }
        foreach (var (name, (right, told, gold)) in counts.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            Console.WriteLine(
                FormattableString.Invariant($"{name}: {2.0 * right / (told + gold):0.000} ({told} of {gold})")
            );
        }

        void Count(
            string model,
            IEnumerable<(string Kind, int First, int Last)> told,
            HashSet<(string Kind, int First, int Last)> gold
        )
        {
            foreach (var span in told)
            {
                var (right, all, wanted) = counts.GetValueOrDefault(model + span.Kind);
                counts[model + span.Kind] = (right + (gold.Contains(span) ? 1 : 0), all + 1, wanted);
            }
            foreach (var span in gold)
            {
                var (right, all, wanted) = counts.GetValueOrDefault(model + span.Kind);
                counts[model + span.Kind] = (right, all, wanted + 1);
            }
        }
    }

    private static SequenceModel Load(string folder, string name)
    {
        using var file = File.OpenRead(Path.Combine(folder, name));
        return ModelFile.Load(file);
    }

    private static void Write(string folder, string name, Perceptron perceptron)
    {
        using var file = File.Create(Path.Combine(folder, name));
        perceptron.Save(file, Least);
    }

    private static Perceptron Train(
        IReadOnlyList<(AnnotatedText Document, AttributionFeatures Features)> documents,
        Dictionary<AnnotatedText, int[][]>? before,
        string name
    )
    {
        var perceptron = new Perceptron(AttributionFeatures.Labels, AttributionFeatures.Steps);
        var examples = documents
            .SelectMany(pair =>
                pair.Document.Prose.Paragraphs.Select(
                    (paragraph, number) =>
                        new Example(
                            pair.Features.Of(paragraph, before?[pair.Document][number]),
                            pair.Document.Gold[paragraph.First..paragraph.Last]
                        )
                )
            )
            .ToList();
        perceptron.Train(examples, Epochs, Cutoff, name);
        return perceptron;
    }

    /// <summary>What models that have not seen a document say of it, paragraph by paragraph.</summary>
    private static Dictionary<AnnotatedText, int[][]> Opinions(
        List<(AnnotatedText Document, AttributionFeatures Features)> documents
    )
    {
        var opinions = new Dictionary<AnnotatedText, int[][]>(ReferenceEqualityComparer.Instance);
        for (var fold = 0; fold < Folds; fold++)
        {
            var model = Train([.. documents.Where((_, i) => i % Folds != fold)], before: null, $"fold {fold + 1}")
                .ToModel(Least);
            foreach (var (document, features) in documents.Where((_, i) => i % Folds == fold))
            {
                opinions[document] =
                [
                    .. document.Prose.Paragraphs.Select(paragraph =>
                        model.Decode(features.Of(paragraph, before: null))
                    ),
                ];
            }
        }
        return opinions;
    }

    /// <summary>For each word how often it is a cue where it stands outside quotations, in four steps.</summary>
    private static IEnumerable<(string, sbyte[])> CueLikelihood(IEnumerable<AnnotatedText> documents)
    {
        var counts = new Dictionary<string, (int Cue, int All)>(StringComparer.Ordinal);
        foreach (var document in documents)
        {
            for (var i = 0; i < document.Gold.Length; i++)
            {
                if (document.Prose.QuotationOf[i] < 0)
                {
                    var word = document.Prose.Tokens[i].Lower;
                    var (cue, all) = counts.GetValueOrDefault(word);
                    var isCue = AttributionFeatures.Labels[document.Gold[i]].EndsWith("cue", StringComparison.Ordinal);
                    counts[word] = (cue + (isCue ? 1 : 0), all + 1);
                }
            }
        }
        foreach (var (word, (cue, all)) in counts)
        {
            var share = cue / (all + 1.0);
            var step =
                share > 0.6 ? 4
                : share > 0.3 ? 3
                : share > 0.12 ? 2
                : share > 0.04 ? 1
                : 0;
            if (cue >= 2 && step > 0)
            {
                yield return (word, [(sbyte)step]);
            }
        }
    }
}

/// <summary>A text whose statements people have marked.</summary>
/// <param name="Prose">The text, cut.</param>
/// <param name="Gold">The label of each token: see <see cref="AttributionFeatures.Labels"/>.</param>
internal sealed record AnnotatedText(Prose Prose, int[] Gold)
{
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
                foreach (var span in Spans(quote))
                {
                    Mark(prose, gold, places[span.Start], places[span.End], kind: 0);
                }
                foreach (var (name, kind) in new[] { ("cue", 1), ("speaker", 2) })
                {
                    if (quote.TryGetProperty(name, out var part) && part.ValueKind == JsonValueKind.Object)
                    {
                        foreach (var span in Spans(part))
                        {
                            Mark(prose, gold, places[span.Start], places[span.End], kind);
                        }
                    }
                }
            }
            BeginAnew(prose, gold);
            yield return new AnnotatedText(prose, gold);
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

    private static void Mark(Prose prose, int[] gold, int start, int end, int kind)
    {
        var begins = true;
        for (var i = 0; i < gold.Length; i++)
        {
            var token = prose.Tokens[i];
            if (token.Start < end && token.End > start)
            {
                var sameParagraph = i > 0 && !begins && prose.SentenceOf[i] >= 0 && InOneParagraph(prose, i - 1, i);
                gold[i] = (kind * 2) + (sameParagraph ? 2 : 1);
                begins = false;
            }
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
