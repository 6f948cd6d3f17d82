using CsCheck;

namespace Perennial.Tests;

public sealed class ExcerptTests
{
    [Fact]
    public void The_lead_is_the_standfirst_when_there_is_one() =>
        Excerpt.Of(new Article { Standfirst = "In short.", Text = "At length." }).Lead.ShouldBe("In short.");

    [Fact]
    public void A_long_beginning_ends_with_a_sentence()
    {
        var article = new Article { Text = $"{Words(30)}. {Words(100)}." };

        Excerpt.Of(article).Lead.ShouldBe($"{Words(30)}.");
    }

    [Fact]
    public void A_sentence_takes_its_closing_quotation_mark_along()
    {
        var article = new Article { Text = $"“{Words(30)}.” {Words(100)}." };

        Excerpt.Of(article).Lead.ShouldBe($"“{Words(30)}.”");
    }

    [Fact]
    public void A_sentence_that_is_too_long_is_cut_at_a_word() =>
        Excerpt.Of(new Article { Text = Words(100) }).Lead.ShouldEndWith("word…");

    [Fact]
    public void A_text_without_blanks_is_never_cut_within_a_character()
    {
        // Each of these letters is two code units long, and the first one shifts them by one.
        var lead = Excerpt.Of(new Article { Text = "a" + string.Concat(Enumerable.Repeat("𠮷", 300)) }).Lead;

        lead.EnumerateRunes().ShouldNotContain(System.Text.Rune.ReplacementChar);
    }

    [Fact]
    public void Only_quotations_with_a_sure_speaker_are_shown()
    {
        var article = new Article
        {
            Text = "x",
            Statements =
            [
                Said("sure", StatementKind.Direct),
                Said("indirect", StatementKind.Indirect),
                Said("unsure", StatementKind.Direct) with
                {
                    Speaker = new Speaker { Name = "Ivo Tal" },
                },
                Said("nobody", StatementKind.Direct) with
                {
                    Speaker = null,
                },
                Said("headline", StatementKind.Direct) with
                {
                    In = StatementPlace.Headline,
                },
            ],
        };

        Excerpt.Of(article).Statements.Select(s => s.Text).ShouldBe(["sure"]);
    }

    [Fact]
    public void A_correction_is_shown_and_counted()
    {
        var article = new Article
        {
            Text = $"{Words(40)}.\n\nCorrection: an earlier version named the wrong river.",
            Statements = [Said(Words(70), StatementKind.Direct)],
        };
        var excerpt = Excerpt.Of(article);

        excerpt.Correction.ShouldBe("Correction: an earlier version named the wrong river.");
        excerpt.Statements.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Corrections officers went on strike.")]
    [InlineData("Correctional staff: none.")]
    public void A_report_about_corrections_is_none(string paragraph) =>
        Excerpt.Of(new Article { Text = paragraph }).Correction.ShouldBeNull();

    /// <summary>Whatever stands in an article, all that is shown of it together stays within the budget.</summary>
    [Fact]
    public void Everything_that_is_shown_stays_within_the_budget()
    {
        var text = Gen.String[Gen.Char["ab .!”’\n𠮷é"], 0, 900];
        Gen.Select(text, text.Null(), text.Array[0, 8])
            .Sample(
                (body, standfirst, said) =>
                {
                    var excerpt = Excerpt.Of(
                        new Article
                        {
                            Text = body + "\n\nCorrection: " + body,
                            Standfirst = standfirst,
                            Statements = [.. said.Select(words => Said(words, StatementKind.Direct))],
                        }
                    );
                    var shown =
                        excerpt.Lead.Length
                        + (excerpt.Correction?.Length ?? 0)
                        + excerpt.Statements.Sum(statement => statement.Text.Length);
                    shown.ShouldBeLessThanOrEqualTo(Excerpt.Budget);
                }
            );
    }

    private static string Words(int count) => string.Join(' ', Enumerable.Repeat("word", count));

    private static Statement Said(string text, StatementKind kind) =>
        new()
        {
            Text = text,
            Kind = kind,
            Speaker = new Speaker { Name = "Ivo Tal", Sure = true },
        };
}
