namespace Perennial.Store.Views;

public sealed partial class StoriesView
{
    /// <summary>The open stories that have posts, in the order of the front page, after one of them.</summary>
    /// <param name="snapshot">The views.</param>
    /// <param name="section">The slug of a section; <see langword="null"/> for all.</param>
    /// <param name="after">When the story moved last to go on after, in milliseconds since 1970, and its id; <see langword="null"/> for the beginning.</param>
    /// <param name="take">How many at most.</param>
    public static IReadOnlyList<StoryRow> FrontAfter(
        ViewSnapshot snapshot,
        string? section,
        (long Updated, string Id)? after,
        int take
    ) =>
        Query(
            snapshot,
            $"""
            WHERE s.until IS NULL AND (@section IS NULL OR s.section = @section) AND {GateView.Open("s.id")}
            GROUP BY s.id
            HAVING count(p.id) > 0
                AND (@updated IS NULL OR max(p.at) < @updated OR (max(p.at) = @updated AND s.id > @id))
            ORDER BY max(p.at) DESC, s.id LIMIT @take
            """,
            new
            {
                section,
                updated = after?.Updated,
                id = after?.Id,
                take,
            }
        );
}
