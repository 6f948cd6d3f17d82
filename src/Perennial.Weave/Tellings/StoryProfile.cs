using System.Globalization;
using Perennial.Weave.Stories;

namespace Perennial.Weave.Tellings;

/// <summary>What of a story is the same in every language: who and what is named, numbers, days, and when it is told.</summary>
internal sealed class StoryProfile
{
    private const int MostArticles = 20;
    private const int MostNames = 12;
    private const int MostText = 20_000;
    private const int MostNumbers = 400;

    private StoryProfile(string story, string language, IReadOnlyList<StoryArticle> newest)
    {
        (Story, Language) = (story, language);
        (Oldest, Newest) = (newest.Min(article => article.At), newest.Max(article => article.At));
        Names = newest
            .SelectMany(article =>
                article
                    .Article.Entities.Where(Counts)
                    .Select(entity => (Key: NameKey.Of(entity.Name), entity.Name))
                    .Where(name => name.Key.Length > 2)
                    .DistinctBy(name => name.Key)
            )
            .GroupBy(name => name.Key, StringComparer.Ordinal)
            .OrderByDescending(same => same.Count())
            .ThenBy(same => same.Key, StringComparer.Ordinal)
            .Take(MostNames)
            .ToDictionary(same => same.Key, same => same.First().Name, StringComparer.Ordinal);
        Numbers = newest
            .SelectMany(article => NumbersIn(article.Article.Text))
            .Take(MostNumbers * MostArticles)
            .ToHashSet();
        var told = newest.Select(article => DateOnly.FromDateTime(article.At.UtcDateTime)).ToHashSet();
        Days = newest
            .SelectMany(article => article.Article.Moments)
            .Select(moment =>
                DateOnly.TryParseExact(
                    moment.Value,
                    "yyyy-MM-dd",
                    CultureInfo.InvariantCulture,
                    DateTimeStyles.None,
                    out var day
                )
                    ? day
                    : (DateOnly?)null
            )
            .OfType<DateOnly>()
            // "On Thursday" is the day of every report of Thursday.
            .Where(day => !told.Contains(day))
            .ToHashSet();
    }

    /// <summary>The story.</summary>
    public string Story { get; }

    /// <summary>The language it is told in, without its region.</summary>
    public string Language { get; }

    /// <summary>When the first of its newest articles was published.</summary>
    public DateTimeOffset Oldest { get; }

    /// <summary>When the last was.</summary>
    public DateTimeOffset Newest { get; }

    /// <summary>The names that most of its articles have, by their keys.</summary>
    public IReadOnlyDictionary<string, string> Names { get; }

    /// <summary>The numbers in its articles that tell something.</summary>
    public IReadOnlySet<long> Numbers { get; }

    /// <summary>The days that its articles name, but for those on which they were published.</summary>
    public IReadOnlySet<DateOnly> Days { get; }

    /// <summary>The profile of a story.</summary>
    /// <param name="story">The story's id.</param>
    /// <param name="language">Its language as a BCP 47 tag.</param>
    /// <param name="articles">Its articles, in order of arrival.</param>
    /// <returns><see langword="null"/> for a story without articles.</returns>
    public static StoryProfile? Of(string story, string language, IReadOnlyList<StoryArticle> articles)
    {
        var newest = articles.Where(article => article.EchoOf is null).TakeLast(MostArticles).ToList();
        return newest.Count == 0 ? null : new StoryProfile(story, language.Split('-')[0].ToLowerInvariant(), newest);
    }

    private static bool Counts(Entity entity) =>
        entity.Kind is EntityKind.Organisation or EntityKind.Place
        || (entity.Kind == EntityKind.Person && entity.Name.Contains(' ', StringComparison.Ordinal));

    /// <summary>The whole numbers of a text whatever parts their thousands: no times, no years, nothing that any story has.</summary>
    private static IEnumerable<long> NumbersIn(string text)
    {
        const int fewest = 13;
        var found = 0;
        for (var i = 0; i < Math.Min(text.Length, MostText) && found < MostNumbers; i++)
        {
            if (!char.IsAsciiDigit(text[i]))
            {
                continue;
            }
            var start = i;
            long value = 0;
            while (i < text.Length && i - start < 18 && (char.IsAsciiDigit(text[i]) || IsThousands(text, i)))
            {
                value = char.IsAsciiDigit(text[i]) ? (value * 10) + (text[i] - '0') : value;
                i++;
            }
            var isPart =
                (start > 0 && (char.IsLetterOrDigit(text[start - 1]) || text[start - 1] is ':' or '.' or ',' or '/'))
                || (i < text.Length && (char.IsLetterOrDigit(text[i]) || text[i] is ':' or '/'))
                || (i + 1 < text.Length && text[i] is '.' or ',' && char.IsAsciiDigit(text[i + 1]));
            if (!isPart && value >= fewest && value is not (>= 1900 and <= 2100))
            {
                found++;
                yield return value;
            }
        }
    }

    private static bool IsThousands(string text, int i) =>
        text[i] is '.' or ',' or ' ' or '\u00A0' or '\u202F' or '’' or '\''
        && i > 0
        && char.IsAsciiDigit(text[i - 1])
        && i + 3 < text.Length
        && char.IsAsciiDigit(text[i + 1])
        && char.IsAsciiDigit(text[i + 2])
        && char.IsAsciiDigit(text[i + 3])
        && (i + 4 >= text.Length || !char.IsAsciiDigit(text[i + 4]));
}
