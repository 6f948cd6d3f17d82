using Perennial.Publish.Texts;

namespace Perennial.Publish.Live;

/// <summary>The newest events of one story in one language, framed once and shared by all who read along.</summary>
/// <remarks>
/// A reader is a position and nothing more: whoever has seen up to <see cref="Floor"/> or later finds what follows here;
/// for whoever is further behind the channel first reaches back.
/// </remarks>
internal sealed class LiveChannel(string story, InterfaceTexts texts, long floor)
{
    /// <summary>How many frames it reaches back at once; as many as a busy hour has.</summary>
    public const int Reach = 200;

    // What a reader far behind is sent before the next is put together, and how many such batches are kept for others.
    private const int BytesABatch = 64 * 1024;
    private const int MostBatches = 32;

    // A day of a very busy story.
    private const int MostBytes = 4 * 1024 * 1024;

    private readonly Lock gate = new();
    private readonly List<LiveFrame> frames = [];

    // What follows a position, put together when the first asks: nearly all readers have seen the same.
    private readonly Dictionary<long, LiveBatch> batches = [];
    private TaskCompletionSource woken = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long lowest = floor;
    private long size;
    private Task? reaching;

    public string Story => story;

    public InterfaceTexts Texts => texts;

    /// <summary>How many read along; kept by the hub, under its lock.</summary>
    public int Readers { get; set; }

    /// <summary>The position after which every event of the story is here.</summary>
    public long Floor
    {
        get
        {
            lock (gate)
            {
                return lowest;
            }
        }
    }

    /// <summary>What follows a position, and what to wait for where nothing does.</summary>
    public (bool IsBehind, LiveBatch? Batch, Task Woken) After(long position)
    {
        lock (gate)
        {
            if (position < lowest)
            {
                return (true, null, woken.Task);
            }
            if (frames.Count == 0 || frames[^1].Event.Position <= position)
            {
                return (false, null, woken.Task);
            }
            if (!batches.TryGetValue(position, out var batch))
            {
                batch = BatchAfter(position);
                if (batches.Count < MostBatches)
                {
                    batches.Add(position, batch);
                }
            }
            return (false, batch, woken.Task);
        }
    }

    /// <summary>Adds frames in order. Earlier ones about the same thing are replaced by what stands now.</summary>
    public void Add(IReadOnlyList<LiveFrame> added)
    {
        lock (gate)
        {
            foreach (var frame in added)
            {
                if (frame.EndsStory)
                {
                    // Nothing of it is kept; whoever comes from before reads from the view, which knows what may be seen.
                    frames.Clear();
                    size = 0;
                    lowest = frame.Event.Position - 1;
                }
                Replace(frame);
                frames.Add(frame);
                size += frame.Bytes.Length;
            }
            var dropped = 0;
            while (size > MostBytes && dropped < frames.Count - 1)
            {
                size -= frames[dropped].Bytes.Length;
                lowest = frames[dropped].Event.Position;
                dropped++;
            }
            frames.RemoveRange(0, dropped);
            batches.Clear();
        }
        Wake();
    }

    /// <summary>Reaches back from the floor for a reader who is behind it, once for all who are.</summary>
    /// <param name="position">The reader's position.</param>
    /// <param name="before">The newest frames up to a position, and the position after which they are all there are.</param>
    /// <param name="cancellation">The reader has left.</param>
    /// <returns>Whether it could; it holds only so much, and whoever is further behind must be served alone.</returns>
    public async Task<bool> ReachBackAsync(
        long position,
        Func<long, Task<(IReadOnlyList<LiveFrame> Frames, long Floor)>> before,
        CancellationToken cancellation
    )
    {
        Task shared;
        lock (gate)
        {
            if (position >= lowest)
            {
                return true;
            }
            if (size > MostBytes / 2)
            {
                return false;
            }
            var from = lowest;
            shared = reaching ??= Task.Run(() => ReachBackAsync(from, before), CancellationToken.None);
        }
        await shared.WaitAsync(cancellation);
        return true;
    }

    /// <summary>Wakes all readers: to send them what is new, or a sign that the connection lives.</summary>
    public void Wake()
    {
        TaskCompletionSource waiting;
        lock (gate)
        {
            waiting = woken;
            woken = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }
        waiting.SetResult();
    }

    private async Task ReachBackAsync(long from, Func<long, Task<(IReadOnlyList<LiveFrame> Frames, long Floor)>> before)
    {
        try
        {
            var (older, reached) = await before(from);
            lock (gate)
            {
                // Otherwise the story has gone, or the newest have pushed the oldest out: readers will ask again.
                if (lowest == from)
                {
                    var since = frames.Where(frame => frame.Event.Id != story).ToList();
                    frames.InsertRange(
                        0,
                        older.Select(frame => since.Aggregate(frame, (now, later) => now.Updated(later)))
                    );
                    size = frames.Sum(frame => (long)frame.Bytes.Length);
                    lowest = reached;
                    batches.Clear();
                }
            }
        }
        finally
        {
            lock (gate)
            {
                reaching = null;
            }
        }
    }

    private LiveBatch BatchAfter(long position)
    {
        // From the end, since nearly every reader has seen all but the last.
        var first = frames.Count;
        while (first > 0 && frames[first - 1].Event.Position > position)
        {
            first--;
        }
        var last = first + 1;
        for (var bytes = frames[first].Bytes.Length; last < frames.Count && bytes < BytesABatch; last++)
        {
            bytes += frames[last].Bytes.Length;
        }
        return LiveBatch.Of(frames.GetRange(first, last - first), isAll: last == frames.Count);
    }

    private void Replace(LiveFrame now)
    {
        for (var i = 0; i < frames.Count; i++)
        {
            if (frames[i].Event.Id != story)
            {
                size -= frames[i].Bytes.Length;
                frames[i] = frames[i].Updated(now);
                size += frames[i].Bytes.Length;
            }
        }
    }
}
