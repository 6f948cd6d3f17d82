using Perennial.Store;
using Perennial.Store.Views;

namespace Perennial.Newsroom;

public sealed partial class Acts
{
    /// <summary>Publishes a piece.</summary>
    /// <param name="piece">What it says; its slug is made from the headline here.</param>
    /// <param name="author">The editor's opaque id.</param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <returns>The piece as readers see it.</returns>
    public Task<PieceRow> PublishPieceAsync(Piece piece, string author, CancellationToken cancellation) =>
        newsroom.ActAsync(
            async () =>
            {
                await newsroom.Views.CatchUpAsync(newsroom.Ledger, cancellation);
                var id = ShortId.New('w');
                string slug;
                using (var snapshot = newsroom.Views.Snapshot())
                {
                    slug = Slug.Free(piece.Headline, taken => PiecesView.SlugIsTaken(snapshot, taken));
                }
                var published = new PiecePublished { Piece = piece with { Slug = slug } };
                await AppendAsync(EntryKinds.PiecePublished.New(id, author, published), cancellation);
                using var after = newsroom.Views.Snapshot();
                return PiecesView.Find(after, id)!;
            },
            cancellation
        );

    /// <summary>Changes a piece, or withdraws it; its address stays.</summary>
    public Task EditPieceAsync(PieceRow known, Piece piece, string author, CancellationToken cancellation) =>
        AppendAsync(
            EntryKinds.PieceEdited.New(
                known.Id,
                author,
                new PieceEdited { Piece = piece with { Slug = known.Piece.Slug } }
            ),
            cancellation
        );
}
