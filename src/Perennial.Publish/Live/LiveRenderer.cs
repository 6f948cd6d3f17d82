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
    /// <summary>The frame of an event.</summary>
    public async Task<LiveFrame> FrameAsync(LiveEvent live, InterfaceTexts texts)
    {
        Setting setting;
        StoryRow? story;
        PostRow? post = null;
        StoryFacts? facts = null;
        IReadOnlyList<PostRow> keyEvents = [];
        (int Reports, int Origins) counts = default;
        using (var snapshot = views.Snapshot())
        {
            story = GateView.IsHeld(snapshot, live.Story) ? null : StoriesView.Find(snapshot, live.Story);
            if (story is null)
            {
                return new LiveFrame(live, "");
            }
            if (live.Name == LiveEventName.Remove && live.Id == live.Story)
            {
                // The story had been held and is open again: its page stays.
                live = live with
                {
                    Name = LiveEventName.Story,
                };
            }
            setting = new Setting(
                SiteView.Current(snapshot) ?? Setup.NamelessSite,
                texts,
                $"/stories/{story.Slug}",
                clock.GetUtcNow(),
                Setup.BaseUrl(options, request: null)
            );
            if (live.Name is LiveEventName.Post or LiveEventName.Edit)
            {
                post = PostsView.Find(snapshot, live.Id);
            }
            if (live.Name is LiveEventName.Facts or LiveEventName.Remove)
            {
                facts = StoryFacts.Of(snapshot, story.Id);
            }
            counts = ArticlesView.Count(snapshot, story.Id);
            keyEvents = PostsView.KeyEvents(snapshot, story.Id, KeyEvents.Most);
        }
        var head = await HeadAsync(setting, story, counts);
        return live.Name switch
        {
            LiveEventName.Post when post is { Post.KeyEvent: false } => new(
                live,
                await PostAsync(setting, story, post),
                head
            ),
            LiveEventName.Post or LiveEventName.Edit when post is not null => new(
                live,
                await PostAsync(setting, story, post),
                head + await RailAsync(setting, story, keyEvents)
            ),
            LiveEventName.Story => new(live, head + await RailAsync(setting, story, keyEvents)),
            LiveEventName.Facts => new(live, await RecordAsync(setting, facts!), head),
            LiveEventName.Remove => new(
                live,
                "",
                head + await RailAsync(setting, story, keyEvents) + await RecordAsync(setting, facts!)
            ),
            _ => new(live, ""),
        };
    }

    private Task<string> PostAsync(Setting setting, StoryRow story, PostRow post) =>
        renderer.RenderAsync<PostView>(
            new()
            {
                [nameof(PostView.Setting)] = setting,
                [nameof(PostView.Post)] = post,
                [nameof(PostView.Story)] = story,
            }
        );

    private Task<string> HeadAsync(Setting setting, StoryRow story, (int Reports, int Origins) counts) =>
        renderer.RenderAsync<StoryHead>(
            new()
            {
                [nameof(StoryHead.Setting)] = setting,
                [nameof(StoryHead.Story)] = story,
                [nameof(StoryHead.Reports)] = counts.Reports,
                [nameof(StoryHead.Origins)] = counts.Origins,
            }
        );

    private Task<string> RailAsync(Setting setting, StoryRow story, IReadOnlyList<PostRow> events) =>
        renderer.RenderAsync<KeyEvents>(
            new()
            {
                [nameof(KeyEvents.Setting)] = setting,
                [nameof(KeyEvents.Events)] = events,
                [nameof(KeyEvents.Story)] = story,
            }
        );

    private Task<string> RecordAsync(Setting setting, StoryFacts facts) =>
        renderer.RenderAsync<Facts>(new() { [nameof(Facts.Setting)] = setting, [nameof(Facts.Model)] = facts });
}
