using Perennial.Publish.Texts;

namespace Perennial.Publish.Live;

/// <summary>The newest events of one story in one language, framed once and shared by all who read along.</summary>
/// <remarks>
/// A reader is a position and nothing more: whoever has seen up to <see cref="Floor"/> or later finds what follows here;
/// whoever is further behind reads from the view first.
/// </remarks>
internal sealed class LiveChannel(string story, InterfaceTexts texts, long floor)
{
    // About two hours of a very busy story; a few megabytes at most.
    private const int MostFrames = 500;

    private readonly Lock gate = new();
    private readonly List<LiveFrame> frames = [];
    private TaskCompletionSource woken = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long lowest = floor;

    public string Story => story;

    /// <summary>How many read along; kept by the hub, under its lock.</summary>
    public int Readers { get; set; }

    public InterfaceTexts Texts => texts;

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

    /// <summary>The frames after a position, and what to wait for when there are none; <see langword="null"/> when the position lies before the floor.</summary>
    public (IReadOnlyList<LiveFrame> Frames, Task Woken)? After(long position)
    {
        lock (gate)
        {
            if (position < lowest)
            {
                return null;
            }
            // From the end, since nearly every reader has seen all but the last.
            var first = frames.Count;
            while (first > 0 && frames[first - 1].Event.Position > position)
            {
                first--;
            }
            return (frames.GetRange(first, frames.Count - first), woken.Task);
        }
    }

    /// <summary>Adds a frame. Earlier frames about the same thing are replaced by what stands now.</summary>
    /// <param name="frame">The new frame.</param>
    public void Add(LiveFrame frame)
    {
        lock (gate)
        {
            if (frame.EndsStory)
            {
                // Nothing of it is kept; whoever comes from before reads from the view, which knows what may be seen.
                frames.Clear();
                lowest = frame.Event.Position - 1;
            }
            for (var i = 0; i < frames.Count; i++)
            {
                if (frames[i].Event is { } earlier && earlier.Id == frame.Event.Id && frame.Event.Id != story)
                {
                    frames[i] = frame.As(earlier);
                }
            }
            frames.Add(frame);
            if (frames.Count > MostFrames)
            {
                lowest = frames[0].Event.Position;
                frames.RemoveAt(0);
            }
        }
        Wake();
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
}
