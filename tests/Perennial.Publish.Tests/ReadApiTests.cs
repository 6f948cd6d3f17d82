using System.Globalization;
using System.Net;
using System.Text.Json;

namespace Perennial.Publish.Tests;

/// <summary>The API for reading: the same gates and rights as pages.</summary>
public sealed class ReadApiTests
{
    [Fact]
    public async Task Stories_are_listed_page_by_page_whatever_moves_in_between()
    {
        var clock = new SettableClock(new DateTimeOffset(2026, 3, 12, 9, 0, 0, TimeSpan.Zero));
        await using var site = await RunningSite.StartAsync(clock);
        foreach (var slug in new[] { "a", "b", "c", "d", "e" })
        {
            clock.Now += TimeSpan.FromMinutes(1);
            await site.PublishAsync(await site.OpenStoryAsync(slug), "First");
        }
        await site.OpenStoryAsync("without-posts");
        var seen = new List<string>();
        string? next = null;
        do
        {
            var page = await JsonAsync(site, $"/api/v1/stories?limit=2&cursor={next}".TrimEnd('='));
            seen.AddRange(
                page.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("slug").GetString()!)
            );
            next = page.GetProperty("next").GetString();
            // Another moves to the top meanwhile.
            clock.Now += TimeSpan.FromMinutes(1);
            await site.PublishAsync(await site.OpenStoryAsync($"later-{seen.Count}"), "First");
        } while (next is not null && seen.Count < 20);

        seen.ShouldBe(["e", "d", "c", "b", "a"]);
    }

    [Theory]
    [InlineData("newest")]
    [InlineData("oldest")]
    public async Task Posts_are_listed_page_by_page_in_either_order(string order)
    {
        await using var site = await RunningSite.StartAsync();
        var story = await site.OpenStoryAsync("flood");
        // All of one time: the order of publication decides.
        await site.PublishAsync(story, Enumerable.Range(0, 7).Select(i => RunningSite.APost($"Post {i}")));
        var seen = new List<string>();
        var next = "";
        while (next is not null)
        {
            var page = await JsonAsync(site, $"/api/v1/stories/{story}/posts?limit=3&order={order}{next}");
            seen.AddRange(
                page.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("title").GetString()!)
            );
            next = page.GetProperty("next").GetString() is { } cursor ? $"&cursor={cursor}" : null;
        }

        var titles = Enumerable.Range(0, 7).Select(i => $"Post {i}");
        seen.ShouldBe(order == "oldest" ? titles : titles.Reverse());
    }

    [Fact]
    public async Task An_article_without_a_licence_gives_its_excerpt_and_no_more()
    {
        await using var site = await RunningSite.StartAsync();
        var story = await site.OpenStoryAsync("flood");
        var free = await site.AddArticleAsync(story, Report());
        var other = await site.AddArticleAsync(story, Report(), SourceLicence.None);

        var whole = await JsonAsync(site, $"/api/v1/articles/{free}");
        whole.GetProperty("text").GetString().ShouldBe(Report().Text);
        whole.GetProperty("statements").GetArrayLength().ShouldBe(2);
        var excerpt = await JsonAsync(site, $"/api/v1/articles/{other}");
        excerpt.GetProperty("licensed").GetBoolean().ShouldBeFalse();
        excerpt.GetProperty("text").ValueKind.ShouldBe(JsonValueKind.Null);
        excerpt.GetProperty("excerpt").GetString().ShouldBe(Excerpt.Of(Report()).Lead);
        excerpt.GetProperty("statements").GetArrayLength().ShouldBe(1, "an indirect statement is in no excerpt");
        var list = await JsonAsync(site, "/api/v1/stories/flood/statements");
        list.GetProperty("items").GetArrayLength().ShouldBe(3);
        (await JsonAsync(site, "/api/v1/stories/flood/articles"))
            .GetProperty("items")
            .EnumerateArray()
            .ShouldAllBe(item => item.GetProperty("text").ValueKind == JsonValueKind.Null);
        var statement = await JsonAsync(site, $"/api/v1/statements/{StatementId.Of(other, Report().Statements[0])}");
        statement.GetProperty("statement").GetProperty("speaker").GetString().ShouldBe("Ilse Marten");
        (
            await site.AnswerAsync($"/api/v1/statements/{StatementId.Of(other, Report().Statements[1])}")
        ).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task What_is_held_is_nowhere()
    {
        await using var site = await RunningSite.StartAsync(holdsPeople: true);
        var story = await site.OpenStoryAsync("secret");
        var post = await site.PublishAsync(story, "A secret");
        var article = await site.AddArticleAsync(story, Report());
        var person = await PersonAsync(site, article);
        (await site.AnswerAsync($"/api/v1/entities/{person}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        await site.OpenAsync(person);
        (await JsonAsync(site, $"/api/v1/entities/{person}")).GetProperty("name").GetString().ShouldBe("Ilse Marten");

        await site.HoldAsync(story);

        foreach (
            var address in new[]
            {
                "stories/secret",
                $"stories/{story}",
                "stories/secret/posts",
                "stories/secret/articles",
                "stories/secret/statements",
                $"posts/{post.Subject}",
                $"articles/{article}",
                $"statements/{StatementId.Of(article, Report().Statements[0])}",
                $"entities/{person}",
            }
        )
        {
            (await site.AnswerAsync($"/api/v1/{address}")).StatusCode.ShouldBe(HttpStatusCode.NotFound, address);
        }
        foreach (var address in new[] { "stories", "search?q=holds", "search?q=secret" })
        {
            (await JsonAsync(site, $"/api/v1/{address}")).GetProperty("items").GetArrayLength().ShouldBe(0, address);
        }
        (await site.GetAsync("/api/v1/changes")).ShouldNotContain("A secret");
    }

    [Fact]
    public async Task Changes_are_followed_with_a_cursor_and_removals_are_told()
    {
        await using var site = await RunningSite.StartAsync();
        var story = await site.OpenStoryAsync("flood");
        var first = await site.PublishAsync(story, "First");
        var second = await site.PublishAsync(story, "Second");
        await site.EditAsync(story, first.Subject, "First, changed");

        var one = await ChangesAsync(site, 0, limit: 2);
        one.Kinds.ShouldBe(["post", "post"]);
        one.Titles.ShouldBe(["First, changed", "Second"], "what is told is what holds now");
        one.More.ShouldBeTrue();
        var two = await ChangesAsync(site, one.Next);
        two.Kinds.ShouldBe(["edit"]);
        two.More.ShouldBeFalse();

        await site.HoldAsync(second.Subject);
        (await ChangesAsync(site, two.Next)).Kinds.ShouldBe(["remove"]);
        (await ChangesAsync(site, 0)).Kinds.ShouldBe(["post", "edit", "remove"]);

        await site.HoldAsync(story);
        var held = await ChangesAsync(site, two.Next);
        held.Kinds.ShouldBe(["remove"], "the story's, after which nothing of it is told");
        await site.OpenAsync(story);
        var opened = await ChangesAsync(site, held.Next);
        opened.Kinds.ShouldBe(["story"]);
        opened.Next.ShouldBe(site.Newsroom.Ledger.Head);
    }

    [Fact]
    public async Task Pieces_are_told_in_order_with_posts()
    {
        await using var site = await RunningSite.StartAsync();
        var story = await site.OpenStoryAsync("flood");
        await site.PublishAsync(story, "First");
        var piece = new Piece
        {
            Slug = "dams",
            Headline = "Dams",
            Text = "They hold.",
        };
        await site.Newsroom.AppendAsync(
            EntryKinds.PiecePublished.New("w1", RunningSite.Author, new PiecePublished { Piece = piece })
        );
        await site.PublishAsync(story, "Second");

        (await ChangesAsync(site, 0)).Kinds.ShouldBe(["post", "piece", "post"]);
        (await ChangesAsync(site, 0, limit: 2)).Kinds.ShouldBe(["post", "piece"]);
        await site.HoldAsync("w1");
        (await ChangesAsync(site, 0)).Kinds.ShouldBe(["post", "post", "remove"]);
        var head = site.Newsroom.Ledger.Head;
        await site.OpenAsync("w1");
        (await ChangesAsync(site, head)).Kinds.ShouldBe(["piece"]);
    }

    [Fact]
    public async Task What_one_entry_did_to_two_stories_is_never_parted()
    {
        await using var site = await RunningSite.StartAsync();
        var (one, two) = (await site.OpenStoryAsync("flood"), await site.OpenStoryAsync("dam"));
        await site.PublishAsync(one, "First");
        await site.PublishAsync(two, "Second");
        var before = site.Newsroom.Ledger.Head;
        await site.Newsroom.AppendAsync(
            EntryKinds.StoryMerged.New(one, RunningSite.Author, new StoryMerged { Into = two })
        );

        var changes = await ChangesAsync(site, before, limit: 1);

        changes.Kinds.Order().ShouldBe(["edit", "merged"]);
        changes.Next.ShouldBe(site.Newsroom.Ledger.Head);
        changes.More.ShouldBeFalse();
    }

    [Fact]
    public async Task The_head_of_an_answer_can_be_asked_for_alone()
    {
        await using var site = await RunningSite.StartAsync();
        await site.OpenStoryAsync("flood");

        var head = await site.AnswerAsync("/api/v1/stories/flood", HttpMethod.Head);

        head.StatusCode.ShouldBe(HttpStatusCode.OK);
        head.Headers.ETag.ShouldNotBeNull();
        (await head.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Who_waits_is_told_as_soon_as_something_happens()
    {
        await using var site = await RunningSite.StartAsync();
        var story = await site.OpenStoryAsync("flood");
        var waiting = ChangesAsync(site, site.Newsroom.Ledger.Head, wait: 25);

        await site.PublishAsync(story, "At last");

        (await Eventually.Ends(waiting)).Titles.ShouldBe(["At last"]);
    }

    [Theory]
    [InlineData("/api/v1/stories/none", 404)]
    [InlineData("/api/v1/nothing", 404)]
    [InlineData("/api/v2/stories", 404)]
    [InlineData("/api", 404)]
    [InlineData("/api/v1/stories?limit=0", 400)]
    [InlineData("/api/v1/stories?limit=101", 400)]
    [InlineData("/api/v1/stories?limit=ten", 400)]
    [InlineData("/api/v1/stories?cursor=x", 400)]
    [InlineData("/api/v1/stories?cursor=9999999999999999999999.s", 400)]
    [InlineData("/api/v1/stories/flood/posts?cursor=1.x", 400)]
    [InlineData("/api/v1/stories/flood/posts?order=sideways", 400)]
    [InlineData("/api/v1/changes?after=-1", 400)]
    [InlineData("/api/v1/changes?after=99999", 400)]
    [InlineData("/api/v1/changes?wait=26", 400)]
    public async Task Every_error_is_a_problem(string address, int status)
    {
        await using var site = await RunningSite.StartAsync();
        await site.OpenStoryAsync("flood");

        await ShouldBeProblemAsync(await site.AnswerAsync(address), status);
    }

    [Fact]
    public async Task A_call_in_the_wrong_way_is_a_problem_too()
    {
        await using var site = await RunningSite.StartAsync();

        await ShouldBeProblemAsync(await site.AnswerAsync("/api/v1/changes", HttpMethod.Delete), 404);
    }

    [Fact]
    public async Task Of_a_story_that_was_held_from_its_beginning_nothing_is_told()
    {
        await using var site = await RunningSite.StartAsync();
        var story = await site.OpenStoryAsync("secret");
        await site.HoldAsync(story);
        var post = await site.PublishAsync(story, "A secret");
        await site.AddArticleAsync(story, Report());

        var changes = await site.GetAsync("/api/v1/changes");

        changes.ShouldNotContain(story);
        changes.ShouldNotContain(post.Subject);
    }

    [Fact]
    public async Task A_failure_on_our_side_is_a_problem_that_says_nothing_of_its_cause()
    {
        await using var site = await RunningSite.StartAsync();
        TemporaryNewsroom.ChangeBehindItsBack(
            Directory.GetFiles(site.Newsroom.Folder.Path, "views-*.db").Single(),
            "ALTER TABLE stories RENAME TO lost"
        );

        var answer = await site.AnswerAsync("/api/v1/stories");

        await ShouldBeProblemAsync(answer, 500);
        (await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldNotContain("stories");
    }

    [Theory]
    [InlineData("/api/v1/stories", 200)]
    [InlineData("/api/v1/stories/flood/reading", 200)]
    [InlineData("/api/v1/stories/nothing", 404)]
    [InlineData("/api/v1/changes?after=-1", 400)]
    public async Task Scripts_of_any_site_may_read_it_and_its_errors(string address, int status)
    {
        await using var site = await RunningSite.StartAsync();
        await site.OpenStoryAsync("flood");

        var answer = await site.AnswerAsync(address);

        ((int)answer.StatusCode).ShouldBe(status);
        answer.Headers.GetValues("Access-Control-Allow-Origin").ShouldBe(["*"]);
        answer.Headers.GetValues("Access-Control-Expose-Headers").ShouldBe(["ETag, Retry-After"]);
    }

    [Fact]
    public async Task A_browser_that_asks_beforehand_is_told_that_scripts_may_read_and_no_more()
    {
        await using var site = await RunningSite.StartAsync();
        using var asking = new HttpRequestMessage(HttpMethod.Options, "/api/v1/stories");
        asking.Headers.Add("Origin", "https://elsewhere.example");
        asking.Headers.Add("Access-Control-Request-Method", "GET");

        var answer = await site.Client.SendAsync(asking, TestContext.Current.CancellationToken);

        answer.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        answer.Headers.GetValues("Access-Control-Allow-Methods").ShouldBe(["GET, HEAD"]);
        answer.Headers.GetValues("Access-Control-Allow-Headers").ShouldBe(["If-None-Match"]);
    }

    [Fact]
    public async Task What_is_the_same_is_not_sent_again()
    {
        await using var site = await RunningSite.StartAsync();
        var story = await site.OpenStoryAsync("flood");
        await site.PublishAsync(story, "First");
        var answer = await site.AnswerAsync("/api/v1/stories/flood");
        var etag = answer.Headers.ETag!.ToString();
        answer.Headers.GetValues("Access-Control-Allow-Origin").ShouldBe(["*"]);

        (await site.AnswerAsync("/api/v1/stories/flood", ifNoneMatch: etag)).StatusCode.ShouldBe(
            HttpStatusCode.NotModified
        );
        await site.PublishAsync(story, "Second");
        (await site.AnswerAsync("/api/v1/stories/flood", ifNoneMatch: etag)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Who_calls_too_often_is_told_when_to_go_on_and_pages_go_on_for_all()
    {
        await using var site = await RunningSite.StartAsync(apiCallsAMinute: 3);
        for (var call = 0; call < 3; call++)
        {
            (await site.AnswerAsync("/api/v1/stories")).StatusCode.ShouldBe(HttpStatusCode.OK);
        }

        var refused = await site.AnswerAsync("/api/v1/stories");

        await ShouldBeProblemAsync(refused, 429);
        int.Parse(refused.Headers.GetValues("Retry-After").Single(), CultureInfo.InvariantCulture)
            .ShouldBeInRange(1, 60);
        (await site.AnswerAsync("/")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task The_description_names_the_properties_and_parameters_of_every_call()
    {
        await using var site = await RunningSite.StartAsync();

        var description = await JsonAsync(site, "/api/v1/openapi.json");

        description.GetProperty("openapi").GetString()!.ShouldStartWith("3.");
        var changes = description.GetProperty("paths").GetProperty("/api/v1/changes").GetProperty("get");
        changes
            .GetProperty("parameters")
            .EnumerateArray()
            .Select(parameter => parameter.GetProperty("name").GetString())
            .ShouldBe(["after", "limit", "wait"]);
        changes.GetProperty("responses").TryGetProperty("429", out _).ShouldBeTrue();
        var schemas = description.GetProperty("components").GetProperty("schemas");
        schemas.GetProperty("ApiPost").GetProperty("properties").TryGetProperty("keyEvent", out _).ShouldBeTrue();
        schemas
            .GetProperty("ApiPost")
            .GetProperty("properties")
            .GetProperty("position")
            .GetProperty("type")
            .GetString()
            .ShouldBe("integer");
        description.GetProperty("paths").EnumerateObject().ShouldAllBe(path => path.Name.StartsWith("/api/v1/"));
    }

    private static async Task ShouldBeProblemAsync(HttpResponseMessage answer, int status)
    {
        ((int)answer.StatusCode).ShouldBe(status);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        var problem = JsonDocument
            .Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))
            .RootElement;
        problem.GetProperty("status").GetInt32().ShouldBe(status);
        problem.GetProperty("type").GetString().ShouldBe("about:blank");
        problem.GetProperty("title").GetString().ShouldNotBeNullOrEmpty();
    }

    private static async Task<JsonElement> JsonAsync(RunningSite site, string address) =>
        JsonDocument.Parse(await site.GetAsync(address)).RootElement;

    private static async Task<(
        IReadOnlyList<string> Kinds,
        IReadOnlyList<string> Titles,
        long Next,
        bool More
    )> ChangesAsync(RunningSite site, long after, int limit = 100, int wait = 0)
    {
        var json = await JsonAsync(site, $"/api/v1/changes?after={after}&limit={limit}&wait={wait}");
        var changes = json.GetProperty("changes").EnumerateArray().ToList();
        return (
            [.. changes.Select(change => change.GetProperty("kind").GetString()!)],
            [
                .. changes
                    .Select(change => change.GetProperty("post"))
                    .Where(post => post.ValueKind == JsonValueKind.Object)
                    .Select(post => post.GetProperty("title").GetString()!),
            ],
            json.GetProperty("next").GetInt64(),
            json.GetProperty("more").GetBoolean()
        );
    }

    private static async Task<string> PersonAsync(RunningSite site, string article)
    {
        await site.LinkAsync(
            article,
            new EntityLink
            {
                In = "e1",
                Entity = "e2222222222",
                Kind = EntityKind.Person,
                Name = "Ilse Marten",
            }
        );
        return "e2222222222";
    }

    private static Article Report() =>
        new()
        {
            Title = "The dam",
            Text = "“It holds,” said Ilse Marten.\n\nShe added that it would hold for long. " + new string('x', 900),
            Entities =
            [
                new Entity
                {
                    Id = "e1",
                    Kind = EntityKind.Person,
                    Name = "Ilse Marten",
                },
            ],
            Statements =
            [
                new Statement
                {
                    Kind = StatementKind.Direct,
                    Text = "“It holds,”",
                    Speaker = new Speaker
                    {
                        Name = "Ilse Marten",
                        Kind = SpeakerKind.Person,
                        Sure = true,
                    },
                },
                new Statement
                {
                    Kind = StatementKind.Indirect,
                    Text = "that it would hold for long",
                    Speaker = new Speaker
                    {
                        Name = "Ilse Marten",
                        Kind = SpeakerKind.Person,
                        Sure = true,
                    },
                },
            ],
        };
}
