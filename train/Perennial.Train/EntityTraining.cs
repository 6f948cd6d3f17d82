using System.Diagnostics;
using Perennial.Read.Languages;
using Perennial.Read.Languages.English;
using Perennial.Read.Models;

namespace Perennial.Train;

/// <summary>Trains the entity model on sets of labelled tokens.</summary>
internal static class EntityTraining
{
    private const int Epochs = 12;
    private const int Cutoff = 2;
    private const float Least = 0.05f;
    private const float Dropout = 0.25f;

    private static readonly string[] Labels = SpanLabels.For(withEnds: true, Enum.GetNames<EntityKind>());

    /// <summary>Trains on some files and writes the model; scores it on others.</summary>
    /// <param name="output">The model's file.</param>
    /// <param name="train">Files to learn from, or a folder of our own texts.</param>
    /// <param name="held">Files to score on; never learnt from.</param>
    public static void Run(string output, IReadOnlyList<string> train, IReadOnlyList<string> held)
    {
        var perceptron = new Perceptron(Labels);
        perceptron.Train([.. train.SelectMany(Examples)], Epochs, Cutoff, Dropout, "entities");
        using (var file = File.Create(output))
        {
            PackedFile.Write(file, writer => perceptron.Write(writer, Least));
        }
        using var read = File.OpenRead(output);
        var tagger = new EntityTagger(PackedFile.Read(read, SequenceModel.Read));
        foreach (var file in held)
        {
            Score(file, tagger);
        }
    }

    private static void Score(string file, EntityTagger tagger)
    {
        var (right, told, gold, rightSpans, tokens) = (0, 0, 0, 0, 0);
        var watch = new Stopwatch();
        foreach (var text in LabelledText.Of(file))
        {
            watch.Start();
            var all = tagger.Names(text.Prose, WordFacts.Of(text.Prose));
            watch.Stop();
            tokens += text.Prose.Tokens.Count;
            var found = all.Where(name => IsMain(name.Kind))
                .Select(name => (name.Kind, text.Prose.Tokens[name.First].Start, text.Prose.Tokens[name.Last - 1].End))
                .ToHashSet();
            var wanted = Spans(text.Tokens).Where(span => IsMain(span.Kind)).ToHashSet();
            right += wanted.Intersect(found).Count();
            rightSpans += wanted
                .Select(span => (span.Start, span.End))
                .Intersect(found.Select(span => (span.Item2, span.Item3)))
                .Count();
            told += found.Count;
            gold += wanted.Count;
        }
        Console.WriteLine(
            FormattableString.Invariant(
                $"{Path.GetFileName(file)}: people, organisations and places F1 {2.0 * right / (told + gold):0.0000} (P {1.0 * right / told:0.000} R {1.0 * right / gold:0.000}), untyped among them {2.0 * rightSpans / (told + gold):0.0000}; {tokens / watch.Elapsed.TotalSeconds:0} tokens/s"
            )
        );
    }

    private static bool IsMain(EntityKind kind) =>
        kind is EntityKind.Person or EntityKind.Organisation or EntityKind.Place;

    private static IEnumerable<Example> Examples(string file)
    {
        var texts = (Directory.Exists(file) ? LabelledText.OfOwn(file) : LabelledText.Of(file)).ToList();
        var knowsGroups = texts.Exists(text => text.Tokens.Any(token => token.Label is "B-NORP"));
        return texts.SelectMany(text => Examples(text, knowsGroups));
    }

    private static IEnumerable<Example> Examples(LabelledText text, bool knowsGroups)
    {
        var prose = text.Prose;
        // In a set without groups, which leaves peoples out or counts them among other names, a list must do.
        var gold = new int[prose.Tokens.Count];
        for (var i = 0; i < gold.Length; i++)
        {
            gold[i] = !knowsGroups && Countries.IsPeople(prose.Tokens[i].Text) ? Single(EntityKind.Group) : 0;
        }
        var at = 0;
        foreach (var (kind, start, end) in Spans(text.Tokens))
        {
            while (at < gold.Length && prose.Tokens[at].Start < start)
            {
                at++;
            }
            var first = at;
            while (at < gold.Length && prose.Tokens[at].End <= end)
            {
                at++;
            }
            if (at == first + 1 && kind == EntityKind.Other && gold[first] != 0)
            {
                continue;
            }
            for (var i = first; i < at; i++)
            {
                gold[i] = Array.IndexOf(
                    Labels,
                    SpanLabels.Of(withEnds: true, kind.ToString(), isFirst: i == first, isLast: i == at - 1)
                );
            }
        }
        var features = new EntityFeatures(prose, text.Words);
        foreach (var sentence in prose.Sentences)
        {
            var sequence = new FeatureSequence();
            features.AddTo(sequence, sentence);
            yield return new Example(sequence, gold[sentence.First..sentence.Last]);
        }
    }

    private static int Single(EntityKind kind) =>
        Array.IndexOf(Labels, SpanLabels.Of(withEnds: true, kind.ToString(), isFirst: true, isLast: true));

    private static List<(EntityKind Kind, int Start, int End)> Spans(IReadOnlyList<LabelledToken> tokens)
    {
        var spans = new List<(EntityKind Kind, int Start, int End)>();
        var open = false;
        foreach (var (start, end, _, label) in tokens)
        {
            if (Kind(label) is not { } kind)
            {
                open = false;
            }
            else if (open && label[0] == 'I' && spans[^1].Kind == kind)
            {
                spans[^1] = (kind, spans[^1].Start, end);
            }
            else
            {
                spans.Add((kind, start, end));
                open = true;
            }
        }
        return spans;
    }

    private static EntityKind? Kind(string label) =>
        label.Split('-', 2) is [_, var kind]
            ? kind switch
            {
                "PER" => EntityKind.Person,
                "ORG" => EntityKind.Organisation,
                "LOC" or "FAC" or "GPE" => EntityKind.Place,
                "NORP" => EntityKind.Group,
                "MISC" or "PROD" => EntityKind.Other,
                _ => null,
            }
            : null;
}
