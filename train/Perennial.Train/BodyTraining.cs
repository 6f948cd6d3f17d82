using Perennial.Read.Models;
using Perennial.Read.Pages.Blocks;

namespace Perennial.Train;

/// <summary>Trains the model that tells which blocks of a page are the article's text.</summary>
internal static class BodyTraining
{
    private const int Trees = 150;
    private const int Leaves = 24;

    // Annotators of these pages marked a few segments each, so each counts for more.
    private const float SegmentWeight = 3;

    /// <summary>Trains on the pages of some sets, prints how well it does on sites that it has not seen, and writes the model.</summary>
    /// <param name="folders">The sets' folders.</param>
    /// <param name="output">The file to write.</param>
    public static void Run(IReadOnlyList<string> folders, string output)
    {
        // Once with the pages' own data and once without, so that the model doesn't lean on what a page may lack.
        var pages = folders
            .SelectMany(folder =>
                TrainingPages.Of(folder, withData: true).Concat(TrainingPages.Of(folder, withData: false))
            )
            .ToList();
        Console.WriteLine($"{pages.Count} pages, {pages.Sum(page => page.Blocks.Count)} blocks");

        // What the names and words say of a page is always learned from other sites' pages, as it will be in use.
        var weights = Folds(fold => Weights(pages.Where(page => page.Fold != fold)));
        var rows = pages
            .Select(page => BlockFeatures.Of(page.Blocks, page.Boxes, page.Clues, page.Totals, weights[page.Fold]))
            .ToList();
        var unseen = Folds(fold => Grown(pages, rows, page => page.Fold != fold));
        Report(pages, [.. rows.Select((page, i) => unseen[pages[i].Fold].Probabilities(page))]);

        using var file = File.Create(output);
        new BodyModel(Weights(pages), Grown(pages, rows, _ => true)).Write(file);
    }

    private static T[] Folds<T>(Func<int, T> train) => [.. Enumerable.Range(0, TrainingPages.Folds).Select(train)];

    private static HashedWeights Weights(IEnumerable<TrainingPage> pages) =>
        HashedTraining.Train([
            .. pages.SelectMany(page =>
                page.Labelled()
                    .Select(i => (BlockFeatures.Hashed(page.Blocks[i]), page.Labels[i] == true, Weight(page, i)))
            ),
        ]);

    private static TreeEnsemble Grown(List<TrainingPage> pages, List<float[][]> rows, Func<TrainingPage, bool> isIn)
    {
        var examples = pages
            .SelectMany(
                (page, p) => isIn(page) ? page.Labelled().Select(i => (Page: page, Row: rows[p][i], Block: i)) : []
            )
            .ToList();
        return TreeTraining.Train(
            [.. examples.Select(example => example.Row)],
            [.. examples.Select(example => example.Page.Labels[example.Block] == true)],
            [.. examples.Select(example => Weight(example.Page, example.Block))],
            Trees,
            Leaves
        );
    }

    /// <summary>How much a block counts: by its share of the article, and a little for being there at all.</summary>
    private static float Weight(TrainingPage page, int block) =>
        page.HasText
            ? Math.Clamp(60f * (page.Blocks[block].Words.Length + 30) / ((page.Truth.Length * 6) + 600), 0.1f, 6)
                * page.Trust
            : SegmentWeight;

    private static void Report(List<TrainingPage> pages, float[][] likely)
    {
        var texts = pages.Select((page, i) => (Page: page, Text: Text(page, likely[i]))).ToList();
        foreach (var set in texts.GroupBy(pair => pair.Page.Set))
        {
            var score = set.First().Page.HasText
                ? BodyScore.OfTexts([.. set.Select(pair => (pair.Page.Truth, pair.Text))])
                : BodyScore.OfSegments([.. set.Select(pair => (pair.Page, pair.Text))]);
            Console.WriteLine($"sites unseen: {set.Key} {score}");
        }
    }

    private static string Text(TrainingPage page, float[] likely)
    {
        var chosen = ChosenBlocks.Choice(page.Blocks, page.Boxes, page.Totals, likely);
        return string.Join('\n', page.Blocks.Where((_, i) => chosen[i]).Select(block => block.Words));
    }
}
