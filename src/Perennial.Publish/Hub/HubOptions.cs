using Perennial.Store;

namespace Perennial.Publish;

/// <summary>How the hub behaves towards subscribers.</summary>
public sealed record HubOptions
{
    /// <summary>How long a subscription lasts when the subscriber does not say.</summary>
    public static readonly TimeSpan UsualLease = TimeSpan.FromDays(10);

    /// <summary>The shortest lease.</summary>
    public static readonly TimeSpan ShortestLease = TimeSpan.FromMinutes(5);

    /// <summary>The longest lease.</summary>
    public static readonly TimeSpan LongestLease = TimeSpan.FromDays(30);

    /// <summary>What calls subscribers: it must refuse private addresses, unpack no answers, and follow no redirects.</summary>
    public required HttpClient Http { get; init; }

    /// <summary>How long what happens is gathered before it is sent.</summary>
    public TimeSpan Rest { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>How long a subscriber may take to answer.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long after each failure in a row it is tried again; after the last the subscription ends.</summary>
    public IReadOnlyList<TimeSpan> Waits { get; init; } =
    [
        TimeSpan.FromMinutes(1),
        TimeSpan.FromMinutes(5),
        TimeSpan.FromMinutes(15),
        TimeSpan.FromHours(1),
        TimeSpan.FromHours(4),
        TimeSpan.FromHours(12),
    ];

    /// <summary>How long the hub rests after a failure of its own, such as a state that can't be written.</summary>
    public TimeSpan AfterFailure { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>How many subscriptions and requests there may be.</summary>
    public SubscriptionBounds Bounds { get; init; } =
        new()
        {
            Active = 2_000,
            ActiveOfHost = 100,
            Asked = 200,
            AskedOfHost = 10,
        };
}
