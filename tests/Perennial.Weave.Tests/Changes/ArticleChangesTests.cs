using System.Text.Json;
using Perennial.Weave.Changes;

namespace Perennial.Weave.Tests.Changes;

public sealed class ArticleChangesTests
{
    private const string Closed =
        "The harbour master of Sarn closed the northern quay on Tuesday after divers found a crack.";
    private const string Ferries = "Ferries to the islands leave from the fish market until the wall has been mended.";
    private const string Nine = "Repairs will take nine days, the port's engineer said.";

    private static Article Page(string title, params string[] paragraphs)
    {
        var blocks = new List<Block>();
        var start = 0;
        foreach (var paragraph in paragraphs)
        {
            blocks.Add(new Block(BlockKind.Paragraph, start, start + paragraph.Length));
            start += paragraph.Length + 2;
        }
        return new Article
        {
            Title = title,
            Text = string.Join("\n\n", paragraphs),
            Blocks = blocks,
            Modified = StatedTime.ParseIso("2031-03-12T08:00:00Z"),
        };
    }

    private static string Marked(IEnumerable<WordRun> words) =>
        string.Concat(
            words.Select(run =>
                run.Kind switch
                {
                    WordRunKind.Added => $"+{run.Text}+",
                    WordRunKind.Removed => $"-{run.Text}-",
                    _ => run.Text,
                }
            )
        );

    private static Figure Deaths(Article page, string text, int value) =>
        new()
        {
            Start = page.Text.IndexOf(text, StringComparison.Ordinal),
            End = page.Text.IndexOf(text, StringComparison.Ordinal) + text.Length,
            Text = text,
            Value = value,
            Unit = "people",
        };

    private static Statement Said(string words, string speaker, Stance stance = Stance.Asserted) =>
        new()
        {
            Text = words,
            Stance = stance,
            Speaker = new Speaker { Name = speaker, Sure = true },
        };

    [Fact]
    public void The_same_page_has_no_changes()
    {
        var changes = ArticleChanges.Between(
            Page("Quay closed", Closed, Ferries),
            Page("Quay closed", Closed, Ferries)
        );

        changes.None.ShouldBeTrue();
        changes.Silent.ShouldBeFalse();
    }

    [Fact]
    public void A_headline_shows_the_words_that_came_and_went() =>
        Marked(ArticleChanges.Between(Page("Quay closed for nine days"), Page("Quay closed for weeks")).Headline!.Words)
            .ShouldBe("Quay closed for -nine days-+weeks+");

    [Fact]
    public void A_headline_that_was_not_there_is_added()
    {
        var change = ArticleChanges.Between(new Article(), Page("Quay closed")).Headline!;

        (change.Before, change.After, Marked(change.Words)).ShouldBe((null, "Quay closed", "+Quay closed+"));
    }

    [Fact]
    public void A_rewritten_paragraph_is_one_change()
    {
        var change = ArticleChanges
            .Between(Page("Quay", Closed, Nine, Ferries), Page("Quay", Closed, Nine.Replace("nine", "ninety"), Ferries))
            .Paragraphs.ShouldHaveSingleItem();

        change.Kind.ShouldBe(ChangeKind.Changed);
        Marked(change.Words).ShouldBe("Repairs will take -nine-+ninety+ days, the port's engineer said.");
        change.After!.Start.ShouldBe(Closed.Length + 2);
    }

    [Fact]
    public void Paragraphs_come_and_go()
    {
        var changes = ArticleChanges.Between(Page("Quay", Closed, Nine), Page("Quay", Closed, Ferries)).Paragraphs;

        changes
            .Select(change => (change.Kind, change.Before?.Text, change.After?.Text))
            .ShouldBe([(ChangeKind.Added, null, Ferries), (ChangeKind.Removed, Nine, null)]);
    }

    [Fact]
    public void A_paragraph_that_stands_elsewhere_has_moved()
    {
        var change = ArticleChanges
            .Between(Page("Quay", Closed, Ferries, Nine), Page("Quay", Ferries, Nine, Closed))
            .Paragraphs.ShouldHaveSingleItem();

        (change.Kind, change.Before!.Start, change.After!.Text).ShouldBe((ChangeKind.Moved, 0, Closed));
    }

    [Fact]
    public void A_text_without_blocks_is_compared_by_its_blank_lines() =>
        ArticleChanges
            .Between(new Article { Text = Closed + "\n\n" + Nine }, new Article { Text = Closed })
            .Paragraphs.ShouldHaveSingleItem()
            .Kind.ShouldBe(ChangeKind.Removed);

    [Fact]
    public void A_change_without_a_new_time_is_silent()
    {
        var before = Page("Quay", Closed);
        var after = Page("Quay", Closed, Nine);

        ArticleChanges.Between(before, after).Silent.ShouldBeTrue();
        ArticleChanges
            .Between(before, after with { Modified = StatedTime.ParseIso("2031-03-12T09:00:00Z") })
            .Silent.ShouldBeFalse();
        ArticleChanges.Between(before, after with { Modified = null }).Silent.ShouldBeTrue();
    }

    [Fact]
    public void A_figure_in_a_sentence_like_the_earlier_one_has_moved()
    {
        var before = Page(
            "Storm",
            "At least 12 people died in the storm, the province said.",
            "Another 40 people were moved to schools."
        );
        var after = Page(
            "Storm",
            "At least 15 people died in the storm, the province said.",
            "Another 40 people were moved to schools."
        );
        before = before with { Figures = [Deaths(before, "At least 12 people", 12), Deaths(before, "40 people", 40)] };
        after = after with { Figures = [Deaths(after, "At least 15 people", 15), Deaths(after, "40 people", 40)] };

        var change = ArticleChanges.Between(before, after).Figures.ShouldHaveSingleItem();

        (change.Kind, change.Before!.Value, change.After!.Value).ShouldBe((ChangeKind.Changed, 12m, 15m));
    }

    [Fact]
    public void A_figure_of_something_else_is_another_figure()
    {
        var before = Page("Storm", "At least 12 people died in the storm.");
        var after = Page("Storm", "The bridge will cost 15 million crowns.");
        before = before with { Figures = [Deaths(before, "At least 12 people", 12)] };
        after = after with { Figures = [Deaths(after, "15 million crowns", 15_000_000) with { Unit = "crowns" }] };

        ArticleChanges
            .Between(before, after)
            .Figures.Select(change => change.Kind)
            .ShouldBe([ChangeKind.Added, ChangeKind.Removed]);
    }

    [Fact]
    public void A_statement_whose_words_changed_is_one_change()
    {
        var before = Page("Quay", Nine) with
        {
            Statements = [Said("The wall will hold through the winter", "Ida Moor")],
        };
        var after = Page("Quay", Nine) with
        {
            Statements = [Said("The wall will not hold through the winter", "Ida Moor")],
        };

        var change = ArticleChanges.Between(before, after).Statements.ShouldHaveSingleItem();

        change.What.ShouldBe([StatementAspect.Words]);
        Marked(change.Words).ShouldBe("The wall will +not +hold through the winter");
    }

    [Fact]
    public void The_same_words_under_another_name_are_a_change_of_the_speaker()
    {
        var before = Page("Quay", Nine) with { Statements = [Said("The wall will hold", "Ida Moor")] };
        var after = Page("Quay", Nine) with { Statements = [Said("The wall will hold", "Tomas Hill", Stance.Hedged)] };

        ArticleChanges
            .Between(before, after)
            .Statements.ShouldHaveSingleItem()
            .What.ShouldBe([StatementAspect.Speaker, StatementAspect.Stance]);
    }

    [Fact]
    public void Statements_come_and_go()
    {
        var before = Page("Quay", Nine) with { Statements = [Said("The wall will hold", "Ida Moor")] };
        var after = Page("Quay", Nine) with { Statements = [Said("Ferries sail on Sunday", "Tomas Hill")] };

        ArticleChanges
            .Between(before, after)
            .Statements.Select(change => change.Kind)
            .ShouldBe([ChangeKind.Added, ChangeKind.Removed]);
    }

    [Theory]
    [InlineData("about 10,000 troops", "about 12,000 troops", "about -10,000-+12,000+ troops")]
    [InlineData("it doesn't hold", "it does hold", "it -doesn't-+does+ hold")]
    [InlineData("港は閉鎖", "港は開放", "港は-閉鎖-+開放+")]
    [InlineData("a b", "a b", "a b")]
    [InlineData("", "", "")]
    public void Words_are_compared_whole(string before, string after, string marked) =>
        Marked(WordRuns.Between(before, after)).ShouldBe(marked);

    [Fact]
    public void Both_texts_can_be_put_together_from_the_words()
    {
        (string, string)[] pairs =
        [
            (Closed, Ferries),
            (Ferries, Nine),
            ("", Nine),
            ("one two three", "three two one"),
            ("a 😀 b", "a 😁 b"),
            (Closed + "  " + Nine, Nine),
        ];
        foreach (var (before, after) in pairs)
        {
            var words = WordRuns.Between(before, after);

            string.Concat(words.Where(run => run.Kind != WordRunKind.Added).Select(run => run.Text)).ShouldBe(before);
            string.Concat(words.Where(run => run.Kind != WordRunKind.Removed).Select(run => run.Text)).ShouldBe(after);
        }
    }

    [Fact]
    public void Thousands_of_paragraphs_that_all_changed_are_shown_without_being_matched()
    {
        var before = Page("Long", [.. Enumerable.Range(0, 3000).Select(n => $"Old paragraph number {n}.")]);
        var after = Page("Long", [.. Enumerable.Range(0, 3000).Select(n => $"New line of count {n}.")]);

        ArticleChanges.Between(before, after).Paragraphs.Count.ShouldBe(6000);
    }

    [Fact]
    public void Members_are_written_in_camel_case()
    {
        var before = Page("Quay", Nine) with { Statements = [Said("The wall will hold", "Ida Moor")] };
        var json = JsonSerializer.Serialize(
            ArticleChanges.Between(before, Page("Quay", Closed)),
            ChangesJson.Lines.ArticleChanges
        );

        json.ShouldContain("\"kind\":\"removed\"");
        json.ShouldContain("\"stance\":\"asserted\"");
        json.ShouldContain("\"modified\":\"2031-03-12T08:00:00+00:00\"");
    }
}
