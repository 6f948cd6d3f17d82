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

    /// <summary>What calls subscribers: it must refuse private addresses, and follow no redirects.</summary>
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

    /// <summary>How many subscriptions there may be.</summary>
    public int MostSubscriptions { get; init; } = 2_000;

    /// <summary>How many of one host.</summary>
    public int MostOfHost { get; init; } = 100;
}
