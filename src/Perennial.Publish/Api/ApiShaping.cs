using Perennial.Publish.Parts;
using Perennial.Store.Views;

namespace Perennial.Publish;

/// <summary>Makes the API's shapes out of what readers may see.</summary>
internal static class ApiShaping
{
    public static ApiStory Story(ViewSnapshot snapshot, Setting setting, StoryRow story)
    {
        var (reports, origins) = ArticlesView.Count(snapshot, story.Id);
        return new ApiStory(
            story.Id,
            story.Slug,
            $"{setting.BaseUrl}/stories/{story.Slug}",
            story.Headline,
            story.Standfirst,
            story.Kicker,
            Word(StoryStanding.Of(story.Times, setting.Now).State),
            story.Section,
            story.Language,
            story.Opened,
            story.Updated,
            story.Posts,
            reports,
            origins,
            story.Since
        );
    }

    public static ApiPost Post(Setting setting, StoryRow story, PostRow row)
    {
        var post = row.Post;
        return new ApiPost(
            row.Id,
            story.Id,
            $"{setting.BaseUrl}/stories/{story.Slug}/posts/{row.Id}",
            Word(post.Kind),
            post.Title,
            post.Text,
            PostMarkdown.ToHtml(post.Text, heading: 4),
            post.Time,
            row.At,
            row.Changed,
            post.KeyEvent,
            post.Withdrawn,
            post.Correction,
            post.Outlet,
            post.Article,
            post.Authors,
            [
                .. post.Statements.Select(said => new ApiPostStatement(
                    said.Id,
                    $"{setting.BaseUrl}/statements/{said.Id}",
                    said.Text,
                    Word(said.Kind),
                    said.Speaker,
                    said.Role
                )),
            ],
            row.Since
        );
    }

    public static ApiPiece Piece(ViewSnapshot snapshot, Setting setting, PieceRow row, bool whole)
    {
        var piece = row.Piece;
        return new ApiPiece(
            row.Id,
            piece.Slug,
            $"{setting.BaseUrl}/pieces/{piece.Slug}",
            Word(piece.Kind),
            piece.Headline,
            piece.Standfirst,
            whole ? piece.Text : null,
            whole ? PostMarkdown.ToHtml(piece.Text, heading: 2) : null,
            piece.Authors,
            piece.Section,
            piece.Language,
            [
                .. piece
                    .Stories.Select(story => StoriesView.Current(snapshot, story))
                    .Distinct()
                    .Where(story => !GateView.IsHeld(snapshot, story)),
            ],
            row.At,
            row.Changed,
            piece.Correction,
            piece.Withdrawn,
            row.Since
        );
    }

    public static ApiArticle Article(Setting setting, ArticleRow row, bool whole)
    {
        var article = row.Article!;
        var licensed = row.Licence == SourceLicence.Full;
        var there = row.Gone is null;
        return new ApiArticle(
            row.Id,
            $"{setting.BaseUrl}/articles/{row.Id}",
            row.Url,
            row.Name(),
            article.Title,
            article.Authors,
            article.Published?.ToString(),
            article.Modified?.ToString(),
            row.FirstCaptured,
            article.Language,
            row.Story,
            row.EchoOf,
            row.Relation is { } relation ? Word(relation) : null,
            licensed,
            row.Gone,
            there ? Excerpt.Of(article).Lead : null,
            there && licensed && whole ? article.Text : null,
            there && whole
                ? [.. Rights.Statements(row).Select(listed => Statement(setting, row, listed.Statement))]
                : [],
            row.Read
        );
    }

    public static ApiStatement Statement(Setting setting, ArticleRow row, Statement statement)
    {
        var id = StatementId.Of(row.Id, statement);
        // Only what is sure stands under a name.
        var speaker = statement.Speaker is { Sure: true } sure ? sure : null;
        return new ApiStatement(
            id,
            $"{setting.BaseUrl}/statements/{id}",
            row.Id,
            row.Name(),
            row.Url,
            statement.Text,
            row.Article!.Language,
            Word(statement.Kind),
            Word(statement.Stance),
            speaker?.Name ?? speaker?.Text,
            speaker is null ? null : Word(speaker.Kind),
            speaker is null ? null : statement.Role,
            statement.Told is { Sure: true } told ? told.Name : null,
            statement.Allegation is not null,
            row.Article.Published?.ToString(),
            row.Read
        );
    }

    public static ApiCarrier Carrier(WayStop stop) =>
        new(
            stop.Row.Id,
            stop.Carrier.Statement,
            stop.Row.Name(),
            stop.Row.Url,
            stop.Carrier.At,
            Word(stop.Carrier.Relation),
            stop.Carrier.By,
            stop.Carrier.Sure,
            stop.Carrier.Origin,
            stop.Carrier.Verbatim,
            stop.Statement?.Text
        );

    // An enumeration as the record writes it: byWayOf.
    private static string Word<T>(T value)
        where T : struct, Enum => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}
