using System.Net;

namespace Perennial.Publish;

/// <summary>How many reports may come from one address, and from all, in an hour.</summary>
/// <remarks>Addresses are kept in memory for that hour, and nowhere else.</remarks>
internal sealed class ReportLimits(TimeProvider clock)
{
    private const int MostFromOne = 5;
    private const int MostFromAll = 200;

    private static readonly TimeSpan Within = TimeSpan.FromHours(1);

    private readonly Lock gate = new();
    private readonly Queue<(DateTimeOffset At, IPAddress From)> lately = new();

    /// <summary>Counts a report, if it may come.</summary>
    public bool Allow(IPAddress? address)
    {
        var from = ReaderNetwork.Of(address);
        var now = clock.GetUtcNow();
        lock (gate)
        {
            while (lately.TryPeek(out var oldest) && now - oldest.At >= Within)
            {
                lately.Dequeue();
            }
            if (lately.Count >= MostFromAll || lately.Count(report => report.From.Equals(from)) >= MostFromOne)
            {
                return false;
            }
            lately.Enqueue((now, from));
            return true;
        }
    }
}
