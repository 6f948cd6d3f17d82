using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Perennial.Newsroom;
using Perennial.Store.Views;

namespace Perennial.Desk;

public static partial class DeskApi
{
    private const int MostOfPiece = 20;

    private static void MapPieces(this IEndpointRouteBuilder app)
    {
        Write<PieceBody, PieceAnswer>(
            app.MapPost("/api/v1/pieces", PublishPieceAsync),
            "Publishes a piece: news, explainer, analysis or opinion"
        );
        Write<PieceBody, object>(
            app.MapPut("/api/v1/pieces/{id}", EditPieceAsync),
            "Changes or withdraws a piece",
            StatusCodes.Status204NoContent
        );
    }

    private static async Task PublishPieceAsync(HttpContext context, OpenNewsroom newsroom, Acts acts)
    {
        if (
            await AuthorAsync(context, newsroom) is not { } author
            || await BodyAsync(context, DeskJson.Default.PieceBody) is not { } body
            || await PieceAsync(context, newsroom, body, new Piece { Slug = "", Headline = "" }) is not { } piece
        )
        {
            return;
        }
        var published = await acts.PublishPieceAsync(piece, author, context.RequestAborted);
        var address = $"/pieces/{Uri.EscapeDataString(published.Piece.Slug)}";
        context.Response.Headers.Location = address;
        await AnswerAsync(
            context,
            StatusCodes.Status201Created,
            new PieceAnswer(published.Id, published.Piece.Slug, published.Since, address),
            DeskJson.Default.PieceAnswer
        );
    }

    private static async Task EditPieceAsync(string id, HttpContext context, OpenNewsroom newsroom, Acts acts)
    {
        if (
            await AuthorAsync(context, newsroom) is not { } author
            || await BodyAsync(context, DeskJson.Default.PieceBody) is not { } body
        )
        {
            return;
        }
        PieceRow? known;
        using (var snapshot = newsroom.Views.Snapshot())
        {
            known = PiecesView.FindAny(snapshot, id);
        }
        if (known is null)
        {
            await RefuseAsync(context, StatusCodes.Status404NotFound, "there is no such piece");
        }
        else if (await PieceAsync(context, newsroom, body, known.Piece) is { } piece)
        {
            await acts.EditPieceAsync(known, piece, author, context.RequestAborted);
            context.Response.StatusCode = StatusCodes.Status204NoContent;
        }
    }

    /// <summary>A piece as the body asks for it; what can't be is refused.</summary>
    private static async Task<Piece?> PieceAsync(
        HttpContext context,
        OpenNewsroom newsroom,
        PieceBody body,
        Piece known
    )
    {
        Site? site;
        var stories = new List<string>();
        string? missing = null;
        using (var snapshot = newsroom.Views.Snapshot())
        {
            site = SiteView.Current(snapshot);
            foreach (var named in (body.Stories ?? []).Take(MostOfPiece))
            {
                var story =
                    StoriesView.FindBySlug(snapshot, named)
                    ?? StoriesView.Find(snapshot, StoriesView.Current(snapshot, named));
                missing ??= story is null ? named : null;
                stories.Add(story?.Id ?? "");
            }
        }
        var withdrawn = body.Withdrawn ?? known.Withdrawn;
        var kind = body.Kind is null ? known.Kind : KindOf(body.Kind);
        var refusal =
            Checked(body.Headline ?? known.Headline, LongestTitle) is null
                ? $"headline must have 1 to {LongestTitle} characters"
            : !withdrawn && Checked(body.Text ?? known.Text, LongestText) is null
                ? $"text must have 1 to {LongestText} characters"
            : body.Standfirst is { Length: > LongestStandfirst }
                ? $"standfirst may have {LongestStandfirst} characters at most"
            : kind is null ? "kind must be news, explainer, analysis or opinion"
            : body.Stories is { Count: > MostOfPiece } ? $"a piece belongs to {MostOfPiece} stories at most"
            : missing is not null ? $"there is no story {missing}"
            : body.Section is not null && site?.Sections.All(section => section.Slug != body.Section) != false
                ? "section must be the slug of a section of the site"
            : null;
        if (refusal is not null)
        {
            await RefuseAsync(context, StatusCodes.Status422UnprocessableEntity, refusal);
            return null;
        }
        if (body.Authors is not null && await AuthorsAsync(context, newsroom, body.Authors) is null)
        {
            return null;
        }
        return known with
        {
            Kind = kind!.Value,
            Headline = (body.Headline ?? known.Headline).Trim(),
            Standfirst = body.Standfirst is null ? known.Standfirst : Checked(body.Standfirst, LongestStandfirst),
            Text = withdrawn ? "" : (body.Text ?? known.Text).Trim(),
            Authors = body.Authors ?? known.Authors,
            Section = body.Section ?? known.Section,
            Language = body.Language ?? known.Language ?? site?.Language,
            Stories = body.Stories is null ? known.Stories : stories,
            Correction = body.Correction ?? known.Correction,
            Withdrawn = withdrawn,
        };
    }

    private const int LongestStandfirst = 1_000;

    private static PieceGenre? KindOf(string kind) =>
        Enum.GetValues<PieceGenre>()
            .Cast<PieceGenre?>()
            .FirstOrDefault(known => string.Equals(known.ToString(), kind, StringComparison.OrdinalIgnoreCase));

    /// <summary>The authors of a byline; those whom the site does not list are refused.</summary>
    private static async Task<IReadOnlyList<string>?> AuthorsAsync(
        HttpContext context,
        OpenNewsroom newsroom,
        IReadOnlyList<string> authors
    )
    {
        Site? site;
        using (var snapshot = newsroom.Views.Snapshot())
        {
            site = SiteView.Current(snapshot);
        }
        var unknown = authors.FirstOrDefault(author => site?.Authors.All(known => known.Slug != author) != false);
        if (unknown is null && authors.Count <= MostOfPiece)
        {
            return authors;
        }
        await RefuseAsync(
            context,
            StatusCodes.Status422UnprocessableEntity,
            unknown is null
                ? $"a byline has {MostOfPiece} names at most"
                : $"authors must be slugs of authors in site.json; there is no {unknown}"
        );
        return null;
    }
}
