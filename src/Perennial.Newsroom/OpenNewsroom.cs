using Perennial.Store;
using Perennial.Store.Views;

namespace Perennial.Newsroom;

/// <summary>A newsroom that this process may write to: its lock, its ledger, its state and its views.</summary>
public sealed class OpenNewsroom : IDisposable
{
    private readonly IDisposable held;
    private readonly SemaphoreSlim acting = new(1, 1);

    private OpenNewsroom(NewsroomFolder folder, TimeProvider clock)
    {
        Folder = folder;
        Clock = clock;
        held = folder.Lock();
        try
        {
            State = State.Open(folder);
            Ledger = Ledger.Open(folder, clock);
            Views = ViewStore.Open(folder, State);
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>Its folder.</summary>
    public NewsroomFolder Folder { get; }

    /// <summary>Its clock.</summary>
    public TimeProvider Clock { get; }

    /// <summary>What is neither history nor derivable.</summary>
    public State State { get; }

    /// <summary>The record.</summary>
    public Ledger Ledger { get; }

    /// <summary>The views made from it.</summary>
    public ViewStore Views { get; }

    /// <summary>Opens a newsroom, making it where there is none.</summary>
    /// <exception cref="StoreException">Another process holds it, or it can't be opened; the reason in one line.</exception>
    public static OpenNewsroom Open(NewsroomFolder folder, TimeProvider clock) => new(folder, clock);

    /// <summary>Does something that first looks and then appends: one at a time, so that what was looked at still holds.</summary>
    internal async Task<T> ActAsync<T>(Func<Task<T>> act, CancellationToken cancellation)
    {
        await acting.WaitAsync(cancellation);
        try
        {
            return await act();
        }
        finally
        {
            acting.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        // What was opened last may be missing when opening failed half-way.
        Views?.Dispose();
        Ledger?.Dispose();
        State?.Dispose();
        held.Dispose();
        acting.Dispose();
    }
}
