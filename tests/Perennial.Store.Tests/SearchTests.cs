using Perennial.Store.Views;
using static Perennial.Store.Tests.Sample;

namespace Perennial.Store.Tests;

/// <summary>What can be found.</summary>
public sealed class SearchTests : IDisposable
{
    private const string Text =
        "The Vel rose at night.\n\n“The dam holds,” said Ilse Marten.\n\nNobody knows why the gauges failed in Tormouth.";

    private static readonly DateTimeOffset Noon = new(2031, 3, 12, 12, 0, 0, TimeSpan.Zero);
    private readonly TemporaryNewsroom newsroom = new();

    [Theory]
    [InlineData("dam", "“The \u0002dam\u0003 holds,” said Ilse Marten.")]
    [InlineData("DAM holds", "“The \u0002dam\u0003 \u0002holds\u0003,” said Ilse Marten.")]
    [InlineData("\"dam holds\"", "“The \u0002dam holds\u0003,” said Ilse Marten.")]
    [InlineData("gauge* tormouth", "Nobody knows why the \u0002gauges\u0003 failed in \u0002Tormouth\u0003.")]
    [InlineData("the -dam -gauges", "\u0002The\u0003 Vel rose at night.")]
    public async Task A_passage_is_found_by_its_words(string words, string expected)
    {
        await AddAsync(SourceLicence.Full);

        Find(words).ShouldHaveSingleItem().Text.ShouldBe(expected);
    }

    [Theory]
    [InlineData("\"dam the\"")]
    [InlineData("dam gauges")]
    [InlineData("-dam")]
    [InlineData("")]
    [InlineData("!!! ... \"\"\"")]
    [InlineData("\"")]
    [InlineData("dam AND")]
    [InlineData("NEAR(dam holds)")]
    [InlineData("text:dam")]
    [InlineData("' OR 1=1 --")]
    [InlineData("dam) OR (vel")]
    [InlineData("{text} : ^dam + *")]
    [InlineData("\0\u0002\ud800")]
    public async Task A_hostile_query_finds_nothing_and_breaks_nothing(string words)
    {
        await AddAsync(SourceLicence.Full);

        Find(words).ShouldBeEmpty();
    }

    [Fact]
    public async Task Conditions_narrow_what_is_found()
    {
        await AddAsync(SourceLicence.Full);

        Find(new SearchQuery { Speaker = "marten" }).ShouldHaveSingleItem().Speaker.ShouldBe("Ilse Marten");
        Find(new SearchQuery { Words = "the", Speaker = "varn" }).ShouldBeEmpty();
        Find(new SearchQuery { Words = "the", Outlet = "packet" }).Count.ShouldBe(3);
        Find(new SearchQuery { Words = "the", Outlet = "lantern" }).ShouldBeEmpty();
        Find(new SearchQuery { Words = "the", Stance = Stance.Denied }).ShouldHaveSingleItem();
        Find(new SearchQuery { Words = "the", Stance = Stance.Asked }).ShouldBeEmpty();
        Find(new SearchQuery { Words = "the", Story = "s1" }).Count.ShouldBe(3);
        Find(new SearchQuery { Words = "the", Story = "s2" }).ShouldBeEmpty();
        Find(
            new SearchQuery
            {
                Words = "the",
                From = Noon,
                Until = Noon.AddHours(1),
            }
        )
            .Count.ShouldBe(3);
        Find(new SearchQuery { Words = "the", From = Noon.AddHours(1) }).ShouldBeEmpty();
        Find(new SearchQuery { Words = "the", Until = Noon }).ShouldBeEmpty();
    }

    [Fact]
    public async Task Without_a_licence_only_the_excerpt_is_found_and_the_rest_once_there_is_one()
    {
        await AddAsync(SourceLicence.None);
        Find("Vel").ShouldHaveSingleItem();
        Find("dam").ShouldHaveSingleItem().Statement.ShouldNotBeNull();
        Find("Tormouth").ShouldBeEmpty();

        await newsroom.AppendAsync(
            EntryKinds.SourceChanged.New("f1", "u1", new SourceChanged { Licence = SourceLicence.Full })
        );
        Find("Tormouth").ShouldHaveSingleItem();

        await newsroom.AppendAsync(
            EntryKinds.SourceChanged.New("f1", "u1", new SourceChanged { Licence = SourceLicence.None })
        );
        Find("Tormouth").ShouldBeEmpty();
    }

    [Fact]
    public async Task What_is_held_or_gone_is_not_found()
    {
        await AddAsync(SourceLicence.Full);
        await newsroom.AppendAsync(Open("s1", "dam", "The dam"), Publish("p1", "s1", "Calm", Noon));
        Find("calm").ShouldHaveSingleItem().Post.ShouldBe("p1");

        await newsroom.AppendAsync(EntryKinds.Held.New("s1", "u1", new GateMoved { Reason = "legal" }));
        Find("the").ShouldBeEmpty();
        Find("calm").ShouldBeEmpty();

        await newsroom.AppendAsync(EntryKinds.Opened.New("s1", "u1", new GateMoved { Reason = "well" }));
        Find("the").Count.ShouldBe(3);

        await newsroom.AppendAsync(EntryKinds.PageGone.New("a2", "gatherer", new PageGone { Status = 410 }));
        Find("the").ShouldBeEmpty();
    }

    [Fact]
    public async Task A_new_reading_takes_the_place_of_the_old_and_a_headline_is_found_once()
    {
        await AddAsync(SourceLicence.Full);
        Find("Floods").ShouldHaveSingleItem().Anchor.ShouldBe("b0");

        await newsroom.AppendAsync(
            EntryKinds.ArticleRead.New("a2", "reader/2", new ArticleRead { Capture = 2, Article = Read("All is dry.") })
        );

        Find("dam").ShouldBeEmpty();
        Find("dry").ShouldHaveSingleItem();
        Find("Floods").ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Every_passage_stands_on_one_page_of_what_is_found_the_newest_first()
    {
        await newsroom.AppendAsync(Open("s1", "dam", "The dam"));
        await newsroom.AppendAsync([
            .. Enumerable.Range(0, 25).Select(number => Publish($"p{number}", "s1", $"Report {number}", Noon)),
        ]);

        var found = new List<string?>();
        long? before = null;
        do
        {
            using var snapshot = newsroom.Views.Snapshot();
            var page = SearchView.Find(snapshot, new SearchQuery { Words = "report" }, before, 10);
            found.AddRange(page.Passages.Select(passage => passage.Post));
            before = page.Next;
        } while (before is not null);

        found.ShouldBe(Enumerable.Range(0, 25).Select(number => $"p{number}").Reverse());
    }

    public void Dispose() => newsroom.Dispose();

    private IReadOnlyList<FoundPassage> Find(string words) => Find(new SearchQuery { Words = words });

    private IReadOnlyList<FoundPassage> Find(SearchQuery query)
    {
        using var snapshot = newsroom.Views.Snapshot();
        return SearchView.Find(snapshot, query, before: null, 10).Passages;
    }

    private Task<IReadOnlyList<Entry>> AddAsync(SourceLicence licence) =>
        newsroom.AppendAsync(
            EntryKinds.SourceAdded.New(
                "f1",
                "u1",
                new SourceAdded
                {
                    Url = "https://packet.example/",
                    Kind = SourceKind.Page,
                    Name = "The Packet",
                    Licence = licence,
                }
            ),
            Capture([1, 2, 3]),
            EntryKinds.ArticleRead.New("a2", "reader/1", new ArticleRead { Capture = 2, Article = Read(Text) }),
            EntryKinds.ArticlePlaced.New("a2", "weaver/1", new ArticlePlaced { Read = 3, Story = "s1" })
        );

    private static Article Read(string text)
    {
        var blocks = new List<Block>();
        var start = 0;
        foreach (var paragraph in text.Split("\n\n"))
        {
            blocks.Add(new Block(BlockKind.Paragraph, start, start + paragraph.Length));
            start += paragraph.Length + 2;
        }
        var said = text.IndexOf('“', StringComparison.Ordinal);
        return new Article
        {
            Title = "Floods in Sarn",
            Text = text,
            Blocks = blocks,
            Published = StatedTime.OfMoment(Noon),
            Statements =
                said < 0
                    ? []
                    :
                    [
                        new Statement
                        {
                            Kind = StatementKind.Direct,
                            Text = "“The dam holds,”",
                            Start = said,
                            End = said + 16,
                            Spans =
                            [
                                [said, said + 16],
                            ],
                            Stance = Stance.Denied,
                            Speaker = new Speaker { Name = "Ilse Marten", Sure = true },
                        },
                    ],
        };
    }
}
