namespace Perennial.Newsroom.Tests;

/// <summary>One event in two languages: two stories that know of each other.</summary>
public sealed class OtherLanguagesTests : IAsyncLifetime
{
    private readonly EditedNewsroom newsroom = new(readsStories: true);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static Article French { get; } =
        SarnFlood.First with
        {
            Title = "Le barrage de Sarn tient malgré la crue",
            SiteName = "Radio Lorme",
            Language = "fr",
            Text =
                "Le barrage de Sarn a tenu mercredi, a dit le maire de Sarn, Ivo Tal. Quelque 412 personnes ont quitté leur maison sous le barrage.",
            Statements = [],
        };

    public async ValueTask InitializeAsync() => await newsroom.SettledAsync(English(412));

    public ValueTask DisposeAsync() => newsroom.DisposeAsync();

    [Fact]
    public async Task Two_stories_of_one_event_know_of_each_other_and_say_why()
    {
        var (english, french) = await BothAsync();

        Last(english).ShouldHaveSingleItem().Story.ShouldBe(french);
        var back = Last(french).ShouldHaveSingleItem();
        (back.Story, back.Language).ShouldBe((english, "en"));
        back.Because.ShouldBe(["shares Ivo Tal, Sarn, Velta", "numbers 412"]);
    }

    [Fact]
    public async Task A_restart_forgets_no_link_and_says_nothing_anew()
    {
        var (english, french) = await BothAsync();
        await newsroom.RestartAsync();
        await newsroom.SettledAsync(
            French with
            {
                Title = "Ivo Tal : le barrage de Sarn tiendra",
                Text =
                    "Le barrage de Sarn tiendra, a répété Ivo Tal, le maire de Sarn, devant 412 personnes que la Velta a chassées de leur maison.",
            }
        );

        Last(french).ShouldHaveSingleItem().Story.ShouldBe(english);
        Last(english).ShouldHaveSingleItem().Story.ShouldBe(french);
    }

    [Fact]
    public async Task An_editor_keeps_them_apart_and_both_know_it()
    {
        var (english, french) = await BothAsync();
        await newsroom.Acts.KeepApartAsync(english, french, "u1", Cancellation);
        await newsroom.IdleAsync();

        Last(english).ShouldBeEmpty();
        Last(french).ShouldBeEmpty();

        await newsroom.RestartAsync();
        await newsroom.SettledAsync(English(412) with { Title = "Sarn dam holds: 412 leave homes as Velta rises" });
        Last(english).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_an_article_no_longer_says_links_nothing()
    {
        var (english, french) = await BothAsync();
        var article = newsroom.Entries.Last(EntryKinds.ArticleRead.Is);
        var capture = EntryKinds.ArticleRead.Read(article)!.Capture;
        await newsroom.Ledger.AppendAsync(
            Store.LedgerBatch.Of(
                EntryKinds.ArticleRead.New(
                    article.Subject,
                    "reader/1",
                    new ArticleRead { Capture = capture, Article = French with { Text = "Le barrage de Sarn a tenu." } }
                )
            )
        );
        await newsroom.IdleAsync();

        Last(french).ShouldBeEmpty();
        Last(english).ShouldBeEmpty();
    }

    private async Task<(string English, string French)> BothAsync()
    {
        var english = newsroom.StoryOf(newsroom.Entries.First(EntryKinds.ArticleRead.Is).Subject)!;
        var french = newsroom.StoryOf(await newsroom.SettledAsync(French))!;
        french.ShouldNotBe(english);
        return (english, french);
    }

    private static Article English(int left) =>
        SarnFlood.First with
        {
            Text = SarnFlood.First.Text.Replace("Some 400", $"Some {left}", StringComparison.Ordinal),
        };

    private IReadOnlyList<StoryTelling> Last(string story) =>
        EntryKinds
            .StoryRead.Read(newsroom.Entries.Last(entry => EntryKinds.StoryRead.Is(entry) && entry.Subject == story))!
            .Tellings;
}
