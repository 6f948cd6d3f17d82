namespace Perennial.Weave;

/// <summary>What the weaver keeps of an article: the words of each channel as weighted numbers, and when it came.</summary>
internal sealed class Sketch
{
    // Headlines say what a text is about: three times the weight; and the lead says it better than the whole text.
    // Both from the study behind docs/decisions/weaving.md.
    private const int TitleWeight = 3;
    private const int LeadWords = 60;

    // A headline in which so many of the longer words are capitals is written in the style that capitalises all of them.
    private const double TitleCase = 0.7;
    private const int LongerWord = 4;

    private const int MostShown = 12;

    /// <summary>The article's id.</summary>
    public required string Id { get; init; }

    /// <summary>When it was published.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Whether nothing but its headline is known.</summary>
    public required bool HeadlineOnly { get; init; }

    /// <summary>The words of the headline.</summary>
    public required Terms Title { get; init; }

    /// <summary>The words of headline and lead, those of the headline counted three times.</summary>
    public required Terms All { get; init; }

    /// <summary>The words of names.</summary>
    public required Terms Names { get; init; }

    /// <summary>Numbers.</summary>
    public required Terms Numbers { get; init; }

    /// <summary>The words that say most about it, as they are written; names first.</summary>
    public required IReadOnlyList<(uint Term, string Word)> Shown { get; init; }

    /// <summary>The sketch of an article, with the weights as they are now.</summary>
    public static Sketch Of(WovenArticle article, DateTimeOffset at, TermTable table)
    {
        var title = Words.Of(article.Title ?? "").ToList();
        var lead = Words.Of(article.Text, LeadWords + title.Count).ToList();
        if (Repeats(lead, title))
        {
            // Feeds without a description often give the headline again.
            lead.RemoveRange(0, title.Count);
        }
        lead.RemoveRange(Math.Min(LeadWords, lead.Count), Math.Max(0, lead.Count - LeadWords));
        var capitalsSayNothing = IsTitleCase(title);
        var (titles, all, names, numbers) = (Counts(), Counts(), Counts(), Counts());
        var written = new Dictionary<uint, string>();
        foreach (var word in title)
        {
            if (Take(word) is { } term)
            {
                Add(titles, term, 1);
                Add(all, term, TitleWeight);
                if (word.Capital && !capitalsSayNothing && !word.OpensSentence)
                {
                    Add(names, term, 1);
                }
            }
        }
        foreach (var word in lead)
        {
            if (Take(word) is { } term)
            {
                Add(all, term, 1);
                if (word.Capital && !word.OpensSentence)
                {
                    Add(names, term, 1);
                }
            }
        }
        foreach (var word in article.Names.SelectMany(name => Words.Of(name)))
        {
            if (!CommonWords.Contains(word.Text))
            {
                Add(names, Fnv1a.Term(word.Text), 1);
            }
        }
        var terms = Terms.Of(all, table, lead.Count == 0);
        return new Sketch
        {
            Id = article.Id,
            At = at,
            HeadlineOnly = lead.Count == 0,
            Title = Terms.Of(titles, table, lead.Count == 0),
            All = terms,
            Names = Terms.Of(names, table, lead.Count == 0),
            Numbers = Terms.Of(numbers, table, lead.Count == 0),
            Shown =
            [
                .. Enumerable
                    .Range(0, terms.Keys.Length)
                    .OrderByDescending(i => terms.Weights[i])
                    .ThenBy(i => terms.Keys[i])
                    .Take(MostShown)
                    .Select(i => (terms.Keys[i], written[terms.Keys[i]])),
            ],
        };

        static Dictionary<uint, int> Counts() => [];

        static void Add(Dictionary<uint, int> counts, uint term, int times) =>
            counts[term] = counts.GetValueOrDefault(term) + times;

        uint? Take(Word word)
        {
            if (CommonWords.Contains(word.Text))
            {
                return null;
            }
            var term = Fnv1a.Term(word.Text);
            written.TryAdd(term, word.Capital ? char.ToUpperInvariant(word.Text[0]) + word.Text[1..] : word.Text);
            if (char.IsDigit(word.Text[0]))
            {
                Add(numbers, term, 1);
            }
            return term;
        }
    }

    private static bool Repeats(List<Word> lead, List<Word> title) =>
        lead.Count >= title.Count
        && lead.Take(title.Count).Select(word => word.Text).SequenceEqual(title.Select(word => word.Text));

    private static bool IsTitleCase(List<Word> title)
    {
        var longer = title.FindAll(word => word.Text.Length >= LongerWord && char.IsLetter(word.Text[0]));
        return longer.Count(word => word.Capital) >= TitleCase * longer.Count;
    }
}
