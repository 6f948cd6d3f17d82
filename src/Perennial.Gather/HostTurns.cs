using System.Collections.Concurrent;

namespace Perennial.Gather;

/// <summary>One request at a time to a host, with a rest after each, and not too many to all hosts together.</summary>
#pragma warning disable CA1001 // A semaphore whose wait handle nobody asks for holds nothing to dispose.
internal sealed class HostTurns(TimeSpan gap, TimeProvider clock)
#pragma warning restore CA1001
{
    private const int MostAtOnce = 8;

    private readonly ConcurrentDictionary<string, Turn> turns = new(StringComparer.OrdinalIgnoreCase);
    private readonly SemaphoreSlim places = new(MostAtOnce, MostAtOnce);

    /// <summary>Waits for the host's turn, and does the work in it.</summary>
    public async Task<T> TakeAsync<T>(string url, Func<Task<T>> work, CancellationToken cancellation)
    {
        var host = Uri.TryCreate(url, UriKind.Absolute, out var uri) ? uri.Authority : url;
        var turn = turns.GetOrAdd(host, _ => new Turn());
        await turn.Gate.WaitAsync(cancellation);
        try
        {
            var rest = turn.Free - clock.GetUtcNow();
            if (rest > TimeSpan.Zero)
            {
                await Task.Delay(rest, clock, cancellation);
            }
            return await PlacedAsync(work, cancellation);
        }
        finally
        {
            turn.Free = clock.GetUtcNow() + gap;
            turn.Gate.Release();
        }
    }

    /// <summary>Only those whose host is ready take a place, so that many pages of one host never keep others waiting.</summary>
    private async Task<T> PlacedAsync<T>(Func<Task<T>> work, CancellationToken cancellation)
    {
        await places.WaitAsync(cancellation);
        try
        {
            return await work();
        }
        finally
        {
            places.Release();
        }
    }

    private sealed class Turn
    {
        public SemaphoreSlim Gate { get; } = new(1, 1);

        public DateTimeOffset Free { get; set; } = DateTimeOffset.MinValue;
    }
}
