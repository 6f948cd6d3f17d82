namespace Perennial.Tests;

public sealed class StatementIdTests
{
    [Fact]
    public void An_address_is_the_article_and_eight_digits_and_never_changes() =>
        StatementId.Of("a7", Said("“We are calm,”", "Ivo Tal")).ShouldBe("a7eb3d8c10");

    [Fact]
    public void Punctuation_capitals_and_width_do_not_matter() =>
        StatementId
            .Of("a7", Said("  we  ARE calm!", "ivo tal"))
            .ShouldBe(StatementId.Of("a7", Said("“Ｗe are calm,”", "Ivo Tal")));

    [Fact]
    public void Another_speaker_has_another_address() =>
        StatementId.Of("a7", Said("Calm", "Ivo Tal")).ShouldNotBe(StatementId.Of("a7", Said("Calm", "Mira Tal")));

    [Fact]
    public void Words_do_not_run_over_into_the_speaker() =>
        StatementId.Of("a7", Said("Calm", "Ivo")).ShouldNotBe(StatementId.Of("a7", Said("Calm Ivo", null)));

    [Fact]
    public void The_same_words_elsewhere_have_another_address() =>
        StatementId.Of("a7", Said("Calm", "Ivo")).ShouldNotBe(StatementId.Of("a8", Said("Calm", "Ivo")));

    [Fact]
    public void Words_of_any_script_count() =>
        StatementId.Of("a7", Said("평온", "Ivo")).ShouldNotBe(StatementId.Of("a7", Said("불안", "Ivo")));

    private static Statement Said(string text, string? speaker) =>
        new() { Text = text, Speaker = speaker is null ? null : new Speaker { Name = speaker, Sure = true } };
}
