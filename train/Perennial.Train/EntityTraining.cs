using Perennial.Read.Languages.English;
using Perennial.Read.Models;

namespace Perennial.Train;

/// <summary>Trains the entity model on tokens with labels: documents begin with <c>-DOCSTART-</c>, sentences end with an empty line.</summary>
internal static class EntityTraining
{
    private static readonly string[] Kinds = ["person", "organisation", "place", "group", "other"];

    /// <summary>Trains on some files and writes the model; scores it on others.</summary>
    /// <param name="output">The model's file.</param>
    /// <param name="train">Files to learn from.</param>
    /// <param name="held">Files to score on; never learnt from.</param>
    public static void Run(string output, IReadOnlyList<string> train, IReadOnlyList<string> held)
    {
        const int epochs = 8;
        var labels = SpanLabels.For(withEnds: true, Kinds);
        var numbers = labels.Index().ToDictionary(pair => pair.Item, pair => pair.Index, StringComparer.Ordinal);
        var perceptron = new Perceptron(labels, steps: 1);
        var examples = train.SelectMany(Documents).SelectMany(document => Examples(document, numbers)).ToList();
        perceptron.Train(examples, epochs, cutoff: 2, "entities");
        using (var file = File.Create(output))
        {
            perceptron.Save(file, least: 0.05f);
        }
        using var read = File.OpenRead(output);
        var model = ModelFile.Load(read);
        foreach (var file in held)
        {
            Score(file, model, numbers);
        }
    }

    private static void Score(string file, SequenceModel model, Dictionary<string, int> numbers)
    {
        var (right, told, gold, rightSpans) = (0, 0, 0, 0);
        foreach (var document in Documents(file))
        {
            foreach (var example in Examples(document, numbers))
            {
                var wanted = MainKinds(model, example.Gold);
                var found = MainKinds(model, model.Decode(example.Features));
                right += wanted.Intersect(found).Count();
                rightSpans += wanted
                    .Select(span => (span.First, span.Last))
                    .Intersect(found.Select(span => (span.First, span.Last)))
                    .Count();
                told += found.Count;
                gold += wanted.Count;
            }
        }
        Console.WriteLine(
            FormattableString.Invariant(
                $"{Path.GetFileName(file)}: people, organisations and places F1 {2.0 * right / (told + gold):0.000}, untyped among them {2.0 * rightSpans / (told + gold):0.000}"
            )
        );
    }

    private static List<(string Kind, int First, int Last)> MainKinds(SequenceModel model, int[] path) =>
        [.. SpanLabels.Spans(model.Labels, path).Where(span => span.Kind is "person" or "organisation" or "place")];

    private static IEnumerable<Example> Examples(
        List<List<(string Word, string Label)>> document,
        Dictionary<string, int> numbers
    )
    {
        var sentences = document.Select(sentence => sentence.Select(token => token.Word).ToList()).ToList();
        var features = new EntityFeatures(sentences);
        foreach (var (words, labelled) in sentences.Zip(document))
        {
            var gold = new int[words.Count];
            for (var i = 0; i < gold.Length; i++)
            {
                var kind = Kind(labelled[i].Label);
                if (kind is not null)
                {
                    var first = labelled[i].Label[0] == 'B' || i == 0 || Kind(labelled[i - 1].Label) != kind;
                    var last =
                        i == gold.Length - 1 || labelled[i + 1].Label[0] == 'B' || Kind(labelled[i + 1].Label) != kind;
                    gold[i] = numbers[SpanLabels.Of(withEnds: true, kind, first, last)];
                }
            }
            yield return new Example(features.Of(words), gold);
        }
    }

    private static string? Kind(string label) =>
        label.Split('-', 2) is [_, var kind]
            ? kind switch
            {
                "PER" => "person",
                "ORG" => "organisation",
                "LOC" or "FAC" or "GPE" => "place",
                "NORP" => "group",
                "MISC" or "PROD" => "other",
                _ => null,
            }
            : null;

    private static IEnumerable<List<List<(string Word, string Label)>>> Documents(string file)
    {
        var document = new List<List<(string, string)>>();
        var sentence = new List<(string, string)>();
        foreach (var row in TextFile.Rows(file).Append(["-DOCSTART-"]))
        {
            if (row[0].Length > 0 && row[0] != "-DOCSTART-")
            {
                sentence.Add((row[0], row[^1]));
                continue;
            }
            if (sentence.Count > 0)
            {
                document.Add(sentence);
                sentence = [];
            }
            if (row[0] == "-DOCSTART-" && document.Count > 0)
            {
                yield return document;
                document = [];
            }
        }
    }
}
