using System.Globalization;

namespace Perennial.Weave.Timelines;

/// <summary>The days that a story's articles speak of.</summary>
internal sealed class StoryDays
{
    private const int MostMoments = 2000;

    private readonly SortedDictionary<DateOnly, StoryDay> days = [];

    /// <summary>The days in order.</summary>
    public IReadOnlyCollection<StoryDay> All => days.Values;

    /// <summary>Takes in one more article.</summary>
    public void Add(DatedArticle article)
    {
        var told = article
            .Moments.Take(MostMoments)
            .Select(moment => (Date: DayOf(moment), Moment: moment))
            .Where(pair => pair.Date is not null)
            .ToLookup(pair => pair.Date!.Value, pair => pair.Moment);
        foreach (var date in told.Select(day => day.Key).Append(article.Published ?? default).Distinct())
        {
            if (told.Contains(date) || date == article.Published)
            {
                Day(date).Add(article, [.. told[date]], date == article.Published);
            }
        }
    }

    private StoryDay Day(DateOnly date)
    {
        if (!days.TryGetValue(date, out var day))
        {
            days.Add(date, day = new StoryDay(date));
        }
        return day;
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
