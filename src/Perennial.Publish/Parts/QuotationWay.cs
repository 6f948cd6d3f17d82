using Perennial.Store.Views;

namespace Perennial.Publish.Parts;

/// <summary>A quotation on its way, as far as readers may see it.</summary>
public sealed record QuotationWay
{
    // Every front page looks for one: few trails, and none that costs many articles.
    private const int MostLooked = 4;
    private const int FewestCarriers = 3;
    private const int MostCarriers = 10;

    /// <summary>The carriers that may be named, in order of time.</summary>
    public required IReadOnlyList<WayStop> Stops { get; init; }

    /// <summary>How many independent origins they go back to.</summary>
    public int Origins => Stops.Select(stop => stop.Carrier.Origin).OfType<int>().Distinct().Count();

    /// <summary>The way of a statement's words; <see langword="null"/> when readers may see it in one article only.</summary>
    public static QuotationWay? Of(ViewSnapshot snapshot, string statement) =>
        Of(snapshot, TrailsView.Of(snapshot, statement));

    /// <summary>The way that shows a newcomer most: many carriers, changed words, and the right to show them.</summary>
    public static QuotationWay? Best(ViewSnapshot snapshot) =>
        TrailsView
            .Changed(snapshot, FewestCarriers, MostCarriers, MostLooked)
            .Select(carriers => Of(snapshot, carriers))
            .FirstOrDefault(way =>
                way is { Stops: [{ Statement: not null }, ..] }
                && way.Stops.Count >= FewestCarriers
                && way.Stops.Any(stop => stop.Changes.Count > 0)
            );

    private static QuotationWay? Of(ViewSnapshot snapshot, IReadOnlyList<TrailCarrier> carriers)
    {
        var rows = carriers
            .Select(carrier => carrier.Article)
            .Distinct(StringComparer.Ordinal)
            .Select(id => ArticlesView.Find(snapshot, id))
            .OfType<ArticleRow>()
            .Where(row => row is { Gone: null, Article.Problem: null } && !GateView.HoldsArticle(snapshot, row))
            .ToDictionary(row => row.Id, StringComparer.Ordinal);
        var shown = rows
            .Values.SelectMany(row =>
                Rights.Statements(row).Select(pair => (Id: StatementId.Of(row.Id, pair.Statement), pair.Statement))
            )
            .DistinctBy(pair => pair.Id)
            .ToDictionary(pair => pair.Id, pair => pair.Statement, StringComparer.Ordinal);
        List<WayStop> stops =
        [
            .. carriers
                .Where(carrier => rows.ContainsKey(carrier.Article))
                .Select(carrier => new WayStop
                {
                    Carrier = carrier,
                    Row = rows[carrier.Article],
                    Statement = shown.GetValueOrDefault(carrier.Statement),
                    Before = carrier.ComparedWith is { } before ? shown.GetValueOrDefault(before) : null,
                    From = carriers.FirstOrDefault(other => other.Statement == carrier.From) is { } from
                        ? rows.GetValueOrDefault(from.Article)
                        : null,
                    ComparedWith = carriers.FirstOrDefault(other => other.Statement == carrier.ComparedWith)
                        is { } earlier
                        ? rows.GetValueOrDefault(earlier.Article)
                        : null,
                }),
        ];
        return stops.Count > 1 ? new QuotationWay { Stops = stops } : null;
    }
}

/// <summary>One carrier of a quotation.</summary>
public sealed record WayStop
{
    /// <summary>What is known of it.</summary>
    public required TrailCarrier Carrier { get; init; }

    /// <summary>Its article.</summary>
    public required ArticleRow Row { get; init; }

    /// <summary>The statement; <see langword="null"/> when we have no licence to show its words.</summary>
    public Statement? Statement { get; init; }

    /// <summary>The statement it is compared with; <see langword="null"/> when there is none, or none that may be shown.</summary>
    public Statement? Before { get; init; }

    /// <summary>The article it has the words from; <see langword="null"/> when that was not seen here.</summary>
    public ArticleRow? From { get; init; }

    /// <summary>The article whose words it is compared with.</summary>
    public ArticleRow? ComparedWith { get; init; }

    /// <summary>Whether the carrier before it is one that was not seen here.</summary>
    public bool IsBehindAGap =>
        Carrier
            is {
                Relation: TrailRelation.ByWayOf or TrailRelation.Unnamed or TrailRelation.Agency or TrailRelation.Echo,
                From: null
            };

    /// <summary>Its words in order, with those that went from the ones before.</summary>
    public IReadOnlyList<WayPiece> Pieces => Statement is null ? [] : WayPiece.Of(Statement, Before, Carrier.Runs);

    /// <summary>What came in place of what: one side is <see langword="null"/> where words only came or only went.</summary>
    public IReadOnlyList<(string? Was, string? Is)> Changes => WayPiece.Changes(Pieces);

    /// <summary>The words that an independent origin has too.</summary>
    public IReadOnlyList<string> Agreed =>
        Statement is null
            ? []
            :
            [
                .. Carrier
                    .Agreed.Where(run => run is [>= 0, _] && run[1] <= Statement.Text.Length && run[0] < run[1])
                    .Select(run => WayPiece.Plain(Statement.Text[run[0]..run[1]])),
            ];
}
