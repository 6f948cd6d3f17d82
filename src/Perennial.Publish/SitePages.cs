using Microsoft.AspNetCore.Http;
using Perennial.Publish.Pages;
using Perennial.Store.Views;

namespace Perennial.Publish;

/// <summary>Something that an author wrote.</summary>
/// <param name="Time">When.</param>
/// <param name="Label">What sort.</param>
/// <param name="Title">Its headline.</param>
/// <param name="Address">Where it stands.</param>
/// <param name="Of">The headline of its story.</param>
/// <param name="Language">Its language as a BCP 47 tag.</param>
public sealed record AuthorWork(
    DateTimeOffset Time,
    string Label,
    string Title,
    string Address,
    string? Of,
    string? Language
);

/// <summary>The pages about who writes here and whom we read.</summary>
internal sealed class SitePages(ViewStore views, PageAnswer answer, TimeProvider clock, PublishOptions options)
{
    private const int MostWorks = 60;

    public async Task AuthorAsync(HttpContext context, string slug)
    {
        Setting setting;
        SiteAuthor? author;
        IReadOnlyList<AuthorWork> works = [];
        long position;
        using (var snapshot = views.Snapshot())
        {
            setting = Setup.Of(context, snapshot, clock, options);
            position = snapshot.Position;
            author = setting.Site.Authors.FirstOrDefault(known => known.Slug == slug);
            if (author is not null)
            {
                works =
                [
                    .. BylinesView
                        .Of(snapshot, author.Slug, MostWorks)
                        .Select(id => Work(snapshot, setting, id))
                        .OfType<AuthorWork>(),
                ];
            }
        }
        if (author is null)
        {
            await answer.NotFoundAsync(context, setting);
            return;
        }
        await answer.SendAsync<AuthorPage>(
            context,
            position,
            setting,
            new() { [nameof(AuthorPage.Author)] = author, [nameof(AuthorPage.Works)] = works }
        );
    }

    public async Task OutletAsync(HttpContext context, string id)
    {
        Setting setting;
        OutletPageModel? model;
        long position;
        using (var snapshot = views.Snapshot())
        {
            setting = Setup.Of(context, snapshot, clock, options);
            position = snapshot.Position;
            model = SourcesView.Find(snapshot, id) is { } source
                ? OutletPageModel.Of(snapshot, source, setting.Texts.Culture)
                : null;
        }
        if (model is null)
        {
            await answer.NotFoundAsync(context, setting);
            return;
        }
        await answer.SendAsync<OutletPage>(context, position, setting, new() { [nameof(OutletPage.Model)] = model });
    }

    private static AuthorWork? Work(ViewSnapshot snapshot, Setting setting, string id)
    {
        if (PiecesView.Find(snapshot, id) is { } row)
        {
            return row.Piece.Withdrawn
                ? null
                : new AuthorWork(
                    row.At,
                    setting.Texts[PieceLabel.Key(row.Piece)],
                    row.Piece.Headline,
                    $"/pieces/{row.Piece.Slug}",
                    null,
                    row.Piece.Language
                );
        }
        return
            PostsView.Find(snapshot, id) is { Post.Withdrawn: false } post
            && StoriesView.Find(snapshot, post.Story) is { } story
            ? new AuthorWork(
                post.Post.Time,
                setting.Texts["post"],
                Feed.TitleOf(story, post),
                $"/stories/{story.Slug}/posts/{post.Id}",
                story.Headline,
                story.Language
            )
            : null;
    }
}
