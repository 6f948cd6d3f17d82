using Microsoft.AspNetCore.Http;
using Perennial.Store.Views;

namespace Perennial.Publish;

internal sealed partial class ReadApi
{
    private const int LongestWait = 25;

    // Who waits holds a connection: more than these are answered at once.
    private const int MostWaiting = 200;

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
        var events = LiveView.After(snapshot, after, most + 1);
        var more = events.Count > most;
        var shown = events.Take(most).SelectMany(live => Changes(snapshot, setting, live));
        return new ApiChanges([.. shown], more ? events[most - 1].Position : snapshot.Position, more);
    }

    /// <summary>
    /// What an event means to somebody who was told everything before it. What is held now is told as removed, whatever
    /// the event was: who follows from the beginning never learns of it.
    /// </summary>
    private static IEnumerable<ApiChange> Changes(ViewSnapshot snapshot, Setting setting, LiveEvent live)
    {
        if (live.Name == LiveEventName.Merged)
        {
            var survivor = StoriesView.Current(snapshot, live.Story);
            var shown = GateView.IsHeld(snapshot, survivor) ? null : StoriesView.Find(snapshot, survivor);
            yield return new ApiChange(
                live.Position,
                "merged",
                live.Story,
                shown?.Id,
                null,
                shown is null ? null : ApiShaping.Story(snapshot, setting, shown)
            );
            yield break;
        }
        if (GateView.IsHeld(snapshot, live.Story) || StoriesView.Find(snapshot, live.Story) is not { } story)
        {
            yield return new ApiChange(live.Position, "remove", live.Story, null, null, null);
            yield break;
        }
        switch (live.Name)
        {
            case LiveEventName.Story:
                yield return new ApiChange(
                    live.Position,
                    "story",
                    story.Id,
                    null,
                    null,
                    ApiShaping.Story(snapshot, setting, story)
                );
                break;
            case LiveEventName.Facts:
                yield return new ApiChange(live.Position, "facts", story.Id, null, null, null);
                break;
            case LiveEventName.Remove when live.Id == live.Story:
                // It was held, and is open again: whoever follows begins anew with it.
                yield return new ApiChange(
                    live.Position,
                    "story",
                    story.Id,
                    null,
                    null,
                    ApiShaping.Story(snapshot, setting, story)
                );
                break;
            default:
                foreach (var id in live.Id.Split(' '))
                {
                    var post = PostsView.Find(snapshot, id);
                    var here = post?.Story == story.Id ? post : null;
                    yield return new ApiChange(
                        live.Position,
                        here is null ? "remove"
                            : live.Name == LiveEventName.Post ? "post"
                            : "edit",
                        story.Id,
                        id,
                        here is null ? null : ApiShaping.Post(setting, story, here),
                        null
                    );
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
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
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
