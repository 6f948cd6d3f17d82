namespace Perennial.Weave.Timelines;

/// <summary>A day that a story's articles speak of, with what they say about it.</summary>
internal sealed class StoryDay(DateOnly date)
{
    // One article that says "Monday" ten times is one voice; the second time it still means more than a passing mention.
    private const int MostMentions = 2;

    // News of the day says no date. Both swept in docs/decisions/timelines.md.
    private const double PublishedThatDay = 0.3;

    private const int MostSentences = 200;

    private readonly Dictionary<string, (int Mentions, bool Published)> origins = new(StringComparer.Ordinal);
    private readonly List<string> articles = [];
    private readonly List<DaySentence> sentences = [];
    private IReadOnlyList<DatedSentence>? best;

    public DateOnly Date { get; } = date;

    public IReadOnlyList<string> Articles => articles;

    public int Origins => origins.Count;

    /// <summary>How many origins speak of it, those that only appeared that day for less.</summary>
    public double Weight =>
        origins.Values.Sum(voice => Math.Min(voice.Mentions, MostMentions) + (voice.Published ? PublishedThatDay : 0));

    /// <summary>The sentences that tell best what happened; none when no sentence does.</summary>
    public IReadOnlyList<DatedSentence> Best => best ??= DaySentences.Best(sentences);

    /// <summary>Takes in what an article says of the day.</summary>
    /// <param name="article">The article.</param>
    /// <param name="moments">Its moments of that day.</param>
    /// <param name="published">Whether it was published that day.</param>
    public void Add(DatedArticle article, IReadOnlyList<Moment> moments, bool published)
    {
        var origin = article.EchoOf ?? article.Id;
        foreach (var moment in moments)
        {
            Say(article, origin, Sentence.Around(article.Text, moment.Start, moment.End), names: true);
        }
        var voice = origins.GetValueOrDefault(origin);
        origins[origin] = (
            // An echo says nothing again; it may be the fuller copy.
            Math.Max(voice.Mentions, moments.Count),
            voice.Published || published
        );
        articles.Add(article.Id);
        if (published)
        {
            Say(article, origin, Sentence.First(article.Text), names: false);
        }
    }

    private void Say(DatedArticle article, string origin, (int Start, int End)? place, bool names)
    {
        if (place is var (start, end) && sentences.Count < MostSentences)
        {
            best = null;
            sentences.Add(
                new DaySentence(new DatedSentence(article.Id, start, end, article.Text[start..end]), origin, names)
            );
        }
    }
}

/// <summary>A sentence that may tell what happened on a day.</summary>
/// <param name="Said">Where it stands, with its words.</param>
/// <param name="Origin">The origin that its article goes back to.</param>
/// <param name="Names">Whether it names the day.</param>
internal sealed record DaySentence(DatedSentence Said, string Origin, bool Names)
{
    /// <summary>Its words that tell something.</summary>
    public HashSet<string> Telling { get; } = DaySentences.Telling(Said.Text);
}
