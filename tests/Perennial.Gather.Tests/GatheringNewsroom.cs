using System.Net;
using Microsoft.Extensions.Time.Testing;
using Perennial.Store;
using Perennial.Store.Views;

namespace Perennial.Gather.Tests;

/// <summary>A newsroom that gathers from a local origin, on a clock that stands still until it is moved.</summary>
internal sealed class GatheringNewsroom : IAsyncDisposable
{
    private readonly Fetcher fetcher;

    private GatheringNewsroom(LocalOrigin origin, GatherPace pace)
    {
        Origin = origin;
        Newsroom = new TemporaryNewsroom(Clock);
        Pace = pace;
        fetcher = new Fetcher(new FetcherOptions { Allow = [IPNetwork.Parse("127.0.0.0/8")] }, Clock);
        Gatherer = new Gatherer(Newsroom.Ledger, Newsroom.Views, Newsroom.State, fetcher, pace, Clock);
    }

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2031, 3, 12, 6, 0, 0, TimeSpan.Zero));

    public LocalOrigin Origin { get; }

    public TemporaryNewsroom Newsroom { get; }

    public GatherPace Pace { get; }

    public Gatherer Gatherer { get; private set; }

    public IReadOnlyList<Entry> Entries => Newsroom.Ledger.ReadAfter(0, 1000);

    /// <summary>The captures in the ledger.</summary>
    public IReadOnlyList<(string Subject, PageCaptured Capture)> Captures =>
        [.. Entries.Where(EntryKinds.PageCaptured.Is).Select(e => (e.Subject, EntryKinds.PageCaptured.Read(e)!))];

    /// <summary>The paths of the captures, in order.</summary>
    public IReadOnlyList<string> CapturedPaths =>
        [.. Captures.Select(pair => new Uri(pair.Capture.FinalUrl).AbsolutePath)];

    public static async Task<GatheringNewsroom> OpenAsync(GatherPace? pace = null) =>
        new(await LocalOrigin.StartAsync(), pace ?? GatherPace.Default with { HostGap = TimeSpan.Zero, Revisits = [] });

    /// <summary>Follows a path of the origin.</summary>
    public async Task<string> FollowAsync(string path, SourceKind kind = SourceKind.Feed)
    {
        var id = ShortId.New('f');
        await Newsroom.AppendAsync(
            EntryKinds.SourceAdded.New(
                id,
                "operator",
                new SourceAdded
                {
                    Url = Origin.Url(path),
                    Kind = kind,
                    Name = path,
                }
            )
        );
        return id;
    }

    /// <summary>Looks at all that is due.</summary>
    public Task LookAsync() => Gatherer.LookOnceAsync(TestContext.Current.CancellationToken);

    /// <summary>Lets time pass, and looks at all that is due then.</summary>
    public Task LookAfterAsync(TimeSpan time)
    {
        Clock.Advance(time);
        return LookAsync();
    }

    /// <summary>How a source is, in words.</summary>
    public string Health(string source) => SourceHealth.All(Newsroom.State)[source];

    public SourceState StateOf(string source) => SourceState.Of(Newsroom.State, source);

    public string UrlOf(string source)
    {
        using var snapshot = Newsroom.Views.Snapshot();
        return SourcesView.Find(snapshot, source).ShouldNotBeNull().Url;
    }

    public async ValueTask DisposeAsync()
    {
        fetcher.Dispose();
        Newsroom.Dispose();
        await Origin.DisposeAsync();
    }
}
