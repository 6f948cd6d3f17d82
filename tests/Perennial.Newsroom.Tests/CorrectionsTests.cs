using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using Perennial.Store;
using Perennial.Store.Views;

namespace Perennial.Newsroom.Tests;

/// <summary>What an editor corrects, through the ledger, the reader and the views.</summary>
public sealed class CorrectionsTests : IDisposable
{
    private const string First =
        "<p>“The dam will hold through the night,” said Ivo Tal, the mayor of Sarn.</p>"
        + "<p>“Nobody has slept for two days,” said Mara Lind, an engineer at the dam.</p>";

    private readonly NewsroomFolder folder = new(Directory.CreateTempSubdirectory("perennial-").FullName);
    private readonly OpenNewsroom newsroom;
    private readonly Acts acts;
    private string? article;

    public CorrectionsTests()
    {
        newsroom = OpenNewsroom.Open(folder, TimeProvider.System);
        acts = new Acts(newsroom);
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_corrected_speaker_is_read_at_once_and_in_every_later_capture()
    {
        await CaptureAsync(First);
        var wrong = Statement("The dam");
        wrong.Speaker!.Name.ShouldBe("Ivo Tal");
        var act = await CorrectAsync(new("speaker", StatementId.Of(article!, wrong), Name: "Mara Lind"));

        var right = Statement("The dam");
        (right.Speaker!.Name, right.Speaker.By, right.Speaker.Sure).ShouldBe(("Mara Lind", ResolvedBy.Editor, true));
        Row()
            .Corrected.ShouldHaveSingleItem()
            .ShouldBe(new AppliedCorrection(act, Found: true, StatementId.Of(article!, right), null, "Ivo Tal"));

        await CaptureAsync(
            "<p>Rain fell all day on the valley, and the river rose.</p>"
                + First.Replace("night", "night and the day", StringComparison.Ordinal)
        );
        Statement("The dam").Speaker!.Name.ShouldBe("Mara Lind");
        Row().Corrected.ShouldHaveSingleItem().Act.ShouldBe(act);
    }

    [Fact]
    public async Task Confirmed_words_stay_confirmed_in_every_later_capture_until_that_is_taken_back()
    {
        await CaptureAsync(First);
        var act = await CorrectAsync(new("verbatim", StatementId.Of(article!, Statement("The dam"))));

        await CaptureAsync("<p>Rain fell all day on the valley, and the river rose.</p>" + First);
        Statement("The dam").Confirmed.ShouldBeTrue();
        Statement("Nobody").Confirmed.ShouldBeFalse();

        await CorrectAsync(new("withdrawn", Act: act));
        Statement("The dam").Confirmed.ShouldBeFalse();
    }

    [Fact]
    public async Task Reported_words_can_not_be_verbatim()
    {
        await CaptureAsync(First + "<p>Ivo Tal said that the schools would stay open on Thursday.</p>");
        var reported = Row().Article!.Statements.First(statement => statement.Kind == StatementKind.Indirect);

        var outcome = await acts.CorrectArticleAsync(
            article!,
            new("verbatim", StatementId.Of(article!, reported)),
            "u1",
            Cancellation
        );

        outcome.ShouldNotBeNull().Refusal.ShouldNotBeNull().ShouldContain("only quoted words");
    }

    [Fact]
    public async Task What_was_read_before_stays_in_the_ledger_as_it_was()
    {
        await CaptureAsync(First);
        var wrong = Statement("The dam");
        var before = newsroom.Ledger.LastAbout(EntryKinds.ArticleRead, article!, long.MaxValue).ShouldNotBeNull();
        var act = await CorrectAsync(new("no-statement", StatementId.Of(article!, wrong)));

        Row().Article!.Statements.ShouldHaveSingleItem();
        EntryKinds
            .ArticleRead.Read(newsroom.Ledger.LastAbout(EntryKinds.ArticleRead, article!, act).ShouldNotBeNull())!
            .Article.Statements.Count.ShouldBe(2);
        newsroom
            .Ledger.Find(before.Position)
            .ShouldNotBeNull()
            .PayloadHash.ToArray()
            .ShouldBe(before.PayloadHash.ToArray());
        Row().Corrected.ShouldHaveSingleItem().Was.ShouldBe(wrong.Text);
    }

    [Fact]
    public async Task The_address_of_a_statement_leads_to_what_took_its_place()
    {
        await CaptureAsync(First);
        var first = StatementId.Of(article!, Statement("The dam"));
        await CorrectAsync(new("speaker", first, Name: "Mara Lind"));
        var second = StatementId.Of(article!, Statement("The dam"));
        await CorrectAsync(new("speaker", second, Name: "Oda Fenn"));
        var third = StatementId.Of(article!, Statement("The dam"));
        await CorrectAsync(new("no-statement", StatementId.Of(article!, Statement("Nobody"))));

        using (var snapshot = newsroom.Views.Snapshot())
        {
            StatementsView.Gone(snapshot, first).ShouldNotBeNull().Successor.ShouldBe(third);
            StatementsView.Gone(snapshot, second).ShouldNotBeNull().Successor.ShouldBe(third);
            StatementsView.Gone(snapshot, third).ShouldBeNull();
        }
        await CorrectAsync(new("no-statement", third));
        using var after = newsroom.Views.Snapshot();
        StatementsView.Gone(after, first).ShouldNotBeNull().ShouldBe(new GoneStatement { Article = article! });
    }

    [Fact]
    public async Task What_was_withdrawn_is_as_the_reader_reads_it_and_its_address_is_back()
    {
        await CaptureAsync(First);
        var id = StatementId.Of(article!, Statement("The dam"));
        var act = await CorrectAsync(new("no-statement", id));
        await CorrectAsync(new("withdrawn", Act: act));

        StatementId.Of(article!, Statement("The dam")).ShouldBe(id);
        using var snapshot = newsroom.Views.Snapshot();
        StatementsView.Gone(snapshot, id).ShouldBeNull();
    }

    [Fact]
    public async Task A_reading_that_is_made_late_respects_what_stood_before_its_capture_and_then_the_rest()
    {
        await CaptureAsync(First);
        var id = StatementId.Of(article!, Statement("The dam"));
        // The reader sleeps while a capture and a correction come in, and then takes them in their order.
        await AppendCaptureAsync(First + "<p>The river rose again in the evening, and the rain went on.</p>");
        var outcome = await acts.CorrectArticleAsync(article!, new("stance", id, Stance: "hedged"), "u1", Cancellation);
        await SettleAsync();

        var readings = newsroom.Ledger.About(EntryKinds.ArticleRead, article!, long.MaxValue);
        readings
            .Select(entry => EntryKinds.ArticleRead.Read(entry)!)
            .Select(read => (read.Corrected.Count, Said(read.Article, "The dam").Stance))
            .ShouldBe([(0, Stance.Asserted), (0, Stance.Asserted), (1, Stance.Hedged)]);
        Row().Corrected.ShouldHaveSingleItem().Act.ShouldBe(outcome!.Position!.Value);
    }

    [Fact]
    public async Task A_rebuild_shows_the_same()
    {
        await CaptureAsync(First);
        var id = StatementId.Of(article!, Statement("The dam"));
        await CorrectAsync(new("speaker", id, Name: "Oda Fenn", Role: "deputy mayor"));
        var before = Row();
        await newsroom.Views.RebuildAsync(newsroom.Ledger, null, Cancellation);

        Row().Corrected.ShouldBe(before.Corrected);
        (Statement("The dam").Speaker!.Name, Statement("The dam").Role).ShouldBe(("Oda Fenn", "deputy mayor"));
        using var snapshot = newsroom.Views.Snapshot();
        StatementsView.Gone(snapshot, id).ShouldNotBeNull().Successor.ShouldNotBeNull();
    }

    [Theory]
    [InlineData("nonsense", null, null, "what must be one of speaker, no-statement")]
    [InlineData("speaker", "a1ffffffff", null, "statement must be the id of a statement of article a1")]
    [InlineData("stance", "!", "loud", "stance must be one of asserted, hedged, denied, asked, planned")]
    [InlineData("entity", null, null, "give the entity's right name, its right kind, or both")]
    [InlineData("one-entity", null, null, "entity must be the name of an entity of article a1")]
    [InlineData("withdrawn", null, null, "act must be the position of a correction of article a1")]
    public async Task What_can_not_be_is_refused_in_one_line(
        string what,
        string? statement,
        string? stance,
        string refusal
    )
    {
        await CaptureAsync(First);
        var id = statement == "!" ? StatementId.Of(article!, Statement("The dam")) : statement;
        var head = newsroom.Ledger.Head;

        var outcome = await acts.CorrectArticleAsync(article!, new(what, id, Stance: stance), "u1", Cancellation);

        outcome.ShouldNotBeNull().Position.ShouldBeNull();
        outcome.Refusal.ShouldNotBeNull().ShouldStartWith(refusal);
        newsroom.Ledger.Head.ShouldBe(head);
    }

    [Fact]
    public async Task There_is_nothing_to_correct_in_an_article_that_is_not_there() =>
        (await acts.CorrectArticleAsync("a99", new("stance"), "u1", Cancellation)).ShouldBeNull();

    public void Dispose()
    {
        newsroom.Dispose();
        Directory.Delete(folder.Path, recursive: true);
    }

    private ArticleRow Row()
    {
        using var snapshot = newsroom.Views.Snapshot();
        return ArticlesView.Find(snapshot, article!).ShouldNotBeNull();
    }

    private Statement Statement(string words) => Said(Row().Article!, words);

    private static Statement Said(Article read, string words) =>
        read.Statements.Single(statement => statement.Text.Contains(words, StringComparison.Ordinal));

    private async Task CaptureAsync(string body)
    {
        await AppendCaptureAsync(body);
        await SettleAsync();
    }

    private async Task AppendCaptureAsync(string body)
    {
        var page =
            "<html lang=en><head><title>Sarn dam holds</title></head><body><article><h1>Sarn dam holds</h1>"
            + body
            + string.Concat(
                Enumerable.Repeat("<p>Engineers opened two sluices and the river went down a little.</p>", 6)
            )
            + "</article></body></html>";
        var content = Encoding.UTF8.GetBytes(page);
        var captured = await newsroom.Ledger.AppendAsync(
            LedgerBatch.Of(
                EntryKinds.PageCaptured.New(
                    article,
                    "gatherer",
                    new PageCaptured
                    {
                        Source = "f1",
                        Url = "https://example.org/1",
                        FinalUrl = "https://example.org/1",
                        ContentType = "text/html; charset=utf-8",
                        Blob = Ledger.BlobName(content),
                        Size = content.Length,
                    }
                ) with
                {
                    Blobs = [content],
                }
            )
        );
        article = captured[0].Subject;
    }

    private async Task<long> CorrectAsync(CorrectionRequest request)
    {
        var outcome = await acts.CorrectArticleAsync(article!, request, "u1", Cancellation);
        outcome.ShouldNotBeNull().Refusal.ShouldBeNull();
        await SettleAsync();
        return outcome.Position!.Value;
    }

    /// <summary>Lets the reader follow until nothing is left to follow.</summary>
    private async Task SettleAsync()
    {
        var reader = new ReadFollower(newsroom.Ledger);
        var following = new Following(newsroom.Ledger, newsroom.Views, NullLogger<Following>.Instance);
        using var stop = new CancellationTokenSource();
        var work = Task.WhenAll(
            newsroom.Views.FollowAsync(newsroom.Ledger, stop.Token),
            following.RunAsync(reader, stop.Token)
        );
        var last = newsroom.Ledger.ReadAfter(0, 10_000).Last(entry => reader.Follows(entry.Kind)).Position;
        await Eventually.IsSo(
            () => work.IsCompleted || newsroom.Ledger.FollowerPosition(reader.Name) >= last,
            "all is read"
        );
        await stop.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => Eventually.Ends(work));
        await newsroom.Views.CatchUpAsync(newsroom.Ledger, Cancellation);
    }
}
