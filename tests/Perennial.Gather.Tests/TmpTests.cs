namespace Perennial.Gather.Tests;

public sealed class TmpTests
{
    [Fact]
    public async Task Tmp()
    {
        await using var newsroom = await GatheringNewsroom.OpenAsync();
        newsroom.Origin.ServeFeed("/feed", null, ("/1", "One"));
        var s = await newsroom.FollowAsync("/feed");
        await newsroom.LookAsync();
        Assert.Fail(newsroom.Health(s) + string.Join(",", newsroom.Origin.Requests));
    }
}
