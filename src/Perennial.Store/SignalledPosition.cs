namespace Perennial.Store;

/// <summary>A position that only grows, and that many can wait for.</summary>
public sealed class SignalledPosition
{
    private readonly Lock gate = new();
    private TaskCompletionSource grown = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long value;

    /// <summary>The position now.</summary>
    public long Value => Volatile.Read(ref value);

    /// <summary>Moves on to a position and wakes all who wait; an earlier one changes nothing.</summary>
    public void Set(long position)
    {
        TaskCompletionSource wake;
        lock (gate)
        {
            if (position <= value)
            {
                return;
            }
            Volatile.Write(ref value, position);
            wake = grown;
            grown = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }
        wake.SetResult();
    }

    /// <summary>Waits until the position is greater than <paramref name="position"/>.</summary>
    public async Task WaitBeyondAsync(long position, CancellationToken cancellation)
    {
        while (true)
        {
            Task wait;
            lock (gate)
            {
                if (value > position)
                {
                    return;
                }
                wait = grown.Task;
            }
            await wait.WaitAsync(cancellation);
        }
    }
}
