namespace Perennial.Weave.Timelines;

/// <summary>Chooses the sentence that tells best what happened on a day.</summary>
internal static class DaySentences
{
    // A sentence that names the day tells of it; one that merely appeared then may tell of anything.
    private const double ForNaming = 1.5;

    // The best may be one whose words must not be shown.
    private const int Most = 3;

    /// <summary>The sentences whose words most origins use of that day, the best first, each of another article; the earliest of those alike.</summary>
    public static IReadOnlyList<DatedSentence> Best(IReadOnlyList<DaySentence> sentences)
    {
        var worded = sentences
            .Select(sentence => (Sentence: sentence, Words: sentence.Telling))
            .Where(pair => pair.Words.Count > 0)
            .ToList();
        var voices = worded
            .SelectMany(pair => pair.Words.Select(word => (Word: word, pair.Sentence.Origin)))
            .Distinct()
            .CountBy(pair => pair.Word, StringComparer.Ordinal)
            .ToDictionary(StringComparer.Ordinal);
        return
        [
            .. worded
                .Select(pair =>
                    (pair.Sentence, Score: Score(pair.Words, voices) * (pair.Sentence.Names ? ForNaming : 1))
                )
                .OrderByDescending(pair => pair.Score)
                .Select(pair => pair.Sentence.Said)
                .DistinctBy(said => said.Article)
                .Take(Most),
        ];
    }

    /// <summary>What others say too, for the root of how many words there are: neither the shortest nor the longest sentence wins by its length.</summary>
    private static double Score(HashSet<string> words, Dictionary<string, int> voices) =>
        words.Sum(word => Math.Log(1 + voices[word])) / Math.Sqrt(words.Count + 4.0);

    /// <summary>The words of a sentence that tell something.</summary>
    public static HashSet<string> Telling(string text)
    {
        const int most = 60;
        return [.. Words.Of(text, most).Select(word => word.Text).Where(word => !CommonWords.Contains(word))];
    }
}
