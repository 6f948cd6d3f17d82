using Microsoft.AspNetCore.Http;
using Perennial.Publish.Parts;
using Perennial.Store.Views;

namespace Perennial.Publish;

/// <summary>The lists of a story for people who count: what was said, the figures, the origins. What pages may show, and no more.</summary>
internal sealed class StoryLists(ViewStore views, PageAnswer answer, TimeProvider clock, PublishOptions options)
{
    /// <summary>The lists, by their names in addresses.</summary>
    public static IReadOnlyDictionary<string, Func<Setting, IReadOnlyList<ArticleRow>, Csv>> Lists { get; } =
        new Dictionary<string, Func<Setting, IReadOnlyList<ArticleRow>, Csv>>(StringComparer.Ordinal)
        {
            ["statements"] = Statements,
            ["figures"] = Figures,
            ["origins"] = Origins,
        };

    /// <summary>What a list is sent as.</summary>
    public const string ContentType = "text/csv; charset=utf-8; header=present";

    /// <summary>A list of a story that readers may see, or <see langword="null"/>.</summary>
    public static Csv? Of(ViewSnapshot snapshot, Setting setting, string slug, string list) =>
        Lists.TryGetValue(list, out var make) && StoriesView.FindBySlug(snapshot, slug) is { } story
            ? make(setting, ArticlesView.OfStory(snapshot, story.Id))
            : null;

    public async Task SendAsync(HttpContext context, string slug, string list)
    {
        Setting setting;
        StoryRow? story;
        IReadOnlyList<ArticleRow> articles = [];
        using (var snapshot = views.Snapshot())
        {
            setting = Setup.Of(context, snapshot, clock, options);
            story = StoriesView.FindBySlug(snapshot, slug);
            if (story is not null)
            {
                articles = ArticlesView.OfStory(snapshot, story.Id);
            }
        }
        if (story is null)
        {
            await answer.NotFoundAsync(context, setting);
            return;
        }
        context.Response.Headers.ContentDisposition = $"attachment; filename=\"{story.Id}-{list}.csv\"";
        HubTopics.Name(context.Response, setting.BaseUrl, $"{setting.BaseUrl}/stories/{story.Slug}/{list}.csv");
        await PageAnswer.SendDocumentAsync(context, ContentType, Lists[list](setting, articles).ToBytes(), null);
    }

    private static Csv Statements(Setting setting, IReadOnlyList<ArticleRow> articles)
    {
        var csv = new Csv(
            "statement",
            "address",
            "speaker",
            "role",
            "kind",
            "stance",
            "text",
            "told",
            "article",
            "outlet",
            "published",
            "captured"
        );
        foreach (var row in articles)
        {
            foreach (var (_, statement) in Rights.Statements(row))
            {
                var id = StatementId.Of(row.Id, statement);
                csv.Add(
                    id,
                    $"{setting.BaseUrl}/statements/{id}",
                    // Only what is sure stands under a person's name.
                    statement.Speaker
                        is { Sure: true } speaker
                        ? speaker.Name ?? speaker.Text
                        : null,
                    statement.Speaker is { Sure: true } ? statement.Role : null,
                    Word(statement.Kind),
                    Word(statement.Stance),
                    statement.Text,
                    statement.Told is { Sure: true } told ? told.Name : null,
                    row.Id,
                    row.Name(),
                    row.Article!.Published?.ToString(),
                    setting.Iso(row.FirstCaptured)
                );
            }
        }
        return csv;
    }

    private static Csv Figures(Setting setting, IReadOnlyList<ArticleRow> articles)
    {
        var csv = new Csv(
            "text",
            "value",
            "low",
            "high",
            "approximation",
            "unit",
            "article",
            "address",
            "outlet",
            "published",
            "captured"
        );
        // Their words are words of the text: without a licence the article's page shows none either.
        foreach (var row in articles.Where(article => article.Licence == SourceLicence.Full))
        {
            foreach (var figure in row.Article!.Figures)
            {
                csv.Add(
                    figure.Text,
                    figure.Value,
                    figure.Low,
                    figure.High,
                    Word(figure.Approximation),
                    figure.Unit,
                    row.Id,
                    $"{setting.BaseUrl}/articles/{row.Id}",
                    row.Name(),
                    row.Article.Published?.ToString(),
                    setting.Iso(row.FirstCaptured)
                );
            }
        }
        return csv;
    }

    private static Csv Origins(Setting setting, IReadOnlyList<ArticleRow> articles)
    {
        var csv = new Csv(
            "article",
            "address",
            "outlet",
            "title",
            "url",
            "published",
            "captured",
            "origin",
            "relation",
            "repeats"
        );
        foreach (var row in articles)
        {
            csv.Add(
                row.Id,
                $"{setting.BaseUrl}/articles/{row.Id}",
                row.Name(),
                row.Article!.Title,
                row.Url,
                row.Article.Published?.ToString(),
                setting.Iso(row.FirstCaptured),
                row.Relation is EchoRelation.Copy or EchoRelation.Rewrite ? "no" : "yes",
                row.Relation is { } relation ? Word(relation) : null,
                row.EchoOf
            );
        }
        return csv;
    }

    // An enumeration can be formatted like a number, but it is a word.
    private static string Word<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();
}
