using System.Globalization;

namespace Perennial.Weave.Timelines;

/// <summary>A day that a story's articles speak of, with what they say about it.</summary>
internal sealed class StoryDay(DateOnly date)
{
    // One article that says "Monday" ten times is one voice; the second time it still means more than a passing mention.
    private const int MostMentions = 2;

    // News of the day says no date. Both swept in docs/decisions/timelines.md.
    private const double PublishedThatDay = 0.3;

    private const int MostSentences = 200;
    private const int MostMoments = 2000;

    private readonly Dictionary<string, (int Mentions, bool Published)> origins = new(StringComparer.Ordinal);
    private readonly List<string> articles = [];
    private readonly List<DaySentence> sentences = [];

    public DateOnly Date { get; } = date;

    public IReadOnlyList<string> Articles => articles;

    public IReadOnlyList<DaySentence> Sentences => sentences;

    public int Origins => origins.Count;

    /// <summary>How many origins speak of it, those that only appeared that day for less.</summary>
    public double Weight =>
        origins.Values.Sum(voice => Math.Min(voice.Mentions, MostMentions) + (voice.Published ? PublishedThatDay : 0));

    /// <summary>The days that some articles speak of, in order.</summary>
    public static IReadOnlyList<StoryDay> In(IReadOnlyList<DatedArticle> articles)
    {
        var days = new SortedDictionary<DateOnly, StoryDay>();
        foreach (var article in articles)
        {
            var origin = article.EchoOf ?? article.Id;
            var counts = new Dictionary<DateOnly, int>();
            foreach (var moment in article.Moments.Take(MostMoments))
            {
                if (DayOf(moment) is { } date)
                {
                    counts[date] = counts.GetValueOrDefault(date) + 1;
                    Day(date)
                        .Say(article, origin, Sentence.Around(article.Text, moment.Start, moment.End), names: true);
                }
            }
            foreach (var (date, count) in counts)
            {
                var day = Day(date);
                var voice = day.origins.GetValueOrDefault(origin);
                // An echo says nothing again; it may be the fuller copy.
                day.origins[origin] = voice with
                {
                    Mentions = Math.Max(voice.Mentions, count),
                };
                day.Carry(article.Id);
            }
            if (article.Published is { } published)
            {
                var day = Day(published);
                day.origins[origin] = day.origins.GetValueOrDefault(origin) with { Published = true };
                day.Carry(article.Id);
                day.Say(article, origin, Sentence.First(article.Text), names: false);
            }
        }
        return [.. days.Values];

        StoryDay Day(DateOnly date)
        {
            if (!days.TryGetValue(date, out var day))
            {
                days.Add(date, day = new StoryDay(date));
            }
            return day;
        }
    }

    private void Carry(string article)
    {
        if (articles is not [.., var last] || last != article)
        {
            articles.Add(article);
        }
    }

    private void Say(DatedArticle article, string origin, (int Start, int End)? place, bool names)
    {
        if (place is var (start, end) && sentences.Count < MostSentences)
        {
            sentences.Add(
                new DaySentence(new DatedSentence(article.Id, start, end, article.Text[start..end]), origin, names)
            );
        }
    }

    /// <summary>The day of a moment; <see langword="null"/> for a month, a season, or what hangs on an unknown date.</summary>
    private static DateOnly? DayOf(Moment moment) =>
        moment.Value is { Length: >= 10 } value
        && !value.Contains('/', StringComparison.Ordinal)
        && DateOnly.TryParseExact(
            value.AsSpan(0, 10),
            "yyyy-MM-dd",
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var day
        )
            ? day
            : null;
}

/// <summary>A sentence that may tell what happened on a day.</summary>
/// <param name="Said">Where it stands, with its words.</param>
/// <param name="Origin">The origin that its article goes back to.</param>
/// <param name="Names">Whether it names the day.</param>
internal sealed record DaySentence(DatedSentence Said, string Origin, bool Names);
