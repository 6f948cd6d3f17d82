using Perennial.Store.Views;

namespace Perennial.Publish.Parts;

/// <summary>What stands beside a story's stream.</summary>
public sealed record StoryFacts
{
    private const int MostSpeakers = 12;
    private const int MostQuestions = 6;

    /// <summary>Who is quoted, most quoted first.</summary>
    public required IReadOnlyList<StorySpeaker> Speakers { get; init; }

    /// <summary>What is asked or called unknown.</summary>
    public required IReadOnlyList<StoryQuestion> Questions { get; init; }

    /// <summary>The articles that the sources still show, oldest first.</summary>
    public required IReadOnlyList<ArticleRow> Articles { get; init; }

    /// <summary>How many reports there are.</summary>
    public int Reports => Articles.Count;

    /// <summary>How many are left when those that repeat another are folded.</summary>
    public int Origins =>
        Articles.Count(article => article.Relation is not (EchoRelation.Copy or EchoRelation.Rewrite));

    /// <summary>The facts of a story as they stood at a position.</summary>
    internal static StoryFacts At(ViewSnapshot snapshot, PastReadings readings, string story, long position)
    {
        IReadOnlyList<ArticleRow> articles =
        [
            .. ArticleVersionsView.OfStory(snapshot, story, position).Select(readings.With).OfType<ArticleRow>(),
        ];
        var originals = articles.Where(article => article.EchoOf is null).ToList();
        return new StoryFacts
        {
            Articles = articles,
            Speakers =
            [
                .. originals
                    .SelectMany(article => article.Article!.Statements)
                    .Where(statement => statement.Speaker is { Sure: true, Name: not null })
                    .GroupBy(statement => statement.Speaker!.Name!)
                    .Select(said => new StorySpeaker
                    {
                        Name = said.Key,
                        Role = said.Max(statement => statement.Role),
                        Statements = said.Count(),
                    })
                    .OrderByDescending(speaker => speaker.Statements)
                    .ThenBy(speaker => speaker.Name, StringComparer.Ordinal)
                    .Take(MostSpeakers),
            ],
            Questions =
            [
                .. originals
                    .AsEnumerable()
                    .Reverse()
                    .SelectMany(article =>
                        article.Article!.Questions.Select(question => new StoryQuestion
                        {
                            Text = question.Text,
                            Article = article.Id,
                            Outlet = article.Outlet,
                        })
                    )
                    .DistinctBy(question => question.Text)
                    .Take(MostQuestions),
            ],
        };
    }

    /// <summary>The facts of a story.</summary>
    public static StoryFacts Of(ViewSnapshot snapshot, string story) =>
        new()
        {
            Speakers = StatementsView.SpeakersOf(snapshot, story, MostSpeakers),
            Questions = StatementsView.QuestionsOf(snapshot, story, MostQuestions),
            Articles = ArticlesView.OfStory(snapshot, story),
        };
}

/// <summary>How an article's outlet is called.</summary>
internal static class OutletNames
{
    /// <summary>The name on the page itself, or that of the source that led there, or its host.</summary>
    public static string Name(this ArticleRow article) =>
        article.Article?.SiteName ?? article.Outlet ?? new Uri(article.Url).Host;
}
