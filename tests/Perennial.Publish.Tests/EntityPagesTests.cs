using System.Net;

namespace Perennial.Publish.Tests;

/// <summary>Pages about people, organisations and places, and addresses of statements that are read otherwise now.</summary>
public sealed class EntityPagesTests
{
    private const string Text = "“The dam holds,” said Ilse Marten, director of the Velta Water Council in Sarn.";

    private static readonly Article Report = new()
    {
        Title = "The dam holds",
        Text = Text,
        Blocks = [new Block(BlockKind.Paragraph, 0, Text.Length)],
        Entities =
        [
            new Entity { Id = "e1", Name = "Ilse Marten" },
            new Entity
            {
                Id = "e2",
                Name = "Velta Water Council",
                Kind = EntityKind.Organisation,
            },
            new Entity
            {
                Id = "e3",
                Name = "Sarn",
                Kind = EntityKind.Place,
            },
        ],
        Statements =
        [
            new Statement
            {
                Kind = StatementKind.Direct,
                Start = 0,
                End = 16,
                Spans =
                [
                    [0, 16],
                ],
                Text = "“The dam holds,”",
                Role = "director of the Velta Water Council",
                Speaker = new Speaker
                {
                    Name = "Ilse Marten",
                    Entity = "e1",
                    Kind = SpeakerKind.Person,
                    Sure = true,
                },
            },
        ],
    };

    [Theory]
    [InlineData("", "Roles", "Also called:")]
    [InlineData("?lang=fr", "Fonctions", "Aussi appelé")]
    public async Task A_page_about_a_person_lists_names_roles_and_statements(string query, string roles, string called)
    {
        await using var site = await RunningSite.StartAsync();
        var (story, _) = await ReportedAsync(site);
        await site.LinkAsync(await site.AddArticleAsync(story, Report), Links("e2222222222", "Ilse B. Marten"));
        var page = await site.GetAsync($"/people/e2222222222{query}");

        page.ShouldContain("Ilse Marten");
        page.ShouldContain("Ilse B. Marten");
        page.ShouldContain("director of the Velta Water Council");
        page.ShouldContain("The dam holds");
        page.ShouldContain(roles);
        page.ShouldContain(called);
    }

    [Fact]
    public async Task Search_engines_are_asked_to_leave_a_person_out_until_an_editor_opens_the_page()
    {
        await using var site = await RunningSite.StartAsync();
        await ReportedAsync(site);
        (await site.GetAsync("/people/e2222222222")).ShouldContain("noindex");
        (await site.GetAsync("/organisations/e3333333333")).ShouldNotContain("noindex");
        await site.OpenAsync("e2222222222");

        (await site.GetAsync("/people/e2222222222")).ShouldNotContain("noindex");
    }

    [Fact]
    public async Task Where_people_are_held_their_pages_are_shown_when_an_editor_opens_them_and_only_then()
    {
        await using var site = await RunningSite.StartAsync(holdsPeople: true);
        var (_, article) = await ReportedAsync(site);
        await StatusAsync(site, "/people/e2222222222", HttpStatusCode.NotFound);
        (await site.GetAsync($"/articles/{article}")).ShouldNotContain("/people/");
        await StatusAsync(site, "/organisations/e3333333333", HttpStatusCode.OK);

        await site.OpenAsync("e2222222222");
        await StatusAsync(site, "/people/e2222222222", HttpStatusCode.OK);
        (await site.GetAsync($"/articles/{article}")).ShouldContain("/people/e2222222222");
        await site.HoldAsync("e2222222222");
        await StatusAsync(site, "/people/e2222222222", HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task What_only_a_held_story_says_of_somebody_is_on_no_page()
    {
        await using var site = await RunningSite.StartAsync();
        var (story, _) = await ReportedAsync(site);
        await site.HoldAsync(story);

        foreach (var address in new[] { "/people/e2222222222", "/organisations/e3333333333", "/places/e4444444444" })
        {
            await StatusAsync(site, address, HttpStatusCode.NotFound);
        }
    }

    [Fact]
    public async Task The_address_of_who_went_up_in_another_leads_there()
    {
        await using var site = await RunningSite.StartAsync();
        var (story, _) = await ReportedAsync(site);
        await site.LinkAsync(await site.AddArticleAsync(story, Report), Links("e9999999999", "Ilse Marten"));
        await site.Newsroom.AppendAsync(
            EntryKinds.ReadingCorrected.New(
                "e2222222222",
                "u1",
                new ReadingCorrected { Correction = new KnownAsOne("e9999999999") }
            )
        );

        await LeadsAsync(site, "/people/e9999999999?lang=fr", "/people/e2222222222?lang=fr");
        await LeadsAsync(site, "/places/e2222222222", "/people/e2222222222");
    }

    [Fact]
    public async Task The_address_of_a_statement_that_is_read_otherwise_leads_to_what_took_its_place_or_to_the_article()
    {
        await using var site = await RunningSite.StartAsync();
        var (_, article) = await ReportedAsync(site);
        var before = StatementId.Of(article, Report.Statements[0]);
        var other = Report.Statements[0] with
        {
            Speaker = new Speaker { Name = "Ada Bell", Sure = true },
        };
        await ReadAsync(site, article, Report with { Statements = [other] });
        await LeadsAsync(site, $"/statements/{before}", $"/statements/{StatementId.Of(article, other)}");

        await ReadAsync(site, article, Report with { Statements = [] });
        await LeadsAsync(site, $"/statements/{before}", $"/articles/{article}");
        await ReadAsync(site, article, Report);
        await StatusAsync(site, $"/statements/{before}", HttpStatusCode.OK);
    }

    private static async Task<(string Story, string Article)> ReportedAsync(RunningSite site)
    {
        var story = await site.OpenStoryAsync("flood");
        var article = await site.AddArticleAsync(story, Report);
        await site.LinkAsync(article, Links("e2222222222", "Ilse Marten"));
        return (story, article);
    }

    private static EntityLink[] Links(string person, string name) =>
        [
            new()
            {
                In = "e1",
                Entity = person,
                Kind = EntityKind.Person,
                Name = name,
                Roles = ["director of the Velta Water Council"],
                Affiliations = ["e3333333333"],
            },
            new()
            {
                In = "e2",
                Entity = "e3333333333",
                Kind = EntityKind.Organisation,
                Name = "Velta Water Council",
            },
            new()
            {
                In = "e3",
                Entity = "e4444444444",
                Kind = EntityKind.Place,
                Name = "Sarn",
            },
        ];

    private static Task<IReadOnlyList<Entry>> ReadAsync(RunningSite site, string article, Article read) =>
        site.Newsroom.AppendAsync(
            EntryKinds.ArticleRead.New(article, "reader/1", new ArticleRead { Capture = 1, Article = read })
        );

    private static async Task StatusAsync(RunningSite site, string address, HttpStatusCode status) =>
        (await site.AnswerAsync(address)).StatusCode.ShouldBe(status, address);

    private static async Task LeadsAsync(RunningSite site, string address, string to)
    {
        var answer = await site.AnswerAsync(address);
        (answer.StatusCode, answer.Headers.Location?.ToString()).ShouldBe((HttpStatusCode.Redirect, to));
    }
}
