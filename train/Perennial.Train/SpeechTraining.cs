using Perennial.Read.Languages.English;
using Perennial.Read.Models;

namespace Perennial.Train;

/// <summary>Trains the two models of statements, of which the second looks at what the first says.</summary>
/// <remarks>
/// The first model's opinions that the second learns from come from models that have not seen the document: the documents
/// are parted into folds (stacking, Wolpert 1992).
/// </remarks>
internal static class SpeechTraining
{
    private const int Folds = 4;
    private const int Epochs = 12;
    private const int Cutoff = 3;
    private const float Least = 0.1f;

    /// <summary>Trains and writes the models; scores them on texts that they were never shown.</summary>
    /// <param name="output">The models' file.</param>
    /// <param name="train">Files to learn from, or folders of our own texts, which count several times: they are few.</param>
    /// <param name="held">Files to score on; or "fold" to stop when a quarter of the texts, kept aside, is scored.</param>
    public static void Run(string output, IReadOnlyList<string> train, IReadOnlyList<string> held)
    {
        const int times = 3;
        var texts = train.Where(File.Exists).SelectMany(AnnotatedText.Read).ToList();
        var own = train.Where(Directory.Exists).SelectMany(AnnotatedText.ReadOwn).ToList();
        var more = texts.Count == 0 ? [] : Enumerable.Repeat(own, times).SelectMany(again => again).ToList();
        texts = texts.Count == 0 ? own : texts;
        // The judge learns from what models found in texts that they had not seen.
        var learnt = Make([.. texts.Where((_, i) => i % Folds != 0), .. more]);
        var rest = texts.Where((_, i) => i % Folds == 0).ToList();
        Score("kept aside", learnt.Tagger(judge: null), rest);
        var judge = JudgeTraining.Train(learnt.Tagger(judge: null), rest);
        if (held is not ["fold"])
        {
            learnt = Make([.. texts, .. more]);
        }
        using (var file = File.Create(output))
        {
            PackedFile.Write(file, writer => learnt.Write(writer, judge));
        }
        foreach (var file in held.Where(File.Exists))
        {
            Score(Path.GetFileName(file), learnt.Tagger(judge), [.. AnnotatedText.Read(file)]);
        }
    }

    private static Models Make(List<AnnotatedText> texts)
    {
        var likelihood = CueLikelihood(texts).ToList();
        using var table = new MemoryStream();
        using (var writer = new BinaryWriter(table, System.Text.Encoding.UTF8, leaveOpen: true))
        {
            Lexicon.Write(writer, likelihood);
        }
        table.Position = 0;
        var lexicon = Lexicon.Read(new BinaryReader(table));
        var features = texts.ConvertAll(text => (Text: text, Features: text.Features(lexicon)));
        return new Models(
            lexicon,
            likelihood,
            Train(features, before: null, "first"),
            Train(features, Opinions(features), "second")
        );
    }

    private sealed record Models(
        Lexicon Lexicon,
        List<(string, sbyte[])> Likelihood,
        ChainTraining First,
        ChainTraining Second
    )
    {
        public SpeechTagger Tagger(TreeEnsemble? judge) =>
            new(Lexicon, First.ToModel(Least), Second.ToModel(Least), judge);

        public void Write(BinaryWriter writer, TreeEnsemble judge)
        {
            Perennial.Read.Models.Lexicon.Write(writer, Likelihood);
            First.Write(writer, Least);
            Second.Write(writer, Least);
            judge.Write(writer);
        }
    }

    private static ChainTraining Train(
        List<(AnnotatedText Text, SpeechFeatures Features)> texts,
        Dictionary<AnnotatedText, byte[]>? before,
        string name
    )
    {
        var training = new ChainTraining(SpeechLabels.Names);
        var examples = new List<Example>();
        foreach (var (text, features) in texts)
        {
            foreach (var paragraph in text.Prose.Paragraphs)
            {
                var sequence = new FeatureSequence();
                features.Fill(sequence, paragraph, before?[text]);
                examples.Add(new Example(sequence, text.Gold[paragraph.First..paragraph.Last]));
            }
        }
        training.Train(examples, Epochs, Cutoff, name);
        return training;
    }

    /// <summary>What models that have not seen a text say of it.</summary>
    private static Dictionary<AnnotatedText, byte[]> Opinions(List<(AnnotatedText Text, SpeechFeatures Features)> texts)
    {
        var opinions = new Dictionary<AnnotatedText, byte[]>(ReferenceEqualityComparer.Instance);
        // A text that counts several times is in one fold.
        var numbers = texts
            .Select(pair => pair.Text)
            .Distinct()
            .Index()
            .ToDictionary(pair => pair.Item, pair => pair.Index);
        for (var fold = 0; fold < Folds; fold++)
        {
            var model = Train(
                    texts.FindAll(pair => numbers[pair.Text] % Folds != fold),
                    before: null,
                    $"fold {fold + 1}"
                )
                .ToModel(Least);
            foreach (var (text, features) in texts.Where(pair => numbers[pair.Text] % Folds == fold))
            {
                opinions.TryAdd(text, SpeechTagger.Decode(model, text.Prose, features, before: null));
            }
        }
        return opinions;
    }

    private static void Score(string name, SpeechTagger tagger, List<AnnotatedText> texts)
    {
        var counts = new SortedDictionary<string, (int Right, int Told, int Gold)>(StringComparer.Ordinal);
        foreach (var text in texts)
        {
            var path = tagger.Labels(text.Prose, text.Features(tagger.Likelihood));
            var gold = SpanLabels.Spans(SpeechLabels.Names, text.Gold).ToHashSet();
            foreach (var span in SpanLabels.Spans(SpeechLabels.Names, [.. path.Select(label => (int)label)]))
            {
                var (right, told, wanted) = counts.GetValueOrDefault(span.Kind);
                counts[span.Kind] = (right + (gold.Contains(span) ? 1 : 0), told + 1, wanted);
            }
            foreach (var span in gold)
            {
                var (right, told, wanted) = counts.GetValueOrDefault(span.Kind);
                counts[span.Kind] = (right, told, wanted + 1);
            }
        }
        foreach (var (kind, (right, told, gold)) in counts)
        {
            Console.WriteLine(
                FormattableString.Invariant(
                    $"{name}, {kind}: F1 {2.0 * right / (told + gold):0.000} ({told} found of {gold})"
                )
            );
        }
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
                    var isCue = document.Gold[i] is SpeechLabels.Cue or SpeechLabels.Cue + 1;
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
