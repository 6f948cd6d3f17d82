namespace Perennial.Weave.Timelines;

/// <summary>The dated moments of a story: the days that most independent origins speak of, spread over its life.</summary>
public static class Timeline
{
    // A day beside one that is told already often tells the same: swept in docs/decisions/timelines.md.
    private const double BesideAnother = 0.8;

    // What one article names once in passing is no moment of the story.
    private const double InPassing = 2;

    private const int FewestDates = 3;
    private const int MostDates = 100;

    /// <summary>The days of a story in order.</summary>
    /// <param name="articles">The story's articles, in order of arrival.</param>
    /// <param name="dates">How many days; <see langword="null"/> for as many as the story has that are loud.</param>
    public static IReadOnlyList<TimelineDate> Of(IReadOnlyList<DatedArticle> articles, int? dates = null)
    {
        var days = new StoryDays();
        foreach (var article in articles)
        {
            days.Add(article);
        }
        return Of(days, dates);
    }

    /// <summary>The days of a story in order.</summary>
    /// <param name="story">The days that its articles speak of.</param>
    /// <param name="dates">How many; <see langword="null"/> for as many as are loud.</param>
    /// <param name="atLeast">How many more than those, when so many are no passing mentions.</param>
    internal static IReadOnlyList<TimelineDate> Of(StoryDays story, int? dates = null, int atLeast = 0)
    {
        var days = story.All;
        var weights = days.ToDictionary(day => day.Date, day => day.Weight);
        var most =
            dates
            ?? Math.Max(Fair(weights.Values), Math.Min(atLeast, weights.Values.Count(weight => weight >= InPassing)));
        var chosen = new List<StoryDay>();
        while (chosen.Count < most && weights.Count > 0)
        {
            var loudest = weights.MaxBy(pair => (pair.Value, -pair.Key.DayNumber)).Key;
            weights.Remove(loudest);
            chosen.Add(days.First(day => day.Date == loudest));
            Soften(weights, loudest.DayNumber - 1);
            Soften(weights, loudest.DayNumber + 1);
        }
        return [.. chosen.OrderBy(day => day.Date).Select(ToDate)];
    }

    /// <summary>
    /// As many days as would be there if all were equally loud: the inverse of Simpson's index over the weights. A story told
    /// on one day has few, one that moved for months has many.
    /// </summary>
    private static int Fair(IReadOnlyCollection<double> weights)
    {
        // In a story of few articles passing mentions are all there is.
        List<double> loud = [.. weights.Where(weight => weight >= InPassing)];
        loud = loud.Count >= FewestDates ? loud : [.. weights];
        var (sum, squares) = (loud.Sum(), loud.Sum(weight => weight * weight));
        return squares > 0 ? Math.Clamp((int)Math.Round(sum * sum / squares), FewestDates, MostDates) : 0;
    }

    private static void Soften(Dictionary<DateOnly, double> weights, int day)
    {
        if (
            day >= 0
            && day <= DateOnly.MaxValue.DayNumber
            && DateOnly.FromDayNumber(day) is var date
            && weights.ContainsKey(date)
        )
        {
            weights[date] *= BesideAnother;
        }
    }

    private static TimelineDate ToDate(StoryDay day) =>
        new(day.Date, day.Best, [.. day.Articles], day.Origins, day.Weight);
}

/// <summary>A day of a story.</summary>
/// <param name="Date">The day.</param>
/// <param name="Sentences">The sentences that say best what happened, the best first, each of another article; empty when none does.</param>
/// <param name="Carriers">The ids of the articles that speak of it, in order of arrival.</param>
/// <param name="Origins">How many independent origins they go back to.</param>
/// <param name="Weight">How loud the day is.</param>
public sealed record TimelineDate(
    DateOnly Date,
    IReadOnlyList<DatedSentence> Sentences,
    IReadOnlyList<string> Carriers,
    int Origins,
    double Weight
);

/// <summary>A sentence of a timeline.</summary>
/// <param name="Article">The article it stands in.</param>
/// <param name="Start">Where it begins in the article's text.</param>
/// <param name="End">Where it ends.</param>
/// <param name="Text">Its words.</param>
public sealed record DatedSentence(string Article, int Start, int End, string Text);
