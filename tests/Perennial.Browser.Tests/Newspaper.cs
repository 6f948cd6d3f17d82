using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Playwright;
using Perennial.Browser.Tests;
using Perennial.Gather;
using Perennial.Server;
using Perennial.Store;
using Perennial.Store.Views;

[assembly: AssemblyFixture(typeof(Newspaper))]

namespace Perennial.Browser.Tests;

/// <summary>One newsroom and one browser for all tests: a server and Chromium.</summary>
public sealed class Newspaper : IAsyncLifetime
{
    private const string Chromium = "/usr/bin/chromium";
    private const string Author = "tester";

    private const string Words =
        "“We closed it the moment I saw the photographs,” said Ilse Marten.\n\nWhat is known\n\nIt is not known who signed the last report.\n\n"
        + "She said that we will know more on March 12. The city said 18,000 people cross the bridge every day. Police gave a figure of nearly 12,000.";

    private static readonly Article Report = new()
    {
        Title = "Ilse Marten closes Marren bridge after inspectors find a crack",
        SiteName = "Radio Sarn",
        Standfirst = "It will not open before the spring.",
        Language = "en",
        Text = Words,
        Blocks =
        [
            new Block(BlockKind.Paragraph, 0, 66),
            new Block(BlockKind.Heading, 68, 81),
            new Block(BlockKind.Paragraph, 83, 126),
            new Block(BlockKind.Paragraph, 128, Words.Length),
        ],
        Statements =
        [
            new Statement
            {
                Kind = StatementKind.Direct,
                Start = 0,
                End = 49,
                Spans =
                [
                    [0, 49],
                ],
                Text = "“We closed it the moment I saw the photographs,”",
                Speaker = new Speaker { Name = "Ilse Marten", Sure = true },
                Role = "chief engineer of the Lowmoor Institute",
                Told = new Told("Radio Sarn", Sure: true),
            },
            Said("that we will know more on March 12", "Ilse Marten"),
            Said("18,000 people cross the bridge every day", "The city"),
            Said("a figure of nearly 12,000", "Police"),
        ],
        Figures =
        [
            Counted("18,000 people", 18_000, "people", Approximation.Exact),
            Counted("nearly 12,000", 12_000, null, Approximation.Under),
        ],
        Moments =
        [
            new Moment
            {
                Start = Words.IndexOf("March 12", StringComparison.Ordinal),
                End = Words.IndexOf("March 12", StringComparison.Ordinal) + 8,
                Text = "March 12",
                Value = "2026-03-12",
                Precision = "day",
            },
        ],
        Questions = [new Question(83, 126, "It is not known who signed the last report.", StatementPlace.Body)],
    };

    private static Statement Said(string words, string speaker)
    {
        var start = Words.IndexOf(words, StringComparison.Ordinal);
        return new Statement
        {
            Kind = StatementKind.Indirect,
            Start = start,
            End = start + words.Length,
            Spans =
            [
                [start, start + words.Length],
            ],
            Text = words,
            Speaker = new Speaker { Name = speaker, Sure = true },
        };
    }

    private static Figure Counted(string words, decimal value, string? unit, Approximation how)
    {
        var start = Words.IndexOf(words, StringComparison.Ordinal);
        return new Figure
        {
            Start = start,
            End = start + words.Length,
            Text = words,
            Value = value,
            High = value,
            Approximation = how,
            Unit = unit,
        };
    }

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("perennial-");
    private NewsroomServer? server;
    private WebApplication? origin;
    private IPlaywright? playwright;
    private IBrowser? browser;

    /// <summary>The article that a source brought in, with a statement in it.</summary>
    public string Article { get; private set; } = "";

    /// <summary>The source that brought it.</summary>
    public string Source { get; private set; } = "";

    /// <summary>The position at which it was read with the statement.</summary>
    public long LastReading =>
        Server.Newsroom.Ledger.LastAbout(EntryKinds.ArticleRead, Article, long.MaxValue)!.Position;

    /// <summary>The address of that statement's page.</summary>
    public string Statement => $"/statements/{StatementId.Of(Article, Report.Statements[0])}";

    /// <summary>The address of the story that the article opened.</summary>
    public string StoryOfArticle { get; private set; } = "";

    /// <summary>The position at which it was read first.</summary>
    public long FirstReading =>
        Server.Newsroom.Ledger.About(EntryKinds.ArticleRead, Article, long.MaxValue)[0].Position;

    /// <summary>Where the site is served.</summary>
    public Uri Url => Server.Url;

    private NewsroomServer Server => server!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        if (!File.Exists(Chromium))
        {
            return;
        }
        server = await NewsroomServer.StartAsync(
            new ServeOptions
            {
                Folder = new NewsroomFolder(folder.FullName),
                Url = "http://127.0.0.1:0",
                Allow = [IPNetwork.Parse("127.0.0.0/8")],
            },
            new Site
            {
                Name = "The Courier",
                Tagline = "Real-time news, timeless knowledge",
                Sections = [new SiteSection("world", "World"), new SiteSection("science", "Science")],
                Authors = [new SiteAuthor("mara-tal", "Mara Tal", "Science editor", "She writes about **water**.")],
                Imprint = "Harbour Street 1, Tormouth",
                Corrections = "We say what was wrong.",
                About = "We are a cooperative.\n\n## Corrections\n\nWrite to [the desk](mailto:desk@courier.example).",
            },
            GatherPace.Default,
            Cancellation
        );
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Chromium, Args = ["--no-sandbox"] });
        await GatherAsync();
    }

    /// <summary>A browser of its own for a reader, without anything that another left behind.</summary>
    public Task<IBrowserContext> ReaderAsync(BrowserNewContextOptions reader)
    {
        SkipWithoutBrowser();
        reader.BaseURL ??= Url.ToString();
        return browser!.NewContextAsync(reader);
    }

    public Task<StoryRow> OpenStoryAsync(string headline)
    {
        SkipWithoutBrowser();
        return Server.Acts.OpenStoryAsync(headline, "What it is about.", "world", Author, Cancellation);
    }

    public async Task<PostRow> PublishAsync(StoryRow story, string title, bool keyEvent = false, string? text = null)
    {
        var post = await Server.Acts.PublishAsync(
            story,
            new Post
            {
                Time = TimeProvider.System.GetUtcNow(),
                Title = title,
                Text = text ?? $"What is to be said of it: {title}.",
                KeyEvent = keyEvent,
            },
            Author,
            Cancellation
        );
        await ShownAsync();
        return post;
    }

    /// <summary>Publishes a piece in a story, and changes it once.</summary>
    /// <returns>The piece as it was first.</returns>
    public async Task<PieceRow> PublishPieceAsync(StoryRow story)
    {
        var piece = await Server.Acts.PublishPieceAsync(
            new Piece
            {
                Kind = PieceGenre.Opinion,
                Slug = "",
                Headline = "Averylongheadlinethatnobodycanbreakwithouthyphens and more",
                Standfirst = "It is the curve.",
                Text = "Water pushes.\n\n# The wall\n\n- one\n- two\n\n> said",
                Authors = ["mara-tal"],
                Section = "world",
                Language = "en",
                Stories = [story.Id],
            },
            Author,
            Cancellation
        );
        await Server.Acts.EditPieceAsync(
            piece,
            piece.Piece with
            {
                Text = "Water pushes on.",
                Correction = "It said otherwise before.",
            },
            Author,
            Cancellation
        );
        await ShownAsync();
        return piece;
    }

    public async Task EditAsync(PostRow post, string title, string? correction = null)
    {
        await Server.Acts.EditAsync(
            post,
            post.Post with
            {
                Title = title,
                Correction = correction,
            },
            Author,
            Cancellation
        );
        await ShownAsync();
    }

    /// <summary>Until pages show what is in the ledger: an act is acknowledged before the views have taken it in.</summary>
    private Task ShownAsync() => Server.Newsroom.Views.WaitBeyondAsync(Server.Newsroom.Ledger.Head - 1, Cancellation);

    /// <summary>A reader's report that was answered.</summary>
    /// <returns>The address of its receipt.</returns>
    public string Receipt()
    {
        var state = Server.Newsroom.State;
        var receipt = state.Report(Statement, "She said it otherwise.", null, TimeProvider.System)!;
        state.AnswerReport(state.FindReport(receipt)!.Id, "She did. Thank you.", TimeProvider.System);
        return $"/reports/{receipt}";
    }

    public Task HoldAsync(string id) => Server.Acts.HoldAsync(id, "a test", Author, Cancellation);

    public Task RenameAsync(StoryRow story, string headline) =>
        Server.Newsroom.Ledger.AppendAsync(
            LedgerBatch.Of(EntryKinds.StoryChanged.New(story.Id, Author, new StoryChanged { Headline = headline }))
        );

    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
        {
            await browser.DisposeAsync();
        }
        playwright?.Dispose();
        if (origin is not null)
        {
            await origin.DisposeAsync();
        }
        if (server is not null)
        {
            await server.DisposeAsync();
        }
        folder.Delete(recursive: true);
    }

    internal static void SkipWithoutBrowser() =>
        Assert.SkipUnless(File.Exists(Chromium), $"There is no {Chromium}: apt-get install chromium");

    /// <summary>A page of another outlet is followed, captured, read, woven and published; then it is read again, with a statement.</summary>
    private async Task GatherAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        origin = builder.Build();
        var page = $$"""
            <!doctype html><html lang="en"><head><title>{{Report.Title}} | Radio Sarn</title>
            <script type="application/ld+json">{"@type": "NewsArticle", "headline": "{{Report.Title}}"}</script></head>
            <body><main><article><h1>{{Report.Title}}</h1>
            <p>The Marren bridge was closed to all traffic on Tuesday evening after inspectors found a crack, the city said.</p>
            <p>About 18,000 people cross it every day, and the detour through Orvel takes up to an hour longer.</p>
            <p>Buses leave from the market square until midnight, and the ferry runs twice as often as usual.</p>
            <p>It is not known who signed the last inspection report, nor where the papers of the works have gone.</p>
            </article></main></body></html>
            """;
        origin.MapGet("/bridge", () => Results.Content(page, "text/html; charset=utf-8"));
        await origin.StartAsync(Cancellation);
        Source = await Server.Acts.AddSourceAsync(
            new SourceAdded
            {
                Url = $"{origin.Urls.First()}/bridge",
                Kind = SourceKind.Page,
                Name = "Radio Sarn",
                Licence = SourceLicence.Full,
            },
            Cancellation
        );
        await Eventually.IsSo(() => Story() is { Posts: 1 }, "the article becomes a post");
        var (id, capture) = Captured();
        await Server.Newsroom.Ledger.AppendAsync(
            LedgerBatch.Of(
                EntryKinds.ArticleRead.New(id, Author, new ArticleRead { Capture = capture, Article = Report })
            )
        );
        await Eventually.IsSo(() => Story()!.Headline == Report.Title, "the better reading is followed");
        await CarryAsync("Sarn Wire", "“We closed it when I saw the pictures,”");
        await CarryAsync("Newsgrind", "“We closed it the moment I saw the … holes in the photographs,”");
        await Eventually.IsSo(() => Way(id).Count == 3, "the quotation is followed");
        var asked = await Server.Acts.AskAsync(Story()!.Id, new("Who signed the last report?"), Author, Cancellation);
        await Server.Acts.ChangeQuestionAsync(
            asked!.Subject!,
            new(
                State: "answered",
                Answer: new QuestionAnswer { Text = "The minutes name an engineer." },
                Reason: "Now public."
            ),
            Author,
            Cancellation
        );
        await Server.Acts.AskAsync(Story()!.Id, new("When will the bridge open?"), Author, Cancellation);
        Article = id;
        StoryOfArticle = $"/stories/{Story()!.Slug}";
        await Eventually.IsSo(
            () => Reading() is { Figures.Count: 1, Headline.Claims.Count: > 0 },
            "the story is read with its figures"
        );
    }

    /// <summary>Another article carries the statement, and nothing else.</summary>
    private async Task CarryAsync(string outlet, string words)
    {
        var url = $"https://{outlet.Replace(' ', '-')}.example/bridge";
        var captured = await Server.Newsroom.Ledger.AppendAsync(
            LedgerBatch.Of(
                EntryKinds.PageCaptured.New(
                    null,
                    Author,
                    new PageCaptured
                    {
                        Source = "f1",
                        Url = url,
                        FinalUrl = url,
                        Blob = new string('0', 64),
                        Size = 1,
                    }
                )
            )
        );
        var article = new Article
        {
            SiteName = outlet,
            Language = "en",
            Text = words,
            Statements = [Report.Statements[0] with { Text = words, Told = new Told("Nord News", Sure: false) }],
        };
        await Server.Newsroom.Ledger.AppendAsync(
            LedgerBatch.Of(
                EntryKinds.ArticleRead.New(
                    captured[0].Subject,
                    Author,
                    new ArticleRead { Capture = captured[0].Position, Article = article }
                )
            )
        );
    }

    private IReadOnlyList<TrailCarrier> Way(string article)
    {
        using var snapshot = Server.Newsroom.Views.Snapshot();
        return TrailsView.Of(snapshot, StatementId.Of(article, Report.Statements[0]));
    }

    private StoryRead? Reading()
    {
        using var snapshot = Server.Newsroom.Views.Snapshot();
        return StoryReadingsView.Find(snapshot, StoryIdOfArticle());
    }

    /// <summary>The story of the article is read anew.</summary>
    /// <returns>What was read before.</returns>
    public async Task<StoryRead> ReadAgainAsync(Func<StoryRead, StoryRead> reading)
    {
        var before = Reading()!;
        await Server.Newsroom.Ledger.AppendAsync(
            LedgerBatch.Of(EntryKinds.StoryRead.New(StoryIdOfArticle(), "weaver/1", reading(before)))
        );
        await ShownAsync();
        return before;
    }

    private string StoryIdOfArticle()
    {
        using var snapshot = Server.Newsroom.Views.Snapshot();
        return ArticlesView.StoryOf(snapshot, Article)!;
    }

    private StoryRow? Story()
    {
        using var snapshot = Server.Newsroom.Views.Snapshot();
        return StoriesView.Front(snapshot, section: null, 1) is [var story] ? story : null;
    }

    private (string Id, long Capture) Captured()
    {
        var capture = Server.Newsroom.Ledger.ReadAfter(EntryKinds.PageCaptured, 0, 1)[0];
        return (capture.Subject, capture.Position);
    }
}
