using Perennial.Read.Languages;
using Perennial.Read.Languages.English;
using Perennial.Read.Models;

namespace Perennial.Train;

/// <summary>Trains the judge of how likely a statement and its source are right.</summary>
internal static class JudgeTraining
{
    private const int Trees = 160;
    private const int Leaves = 8;
    private const int Folds = 5;
    private const float PartlyCounts = 0.5f;

    /// <summary>Trains on what a tagger finds in texts that it has not seen, and prints what thresholds would do.</summary>
    public static TreeEnsemble Train(SpeechTagger tagger, List<AnnotatedText> texts)
    {
        var examples = texts.SelectMany((text, number) => Examples(tagger, text, number)).ToList();
        var gold = texts.Sum(text => text.Statements.Count);
        var judged = new List<(float Likely, Example Example)>();
        for (var fold = 0; fold < Folds; fold++)
        {
            var rest = examples.FindAll(example => example.Text % Folds == fold);
            var likely = Grow(examples.FindAll(example => example.Text % Folds != fold))
                .Probabilities([.. rest.Select(example => example.Row)]);
            judged.AddRange(rest.Select((example, i) => (likely[i], example)));
        }
        foreach (var threshold in new[] { 0.4f, 0.5f, 0.6f, 0.65f, 0.7f, 0.75f, 0.8f, 0.85f })
        {
            var sure = judged.Where(pair => pair.Likely >= threshold && pair.Example.Named).ToList();
            var (right, none) = (
                sure.Count(pair => pair.Example.Match == Match.Right),
                sure.Count(pair => pair.Example.Match == Match.None)
            );
            var matched = right + sure.Count(pair => pair.Example.Match == Match.Wrong);
            Console.WriteLine(
                FormattableString.Invariant(
                    $"people named as speakers from {threshold}: {right / (double)(matched + none):0.000} right, {(double)matched / gold:0.000} of all"
                )
            );
        }
        return Grow(examples);
    }

    private static TreeEnsemble Grow(List<Example> examples) =>
        TreeTraining.Train(
            [.. examples.Select(example => example.Row)],
            [.. examples.Select(example => example.Match is Match.Right or Match.Partly)],
            [.. examples.Select(example => example.Match == Match.Partly ? PartlyCounts : 1f)],
            Trees,
            Leaves
        );

    private static IEnumerable<Example> Examples(SpeechTagger tagger, AnnotatedText text, int number)
    {
        var (found, rows) = tagger.FindWithRows(text.Prose, text.Words, text.Names);
        for (var i = 0; i < found.Count; i++)
        {
            var named =
                found[i].Source is { } source
                && text.Names.Exists(name =>
                    name.Kind == EntityKind.Person && SpeechParts.Overlap(new Span(name.First, name.Last), source)
                );
            yield return new Example(rows[i], MatchOf(text, found[i]), named, number);
        }
    }

    /// <summary>What people marked where this statement stands.</summary>
    private static Match MatchOf(AnnotatedText text, Attribution said)
    {
        var words = Words(text, said.Content);
        var best = Match.None;
        foreach (var gold in text.Statements)
        {
            var theirs = Words(text, gold.Content);
            var shared = words.Count(theirs.Contains);
            if (shared == 0)
            {
                continue;
            }
            var isSource = said.Source is { } source
                ? gold.Source.Exists(span => SpeechParts.Overlap(span, source))
                : gold.Source.Count == 0;
            var half = shared * 2 >= words.Count + theirs.Count - shared;
            var match =
                half && isSource ? Match.Right
                : half ? Match.Wrong
                : isSource ? Match.Partly
                : Match.PartlyWrong;
            best = match > best ? match : best;
        }
        return best;
    }

    private static HashSet<int> Words(AnnotatedText text, IEnumerable<Span> spans) =>
        [
            .. spans
                .SelectMany(span => Enumerable.Range(span.First, span.Length))
                .Where(token => text.Prose.Tokens[token].IsWord),
        ];

    private enum Match
    {
        None,
        PartlyWrong,
        Partly,
        Wrong,
        Right,
    }

    private sealed record Example(float[] Row, Match Match, bool Named, int Text);
}
