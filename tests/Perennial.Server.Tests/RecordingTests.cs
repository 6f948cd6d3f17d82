using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Perennial.Read;
using Perennial.Server.Demo;
using Perennial.Weave;
using Perennial.Weave.Trails;

namespace Perennial.Server.Tests;

/// <summary>The bundled recording is the fixture of many tests and a newcomer's first minute: this is what both rely on.</summary>
public sealed partial class RecordingTests
{
    private static readonly Recording Recorded = Recording.Load();

    private static IEnumerable<(RecordedOutlet Outlet, RecordedPage Page)> All =>
        Recorded
            .Outlets.SelectMany(outlet => outlet.Pages.Select(page => (outlet, page)))
            .OrderBy(pair => pair.page.Time);

    private static IEnumerable<(RecordedOutlet Outlet, RecordedPage Page)> FirstVersions =>
        All.DistinctBy(pair => (pair.Outlet.Folder, pair.Page.Path));

    [Fact]
    public void It_is_a_day_of_news_from_six_outlets()
    {
        Recorded.Outlets.Count.ShouldBeGreaterThanOrEqualTo(6);
        Recorded.Outlets.ShouldAllBe(outlet => outlet.Pages.Count > 0);
        All.Count(pair => !pair.Page.Gone).ShouldBeGreaterThanOrEqualTo(46);
        (Recorded.End - Recorded.Start).ShouldBeGreaterThan(TimeSpan.FromHours(12));
    }

    [Fact]
    public void What_our_desk_asks_is_asked_of_reports_and_answered_by_words_that_stand_in_them()
    {
        Recorded.Asked.ShouldNotBeEmpty();
        foreach (var question in Recorded.Asked)
        {
            var asked = Page(question.Article);
            TimeOnly.FromDateTime(asked.Time.DateTime).ShouldBeLessThan(question.Time);
            if (question.By is { } by)
            {
                TimeOnly.FromDateTime(Page(by).Time.DateTime).ShouldBeLessThan(question.Answered!.Value);
                string.Join("\n", ParagraphsOf(Page(by))).ShouldContain(question.Words!);
            }
        }

        static RecordedPage Page(string article) =>
            FirstVersions.Single(pair => pair.Outlet.Folder + pair.Page.Path == article).Page;
    }

    [Fact]
    public void Every_place_of_every_template_is_filled()
    {
        string[] own = ["body", "address", "published", "modified"];
        foreach (var (outlet, page) in All.Where(pair => !pair.Page.Gone))
        {
            var places = Places().Matches(outlet.Template).Select(place => place.Groups["name"].Value);
            places.Except([.. own, "kicker"]).ShouldBeSubsetOf(page.Values.Keys, $"{outlet.Folder} {page.Path}");
        }
    }

    [Fact]
    public void Later_versions_are_later_and_keep_their_story()
    {
        foreach (var versions in All.GroupBy(pair => (pair.Outlet.Folder, pair.Page.Path)))
        {
            versions.Select(pair => pair.Page.Time).ShouldBeUnique(versions.Key.Path);
            versions
                .Where(pair => !pair.Page.Gone)
                .Select(pair => StoryOf(pair.Page))
                .Distinct()
                .Count()
                .ShouldBe(1, versions.Key.Path);
        }
    }

    [Fact]
    public void The_main_story_gains_an_original_report_at_least_every_half_hour()
    {
        var originals = FirstVersions
            .Where(pair => StoryOf(pair.Page) == "main" && !IsEcho(pair.Page))
            .Select(pair => pair.Page.Time)
            .ToArray();

        originals[0].ShouldBeLessThanOrEqualTo(Recorded.Start);
        originals.Zip(originals.Skip(1), (one, next) => next - one).Max().ShouldBeLessThan(TimeSpan.FromMinutes(30));
    }

    [Fact]
    public void Small_stories_never_lead_the_front_page_for_long()
    {
        var main = FirstVersions
            .Where(pair => StoryOf(pair.Page) == "main" && !IsEcho(pair.Page))
            .Select(pair => pair.Page.Time)
            .ToArray();

        foreach (var (_, page) in FirstVersions.Where(pair => StoryOf(pair.Page) != "main"))
        {
            main.ShouldContain(time => time > page.Time && time < page.Time + TimeSpan.FromMinutes(15), page.Path);
        }
    }

    [Fact]
    public void Two_sources_correct_themselves_and_one_takes_a_report_away()
    {
        var corrections = All.Where(pair => pair.Page.Body.StartsWith("<p>Correction: ", StringComparison.Ordinal));
        corrections.Select(pair => pair.Outlet.Folder).ShouldBe(["packet", "lantern"]);
        corrections.ShouldAllBe(pair => FirstVersions.All(first => first.Page != pair.Page));

        var gone = All.Single(pair => pair.Page.Gone);
        FirstVersions.ShouldContain(pair =>
            pair.Page.Path == gone.Page.Path && gone.Page.Time - pair.Page.Time < TimeSpan.FromHours(1)
        );
    }

    [Fact]
    public void Every_page_reads_to_its_own_words_and_nothing_else()
    {
        var wrong = new List<string>();
        foreach (var (outlet, page) in All.Where(pair => !pair.Page.Gone))
        {
            var first = outlet.Pages.First(version => version.Path == page.Path);
            var article = Read(outlet, first, page);
            Compare("title", page.Values["title"], article.Title);
            Compare("byline", page.Values["byline"], string.Join(" and ", article.Authors));
            Compare("published", $"{first.Time:yyyy-MM-dd HH:mm}", $"{article.Published?.Local:yyyy-MM-dd HH:mm}");
            Compare("text", string.Join("\n\n", ParagraphsOf(page)), article.Text);

            void Compare(string what, string expected, string? read)
            {
                if (expected != read)
                {
                    wrong.Add($"{outlet.Folder} {page.Time:HH:mm} {what}: {read}\n   instead of: {expected}");
                }
            }
        }
        wrong.ShouldBeEmpty();
    }

    [Fact]
    public void No_outlet_is_taken_for_another()
    {
        // Two pages do not say their outlet's name where machines look for it: there the feed's name stands in.
        foreach (var outlet in Recorded.Outlets)
        {
            (Read(outlet, outlet.Pages[0], outlet.Pages[0]).SiteName ?? outlet.Name).ShouldBe(outlet.Name);
        }
    }

    [Fact]
    public void The_weaver_finds_one_main_story_and_leaves_the_small_ones_apart()
    {
        var weaving = new Weaving();
        var steps = FirstVersions
            .Select(pair =>
                (
                    Story: StoryOf(pair.Page),
                    Name: $"{pair.Outlet.Folder} {pair.Page.Time:HH:mm}",
                    Echo: IsEcho(pair.Page),
                    Step: weaving.Place(ToWoven(pair.Outlet, pair.Page))
                )
            )
            .ToList();

        foreach (var story in steps.GroupBy(step => step.Story))
        {
            story
                .GroupBy(step => step.Step.Story)
                .OrderByDescending(woven => woven.Count())
                .Skip(1)
                .SelectMany(woven => woven.Select(step => $"{step.Name} {step.Step.Because[0]}"))
                .ShouldBeEmpty(story.Key);
        }
        steps
            .GroupBy(step => step.Step.Story)
            .ShouldAllBe(woven => woven.Select(step => step.Story).Distinct().Count() == 1);
        steps
            .Where(step => step.Echo != step.Step.Echo is { Relation: EchoRelation.Copy or EchoRelation.Rewrite })
            .Select(step => $"{step.Name} {step.Step.Echo}")
            .ShouldBeEmpty();
    }

    [Fact]
    public void A_newcomer_can_follow_a_quotation_that_is_garbled_on_its_way()
    {
        var (weaving, trails) = (new Weaving(), new TrailKeeper(() => "t1"));
        var last = new Dictionary<string, KnownTrail>(StringComparer.Ordinal);
        foreach (var (outlet, page) in FirstVersions.Where(pair => StoryOf(pair.Page) == "main"))
        {
            var id = $"{outlet.Folder}{page.Path}";
            var echo = weaving.Place(ToWoven(outlet, page)).Echo;
            var article = CarryingArticle.Of(id, Read(outlet, page, page), page.Time, outlet.Name);
            foreach (var trail in trails.Take(article, echo is null ? null : (echo.Of, echo.Relation)))
            {
                last[trail.Carriers.Count > 0 ? trail.Carriers[0].Statement : ""] = trail;
            }
        }

        var longest = last.Values.MaxBy(trail => trail.Carriers.Count)!.Carriers;
        longest.Select(carrier => carrier.Article.Split('/')[0]).ShouldBe(["lantern", "herald", "radio", "newsmill"]);
        longest.Select(carrier => carrier.Origin).ShouldBe([1, 1, 2, 2]);
        longest
            .Select(carrier => carrier.Relation)
            .ShouldBe([TrailRelation.Told, TrailRelation.Echo, TrailRelation.Told, TrailRelation.ByWayOf]);
        longest[3].From.ShouldBe(longest[2].Statement);
        longest[3].Runs.Count(run => run.Kind == TrailRunKind.Added).ShouldBe(4);
        longest.ShouldAllBe(carrier => !carrier.Verbatim);
        // One quotation went from the chemist to the lawyer.
        last.Values.Count(trail => trail.Carriers.Any(carrier => carrier.OtherSpeaker)).ShouldBe(1);
    }

    private static string StoryOf(RecordedPage page) => page.Values["story"];

    private static bool IsEcho(RecordedPage page) => page.Values.GetValueOrDefault("echo") == "yes";

    private static Article Read(RecordedOutlet outlet, RecordedPage first, RecordedPage page)
    {
        var root = $"http://{outlet.Address}:8090";
        var html = DemoOrigin.Html(outlet, root, new PageVersion(first, page));
        return Reader.Read(
            new Capture
            {
                Url = root + page.Path,
                ContentType = "text/html; charset=utf-8",
                Bytes = Encoding.UTF8.GetBytes(html),
            }
        );
    }

    private static WovenArticle ToWoven(RecordedOutlet outlet, RecordedPage page)
    {
        var article = Read(outlet, page, page);
        return new WovenArticle
        {
            Id = $"{outlet.Folder}{page.Path}",
            Published = page.Time,
            Title = article.Title,
            Text = article.Text,
            Source = article.SiteName,
            Language = article.Language,
        };
    }

    /// <summary>The paragraphs of a body, without the boxes that stand in it.</summary>
    private static IEnumerable<string> ParagraphsOf(RecordedPage page) =>
        Paragraph()
            .Matches(Box().Replace(page.Body, ""))
            .Select(paragraph => WebUtility.HtmlDecode(paragraph.Groups["words"].Value));

    [GeneratedRegex(@"\{\{(?<name>[a-z]+)\}\}", RegexOptions.NonBacktracking)]
    private static partial Regex Places();

    [GeneratedRegex("<div.*?</div>", RegexOptions.NonBacktracking | RegexOptions.Singleline)]
    private static partial Regex Box();

    [GeneratedRegex("<p>(?<words>.*?)</p>", RegexOptions.NonBacktracking)]
    private static partial Regex Paragraph();
}
