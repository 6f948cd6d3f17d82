using Dapper;

namespace Perennial.Store.Views;

public sealed partial class PostsView
{
    /// <summary>The posts of a story that readers may see, withdrawn ones too, after one of them in the order of their times.</summary>
    /// <param name="snapshot">The views.</param>
    /// <param name="story">The story's id.</param>
    /// <param name="oldestFirst">The order; newest first otherwise.</param>
    /// <param name="after">Time in milliseconds since 1970 and <see cref="PostRow.First"/> of the post to go on after; <see langword="null"/> for the beginning.</param>
    /// <param name="take">How many at most.</param>
    public static IReadOnlyList<PostRow> OfStoryAfter(
        ViewSnapshot snapshot,
        string story,
        bool oldestFirst,
        (long Time, long First)? after,
        int take
    )
    {
        var (direction, comparison) = oldestFirst ? ("ASC", ">") : ("DESC", "<");
        return
        [
            .. snapshot
                .Connection.Query<Row>(
                    $"""
                    {Columns} WHERE p.story = @story AND p.until IS NULL AND {GateView.Open("p.id")}
                    AND (@time IS NULL OR (p.time, p.first) {comparison} (@time, @first))
                    ORDER BY p.time {direction}, p.first {direction} LIMIT @take
                    """,
                    new
                    {
                        story,
                        time = after?.Time,
                        first = after?.First,
                        take,
                    }
                )
                .Select(row => row.ToPost()),
        ];
    }
}
