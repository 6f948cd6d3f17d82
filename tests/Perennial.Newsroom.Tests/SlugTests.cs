namespace Perennial.Newsroom.Tests;

public sealed class SlugTests
{
    [Theory]
    [InlineData("Sarn dam holds", "sarn-dam-holds")]
    [InlineData("  “It’s over,” says Tal – again!  ", "it-s-over-says-tal-again")]
    [InlineData("Élysée: l’été à Besançon", "elysee-l-ete-a-besancon")]
    [InlineData("Ärger über Öl", "arger-uber-ol")]
    [InlineData("Вода встає", "вода-встає")]
    [InlineData("서울의 봄", "서울의-봄")]
    [InlineData("10,000 troops", "10-000-troops")]
    [InlineData("?!…", "story")]
    [InlineData("", "story")]
    public void A_slug_is_made_of_the_plain_words(string headline, string slug) =>
        Slug.Free(headline, _ => false).ShouldBe(slug);

    [Fact]
    public void A_long_headline_is_cut_between_words()
    {
        var slug = Slug.Free(string.Join(' ', Enumerable.Repeat("evacuation", 20)), _ => false);

        slug.Length.ShouldBeInRange(60, 75);
        slug.Split('-').ShouldAllBe(word => word == "evacuation");
    }

    [Fact]
    public void A_word_without_end_is_cut_and_whole_characters_stay()
    {
        var slug = Slug.Free("a" + string.Concat(Enumerable.Repeat("𠮷", 200)), _ => false);

        slug.Length.ShouldBeLessThanOrEqualTo(120);
        slug.EnumerateRunes().ShouldNotContain(System.Text.Rune.ReplacementChar);
    }

    [Fact]
    public void A_slug_that_is_taken_gets_the_next_free_number()
    {
        string[] taken = ["dam", "dam-2"];

        Slug.Free("Dam", taken.Contains).ShouldBe("dam-3");
    }
}
