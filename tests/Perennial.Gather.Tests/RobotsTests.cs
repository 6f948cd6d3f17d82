using System.Text;

namespace Perennial.Gather.Tests;

public sealed class RobotsTests
{
    [Theory]
    // The longest rule decides, and of two alike the one that allows.
    [InlineData("User-agent: *\nDisallow: /news\nAllow: /news/today", "/news/today/1", true)]
    [InlineData("User-agent: *\nDisallow: /news\nAllow: /news/today", "/news/1", false)]
    [InlineData("User-agent: *\nAllow: /a\nDisallow: /a", "/a", true)]
    [InlineData("User-agent: *\nDisallow: /\nAllow: /$", "/", true)]
    [InlineData("User-agent: *\nDisallow: /\nAllow: /$", "/x", false)]
    // An own group replaces the one for all.
    [InlineData("User-agent: *\nDisallow: /\n\nUser-agent: Perennial\nDisallow: /private", "/news", true)]
    [InlineData("User-agent: *\nDisallow: /\n\nUser-agent: perennial/2.0\nDisallow: /private", "/news", true)]
    [InlineData("User-agent: Perennial\nDisallow: /\n\nUser-agent: *\nDisallow:", "/news", false)]
    [InlineData("User-agent: PerennialFan\nDisallow: /", "/news", true)]
    // Several agents share a group, and groups of one agent are one.
    [InlineData("User-agent: Other\nUser-agent: Perennial\nDisallow: /a", "/a", false)]
    [InlineData(
        "User-agent: Perennial\nDisallow: /a\nUser-agent: Other\nDisallow: /b\nUser-agent: Perennial\nDisallow: /c",
        "/c",
        false
    )]
    [InlineData(
        "User-agent: Perennial\nDisallow: /a\nUser-agent: Other\nDisallow: /b\nUser-agent: Perennial\nDisallow: /c",
        "/b",
        true
    )]
    // Stars and ends.
    [InlineData("User-agent: *\nDisallow: /*.pdf$", "/a/b.pdf", false)]
    [InlineData("User-agent: *\nDisallow: /*.pdf$", "/a/b.pdf?x=1", true)]
    [InlineData("User-agent: *\nDisallow: /a*b*c", "/a1b2c3", false)]
    [InlineData("User-agent: *\nDisallow: /a*b*c", "/a1c2b3", true)]
    [InlineData("User-agent: *\nDisallow: *", "/anything", false)]
    // What makes no sense is passed over.
    [InlineData("Disallow: /", "/news", true)]
    [InlineData("User-agent: *\nDisallow:", "/news", true)]
    [InlineData("User-agent: *\nnonsense\nDisallow: /a # the old part", "/a", false)]
    [InlineData("\uFEFFUser-agent: *\r\nDISALLOW: /a\r\n", "/a", false)]
    [InlineData("User-agent *\ndisallow /a", "/a", false)]
    [InlineData("User-agent: *\nDisallow: /A", "/a", true)]
    [InlineData("<html><body>Not found</body></html>", "/news", true)]
    // Escapes and letters mean the same.
    [InlineData("User-agent: *\nDisallow: /přehrada", "/p%C5%99ehrada", false)]
    [InlineData("User-agent: *\nDisallow: /p%c5%99ehrada", "/p%C5%99ehrada", false)]
    [InlineData("User-agent: *\nDisallow: /a%2Db", "/a-b", false)]
    // The file itself is always open.
    [InlineData("User-agent: *\nDisallow: /", "/robots.txt", true)]
    public void The_rules_are_those_of_the_standard(string file, string path, bool allowed) =>
        Robots
            .Parse(Encoding.UTF8.GetBytes(file), "Perennial")
            .Allows(new Uri("https://example.org" + path))
            .ShouldBe(allowed);

    [Fact]
    public void A_rule_full_of_stars_is_answered_at_once() =>
        Robots
            .Parse(
                Encoding.UTF8.GetBytes("User-agent: *\nDisallow: /" + string.Concat(Enumerable.Repeat("*a", 2000))),
                "Perennial"
            )
            .Allows(new Uri("https://example.org/" + new string('a', 5000)))
            .ShouldBeFalse();
}
