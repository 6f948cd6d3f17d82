using Perennial.Publish.Parts;
using Perennial.Publish.Texts;
using Perennial.Store.Views;

namespace Perennial.Publish.Live;

/// <summary>Makes the HTML of live events, always from what stands now: an event that is replayed can't bring back what has gone.</summary>
internal sealed class LiveRenderer(
    ViewStore views,
    ComponentRenderer renderer,
    TimeProvider clock,
    PublishOptions options
)
{
    /// <summary>The frames of events of one story, in order. What they change together comes with the last of them.</summary>
    public async Task<IReadOnlyList<LiveFrame>> FramesAsync(IReadOnlyList<LiveEvent> events, InterfaceTexts texts)
    {
        if (events.Count == 0)
        {
            return [];
        }
        if (Look(events, texts) is not { } now)
        {
            return [.. events.Select(live => new LiveFrame(live, ""))];
        }
        if (now.Story.Id != events[0].Story)
        {
            // Part of another by now: of all that was said of it, only where it goes on still counts.
            var pointer = await PointerAsync(now);
            return
            [
                .. events.Where(live => live.Name == LiveEventName.Merged).Select(live => new LiveFrame(live, pointer)),
            ];
        }
        var frames = new List<LiveFrame>(events.Count);
        foreach (var live in events)
        {
            // The record and the head are sent whole: of several in a row the last is enough.
            var comesAgain =
                live.Name is LiveEventName.Facts or LiveEventName.Story
                && events.Any(later => later.Position > live.Position && later.Name == live.Name);
            frames.Add(comesAgain ? new LiveFrame(live, "") : await FrameAsync(now, live));
        }
        frames[^1] = frames[^1] with { Parts = await PartsAsync(now, events) };
        return frames;
    }

    /// <summary>What is to be shown, looked up in one snapshot; nothing for a story that readers can't see.</summary>
    private Now? Look(IReadOnlyList<LiveEvent> events, InterfaceTexts texts)
    {
        using var snapshot = views.Snapshot();
        var id = StoriesView.Current(snapshot, events[0].Story);
        if (GateView.IsHeld(snapshot, id) || StoriesView.Find(snapshot, id) is not { } story)
        {
            return null;
        }
        var setting = new Setting(
            SiteView.Current(snapshot) ?? Setup.NamelessSite,
            texts,
            $"/stories/{story.Slug}",
            clock.GetUtcNow(),
            Setup.BaseUrl(options, request: null)
        );
        var facts = events.Any(live => live.Name is LiveEventName.Facts or LiveEventName.Remove or LiveEventName.Posts)
            ? StoryFacts.Of(snapshot, story, options.HoldsPeople)
            : null;
        var read = facts is null ? StoryReadingsView.Find(snapshot, id) : null;
        return new Now(
            setting,
            story,
            events
                .Where(live => live.Name is LiveEventName.Post or LiveEventName.Edit or LiveEventName.Posts)
                .SelectMany(IdsOf)
                .Distinct()
                .Select(post => PostsView.Find(snapshot, post))
                .OfType<PostRow>()
                // It may have gone to another story since.
                .Where(post => post.Story == id)
                .ToDictionary(post => post.Id),
            facts,
            // The head comes with every event, and its handles with it.
            facts is not null
                ? facts.Record.Headline
                : RecordedHeadline.Of(story, read?.Headline, CitedArticles.Of(snapshot, id)),
            facts is not null ? facts.Record.Tellings : StoryRecord.ToldIn(snapshot, story, read),
            ArticlesView.Count(snapshot, id),
            PostsView.KeyEvents(snapshot, id, KeyEvents.Most)
        );
    }

    private async Task<LiveFrame> FrameAsync(Now now, LiveEvent live) =>
        live.Name switch
        {
            LiveEventName.Post or LiveEventName.Edit when now.Posts.TryGetValue(live.Id, out var post) => new(
                live,
                await PostAsync(now, post)
            ),
            LiveEventName.Posts => await PostsAsync(now, live),
            LiveEventName.Facts => new(live, await RecordAsync(now)),
            LiveEventName.Story => new(live, await HeadAsync(now) + await RailAsync(now)),
            // The story had been held and is open again: its page stays.
            LiveEventName.Remove when live.Id == live.Story => new(
                live with
                {
                    Name = LiveEventName.Story,
                },
                await HeadAsync(now) + await RailAsync(now)
            ),
            _ => new(live, ""),
        };

    /// <summary>What the events change besides what they are about: times and numbers, the list of key events, the record.</summary>
    private async Task<string> PartsAsync(Now now, IReadOnlyList<LiveEvent> events)
    {
        var parts = await HeadAsync(now);
        if (
            events.Any(live =>
                live.Name is LiveEventName.Edit or LiveEventName.Remove or LiveEventName.Posts
                || (now.Posts.TryGetValue(live.Id, out var post) && post.Post.KeyEvent)
            )
        )
        {
            parts += await RailAsync(now);
        }
        return events.Any(live => live.Name is LiveEventName.Remove or LiveEventName.Posts)
            ? parts + await RecordAsync(now)
            : parts;
    }

    private static string[] IdsOf(LiveEvent live) => live.Id.Split(' ');

    private async Task<LiveFrame> PostsAsync(Now now, LiveEvent live)
    {
        var pieces = new List<LivePiece>();
        foreach (var id in IdsOf(live))
        {
            pieces.Add(new LivePiece(id, now.Posts.TryGetValue(id, out var post) ? await PostAsync(now, post) : ""));
        }
        return LiveFrame.Of(live, pieces);
    }

    private Task<string> PointerAsync(Now now) =>
        renderer.RenderAsync<StoryPointer>(
            new() { [nameof(StoryPointer.Setting)] = now.Setting, [nameof(StoryPointer.Story)] = now.Story }
        );

    private Task<string> PostAsync(Now now, PostRow post) =>
        renderer.RenderAsync<PostView>(
            new()
            {
                [nameof(PostView.Setting)] = now.Setting,
                [nameof(PostView.Post)] = post,
                [nameof(PostView.Story)] = now.Story,
            }
        );

    private Task<string> HeadAsync(Now now) =>
        renderer.RenderAsync<StoryHead>(
            new()
            {
                [nameof(StoryHead.Setting)] = now.Setting,
                [nameof(StoryHead.Story)] = now.Story,
                [nameof(StoryHead.Reports)] = now.Counts.Reports,
                [nameof(StoryHead.Origins)] = now.Counts.Origins,
                [nameof(StoryHead.Check)] = now.Headline,
                [nameof(StoryHead.Tellings)] = now.Tellings,
            }
        );

    private Task<string> RailAsync(Now now) =>
        renderer.RenderAsync<KeyEvents>(
            new()
            {
                [nameof(KeyEvents.Setting)] = now.Setting,
                [nameof(KeyEvents.Events)] = now.KeyEvents,
                [nameof(KeyEvents.Story)] = now.Story,
            }
        );

    private Task<string> RecordAsync(Now now) =>
        renderer.RenderAsync<Facts>(new() { [nameof(Facts.Setting)] = now.Setting, [nameof(Facts.Model)] = now.Facts });

    private sealed record Now(
        Setting Setting,
        StoryRow Story,
        IReadOnlyDictionary<string, PostRow> Posts,
        StoryFacts? Facts,
        RecordedHeadline? Headline,
        IReadOnlyList<StoryRow> Tellings,
        (int Reports, int Origins) Counts,
        IReadOnlyList<PostRow> KeyEvents
    );
}
