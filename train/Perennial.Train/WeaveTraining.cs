using System.Globalization;
using Perennial.Weave;

namespace Perennial.Train;

/// <summary>Trains the judge that says whether two bundles of articles tell the same story, and tries it in streams.</summary>
internal static class WeaveTraining
{
    private const int Seed = 17;
    private const int Rounds = 2;
    private const double Penalty = 1;

    // The first so many numbers of a row.
    private const int Simplest = 19;
    private const double WindowDays = 14;

    /// <summary>Trains on all of the set, after trying every choice on each half with what was learnt from the other.</summary>
    public static void Run(string output, string set, string background)
    {
        var labelled = StoryStreams.Read(set);
        var rest = StoryStreams.Read(background);
        var middle = labelled.GroupBy(one => one.Story!).OrderBy(story => story.Min(StoryStreams.At)).ToList();
        HashSet<string>[] halves =
        [
            [.. middle.Take(middle.Count / 2).Select(story => story.Key)],
            [.. middle.Skip(middle.Count / 2).Select(story => story.Key)],
        ];
        var folds = halves
            .Select(half =>
            {
                var mine = labelled.FindAll(one => half.Contains(one.Story!));
                var theirs = labelled.FindAll(one => !half.Contains(one.Story!));
                return (Streams: Streams(mine, rest), Judge: Fitted(Streams(theirs, rest)));
            })
            .ToList();
        foreach (var join in new[] { 0.4f, 0.45f, 0.5f })
        {
            foreach (var merge in new[] { 0.45f, 0.5f })
            {
                Print($"join {join:0.00} merge {merge:0.00} ");
                foreach (var name in folds[0].Streams.Keys)
                {
                    var scores = folds
                        .Select(fold =>
                            Woven(
                                fold.Streams[name],
                                new WeaverSettings(new SameStory(fold.Judge.Texts, fold.Judge.Headlines))
                                {
                                    JoinAt = join,
                                    MergeAt = merge,
                                    Echoes = false,
                                }
                            )
                        )
                        .ToList();
                    Print(
                        $"| {name} {scores.Average(s => s.Final.F1):0.000} {scores.Average(s => s.Final.PairF1):0.000} ({scores.Average(s => s.Online.F1):0.000}) "
                    );
                }
                Console.WriteLine();
            }
        }
        var (texts, headlines) = Fitted(Streams(labelled, rest));
        for (var i = 0; i < texts.Length; i++)
        {
            Print($"{SameStory.Features[i]}: {texts[i]:0.000} {headlines[i]:0.000}\n");
        }
        File.WriteAllLines(
            output,
            new[] { texts, headlines }.Select(row =>
                string.Join(' ', row.Select(weight => weight.ToString("R", CultureInfo.InvariantCulture)))
            )
        );
    }

    private static Dictionary<string, List<LabelledArticle>> Streams(
        List<LabelledArticle> set,
        List<LabelledArticle> background
    ) =>
        new()
        {
            ["plain"] = StoryStreams.Plain(set),
            ["items"] = StoryStreams.Items(set),
            ["dense"] = StoryStreams.Dense([.. set.Concat(background)], 12),
            ["heads"] = StoryStreams.Headlines(set),
            ["flood"] = StoryStreams.Flood(set, 40, 4, 4, 0),
            ["varied flood"] = StoryStreams.Flood(set, 40, 2, 5, 0),
            ["noisy flood"] = StoryStreams.Flood(set, 40, 3, 3, 1),
            ["noisier flood"] = StoryStreams.Flood(set, 40, 2, 3, 2),
            ["noisiest flood"] = StoryStreams.Flood(set, 40, 2, 2, 4),
        };

    /// <summary>What the weaver makes of a stream: at once, and after merges.</summary>
    private static (ClusterScores Online, ClusterScores Final) Woven(
        List<LabelledArticle> stream,
        WeaverSettings settings
    )
    {
        var weaving = new Weaving(new Weaver(settings));
        var gold = stream.ToDictionary(one => one.Article.Id, one => one.Story, StringComparer.Ordinal);
        var online = stream.Select(one => weaving.Place(one.Article)).Select(step => (step.Id, step.Story)).ToList();
        return (Scores(online), Scores(weaving.Finals()));

        ClusterScores Scores(IEnumerable<(string Id, string? Story)> placed) =>
            ClusterScores.Of([
                .. placed
                    .Where(one => gold[one.Id] is not null)
                    .Select(one => (gold[one.Id]!, one.Story ?? "alone " + one.Id)),
            ]);
    }

    private static (float[] Texts, float[] Headlines) Fitted(Dictionary<string, List<LabelledArticle>> streams)
    {
        var examples = streams.ToDictionary(
            stream => stream.Key,
            stream => Examples(stream.Value).ToList(),
            StringComparer.Ordinal
        );
        var judge = Fitted(examples);
        for (var round = 0; round < Rounds; round++)
        {
            foreach (var (name, stream) in streams)
            {
                examples[name].AddRange(Asked(stream, new SameStory(judge.Texts, judge.Headlines)));
            }
            judge = Fitted(examples);
        }
        return judge;
    }

    private static (float[] Texts, float[] Headlines) Fitted(Dictionary<string, List<(float[] Row, bool Same)>> streams)
    {
        return (Of(false), Of(true));

        float[] Of(bool headlines)
        {
            var (rows, labels, importance) = (new List<float[]>(), new List<bool>(), new List<double>());
            foreach (
                var examples in streams
                    .Where(stream => headlines ? IsForHeadlines(stream.Key) : IsForTexts(stream.Key))
                    .Select(stream => stream.Value)
            )
            {
                rows.AddRange(examples.Select(example => headlines ? Simple(example.Row) : example.Row));
                labels.AddRange(examples.Select(example => example.Same));
                importance.AddRange(examples.Select(_ => 1000.0 / examples.Count));
            }
            return LogisticRegression.Fit(rows, labels, importance, Penalty);
        }
    }

    private static bool IsForTexts(string stream) => !stream.StartsWith("nois", StringComparison.Ordinal);

    private static bool IsForHeadlines(string stream) =>
        stream == "heads" || stream.StartsWith("nois", StringComparison.Ordinal);

    // What headlines share differs more from stream to stream: fewer numbers go less astray.
    private static float[] Simple(float[] row) => [.. row.Select((number, i) => i < Simplest ? number : 0)];

    /// <summary>What the weaver itself asks the judge while it weaves a stream: the parts of stories that it really meets.</summary>
    private static List<(float[] Row, bool Same)> Asked(List<LabelledArticle> stream, SameStory judge)
    {
        var gold = stream.ToDictionary(one => one.Article.Id, one => one.Story, StringComparer.Ordinal);
        var asked = new List<(float[] Row, bool Same)>();
        var weaving = new Weaving(
            new Weaver(
                new WeaverSettings(judge)
                {
                    JoinAt = 0.4f,
                    MergeAt = 0.4f,
                    Echoes = false,
                    Asked = Note,
                }
            )
        );
        stream.ForEach(one => weaving.Place(one.Article));
        return asked;

        void Note(Bundle one, Bundle other, float[] row)
        {
            if (Story(one) is { } mine && Story(other) is { } theirs)
            {
                asked.Add((row, mine == theirs));
            }
        }

        // Of a mixed bundle the story that most of it tells; of one that tells several equally, none.
        string? Story(Bundle bundle)
        {
            var first = bundle.Members.CountBy(member => gold[member.Id] ?? "").MaxBy(pair => pair.Value);
            return first.Key.Length > 0 && first.Value >= 0.6 * bundle.Members.Count ? first.Key : null;
        }
    }

    /// <summary>Each article beside parts of its own story and of others that share a word with it; and parts beside parts.</summary>
    private static IEnumerable<(float[] Row, bool Same)> Examples(List<LabelledArticle> stream)
    {
        var random = new Random(Seed);
        var table = new TermTable();
        var stories = new Dictionary<string, List<Sketch>>(StringComparer.Ordinal);
        foreach (var (article, gold) in stream)
        {
            var sketch = Sketch.Of(article, article.Published!.Value, table);
            table.Count(sketch.All.Keys);
            if (gold is null)
            {
                continue;
            }
            var alone = new Bundle(sketch);
            foreach (var (story, past) in stories)
            {
                var recent = past.FindAll(one => (sketch.At - one.At).TotalDays < WindowDays);
                if (recent.Count == 0)
                {
                    continue;
                }
                var part = Part(recent, random);
                if (alone.All.Product(part.All) / part.All.Length < 0.03f)
                {
                    continue;
                }
                yield return (SameStory.Row(alone, part), story == gold);
                if (stories.TryGetValue(gold, out var own) && own.Count > 0 && (story != gold || recent.Count > 1))
                {
                    if (story != gold)
                    {
                        yield return (SameStory.Row(Part([.. own, sketch], random), part), false);
                    }
                    else
                    {
                        var mixed = recent.OrderBy(_ => random.Next()).ToList();
                        var cut = random.Next(1, mixed.Count);
                        yield return (
                            SameStory.Row(
                                Bundle.Of([.. mixed.Take(cut).OrderBy(one => one.At)]),
                                Bundle.Of([.. mixed.Skip(cut).OrderBy(one => one.At)])
                            ),
                            true
                        );
                    }
                }
            }
            if (!stories.TryGetValue(gold, out var articles))
            {
                stories.Add(gold, articles = []);
            }
            articles.Add(sketch);
        }
    }

    private static Bundle Part(List<Sketch> articles, Random random)
    {
        var count = random.Next(1, articles.Count + 1);
        return Bundle.Of([.. articles.OrderBy(_ => random.Next()).Take(count).OrderBy(one => one.At)]);
    }

    private static void Print(FormattableString text) => Console.Write(text.ToString(CultureInfo.InvariantCulture));
}
