using Perennial.Weave.Naming;
using Perennial.Weave.Stories;
using Perennial.Weave.Tests.Questions;

namespace Perennial.Weave.Tests.Naming;

public sealed class NamingTests
{
    private static readonly NamingRules Rules = new(
        article => !article.Title!.EndsWith('?'),
        section =>
            section switch
            {
                "Valley News" or "Valley" => "valley",
                "World" => "world",
                _ => null,
            }
    );

    [Fact]
    public void The_kicker_is_what_most_origins_call_the_thing_where_it_happened()
    {
        StoryArticle[] articles =
        [
            Report(
                "a1",
                0,
                "Gates opened at Sarn",
                "The dam at Sarn was opened at four. The mayor of Sarn, Ivo Tal, was asleep."
            ),
            Report(
                "a2",
                1,
                "Water reaches Velta",
                "Water from the Sarn dam reached Velta by six, the mayor of Sarn said."
            ),
            Report("a3", 2, "Dam ‘will hold’", "Engineers went down into the dam at Sarn in the morning."),
        ];
        Words(articles, Of(articles).Kicker).ShouldBe("dam at Sarn");
    }

    [Fact]
    public void What_only_one_of_many_says_is_no_kicker()
    {
        StoryArticle[] articles =
        [
            Report("a1", 0, "Gates opened", "The dam at Sarn was opened at four."),
            Report("a2", 1, "Water rises", "Water stands in the streets of Velta."),
            Report("a3", 2, "Schools closed", "Schools stay closed until Monday."),
        ];
        Of(articles).Kicker.ShouldBeNull();
    }

    [Fact]
    public void A_name_that_most_share_stands_in_where_nothing_more_is_shared()
    {
        StoryArticle[] articles =
        [
            Report("a1", 0, "Gates opened", "It rained on Velta, and gates were opened."),
            Report("a2", 1, "Water rises", "Nobody in Velta was told."),
            Report("a3", 2, "Velta closes schools", "Velta closes its schools until Monday."),
        ];
        Words(articles, Of(articles).Kicker).ShouldBe("Velta");
        // Whoever speaks for a story stands in no headline.
        Of([.. articles.Select(article => article with { Article = article.Article with { Title = "Water rises" } })])
            .Kicker.ShouldBeNull();
    }

    [Fact]
    public void Echoes_and_what_a_single_report_says_give_no_kicker()
    {
        var one = Report("a1", 0, "Gates opened at Sarn", "The dam at Sarn was opened at four.");
        Of([one, one with { Id = "a2", EchoOf = "a1" }]).Kicker.ShouldBeNull();
    }

    [Fact]
    public void A_kicker_of_German_and_French_reports_is_in_their_words()
    {
        StoryArticle[] german =
        [
            Report("a1", 0, "Alarm", "Der Staudamm in Sarn wurde um vier Uhr geöffnet.", "de"),
            Report("a2", 1, "Flut", "Am Staudamm in Sarn arbeiten seit heute früh Fachleute.", "de"),
        ];
        StoryArticle[] french =
        [
            Report("a1", 0, "Alerte", "Le barrage de Sarn a été ouvert à quatre heures.", "fr"),
            Report("a2", 1, "Crue", "Une fissure court dans le barrage de Sarn depuis lundi.", "fr"),
        ];
        Words(german, Of(german).Kicker).ShouldBe("Staudamm in Sarn");
        Words(french, Of(french).Kicker).ShouldBe("barrage de Sarn");
    }

    [Fact]
    public void The_headline_proposed_is_the_newest_that_passages_of_more_than_one_origin_carry()
    {
        StoryArticle[] articles =
        [
            Report("a1", 0, "Gates of Sarn dam opened at four", "The gates of the dam at Sarn were opened at four."),
            Report("a2", 1, "Water reaches Velta", "Water from Sarn reached Velta by six."),
            Report(
                "a3",
                2,
                "People of Velta spend night in schools",
                "The people of Velta are told to sleep in schools."
            ),
            // Only its own text has that name, and it is the newest.
            Report("a4", 3, "Rats seen on Lower Quay", "Rats were seen on Lower Quay."),
        ];
        Of(articles).Headline.ShouldBe("a3");
    }

    [Theory]
    [InlineData("Mira Holt opened the gates of Sarn")]
    [InlineData("Mayor: ‘Nobody was asleep’ in Sarn")]
    [InlineData("Who opened the gates of Sarn?")]
    [InlineData("Morning briefing: Sarn and more")]
    public void A_headline_that_nothing_carries_or_that_may_not_lead_is_never_proposed(string title) =>
        Of([Report("a1", 0, title, "The gates of the dam at Sarn were opened at four.")]).Headline.ShouldBeNull();

    [Fact]
    public void A_headline_of_an_older_development_is_not_proposed()
    {
        StoryArticle[] articles =
        [
            Report("a1", 0, "Gates of Sarn opened", "The gates of Sarn were opened."),
            Report("a2", 1, "Gates at Sarn still open", "The gates of Sarn are open."),
            Report("a3", 12, "Lower Quay is dry", "Lower Quay is dry again."),
        ];
        Of(articles).Headline.ShouldBe("a3");
    }

    [Fact]
    public void Whoever_most_origins_name_comes_first_and_what_one_of_many_names_is_left_out()
    {
        StoryArticle[] articles =
        [
            Report("a1", 0, "Gates opened", "Ivo Tal opened the gates at Sarn. Mira Holt lives at Lower Quay."),
            Report("a2", 1, "Water rises", "Ivo Tal and Mira Holt spoke in Velta."),
            Report("a3", 2, "Schools closed", "Ivo Tal closed the schools of Velta, which Valley Water had warned."),
            Report("a4", 3, "Schools closed", "Valley Water and Lower Quay. Valley Water. Lower Quay.") with
            {
                EchoOf = "a3",
            },
        ];
        Of(articles)
            .Named.Select(named => (named.Kind, Name(articles, named), named.Origins))
            .ShouldBe([
                (EntityKind.Person, "Ivo Tal", 3),
                (EntityKind.Person, "Mira Holt", 2),
                (EntityKind.Place, "Velta", 2),
            ]);
    }

    [Fact]
    public void A_thing_has_one_kind_and_the_name_that_most_write_and_outlets_are_not_named()
    {
        StoryArticle[] articles =
        [
            Named("a1", "VELTA", EntityKind.Organisation),
            Named("a2", "Velta", EntityKind.Place),
            Named("a3", "Velta", EntityKind.Place),
            Named("a4", "Hill Wire", EntityKind.Organisation),
            Named("a5", "Hill Wire", EntityKind.Organisation),
        ];
        var named = Of(articles).Named.ShouldHaveSingleItem();
        (named.Kind, Name(articles, named), named.Origins).ShouldBe((EntityKind.Place, "Velta", 3));

        static StoryArticle Named(string id, string name, EntityKind kind)
        {
            var report = Report(id, 0, "Gates opened", "It rained.");
            var entity = new Entity
            {
                Id = "e1",
                Name = name,
                Kind = kind,
                Mentions = [new Passage(0, 2, "It")],
            };
            return report with { Article = report.Article with { Entities = [entity], SiteName = "Hill Wire Agency" } };
        }
    }

    [Fact]
    public void The_section_is_that_of_most_origins_that_name_one_of_ours()
    {
        Of([In("Sport", "a1"), In("World", "a2"), In("Valley News", "a3"), In("Valley", "a4")])
            .Section.ShouldBe("valley");
        Of([In("Sport", "a1")]).Section.ShouldBeNull();

        static StoryArticle In(string section, string id)
        {
            var report = Report(id, 0, "Gates opened", "It rained.");
            return report with { Article = report.Article with { Section = section } };
        }
    }

    private static StoryName Of(IReadOnlyList<StoryArticle> articles) =>
        new StoryReader().Read(1, "Dam", 1, null, articles, null, Rules).Name!;

    private static string? Words(IEnumerable<StoryArticle> articles, PassageAnchor? passage) =>
        passage is null
            ? null
            : articles.Single(article => article.Id == passage.Article).Article.Text[passage.Start..passage.End];

    private static string Name(IEnumerable<StoryArticle> articles, StoryEntity named) =>
        articles
            .Single(article => article.Id == named.Article)
            .Article.Entities.Single(entity => entity.Id == named.Entity)
            .Name;

    private static StoryArticle Report(string id, double hours, string title, string text, string language = "en")
    {
        var told = Flood.Of(id, hours, text);
        return told with { Article = told.Article with { Title = title, Language = language } };
    }
}
