using System.Collections.Concurrent;

namespace Perennial.Gather;

/// <summary>One request at a time to a host, with a rest after each.</summary>
internal sealed class HostTurns(TimeSpan gap, TimeProvider clock)
{
    private readonly ConcurrentDictionary<string, Turn> turns = new(StringComparer.OrdinalIgnoreCase);

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
            return await work();
        }
        finally
        {
            turn.Free = clock.GetUtcNow() + gap;
            turn.Gate.Release();
        }
    }

    private sealed class Turn
    {
        public SemaphoreSlim Gate { get; } = new(1, 1);

        public DateTimeOffset Free { get; set; } = DateTimeOffset.MinValue;
    }
}
