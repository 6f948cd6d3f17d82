using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Perennial.Store;

namespace Perennial.Publish.Tests;

/// <summary>The readers' site on a free port, over a newsroom in a folder of its own.</summary>
internal sealed class RunningSite : IAsyncDisposable
{
    public const string Author = "tester";

    private readonly WebApplication app;

    private RunningSite(TemporaryNewsroom newsroom, WebApplication app)
    {
        Newsroom = newsroom;
        this.app = app;
        Url = new Uri(app.Urls.First());
        Client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, ResponseDrainTimeout = default })
        {
            BaseAddress = Url,
        };
    }

    public TemporaryNewsroom Newsroom { get; }

    public Uri Url { get; }

    /// <summary>Follows no redirects.</summary>
    public HttpClient Client { get; }

    public IServiceProvider Services => app.Services;

    public static Site Courier { get; } =
        new()
        {
            Name = "The Courier",
            Tagline = "News",
            Sections = [new SiteSection("world", "World")],
            About = "# Who we are\n\nA cooperative.",
        };

    public static async Task<RunningSite> StartAsync(
        TimeProvider? clock = null,
        TimeSpan? signOfLife = null,
        bool holdsPeople = false,
        Func<PublishOptions, PublishOptions>? with = null,
        HttpProtocols protocols = HttpProtocols.Http1AndHttp2
    )
    {
        var newsroom = new TemporaryNewsroom(clock);
        await newsroom.AppendAsync(EntryKinds.SiteChanged.New("site", Author, new SiteChanged { Site = Courier }));
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.Services.AddSingleton(newsroom.Ledger);
        builder.Services.AddSingleton(newsroom.State);
        builder.Services.AddSingleton(newsroom.Views);
        builder.Services.AddSingleton(clock ?? TimeProvider.System);
        var options = new PublishOptions
        {
            Build = "test",
            SignOfLife = signOfLife ?? TimeSpan.FromSeconds(15),
            HoldsPeople = holdsPeople,
        };
        builder.Services.AddSingleton(with?.Invoke(options) ?? options);
        builder.WebHost.ConfigureKestrel(kestrel =>
            kestrel.ConfigureEndpointDefaults(end => end.Protocols = protocols)
        );
        builder.Services.AddReadersSite();
        var built = builder.Build();
        built.MapReadersSite();
        await built.StartAsync(TestContext.Current.CancellationToken);
        return new RunningSite(newsroom, built);
    }

    /// <summary>Opens a story.</summary>
    /// <returns>Its id.</returns>
    public async Task<string> OpenStoryAsync(string slug, string headline = "A headline", string? standfirst = null)
    {
        var id = ShortId.New('s');
        await Newsroom.AppendAsync(
            EntryKinds.StoryOpened.New(
                id,
                Author,
                new StoryOpened
                {
                    Slug = slug,
                    Headline = headline,
                    Standfirst = standfirst,
                    Section = "world",
                    Language = "en",
                }
            )
        );
        return id;
    }

    /// <summary>Publishes a post.</summary>
    /// <returns>Its entry.</returns>
    public Task<Entry> PublishAsync(string story, string title, string text = "Its text.", bool keyEvent = false) =>
        PublishAsync(story, APost(title, text, keyEvent));

    /// <summary>Publishes a post.</summary>
    /// <returns>Its entry.</returns>
    public async Task<Entry> PublishAsync(string story, Post post) =>
        (
            await Newsroom.AppendAsync(
                EntryKinds.PostPublished.New(ShortId.New('p'), Author, new PostPublished { Story = story, Post = post })
            )
        )[0];

    /// <summary>Publishes many posts at once.</summary>
    /// <returns>Their entries.</returns>
    public Task<IReadOnlyList<Entry>> PublishAsync(string story, IEnumerable<Post> posts) =>
        Newsroom.AppendAsync([
            .. posts.Select(post =>
                EntryKinds.PostPublished.New(ShortId.New('p'), Author, new PostPublished { Story = story, Post = post })
            ),
        ]);

    /// <summary>Changes a post.</summary>
    /// <returns>The entry.</returns>
    public async Task<Entry> EditAsync(string story, string post, string title, string text = "Its new text.") =>
        (
            await Newsroom.AppendAsync(
                EntryKinds.PostEdited.New(
                    post,
                    Author,
                    new PostEdited
                    {
                        Story = story,
                        Post = APost(title, text),
                        Reason = PostChange.Edited,
                    }
                )
            )
        )[0];

    /// <summary>Holds a story or a post.</summary>
    /// <returns>The entry.</returns>
    public async Task<Entry> HoldAsync(string id) =>
        (await Newsroom.AppendAsync(EntryKinds.Held.New(id, Author, new GateMoved { Reason = "a test" })))[0];

    /// <summary>Opens a story or a post.</summary>
    /// <returns>The entry.</returns>
    public async Task<Entry> OpenAsync(string id) =>
        (await Newsroom.AppendAsync(EntryKinds.Opened.New(id, Author, new GateMoved { Reason = "a test" })))[0];

    /// <summary>Adds an article to a story, as the gatherer, the reader and the weaver do.</summary>
    /// <returns>Its id.</returns>
    public async Task<string> AddArticleAsync(string story, Article article, SourceLicence licence = SourceLicence.Full)
    {
        var source = ShortId.New('f');
        var id = $"a{Newsroom.Ledger.Head + 2}";
        var url = $"https://outlet.example/{id}";
        await Newsroom.AppendAsync(
            EntryKinds.SourceAdded.New(
                source,
                Author,
                new SourceAdded
                {
                    Url = url,
                    Kind = SourceKind.Page,
                    Name = "The Outlet",
                    Licence = licence,
                }
            ),
            EntryKinds.PageCaptured.New(
                id,
                Author,
                new PageCaptured
                {
                    Source = source,
                    Url = url,
                    FinalUrl = url,
                    Blob = new string('0', 64),
                    Size = 1,
                }
            ),
            EntryKinds.ArticleRead.New(
                id,
                Author,
                new ArticleRead { Capture = Newsroom.Ledger.Head + 2, Article = article }
            ),
            EntryKinds.ArticlePlaced.New(
                id,
                Author,
                new ArticlePlaced
                {
                    Read = Newsroom.Ledger.Head + 3,
                    Story = story,
                    Because = ["a test"],
                }
            )
        );
        return id;
    }

    /// <summary>Links an article's entities, as the linker does after its last reading.</summary>
    public async Task LinkAsync(string article, params EntityLink[] links)
    {
        var read = Newsroom.Ledger.LastAbout(EntryKinds.ArticleRead, article, long.MaxValue)!;
        await Newsroom.AppendAsync(
            EntryKinds.EntitiesLinked.New(
                article,
                "linker/1",
                new EntitiesLinked
                {
                    Read = read.Position,
                    When = new DateTimeOffset(2026, 3, 12, 18, 10, 0, TimeSpan.Zero),
                    Links = links,
                }
            )
        );
    }

    public static Post APost(string title, string text = "Its text.", bool keyEvent = false) =>
        new()
        {
            Title = title,
            Text = text,
            Time = new DateTimeOffset(2026, 3, 12, 18, 10, 0, TimeSpan.Zero),
            KeyEvent = keyEvent,
        };

    public Task<string> GetAsync(string address) =>
        Client.GetStringAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);

    public Task<HttpResponseMessage> AnswerAsync(string address, HttpMethod? method = null, string? ifNoneMatch = null)
    {
        var request = new HttpRequestMessage(method ?? HttpMethod.Get, new Uri(address, UriKind.Relative));
        if (ifNoneMatch is not null)
        {
            request.Headers.TryAddWithoutValidation("If-None-Match", ifNoneMatch);
        }
        return Client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    /// <summary>Stops serving, while the newsroom stays.</summary>
    public Task StopAsync() => app.StopAsync(TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await app.StopAsync(CancellationToken.None);
        await app.DisposeAsync();
        Newsroom.Dispose();
    }
}
