using System.Globalization;

namespace Perennial.Store.Views;

/// <summary>The views that pages are made from, and the follower that keeps them up to date with the ledger.</summary>
/// <remarks>
/// The views stand in a file of their own, one generation a file. <see cref="RebuildAsync"/> fills the next generation
/// while this one serves, then switches; so does a version of Perennial that makes other tables.
/// </remarks>
public sealed class ViewStore : IDisposable
{
    private readonly NewsroomFolder folder;
    private readonly State state;
    private readonly SignalledPosition applied = new();
    private readonly SemaphoreSlim applying = new(1, 1);
    private readonly SemaphoreSlim rebuilding = new(1, 1);
    private volatile ViewFile current;

    private ViewStore(NewsroomFolder folder, State state, ViewFile current)
    {
        this.folder = folder;
        this.state = state;
        this.current = current;
        applied.Set(current.Position);
    }

    /// <summary>The last position that has been applied.</summary>
    public long Position => applied.Value;

    /// <summary>Opens the views in use, or begins new ones where there are none that this version can use.</summary>
    /// <exception cref="StoreException">They can't be opened.</exception>
    public static ViewStore Open(NewsroomFolder folder, State state)
    {
        var generation = Generation(state);
        if (!ViewFile.IsUsable(folder.Views(generation), Ledger.HeadOf(folder)))
        {
            generation++;
            ViewFile.Delete(folder.Views(generation));
        }
        var store = new ViewStore(folder, state, ViewFile.Open(folder.Views(generation)));
        store.Use(generation);
        store.DeleteOthers(generation);
        return store;
    }

    /// <summary>Opens the views in use to read only, whoever else may be writing.</summary>
    /// <exception cref="StoreException">There are none.</exception>
    public static ViewSnapshot OpenToRead(NewsroomFolder folder, State state) =>
        new(folder.Views(Generation(state)), closed: () => { });

    /// <summary>The views as they stand now.</summary>
    public ViewSnapshot Snapshot()
    {
        while (true)
        {
            // A file that has just been replaced gives none: then its successor is in place.
            if (current.Snapshot() is { } snapshot)
            {
                return snapshot;
            }
        }
    }

    /// <summary>Waits until a position greater than <paramref name="position"/> has been applied.</summary>
    public Task WaitBeyondAsync(long position, CancellationToken cancellation) =>
        applied.WaitBeyondAsync(position, cancellation);

    /// <summary>Applies everything that the ledger holds now.</summary>
    public async Task CatchUpAsync(Ledger ledger, CancellationToken cancellation)
    {
        await applying.WaitAsync(cancellation);
        try
        {
            current.CatchUp(ledger, applied.Set, cancellation);
        }
        finally
        {
            applying.Release();
        }
    }

    /// <summary>Follows the ledger until cancelled.</summary>
    public async Task FollowAsync(Ledger ledger, CancellationToken cancellation)
    {
        while (true)
        {
            await CatchUpAsync(ledger, cancellation);
            await ledger.WaitBeyondAsync(Position, cancellation);
        }
    }

    /// <summary>Makes all views again from the ledger in a new file, while the present ones go on serving, then switches.</summary>
    /// <param name="ledger">The ledger.</param>
    /// <param name="progress">Told how far it has come; may be <see langword="null"/>.</param>
    /// <param name="cancellation">Stops it; the present views stay.</param>
    public async Task RebuildAsync(Ledger ledger, IProgress<long>? progress, CancellationToken cancellation)
    {
        await rebuilding.WaitAsync(cancellation);
        try
        {
            await FillNextAsync(ledger, progress, cancellation);
        }
        finally
        {
            rebuilding.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        current.Dispose();
        applying.Dispose();
        rebuilding.Dispose();
    }

    private async Task FillNextAsync(Ledger ledger, IProgress<long>? progress, CancellationToken cancellation)
    {
        var generation = Generation(state) + 1;
        var path = folder.Views(generation);
        ViewFile.Delete(path);
        var next = ViewFile.Open(path);
        try
        {
            next.CatchUp(ledger, position => progress?.Report(position), cancellation);
            // The last entries are applied while nothing is applied to the present views, so that neither is ahead.
            await applying.WaitAsync(cancellation);
        }
        catch
        {
            next.Dispose();
            ViewFile.Delete(path);
            throw;
        }
        try
        {
            next.CatchUp(ledger, _ => { }, cancellation);
            var previous = current;
            current = next;
            Use(generation);
            applied.Set(next.Position);
            previous.Retire();
        }
        finally
        {
            applying.Release();
        }
    }

    private static long Generation(State state) =>
        long.TryParse(state.Note("views", "generation"), CultureInfo.InvariantCulture, out var generation)
            ? generation
            : 1;

    /// <summary>Deletes generations that a crash left behind.</summary>
    private void DeleteOthers(long generation)
    {
        foreach (var file in Directory.EnumerateFiles(folder.Path, "views-*.db"))
        {
            if (file != folder.Views(generation))
            {
                ViewFile.Delete(file);
            }
        }
    }

    private void Use(long generation) =>
        state.SetNote("views", "generation", generation.ToString(CultureInfo.InvariantCulture));
}
