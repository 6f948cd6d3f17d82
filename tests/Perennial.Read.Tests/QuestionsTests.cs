using System.Diagnostics;
using Perennial.Read.Languages.English;

namespace Perennial.Read.Tests;

public sealed class QuestionsTests
{
    [Theory]
    [InlineData(
        "Revealed: What does Maren gain by sending its ships to Velia?",
        "What does Maren gain by sending its ships to Velia?"
    )]
    [InlineData("What does Maren want?", "What does Maren want?")]
    [InlineData("Explainer | Who pays for the dam?", "Who pays for the dam?")]
    [InlineData("The dam broke. Who will pay for it?", "Who will pay for it?")]
    [InlineData("Maren and Velia: who blinks first?", "Maren and Velia: who blinks first?")]
    public void A_headline_that_asks_is_a_question_without_its_kicker(string title, string words)
    {
        Questions.In(title, [], "").ShouldBe([new Question(null, null, words, StatementPlace.Headline)]);
    }

    [Fact]
    public void A_posts_headline_that_asks_is_a_question_of_a_headline()
    {
        var post = new ArticlePost { Title = "Analysis: Why did the ships turn back?" };

        Questions
            .In("Ships turn back", [post], "")
            .ShouldBe([new Question(null, null, "Why did the ships turn back?", StatementPlace.Headline)]);
    }

    [Theory]
    [InlineData("But who will pay for the dam?")]
    [InlineData("What might be in this for Ana Vell is less clear.")]
    [InlineData("It was not immediately known how many were on board.")]
    [InlineData("The ministry has not said when the trial begins.")]
    [InlineData("It remains unclear whether the ships arrived.")]
    [InlineData("His whereabouts are unknown.")]
    [InlineData("The claim could not be independently verified.")]
    [InlineData("Officials declined to say where the money went.")]
    [InlineData("The army has yet to confirm the losses.")]
    [InlineData("It isn’t clear who gave the order.")]
    [InlineData("The cause of the fire has not been established.")]
    [InlineData("Whether the plan works remains to be seen.")]
    [InlineData("There was no immediate word on casualties.")]
    [InlineData("She gave no details of the plan.")]
    [InlineData("Where the money went, she could not say.")]
    [InlineData("Neither the navy nor the ministry would say.")]
    [InlineData("Nobody has said whether the ships were insured.")]
    [InlineData("Who fired first may never be known.")]
    [InlineData("How they will get home is anybody’s guess.")]
    [InlineData("Officials have yet to publish the list.")]
    [InlineData("No motive is known.")]
    [InlineData("Who does?")]
    [InlineData("What the “reform” means for Mr. Holt is not yet clear.")]
    public void What_the_text_leaves_open_is_a_question_with_its_place(string sentence)
    {
        var text = "The ships left Sarn at dawn.\n\nNobody cheered. " + sentence + " The rest is silence.";

        var question = Questions.In(null, [], text).ShouldHaveSingleItem();

        question.Text.ShouldBe(sentence);
        question.In.ShouldBe(StatementPlace.Body);
        text[question.Start!.Value..question.End!.Value].ShouldBe(sentence);
    }

    [Theory]
    [InlineData("“Who will pay for this?” Ms. Vell asked.")]
    [InlineData("\"Who will pay for this?\" she asked.")]
    [InlineData("‘Who will pay for this?’ she asked.")]
    [InlineData("She asked: “Why now? Why here?”")]
    [InlineData("“It is unclear what they want,” said Ms. Vell.")]
    [InlineData("It’s clear what Maren would gain from the ships.")]
    [InlineData("An unknown gunman fled.")]
    [InlineData("Do you have a story for us?")]
    [InlineData("Want to know more about this?")]
    [InlineData("Really?")]
    [InlineData("Nobody was hurt, Mr. Holt said.")]
    [InlineData("It is no longer unclear who gave the order.")]
    [InlineData("Mr. Holt said he knew.")]
    [InlineData("")]
    public void Speakers_questions_prompts_and_plain_sentences_leave_nothing_open(string text)
    {
        Questions.In(null, [], text).Select(question => question.Text).ShouldBeEmpty();
    }

    [Fact]
    public void A_quotation_left_open_ends_with_its_paragraph()
    {
        Questions
            .In(null, [], "“We go on, Ms. Vell said.\n\nBut who will pay for it?")
            .ShouldHaveSingleItem()
            .Text.ShouldBe("But who will pay for it?");
    }

    [Theory]
    [InlineData("?")]
    [InlineData("Who is? ")]
    [InlineData("“")]
    [InlineData("is not ")]
    [InlineData("it was not immediately ")]
    [InlineData(". ")]
    [InlineData("\"?")]
    [InlineData("‘a")]
    public void A_megabyte_of_anything_takes_no_longer_than_a_moment(string bait)
    {
        var text = string.Concat(Enumerable.Repeat(bait, 1_000_000 / bait.Length));
        var clock = Stopwatch.StartNew();

        Questions.In(text[..1000], [], text);

        clock.Elapsed.ShouldBeLessThan(TimeSpan.FromMinutes(5));
    }
}
