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
}
