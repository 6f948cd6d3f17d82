namespace Perennial.Read.Tests.Languages.English;

public class SpeakersTests
{
    private const string Named =
        "“The bridge is closed,” said Mara Lindqvist, the mayor of Ostby.\n\nThe river rose.\n\n";

    [Theory]
    [InlineData("“It will open in spring,” Ms. Lindqvist said.", ResolvedBy.Surname)]
    [InlineData("“It will open in spring,” Lindqvist said.", ResolvedBy.Surname)]
    [InlineData("“It will open in spring,” the mayor said.", ResolvedBy.Role)]
    [InlineData("“It will open in spring,” she said.", ResolvedBy.Pronoun)]
    public void A_short_form_is_resolved_to_the_full_name(string text, ResolvedBy by)
    {
        var statement = Reading.Of(Named + text).Statements[^1];

        statement.Speaker!.Name.ShouldBe("Mara Lindqvist");
        statement.Speaker.By.ShouldBe(by);
        statement.Speaker.Sure.ShouldBeTrue();
        statement.Role.ShouldBe("mayor of Ostby");
    }

    [Theory]
    [InlineData("“It will open in spring,” said a resident.")]
    [InlineData("“It will open in spring,” said the minister.")]
    public void Whom_the_text_does_not_name_stays_without_name(string text)
    {
        var speaker = Reading.Of(Named + text).Statements[^1].Speaker!;

        speaker.Name.ShouldBeNull();
        speaker.Sure.ShouldBeFalse();
    }

    [Fact]
    public void A_family_name_that_two_people_share_is_not_sure()
    {
        var statements = Reading
            .Of(
                "“The bridge is closed,” said Mara Lindqvist.\n\n“It is open,” said Johan Lindqvist.\n\n“We shall see,” Lindqvist said."
            )
            .Statements;

        statements[^1].Speaker!.Sure.ShouldBeFalse();
    }

    [Fact]
    public void He_is_not_a_woman()
    {
        var statements = Reading
            .Of("“The bridge is closed,” said Maria Lindqvist.\n\nThe river rose.\n\n“It is open,” he said.")
            .Statements;

        statements[^1].Speaker!.Name.ShouldBeNull();
    }

    [Theory]
    [InlineData(
        "Eastern and Ostby officials have suggested that the bridge was unsafe.",
        SpeakerKind.Group,
        "Eastern and Ostby officials"
    )]
    [InlineData(
        "The Ministry of Transport said that the bridge was unsafe.",
        SpeakerKind.Organisation,
        "Ministry of Transport"
    )]
    [InlineData("A study found that the bridge was unsafe.", SpeakerKind.Document, "study")]
    [InlineData("Engineers said that the bridge was unsafe.", SpeakerKind.Group, "Engineers")]
    public void Groups_organisations_and_documents_speak_too(string text, SpeakerKind kind, string name)
    {
        var speaker = Reading.OnlyStatement(text).Speaker!;

        speaker.Kind.ShouldBe(kind);
        speaker.Name.ShouldBe(name);
    }

    [Theory]
    [InlineData(
        "“The bridge is closed,” said Edda Holt, a bridge expert at the Delta House think tank.",
        "bridge expert at the Delta House think tank"
    )]
    [InlineData(
        "“The bridge is closed,” said Edda Holt, director of the Centre for Rivers in Ostby.",
        "director of the Centre for Rivers in Ostby"
    )]
    [InlineData("“The bridge is closed,” said Transport Minister Edda Holt.", "Transport Minister")]
    [InlineData("“The bridge is closed,” said river engineer Edda Holt.", "river engineer")]
    [InlineData("“The bridge is closed,” said Edda Holt.", null)]
    [InlineData("“The bridge is closed,” said Edda Holt, a Sarn stallholder.", "Sarn stallholder")]
    [InlineData(
        "“The bridge is closed,” said Edda Holt, secretary-general of the club.",
        "secretary-general of the club"
    )]
    [InlineData("“The bridge is closed,” said former New Sarn governor Edda Holt.", "former New Sarn governor")]
    [InlineData(
        "“The bridge is closed,” said Edda Holt, the minister of rivers and no friend of bridges.",
        "minister of rivers"
    )]
    public void The_role_stands_as_the_text_gives_it(string text, string? role)
    {
        var statement = Reading.OnlyStatement(text);

        statement.Speaker!.Name.ShouldBe("Edda Holt");
        statement.Role.ShouldBe(role);
    }

    [Theory]
    [InlineData("“The bridge is closed,” said its deputy head, Maria Lindqvist.", "Maria Lindqvist", "deputy head")]
    [InlineData("“The bridge is closed,” said its deputy head, Xaviera Tolk.", "Xaviera Tolk", "deputy head")]
    public void A_name_behind_the_comma_speaks(string text, string name, string role)
    {
        var statement = Reading.OnlyStatement(text);

        statement.Speaker!.Name.ShouldBe(name);
        statement.Role.ShouldBe(role);
    }

    [Theory]
    [InlineData("According to Edda Holt, the minister resigned. “He left,” said Edda Holt.")]
    [InlineData("They met Edda Holt, Tom Hill and others are ill. “He left,” said Edda Holt.")]
    public void What_only_follows_a_name_is_no_role(string text) => Reading.Of(text).Statements[^1].Role.ShouldBeNull();

    [Theory]
    [InlineData("The Ministry of Rivers closed it. “It is old,” the ministry said.", "Ministry of Rivers", true)]
    [InlineData(
        "The Delta Institute, a think tank, saw it. “It is old,” the think tank said.",
        "Delta Institute",
        true
    )]
    [InlineData("“It is old,” the ministry said.", null, false)]
    public void A_body_is_the_one_that_was_named_so(string text, string? name, bool sure)
    {
        var speaker = Reading.Of(text).Statements[^1].Speaker!;

        speaker.Kind.ShouldBe(SpeakerKind.Organisation);
        (speaker.Name, speaker.Sure).ShouldBe((name, sure));
    }

    [Fact]
    public void A_name_that_only_owns_the_speaker_does_not_speak()
    {
        var speaker = Reading.OnlyStatement("“The bridge is closed,” said Edda Holt’s spokesman.").Speaker!;

        speaker.Name.ShouldBeNull();
    }

    [Theory]
    [InlineData("The ship was moved at night, the Authority said.", ResolvedBy.Name)]
    [InlineData("“It was moved at night,” it said in a statement.", ResolvedBy.Pronoun)]
    public void A_body_is_known_by_its_short_name_and_by_it(string text, ResolvedBy by)
    {
        var speaker = Reading
            .Of("The Harbour Authority of Port Aldis said on Monday that it had not ordered the move.\n\n" + text)
            .Statements[^1]
            .Speaker!;

        speaker.Name.ShouldBe("Harbour Authority of Port Aldis");
        speaker.By.ShouldBe(by);
        speaker.Kind.ShouldBe(SpeakerKind.Organisation);
    }
}
