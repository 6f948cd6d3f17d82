using Perennial.Store.Views;

namespace Perennial.Publish.Parts;

/// <summary>A dated moment of a story.</summary>
public sealed record RecordedMoment
{
    /// <summary>The day.</summary>
    public required DateOnly Date { get; init; }

    /// <summary>How precise that is.</summary>
    public required string Precision { get; init; }

    /// <summary>The sentence that tells best what happened; <see langword="null"/> when it may not be shown.</summary>
    public string? Sentence { get; init; }

    /// <summary>Whether there is a sentence that may not be shown.</summary>
    public required bool Withheld { get; init; }

    /// <summary>The article of that sentence, else the first that speaks of the day.</summary>
    public required ArticleRow Row { get; init; }

    /// <summary>Where it stands.</summary>
    public required string Address { get; init; }

    /// <summary>How many articles speak of it.</summary>
    public required int Carried { get; init; }

    /// <summary>How many independent origins those go back to.</summary>
    public required int Origins { get; init; }

    /// <summary>The moment as it may be shown; <see langword="null"/> when no article that may be seen is known to speak of it.</summary>
    internal static RecordedMoment? Of(StoryMoment moment, CitedArticles articles)
    {
        var told = moment.Passages.Where(passage => articles.Row(passage) is not null).ToList();
        var named = moment.Articles.Select(articles.Row).OfType<ArticleRow>().ToList();
        if (told.Count == 0 && moment.Passages.Any(passage => articles.Row(passage.Article) is not null))
        {
            // Read again since; the story will be too.
            return null;
        }
        // The best of those that may be shown.
        var best = told.Find(passage => articles.Words(passage) is not null) ?? told.FirstOrDefault();
        if ((best is null ? named.FirstOrDefault() : articles.Row(best)) is not { } shown)
        {
            return null;
        }
        var carried = Math.Max(1, moment.Carried - (moment.Articles.Count - named.Count));
        return new RecordedMoment
        {
            Date = moment.Date,
            Precision = moment.Precision,
            Sentence = best is null ? null : articles.Words(best),
            Withheld = best is not null && articles.Words(best) is null,
            Row = shown,
            Address = best is null ? $"/articles/{shown.Id}" : articles.Address(best)!,
            Carried = carried,
            Origins = Math.Min(moment.Origins, carried),
        };
    }
}
