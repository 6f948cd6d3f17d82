using Perennial.Weave;

namespace Perennial.Train;

/// <summary>Counts in how many articles each word stands, so that a newsroom's first hours know common words from rare ones.</summary>
internal static class NewsWordsMaker
{
    private const int LeadWords = 100;

    /// <summary>Reads sets of articles (lines of JSON, or tokens with tags) and writes numbers of words with counts.</summary>
    public static void Make(string output, IEnumerable<string> sets)
    {
        var counts = new SortedDictionary<uint, int>();
        var articles = 0;
        foreach (var text in sets.SelectMany(Texts))
        {
            articles++;
            foreach (var term in Words.Of(text, LeadWords).Select(word => Fnv1a.Term(word.Text)).Distinct())
            {
                counts[term] = counts.GetValueOrDefault(term) + 1;
            }
        }
        using var file = new BinaryWriter(File.Create(output));
        file.Write(articles);
        foreach (var (term, count) in counts.Where(pair => pair.Value > 1))
        {
            file.Write(term);
            file.Write((ushort)Math.Min(ushort.MaxValue, count));
        }
    }

    private static IEnumerable<string> Texts(string set) =>
        set.Contains(".jsonl", StringComparison.Ordinal)
            ? StoryStreams.Read(set).Select(one => one.Article.Title + "\n" + one.Article.Text)
            : Tokens(set);

    private static IEnumerable<string> Tokens(string set)
    {
        var words = new List<string>();
        foreach (var row in TextFile.Rows(set))
        {
            if (row[0].StartsWith("-DOCSTART-", StringComparison.Ordinal) && words.Count > 0)
            {
                yield return string.Join(' ', words);
                words.Clear();
            }
            else if (row[0].Length > 0)
            {
                words.Add(row[0]);
            }
        }
        yield return string.Join(' ', words);
    }
}
