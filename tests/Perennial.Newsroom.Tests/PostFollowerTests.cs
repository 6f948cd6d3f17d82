using Perennial.Store.Views;

namespace Perennial.Newsroom.Tests;

public sealed class PostFollowerTests : IDisposable
{
    private readonly WorkingNewsroom newsroom = new WorkingNewsroom().Opened();

    public PostFollowerTests() => newsroom.Clock.Advance(TimeSpan.FromHours(12));

    [Fact]
    public async Task Words_that_are_confirmed_change_a_post_and_correct_nothing()
    {
        var said = SarnFlood.First.Statements[0];
        var id = await newsroom.ReadAsync("1", SarnFlood.First);
        var anchor = new StatementIndex(id, SarnFlood.First.Statements).AnchorOf(0);
        await newsroom.CorrectAsync(
            id,
            new WordsConfirmed(anchor),
            SarnFlood.First with
            {
                Statements = [said with { Confirmed = true }],
            }
        );

        var post = newsroom.Posts().ShouldHaveSingleItem();
        (post.Post.Statements[0].Confirmed, post.Reason).ShouldBe((true, PostChange.WordsConfirmed));
    }

    [Fact]
    public async Task An_article_opens_a_story_and_is_its_first_post()
    {
        var article = await newsroom.ReadAsync("1", SarnFlood.First);

        var story = newsroom.Front().ShouldHaveSingleItem();
        (story.Headline, story.Slug, story.Carrier).ShouldBe(
            ("Sarn dam holds as the Velta rises", "sarn-dam-holds-as-the-velta-rises", article)
        );
        var post = newsroom.Posts().ShouldHaveSingleItem().Post;
        (post.Kind, post.Title, post.Article, post.Outlet, post.KeyEvent).ShouldBe(
            (PostKind.Report, "Sarn dam holds as the Velta rises", article, "Sarn Wire", true)
        );
        post.Time.ShouldBe(new DateTimeOffset(2031, 3, 12, 7, 0, 0, TimeSpan.FromHours(2)));
        var statement = post.Statements.ShouldHaveSingleItem();
        (statement.Speaker, statement.Role, statement.Id).ShouldBe(
            ("Ivo Tal", "mayor of Sarn", StatementId.Of(article, SarnFlood.First.Statements[0]))
        );
    }

    [Fact]
    public async Task Reports_of_one_event_stand_in_one_story_under_the_newest_headline()
    {
        await newsroom.ReadAsync("1", SarnFlood.First);
        await newsroom.ReadAsync("2", SarnFlood.Second);
        await newsroom.ReadAsync("3", SarnFlood.Third);

        newsroom
            .Posts()
            .Select(post => post.Post.Title)
            .ShouldBe([SarnFlood.First.Title, SarnFlood.Second.Title, SarnFlood.Third.Title]);
        newsroom.Front().ShouldHaveSingleItem().Headline.ShouldBe(SarnFlood.Third.Title);
    }

    [Fact]
    public async Task A_report_that_arrives_late_does_not_take_the_headline()
    {
        await newsroom.ReadAsync("2", SarnFlood.Second);
        await newsroom.ReadAsync("1", SarnFlood.First);

        newsroom.Posts().Select(post => post.Post.Title).ShouldBe([SarnFlood.First.Title, SarnFlood.Second.Title]);
        newsroom.Front().ShouldHaveSingleItem().Headline.ShouldBe(SarnFlood.Second.Title);
    }

    [Fact]
    public async Task A_reprint_makes_no_post()
    {
        await newsroom.ReadAsync("1", SarnFlood.First);
        var reprint = await newsroom.ReadAsync("2", SarnFlood.First with { SiteName = "Hill Gazette" });

        newsroom.Posts().ShouldHaveSingleItem();
        using var snapshot = newsroom.Newsroom.Views.Snapshot();
        ArticlesView.Find(snapshot, reprint).ShouldNotBeNull().Relation.ShouldBe(EchoRelation.Copy);
        ArticlesView.Find(snapshot, reprint).ShouldNotBeNull().Story.ShouldBe(newsroom.Front()[0].Id);
    }

    [Fact]
    public async Task An_article_that_changes_edits_its_post()
    {
        await newsroom.ReadAsync("1", SarnFlood.First);
        await newsroom.ReadAsync("1", SarnFlood.First with { Title = "Sarn dam still holds" });

        var post = newsroom.Posts().ShouldHaveSingleItem();
        (post.Post.Title, post.Reason).ShouldBe(("Sarn dam still holds", PostChange.SourceChanged));
        newsroom.Front().ShouldHaveSingleItem().Headline.ShouldBe("Sarn dam still holds");
    }

    [Fact]
    public async Task A_change_that_no_reader_would_see_is_none()
    {
        await newsroom.ReadAsync("1", SarnFlood.First);
        await newsroom.ReadAsync("1", SarnFlood.First with { Tagline = "All the news of the valley" });

        newsroom.Posts().ShouldHaveSingleItem().Reason.ShouldBeNull();
    }

    [Fact]
    public async Task A_correction_of_the_source_is_told()
    {
        await newsroom.ReadAsync("1", SarnFlood.First);
        const string correction = "Correction: an earlier version of this article said that 4,000 people had left.";
        await newsroom.ReadAsync("1", SarnFlood.First with { Text = SarnFlood.First.Text + "\n\n" + correction });

        var post = newsroom.Posts().ShouldHaveSingleItem();
        (post.Post.Correction, post.Reason).ShouldBe((correction, PostChange.SourceCorrected));
    }

    [Fact]
    public async Task A_correction_of_ours_edits_the_post_and_is_not_put_down_to_the_source()
    {
        var article = await newsroom.ReadAsync("1", SarnFlood.First);
        var anchor = new StatementIndex(article, SarnFlood.First.Statements).AnchorOf(0);
        await newsroom.CorrectAsync(
            article,
            new SpeakerCorrected(anchor, "Mara Lind", SpeakerKind.Person, null),
            SarnFlood.First with
            {
                Statements =
                [
                    SarnFlood.First.Statements[0] with
                    {
                        Speaker = new Speaker { Name = "Mara Lind", Sure = true },
                    },
                ],
            }
        );

        var post = newsroom.Posts().ShouldHaveSingleItem();
        (post.Post.Statements.ShouldHaveSingleItem().Speaker, post.Reason).ShouldBe(
            ("Mara Lind", PostChange.ReadingCorrected)
        );
    }

    [Fact]
    public async Task A_page_that_is_withdrawn_leaves_a_notice_and_its_headline_goes()
    {
        await newsroom.ReadAsync("1", SarnFlood.First);
        await newsroom.ReadAsync("2", SarnFlood.Second);
        newsroom.Front().ShouldHaveSingleItem().Headline.ShouldBe(SarnFlood.Second.Title);
        await newsroom.LoseAsync("2");

        var post = newsroom.Posts()[1];
        (post.Post.Withdrawn, post.Reason, post.Post.Title, post.Post.Text).ShouldBe(
            (true, PostChange.SourceWithdrew, null, "")
        );
        post.Post.Statements.ShouldBeEmpty();
        newsroom.Front().ShouldHaveSingleItem().Headline.ShouldBe(SarnFlood.First.Title);
    }

    [Fact]
    public async Task A_page_that_comes_back_is_shown_again()
    {
        await newsroom.ReadAsync("1", SarnFlood.First);
        await newsroom.LoseAsync("1");
        newsroom.Posts()[0].Post.Withdrawn.ShouldBeTrue();
        await newsroom.ReadAsync("1", SarnFlood.First);

        var post = newsroom.Posts().ShouldHaveSingleItem();
        (post.Post.Withdrawn, post.Post.Title).ShouldBe((false, SarnFlood.First.Title));
    }

    [Fact]
    public async Task What_we_edited_ourselves_is_not_written_over()
    {
        await newsroom.ReadAsync("1", SarnFlood.First);
        var post = newsroom.Posts()[0];
        await newsroom.Newsroom.AppendAsync(
            EntryKinds.PostEdited.New(
                post.Id,
                "u1",
                new PostEdited
                {
                    Story = post.Story,
                    Post = post.Post with { Title = "Our own words" },
                    Reason = PostChange.Edited,
                }
            )
        );
        await newsroom.ReadAsync("1", SarnFlood.First with { Title = "Sarn dam still holds" });

        newsroom.Posts().ShouldHaveSingleItem().Post.Title.ShouldBe("Our own words");
    }

    [Fact]
    public async Task A_headline_that_a_person_wrote_stays()
    {
        await newsroom.ReadAsync("1", SarnFlood.First);
        await newsroom.Newsroom.AppendAsync(
            EntryKinds.StoryChanged.New(newsroom.Front()[0].Id, "u1", new StoryChanged { Headline = "The Sarn flood" })
        );
        await newsroom.ReadAsync("2", SarnFlood.Second);

        newsroom.Posts().Count.ShouldBe(2);
        newsroom.Front().ShouldHaveSingleItem().Headline.ShouldBe("The Sarn flood");
    }

    [Fact]
    public async Task A_headline_whose_quotation_nothing_carries_does_not_lead()
    {
        await newsroom.ReadAsync("1", SarnFlood.First);
        var second = SarnFlood.Second with
        {
            Title = "“The dam is finished” in Sarn",
            Statements =
            [
                new Statement
                {
                    Text = "The dam is finished",
                    Kind = StatementKind.Direct,
                    In = StatementPlace.Headline,
                },
            ],
        };
        await newsroom.ReadAsync("2", second);

        newsroom.Posts().Count.ShouldBe(2);
        newsroom.Front().ShouldHaveSingleItem().Headline.ShouldBe(SarnFlood.First.Title);
    }

    [Fact]
    public async Task An_explainer_is_a_post_of_its_kind_and_no_headline()
    {
        await newsroom.ReadAsync("1", SarnFlood.First);
        await newsroom.ReadAsync("2", SarnFlood.Second with { Title = "Why does the Velta rise at Sarn?" });

        newsroom.Posts()[1].Post.Kind.ShouldBe(PostKind.Explainer);
        newsroom.Front().ShouldHaveSingleItem().Headline.ShouldBe(SarnFlood.First.Title);
    }

    [Fact]
    public async Task A_page_that_could_not_be_read_at_first_is_placed_when_it_can()
    {
        await newsroom.ReadAsync("1", new Article { Problem = new Problem("empty", "there is no text") });
        newsroom.Front().ShouldBeEmpty();
        await newsroom.ReadAsync("1", new Article { Kind = ArticleKind.Page, Title = "Please wait" });
        newsroom.Front().ShouldBeEmpty();
        await newsroom.ReadAsync("1", SarnFlood.First);

        newsroom.Posts().ShouldHaveSingleItem().Post.Title.ShouldBe(SarnFlood.First.Title);
    }

    [Fact]
    public async Task Words_of_a_source_are_no_markup()
    {
        await newsroom.ReadAsync("1", SarnFlood.First with { Standfirst = "*Not* <b>bold</b> [x](y) 1. one" });

        newsroom.Posts()[0].Post.Text.ShouldBe(@"\*Not\* \<b\>bold\</b\> \[x\]\(y\) 1\. one");
    }

    [Fact]
    public async Task A_time_that_is_yet_to_come_is_not_believed()
    {
        await newsroom.ReadAsync(
            "1",
            SarnFlood.First with
            {
                Published = StatedTime.ParseIso("2041-01-01T00:00:00+00:00"),
            }
        );

        newsroom.Posts()[0].Post.Time.ShouldBe(newsroom.Clock.GetUtcNow());
    }

    [Fact]
    public async Task Stories_are_remembered_after_a_restart()
    {
        await newsroom.ReadAsync("1", SarnFlood.First);
        newsroom.Newsroom.Restart();
        await newsroom.ReadAsync("2", SarnFlood.Second);

        newsroom.Front().ShouldHaveSingleItem().Posts.ShouldBe(2);
    }

    [Fact]
    public async Task Something_else_is_another_story()
    {
        await newsroom.ReadAsync("1", SarnFlood.First);
        await newsroom.ReadAsync(
            "2",
            new Article
            {
                Title = "Opera house finds a new conductor",
                Text = "The national opera named Lena Ost as its conductor for the coming three seasons on Wednesday.",
                Language = "en",
            }
        );

        newsroom.Front().Count.ShouldBe(2);
    }

    public void Dispose() => newsroom.Dispose();
}
