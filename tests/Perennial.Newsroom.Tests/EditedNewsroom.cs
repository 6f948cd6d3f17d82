using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Perennial.Store;
using Perennial.Store.Views;

namespace Perennial.Newsroom.Tests;

/// <summary>A newsroom at work as the server runs it: followers that go on while editors act, until it is started again.</summary>
internal sealed class EditedNewsroom : IAsyncDisposable
{
    private readonly GatePolicy gate;
    private OpenNewsroom newsroom;
    private CancellationTokenSource stop = new();
    private Task work = Task.CompletedTask;
    private IFollower[] followers = [];

    private readonly bool readsStories;

    /// <summary>A newsroom at work.</summary>
    /// <param name="gate">What the machine may show by itself.</param>
    /// <param name="readsStories">Whether stories are read as a whole too.</param>
    public EditedNewsroom(GatePolicy? gate = null, bool readsStories = false)
    {
        this.readsStories = readsStories;
        this.gate = gate ?? GatePolicy.Open;
        newsroom = OpenNewsroom.Open(Folder, Clock);
        Start();
    }

    public NewsroomFolder Folder { get; } = new(Directory.CreateTempSubdirectory("perennial-").FullName);

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2031, 3, 12, 6, 0, 0, TimeSpan.Zero));

    public Ledger Ledger => newsroom.Ledger;

    public ViewStore Views => newsroom.Views;

    public Acts Acts { get; private set; } = null!;

    public IReadOnlyList<Entry> Entries => Ledger.ReadAfter(0, int.MaxValue);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>A page is captured and read; what follows goes on by itself.</summary>
    /// <returns>The article's id.</returns>
    public async Task<string> ReadAsync(Article article)
    {
        var captured = await Ledger.AppendAsync(
            LedgerBatch.Of(
                EntryKinds.PageCaptured.New(
                    null,
                    "gatherer",
                    new PageCaptured
                    {
                        Source = "f1",
                        Url = $"https://example.org/{Ledger.Head}",
                        FinalUrl = $"https://example.org/{Ledger.Head}",
                        Blob = "00",
                        Size = 1,
                    }
                )
            )
        );
        await Ledger.AppendAsync(
            LedgerBatch.Of(
                EntryKinds.ArticleRead.New(
                    captured[0].Subject,
                    "reader/1",
                    new ArticleRead { Capture = captured[0].Position, Article = article }
                )
            )
        );
        return captured[0].Subject;
    }

    /// <summary>Waits until nothing is left to follow.</summary>
    public async Task IdleAsync()
    {
        await Eventually.IsSo(() => work.IsCompleted || followers.All(IsDone), "all is followed");
        if (work.IsCompleted)
        {
            await work;
        }
        await Views.CatchUpAsync(Ledger, Cancellation);
    }

    /// <summary>A page is read and all that follows is done.</summary>
    public async Task<string> SettledAsync(Article article)
    {
        var id = await ReadAsync(article);
        await IdleAsync();
        return id;
    }

    /// <summary>Stops in the middle of whatever goes on, and starts again.</summary>
    public async Task RestartAsync()
    {
        await StopAsync();
        newsroom.Dispose();
        newsroom = OpenNewsroom.Open(Folder, Clock);
        Start();
    }

    public T Look<T>(Func<ViewSnapshot, T> look)
    {
        using var snapshot = Views.Snapshot();
        return look(snapshot);
    }

    public string? StoryOf(string article) => Look(snapshot => ArticlesView.Find(snapshot, article)?.Story);

    /// <summary>All that the views hold, row by row.</summary>
    public IReadOnlyList<string> Dump()
    {
        var file = Directory.GetFiles(Folder.Path, "views-*.db").Order(StringComparer.Ordinal).Last();
        using var connection = new SqliteConnection($"Data Source={file};Mode=ReadOnly;Pooling=False");
        connection.Open();
        var tables = Rows(connection, "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name");
        return
        [
            .. tables.SelectMany(table =>
                Rows(connection, $"SELECT * FROM {table}")
                    .Order(StringComparer.Ordinal)
                    .Select(row => $"{table}: {row}")
            ),
        ];
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        newsroom.Dispose();
        stop.Dispose();
        Directory.Delete(Folder.Path, recursive: true);
    }

    private static List<string> Rows(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read())
        {
            rows.Add(string.Join(" | ", Enumerable.Range(0, reader.FieldCount).Select(i => $"{reader.GetValue(i)}")));
        }
        return rows;
    }

    private void Start()
    {
        Acts = new Acts(newsroom);
        followers =
        [
            new WeaveFollower(Ledger, Views, gate),
            new PostFollower(Views),
            .. readsStories ? [new StoryFollower(Ledger, Views)] : Array.Empty<IFollower>(),
        ];
        stop = new CancellationTokenSource();
        var (token, views, ledger) = (stop.Token, Views, Ledger);
        var following = new Following(ledger, views, NullLogger<Following>.Instance);
        work = Task.WhenAll([
            Task.Run(() => views.FollowAsync(ledger, token), token),
            .. followers.Select(follower => Task.Run(() => following.RunAsync(follower, token), token)),
        ]);
    }

    private async Task StopAsync()
    {
        await stop.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => Eventually.Ends(work));
    }

    private bool IsDone(IFollower follower) =>
        Ledger
            .ReadAfter(Ledger.FollowerPosition(follower.Name), int.MaxValue)
            .All(entry => !follower.Follows(entry.Kind));
}
