using Microsoft.AspNetCore.Http;
using Perennial.Store.Views;

namespace Perennial.Publish;

internal sealed partial class ReadApi
{
    private const int LongestWait = 25;

    // Who waits holds a connection: more than these are answered at once.
    private const int MostWaiting = 200;

    // A merge or a split is told of two stories.
    private const int MostOfOnePosition = 8;

    private int waiting;

    private async Task ChangesAsync(HttpContext context, long? after, int? limit, int? wait)
    {
        if (await ItemsAsync(context, limit) is not { } most)
        {
            return;
        }
        if (after is < 0 || wait is < 0 or > LongestWait)
        {
            await ApiProblem.WriteAsync(context, 400, $"after must be a position, and wait 0 to {LongestWait} seconds");
            return;
        }
        var position = after ?? 0;
        if (wait is > 0)
        {
            await WaitAsync(position, TimeSpan.FromSeconds(wait.Value), context.RequestAborted);
        }
        ApiChanges changes;
        using (var snapshot = views.Snapshot())
        {
            if (position > snapshot.Position)
            {
                await ApiProblem.WriteAsync(
                    context,
                    400,
                    "after lies before us: the record has not come so far; begin again from 0"
                );
                return;
            }
            changes = Changes(snapshot, Setup.Of(context, snapshot, clock, options), position, most);
        }
        await SendAsync(context, Readable.ApiChanges, changes, "public, max-age=1");
    }

    private static ApiChanges Changes(ViewSnapshot snapshot, Setting setting, long after, int most)
    {
        // An entry that moves posts between stories is told of each: what stands at one position is never parted.
        var events = LiveView
            .After(snapshot, after, most + MostOfOnePosition)
            .Select<LiveEvent, (long Position, Func<IEnumerable<ApiChange>> Tell)>(live =>
                (live.Position, () => Changes(snapshot, setting, live))
            );
        var pieces = PiecesView
            .ChangedAfter(snapshot, after, most + 1)
            .Select<PieceChange, (long Position, Func<IEnumerable<ApiChange>> Tell)>(change =>
                (change.Position, () => Change(snapshot, setting, change))
            );
        var all = events.Concat(pieces).OrderBy(change => change.Position).ToList();
        var last = all.Count > most ? all[most - 1].Position : long.MaxValue;
        var shown = all.TakeWhile(change => change.Position <= last).ToList();
        var more = shown.Count < all.Count;
        return new ApiChanges([.. shown.SelectMany(change => change.Tell())], more ? last : snapshot.Position, more);
    }

    private static IEnumerable<ApiChange> Change(ViewSnapshot snapshot, Setting setting, PieceChange change)
    {
        if (PiecesView.Find(snapshot, change.Id) is { } row)
        {
            yield return new ApiChange(change.Position, "piece")
            {
                Id = row.Id,
                Piece = ApiShaping.Piece(snapshot, setting, row, whole: true),
            };
        }
        else if (change.OfGate)
        {
            yield return new ApiChange(change.Position, "remove") { Id = change.Id };
        }
    }

    /// <summary>
    /// What an event means to somebody who was told everything before it. Of what is held now only that it went is told, where
    /// it did: who follows from the beginning never learns what it was.
    /// </summary>
    private static IEnumerable<ApiChange> Changes(ViewSnapshot snapshot, Setting setting, LiveEvent live)
    {
        if (live.Name == LiveEventName.Merged)
        {
            var survivor = StoriesView.Current(snapshot, live.Story);
            var shown = GateView.IsHeld(snapshot, survivor) ? null : StoriesView.Find(snapshot, survivor);
            yield return new ApiChange(live.Position, "merged")
            {
                Story = live.Story,
                Id = shown?.Id,
                Now = shown is null ? null : ApiShaping.Story(snapshot, setting, shown),
            };
            yield break;
        }
        if (GateView.IsHeld(snapshot, live.Story) || StoriesView.Find(snapshot, live.Story) is not { } story)
        {
            // One that was held from its beginning never was: nobody is told that it goes.
            if (
                live.Name == LiveEventName.Remove
                && live.Id == live.Story
                && LiveView.UpTo(snapshot, live.Story, live.Position - 1, 1).Count > 0
            )
            {
                yield return new ApiChange(live.Position, "remove") { Story = live.Story };
            }
            yield break;
        }
        switch (live.Name)
        {
            case LiveEventName.Facts:
                yield return new ApiChange(live.Position, "facts") { Story = story.Id };
                break;
            // Held and open again: whoever follows begins anew with it.
            case LiveEventName.Remove when live.Id == live.Story:
            case LiveEventName.Story:
                yield return new ApiChange(live.Position, "story")
                {
                    Story = story.Id,
                    Now = ApiShaping.Story(snapshot, setting, story),
                };
                break;
            default:
                foreach (var id in live.Id.Split(' '))
                {
                    var post = PostsView.Find(snapshot, id);
                    var here = post?.Story == story.Id ? post : null;
                    if (here is null && live.Name is LiveEventName.Post or LiveEventName.Edit)
                    {
                        // That it went is told where it did.
                        continue;
                    }
                    yield return new ApiChange(
                        live.Position,
                        here is null ? "remove"
                            : live.Name == LiveEventName.Post ? "post"
                            : "edit"
                    )
                    {
                        Story = story.Id,
                        Id = id,
                        Post = here is null ? null : ApiShaping.Post(setting, story, here),
                    };
                }
                break;
        }
    }

    private async Task WaitAsync(long position, TimeSpan longest, CancellationToken cancellation)
    {
        if (Interlocked.Increment(ref waiting) > MostWaiting)
        {
            Interlocked.Decrement(ref waiting);
            return;
        }
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, lifetime.ApplicationStopping);
        try
        {
            await Task.WhenAny(views.WaitBeyondAsync(position, either.Token), Task.Delay(longest, clock, either.Token));
        }
        finally
        {
            await either.CancelAsync();
            Interlocked.Decrement(ref waiting);
        }
    }
}
