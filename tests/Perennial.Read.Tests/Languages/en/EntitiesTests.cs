namespace Perennial.Read.Tests.Languages.English;

public class EntitiesTests
{
    [Fact]
    public void A_person_is_one_entity_under_the_fullest_name()
    {
        var article = Reading.Of("Mr. Herrel left. Tomas Herrel, a judge, went home. Herrel’s house is old.");

        var person = article.Entities.ShouldHaveSingleItem();
        person.Name.ShouldBe("Tomas Herrel");
        person.Kind.ShouldBe(EntityKind.Person);
        person.Mentions.Select(mention => mention.Text).ShouldBe(["Herrel", "Tomas Herrel", "Herrel"]);
        person.Mentions.ShouldAllBe(mention =>
            article.Text.Substring(mention.Start!.Value, mention.Text.Length) == mention.Text
        );
    }

    [Theory]
    [InlineData("They met in North Korea.", "North Korea", EntityKind.Place)]
    [InlineData("They met in Berlin.", "Berlin", EntityKind.Place)]
    [InlineData("The Russian troops left.", "Russian", EntityKind.Group)]
    [InlineData("They joined the Institute of Rivers yesterday.", "Institute of Rivers", EntityKind.Organisation)]
    [InlineData("They told NATO about it.", "NATO", EntityKind.Organisation)]
    [InlineData("They saw President Edda Holt there.", "Edda Holt", EntityKind.Person)]
    public void A_name_is_bare_and_has_a_kind(string text, string name, EntityKind kind)
    {
        var entity = Reading.Of(text).Entities.ShouldHaveSingleItem();

        entity.Name.ShouldBe(name);
        entity.Kind.ShouldBe(kind);
    }

    [Fact]
    public void Words_that_begin_sentences_are_no_names() =>
        Reading
            .Of("Yesterday it rained. However, nobody stayed. Nearly all went home on Monday in March.")
            .Entities.ShouldBeEmpty();

    [Fact]
    public void Korean_people_are_called_by_the_first_word()
    {
        var entity = Reading.Of("They met Kim Sol Bin. Kim’s visit was short.").Entities.ShouldHaveSingleItem();

        entity.Name.ShouldBe("Kim Sol Bin");
        entity.Mentions.Count.ShouldBe(2);
    }

    [Fact]
    public void A_name_and_its_letters_are_one_entity()
    {
        var article = Reading.Of(
            "The Northern Rivers Commission (NRC) met in Berlin on Monday. The NRC said the rivers were clean."
        );

        var commission = article.Entities.Single(entity => entity.Kind == EntityKind.Organisation);
        commission.Name.ShouldBe("Northern Rivers Commission");
        commission.Mentions.Select(mention => mention.Text).ShouldBe(["Northern Rivers Commission", "NRC", "NRC"]);
    }

    [Fact]
    public void A_country_is_one_entity_under_all_its_names()
    {
        var article = Reading.Of("The U.S. sent two ships to Norway. The United States will send more, the navy said.");

        var country = article.Entities.Single(entity => entity.SameAs.Contains("iso:US"));
        country.Name.ShouldBe("United States");
        country.Mentions.Count.ShouldBe(2);
    }

    [Fact]
    public void A_people_in_singular_and_plural_is_one_group()
    {
        var article = Reading.Of("A Norwegian ship sank. Norwegians were shocked by the news on Monday.");

        var group = article.Entities.ShouldHaveSingleItem();
        group.Kind.ShouldBe(EntityKind.Group);
        group.Name.ShouldBe("Norwegian");
    }

    [Theory]
    [InlineData("They met in Kyiv on Monday.", "Kyiv", "https://sws.geonames.org/703448/")]
    [InlineData("They met in Ukraine on Monday.", "Ukraine", "iso:UA")]
    [InlineData("They met in Texas on Monday.", "Texas", "iso:US-TX")]
    [InlineData("They met in London on Monday.", "London", "https://sws.geonames.org/2643743/")]
    [InlineData("They met in Cambridge, Massachusetts, on Monday.", "Cambridge", "https://sws.geonames.org/4931972/")]
    [InlineData("They met in Cambridge. British police came.", "Cambridge", "https://sws.geonames.org/2653941/")]
    public void A_place_that_is_clear_is_linked(string text, string name, string address) =>
        Reading
            .Of(text)
            .Entities.First(entity => entity.Name.StartsWith(name, StringComparison.Ordinal))
            .SameAs.ShouldBe([address]);

    [Theory]
    [InlineData("They met in Springfield on Monday.", "Springfield")]
    [InlineData("American officials went to Georgia on Monday.", "Georgia")]
    public void A_place_that_is_not_clear_is_not_linked(string text, string name) =>
        Reading.Of(text).Entities.Single(entity => entity.Name == name).SameAs.ShouldBeEmpty();

    [Theory]
    [InlineData("The London-based firm closed.", "London", EntityKind.Place)]
    [InlineData("The Russian-backed troops left.", "Russian", EntityKind.Group)]
    public void A_name_at_the_head_of_a_word_is_found(string text, string name, EntityKind kind)
    {
        var entity = Reading.Of(text).Entities.ShouldHaveSingleItem();

        entity.Kind.ShouldBe(kind);
        entity.Mentions.Select(mention => mention.Text).ShouldBe([name]);
    }
}
