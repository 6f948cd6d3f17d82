using System.Globalization;
using Microsoft.AspNetCore.Http;
using Perennial.Publish.Pages;
using Perennial.Publish.Parts;
using Perennial.Store.Views;

namespace Perennial.Publish;

internal sealed partial class ReadApi
{
    private Task PostAsync(HttpContext context, string id) =>
        SendAsync(
            context,
            Readable.ApiPost,
            (snapshot, setting) =>
                PostsView.Find(snapshot, id) is { } post && StoriesView.Find(snapshot, post.Story) is { } story
                    ? ApiShaping.Post(setting, story, post)
                    : null
        );

    private async Task PiecesAsync(HttpContext context, string? section, string? cursor, int? limit)
    {
        if (await ItemsAsync(context, limit) is not { } most)
        {
            return;
        }
        long? before = null;
        if (!string.IsNullOrEmpty(cursor))
        {
            if (!long.TryParse(cursor, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            {
                await RefuseCursorAsync(context);
                return;
            }
            before = number;
        }
        await SendAsync(
            context,
            Readable.ApiListApiPiece,
            (snapshot, setting) =>
            {
                var pieces = PiecesView.Newest(snapshot, section, before, most + 1);
                return new ApiList<ApiPiece>(
                    [.. pieces.Take(most).Select(piece => ApiShaping.Piece(snapshot, setting, piece, whole: false))],
                    pieces.Count > most ? pieces[most - 1].First.ToString(CultureInfo.InvariantCulture) : null,
                    snapshot.Position
                );
            }
        );
    }

    private Task PieceAsync(HttpContext context, string piece) =>
        SendAsync(
            context,
            Readable.ApiPiece,
            (snapshot, setting) =>
                PiecesView.Find(snapshot, piece) is { } row
                    ? ApiShaping.Piece(snapshot, setting, row, whole: true)
                    : null
        );

    private Task ArticleAsync(HttpContext context, string id) =>
        SendAsync(
            context,
            Readable.ApiArticle,
            (snapshot, setting) =>
                Article(snapshot, id) is { } row ? ApiShaping.Article(setting, row, whole: true) : null
        );

    private async Task StatementAsync(HttpContext context, string id)
    {
        GoneStatement? gone;
        using (var snapshot = views.Snapshot())
        {
            // Where its article is held nothing is said of it, not even where it was.
            gone =
                StatementsView.Gone(snapshot, id) is { } found && Article(snapshot, found.Article) is not null
                    ? found
                    : null;
        }
        if (gone is not null)
        {
            // A later reading may have it again: the redirect is not for ever.
            context.Response.Redirect(
                gone.Successor is { } successor ? $"/api/v1/statements/{successor}" : $"/api/v1/articles/{gone.Article}"
            );
            return;
        }
        await SendAsync(
            context,
            Readable.ApiTrail,
            (snapshot, setting) =>
            {
                if (
                    StatementsView.ArticleOf(snapshot, id) is not { } article
                    || Article(snapshot, article) is not { Gone: null } row
                    || Rights
                        .Statements(row)
                        .Select(listed => listed.Statement)
                        .FirstOrDefault(shown => StatementId.Of(row.Id, shown) == id)
                        is not { } statement
                )
                {
                    return null;
                }
                var way = QuotationWay.Of(snapshot, id);
                return new ApiTrail(
                    ApiShaping.Statement(setting, row, statement),
                    [.. (way?.Stops ?? []).Select(ApiShaping.Carrier)],
                    way?.Origins ?? 1
                );
            }
        );
    }

    private Task EntityAsync(HttpContext context, string id) =>
        SendAsync(
            context,
            Readable.ApiEntity,
            (snapshot, setting) =>
                EntitiesView.Find(snapshot, id) is { } entity
                && EntityPageModel.Of(snapshot, entity, options.HoldsPeople) is { } page
                    ? new ApiEntity(
                        entity.Id,
                        setting.BaseUrl + page.Address,
                        page.Key,
                        page.Name,
                        page.Names,
                        [.. page.Roles.Select(role => new ApiRole(role.Role, role.First, role.Last, role.Articles))],
                        [.. page.Statements.Select(said => ApiShaping.Statement(setting, said.Row, said.Statement))]
                    )
                    : null
        );

    private Task SearchAsync(HttpContext context) =>
        SendAsync(
            context,
            Readable.ApiListApiPassage,
            (snapshot, setting) =>
            {
                var found = SearchPages.Find(context.Request.Query, snapshot, setting);
                return new ApiList<ApiPassage>(
                    [
                        .. found.Results.Select(result => new ApiPassage(
                            string.Concat(result.Runs().Select(run => run.Text)),
                            result.Title,
                            setting.BaseUrl + result.Address,
                            result.Outlet,
                            result.Passage.Speaker,
                            result.Passage.Statement,
                            result.Passage.Article,
                            result.Passage.Post,
                            result.Passage.Piece,
                            result.Language,
                            result.Passage.At
                        )),
                    ],
                    found.Next?.ToString(CultureInfo.InvariantCulture),
                    snapshot.Position
                );
            }
        );

    /// <summary>An article that readers may see.</summary>
    private static ArticleRow? Article(ViewSnapshot snapshot, string id) =>
        ArticlesView.Find(snapshot, id) is { Article.Problem: null } row && !GateView.HoldsArticle(snapshot, row)
            ? row
            : null;
}
