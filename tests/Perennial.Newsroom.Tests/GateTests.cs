using Perennial.Store.Views;

namespace Perennial.Newsroom.Tests;

public sealed class GateTests
{
    [Fact]
    public async Task An_open_gate_shows_what_the_machine_makes()
    {
        using var newsroom = new WorkingNewsroom(GatePolicy.Open).Opened();
        await newsroom.ReadAsync("1", SarnFlood.First);

        newsroom.Front().ShouldHaveSingleItem();
    }

    [Fact]
    public async Task An_edited_gate_holds_a_story_until_an_editor_opens_it()
    {
        using var newsroom = new WorkingNewsroom(GatePolicy.Edited).Opened();
        await newsroom.ReadAsync("1", SarnFlood.First);
        await newsroom.ReadAsync("2", SarnFlood.Second);
        newsroom.Front().ShouldBeEmpty();
        string held;
        using (var snapshot = newsroom.Newsroom.Views.Snapshot())
        {
            var thing = GateView.All(snapshot).ShouldHaveSingleItem();
            thing.Reason.ShouldContain("an editor opens it");
            held = thing.Id;
            StoriesView.FindBySlug(snapshot, "sarn-dam-holds-as-the-velta-rises").ShouldBeNull();
        }

        await newsroom.Newsroom.AppendAsync(
            EntryKinds.Opened.New(held, "u1", new GateMoved { Reason = "looks right" })
        );
        newsroom.Posts().Count.ShouldBe(2);
    }
}
