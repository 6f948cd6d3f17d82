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
    private const int MostKeyEvents = 12;

    /// <summary>The frame of an event.</summary>
    public async Task<LiveFrame> FrameAsync(LiveEvent live, InterfaceTexts texts)
    {
        StoryRow? story;
        PostRow? post = null;
        StoryFacts? facts = null;
        IReadOnlyList<PostRow> keyEvents = [];
        Site site;
        using (var snapshot = views.Snapshot())
        {
            site = SiteView.Current(snapshot) ?? Setup.NamelessSite;
            story = GateView.IsHeld(snapshot, live.Story) ? null : StoriesView.Find(snapshot, live.Story);
            if (live.Name is LiveEventName.Post or LiveEventName.Edit)
            {
                post = PostsView.Find(snapshot, live.Id);
            }
            else if (live.Name is LiveEventName.Facts or LiveEventName.Story)
            {
                facts = StoryFacts.Of(snapshot, live.Story);
                keyEvents =
                    live.Name == LiveEventName.Story ? PostsView.KeyEvents(snapshot, live.Story, MostKeyEvents) : [];
            }
        }
        if (story is null)
        {
            return new LiveFrame(live, "");
        }
        var setting = new Setting(
            site,
            texts,
            $"/stories/{story.Slug}",
            clock.GetUtcNow(),
            Setup.BaseUrl(options, request: null)
        );
        return new LiveFrame(live, await HtmlAsync(setting, story, post, facts, keyEvents, live.Name));
    }

    private async Task<string> HtmlAsync(
        Setting setting,
        StoryRow story,
        PostRow? post,
        StoryFacts? facts,
        IReadOnlyList<PostRow> keyEvents,
        LiveEventName name
    ) =>
        name switch
        {
            LiveEventName.Post or LiveEventName.Edit when post is not null => await renderer.RenderAsync<PostView>(
                new()
                {
                    [nameof(PostView.Setting)] = setting,
                    [nameof(PostView.Post)] = post,
                    [nameof(PostView.Slug)] = story.Slug,
                }
            ),
            LiveEventName.Story => await renderer.RenderAsync<StoryHead>(
                new()
                {
                    [nameof(StoryHead.Setting)] = setting,
                    [nameof(StoryHead.Story)] = story,
                    [nameof(StoryHead.Reports)] = facts!.Reports,
                    [nameof(StoryHead.Origins)] = facts.Origins,
                }
            )
                + await renderer.RenderAsync<KeyEvents>(
                    new()
                    {
                        [nameof(KeyEvents.Setting)] = setting,
                        [nameof(KeyEvents.Events)] = keyEvents,
                        [nameof(KeyEvents.Slug)] = story.Slug,
                    }
                ),
            LiveEventName.Facts => await renderer.RenderAsync<Facts>(
                new() { [nameof(Facts.Setting)] = setting, [nameof(Facts.Model)] = facts }
            ),
            _ => "",
        };
}
