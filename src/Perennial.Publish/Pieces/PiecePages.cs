using Microsoft.AspNetCore.Http;
using Perennial.Publish.Pages;
using Perennial.Store.Views;

namespace Perennial.Publish;

/// <summary>The pages of pieces, as they are and as they were, and their versions.</summary>
internal sealed class PiecePages(ViewStore views, PageAnswer answer, TimeProvider clock, PublishOptions options)
{
    public async Task PieceAsync(HttpContext context, string slug)
    {
        Setting setting;
        PieceRow? piece;
        PieceRow? then;
        AsOf? at;
        bool understood;
        IReadOnlyList<StoryRow> stories;
        IReadOnlyList<PieceRow> versions = [];
        long position;
        using (var snapshot = views.Snapshot())
        {
            setting = Setup.Of(context, snapshot, clock, options);
            position = snapshot.Position;
            understood = AsOf.TryRead(context.Request, snapshot, setting, out at);
            piece = PiecesView.Find(snapshot, slug);
            then = piece is null || at is null ? piece : PiecesView.Find(snapshot, piece.Id, at.Position);
            versions = piece is null ? [] : PiecesView.Versions(snapshot, piece.Id);
            stories = piece is null ? [] : StoriesOf(snapshot, then ?? piece);
        }
        if (piece is null)
        {
            await answer.NotFoundAsync(context, setting);
        }
        else if (piece.Piece.Slug != slug)
        {
            // It was asked for by its id.
            context.Response.Redirect($"/pieces/{Uri.EscapeDataString(piece.Piece.Slug)}{context.Request.QueryString}");
        }
        else if (!understood || then is null)
        {
            await answer.NotThenAsync(context, setting, understood, $"/pieces/{slug}");
        }
        else
        {
            await answer.SendAsync<PiecePage>(
                context,
                position,
                setting with
                {
                    At = at?.Position,
                },
                new()
                {
                    [nameof(PiecePage.Row)] = then,
                    [nameof(PiecePage.Then)] = at,
                    [nameof(PiecePage.Stories)] = stories,
                    [nameof(PiecePage.Versions)] = versions.Select(version => version.Since).ToList(),
                }
            );
        }
    }

    public async Task VersionsAsync(HttpContext context, string slug)
    {
        Setting setting;
        IReadOnlyList<PieceRow> versions;
        long position;
        using (var snapshot = views.Snapshot())
        {
            setting = Setup.Of(context, snapshot, clock, options);
            position = snapshot.Position;
            versions = PiecesView.Find(snapshot, slug) is { } piece ? PiecesView.Versions(snapshot, piece.Id) : [];
        }
        if (versions.Count == 0 || versions[^1].Piece.Slug != slug)
        {
            await answer.NotFoundAsync(context, setting);
            return;
        }
        await answer.SendAsync<PieceVersionsPage>(
            context,
            position,
            setting,
            new() { [nameof(PieceVersionsPage.Versions)] = versions }
        );
    }

    /// <summary>The stories of a piece that readers may see.</summary>
    private static List<StoryRow> StoriesOf(ViewSnapshot snapshot, PieceRow piece) =>
        [
            .. piece
                .Piece.Stories.Select(story => StoriesView.Current(snapshot, story))
                .Distinct()
                .Where(story => !GateView.IsHeld(snapshot, story))
                .Select(story => StoriesView.Find(snapshot, story))
                .OfType<StoryRow>(),
        ];
}
