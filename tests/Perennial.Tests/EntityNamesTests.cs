namespace Perennial.Tests;

/// <summary>Under which keys names are looked up.</summary>
public sealed class EntityNamesTests
{
    [Theory]
    [InlineData("Ivo Tal", "ivo tal")]
    [InlineData("Ívo Tál", "ivo tal")]
    [InlineData("Captain Ivo Tal", "ivo tal")]
    [InlineData("Ivo B. Tal", "ivo b tal|ivo tal")]
    [InlineData("Ivo Tal Jr.", "ivo tal")]
    [InlineData("Seán O’Brien", "sean obrien")]
    [InlineData("Tal", "")]
    [InlineData("Captain Tal", "")]
    [InlineData("Dr. Tal", "")]
    [InlineData("King Ivo", "king ivo")]
    [InlineData("«»", "")]
    public void A_person_is_looked_up_by_first_and_last_name(string name, string keys) =>
        string.Join('|', EntityNames.Keys(EntityKind.Person, name)).ShouldBe(keys);

    [Theory]
    [InlineData("The Velta Water Council", "velta water council")]
    [InlineData("Nordkraft Holdings Ltd.", "nordkraft")]
    [InlineData("Die Zeitung", "zeitung")]
    [InlineData("The The", "the")]
    [InlineData("V.W.C.", "vwc")]
    public void An_organisation_is_looked_up_without_article_and_legal_form(string name, string key) =>
        EntityNames.Keys(EntityKind.Organisation, name).ShouldBe([key]);

    [Fact]
    public void A_place_is_looked_up_by_its_address_first() =>
        EntityNames
            .Keys(EntityKind.Place, "Sarn", ["https://sws.geonames.org/9000001/"])
            .ShouldBe(["https://sws.geonames.org/9000001/", "sarn"]);

    [Theory]
    [InlineData("Ivo B. Tal", "Ivo C. Tal", true)]
    [InlineData("Ivo B. Tal", "Ivo Bram Tal", false)]
    [InlineData("Ivo B. Tal", "Ivo Tal", false)]
    [InlineData("Ivo Tal", "Ivo Tal Jr.", true)]
    [InlineData("Ivo Tal Jr.", "Ivo Tal Junior", false)]
    [InlineData("Ivo Tal|Ivo B. Tal", "Ivo C. Tal", true)]
    [InlineData("Ivo B. Tal|Ivo C. Tal", "Ivo C. Tal", false)]
    public void Other_middle_names_and_generations_exclude_each_other(string names, string other, bool excluded) =>
        EntityNames.Exclude(names.Split('|'), other).ShouldBe(excluded);
}
