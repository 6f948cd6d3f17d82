namespace Perennial.Newsroom.Tests;

public sealed class SectionsTests
{
    private static readonly Site Site = new()
    {
        Name = "The Day",
        Sections =
        [
            new SiteSection("world", "World", ["International"]),
            new SiteSection("sport", "Sport", ["Sports"]),
        ],
    };

    [Theory]
    [InlineData("World", "world")]
    [InlineData("world news", "world")]
    [InlineData(" INTERNATIONAL ", "world")]
    [InlineData("Sports", "sport")]
    [InlineData("sport", "sport")]
    [InlineData("Gardening", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void A_source_s_section_is_found_under_any_of_its_names(string? theirs, string? ours) =>
        Sections.Of(Site, theirs).ShouldBe(ours);
}
