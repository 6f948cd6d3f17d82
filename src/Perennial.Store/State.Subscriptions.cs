using Dapper;

namespace Perennial.Store;

public sealed partial class State
{
    // Made where it is missing: the state of an older version has none.
    private const string SubscriptionsSchema = """
        CREATE TABLE IF NOT EXISTS subscriptions (
            id INTEGER PRIMARY KEY,
            topic TEXT NOT NULL,
            callback TEXT NOT NULL,
            host TEXT NOT NULL,
            secret TEXT,
            until INTEGER,
            sent TEXT,
            asked TEXT,
            asked_secret TEXT,
            asked_lease INTEGER,
            asked_number INTEGER NOT NULL DEFAULT 0,
            due INTEGER NOT NULL DEFAULT 0,
            tries INTEGER NOT NULL DEFAULT 0,
            UNIQUE (topic, callback)
        ) STRICT;
        """;

    /// <summary>Notes that somebody asks to subscribe at the hub, until that is verified. What is active goes on as it was.</summary>
    /// <param name="request">What is asked for.</param>
    /// <param name="bounds">How many there may be.</param>
    /// <returns>Whether there is room for it.</returns>
    public bool AskToSubscribe(SubscriptionRequest request, SubscriptionBounds bounds) =>
        Run(c =>
            c.Execute(
                """
                INSERT INTO subscriptions (topic, callback, host, asked, asked_secret, asked_lease)
                SELECT @Topic, @Callback, @Host, 'subscribe', @Secret, @lease
                WHERE EXISTS (SELECT 1 FROM subscriptions WHERE topic = @Topic AND callback = @Callback)
                    OR ((SELECT count(*) FROM subscriptions WHERE until IS NOT NULL) < @Active
                        AND (SELECT count(*) FROM subscriptions WHERE until IS NOT NULL AND host = @Host) < @ActiveOfHost
                        AND (SELECT count(*) FROM subscriptions WHERE until IS NULL) < @Asked
                        AND (SELECT count(*) FROM subscriptions WHERE until IS NULL AND host = @Host) < @AskedOfHost)
                ON CONFLICT (topic, callback) DO UPDATE SET
                    asked = excluded.asked, asked_secret = excluded.asked_secret, asked_lease = excluded.asked_lease,
                    asked_number = asked_number + 1
                """,
                new
                {
                    request.Topic,
                    request.Callback,
                    request.Host,
                    request.Secret,
                    lease = (long)request.Lease.TotalSeconds,
                    bounds.Active,
                    bounds.ActiveOfHost,
                    bounds.Asked,
                    bounds.AskedOfHost,
                }
            )
        ) == 1;

    /// <summary>Notes that somebody asks to end a subscription, until that is verified.</summary>
    /// <returns>Whether there is such a subscription.</returns>
    public bool AskToUnsubscribe(string topic, string callback) =>
        Run(c =>
            c.Execute(
                """
                UPDATE subscriptions SET asked = 'unsubscribe', asked_number = asked_number + 1
                WHERE topic = @topic AND callback = @callback
                """,
                new { topic, callback }
            )
        ) == 1;

    /// <summary>All subscriptions at the hub, those that wait to be verified too.</summary>
    public IReadOnlyList<HubSubscription> Subscriptions() =>
        Run(c =>
            // Read beside a server of an older version, there may be none.
            c.ExecuteScalar<long>("SELECT count(*) FROM sqlite_master WHERE name = 'subscriptions'") == 0
                ? []
                : c.Query<SubscriptionRow>("SELECT * FROM subscriptions ORDER BY id")
                    .Select(row => row.ToSubscription())
                    .ToList()
        );

    /// <summary>What was asked for is what the subscriber wants.</summary>
    /// <param name="subscription">The subscription with the request that was verified; a newer one waits on.</param>
    /// <param name="until">When it ends.</param>
    /// <param name="sent">The hash of what its topic has now: only what comes after is sent.</param>
    public void Subscribe(HubSubscription subscription, DateTimeOffset until, string? sent) =>
        Run(c =>
            c.Execute(
                """
                UPDATE subscriptions SET
                    secret = @AskedSecret, until = @until, sent = coalesce(sent, @sent), due = 0, tries = 0,
                    asked = CASE WHEN asked_number = @AskedNumber THEN NULL ELSE asked END
                WHERE id = @Id
                """,
                new
                {
                    subscription.Id,
                    subscription.AskedSecret,
                    subscription.AskedNumber,
                    until = until.ToUnixTimeMilliseconds(),
                    sent,
                }
            )
        );

    /// <summary>What was asked for is not what the subscriber wants; what is active goes on.</summary>
    public void ForgetRequest(HubSubscription subscription) =>
        Run(c =>
            c.Execute(
                """
                DELETE FROM subscriptions WHERE id = @Id AND until IS NULL AND asked_number = @AskedNumber;
                UPDATE subscriptions SET asked = NULL WHERE id = @Id AND asked_number = @AskedNumber;
                """,
                new { subscription.Id, subscription.AskedNumber }
            )
        );

    /// <summary>Ends a subscription.</summary>
    public void Unsubscribe(long id) => Run(c => c.Execute("DELETE FROM subscriptions WHERE id = @id", new { id }));

    /// <summary>The subscriber has what the topic had.</summary>
    public void SentTo(long id, string hash) =>
        Run(c =>
            c.Execute("UPDATE subscriptions SET sent = @hash, due = 0, tries = 0 WHERE id = @id", new { id, hash })
        );

    /// <summary>The subscriber could not be reached.</summary>
    /// <param name="id">The subscription.</param>
    /// <param name="due">When it is tried again.</param>
    /// <param name="tries">How often it has been tried in vain.</param>
    public void NotSentTo(long id, DateTimeOffset due, int tries) =>
        Run(c =>
            c.Execute(
                "UPDATE subscriptions SET due = @due, tries = @tries WHERE id = @id",
                new
                {
                    id,
                    due = due.ToUnixTimeMilliseconds(),
                    tries,
                }
            )
        );

    private sealed class SubscriptionRow
    {
        public long Id { get; init; }
        public required string Topic { get; init; }
        public required string Callback { get; init; }
        public required string Host { get; init; }
        public string? Secret { get; init; }
        public long? Until { get; init; }
        public string? Sent { get; init; }
        public string? Asked { get; init; }
        public string? Asked_Secret { get; init; }
        public long? Asked_Lease { get; init; }
        public long Asked_Number { get; init; }
        public long Due { get; init; }
        public long Tries { get; init; }

        public HubSubscription ToSubscription() =>
            new()
            {
                Id = Id,
                Topic = Topic,
                Callback = Callback,
                Host = Host,
                Secret = Secret,
                Until = Until is { } until ? DateTimeOffset.FromUnixTimeMilliseconds(until) : null,
                Sent = Sent,
                Asked = Asked,
                AskedSecret = Asked_Secret,
                AskedLease = TimeSpan.FromSeconds(Asked_Lease ?? 0),
                AskedNumber = Asked_Number,
                Due = DateTimeOffset.FromUnixTimeMilliseconds(Due),
                Tries = (int)Tries,
            };
    }
}

/// <summary>Somebody asks the hub to be told of a topic.</summary>
/// <param name="Topic">The address of what is followed.</param>
/// <param name="Callback">Where to send it.</param>
/// <param name="Host">The callback's host.</param>
/// <param name="Secret">What deliveries are signed with; <see langword="null"/> for none.</param>
/// <param name="Lease">How long.</param>
public sealed record SubscriptionRequest(string Topic, string Callback, string Host, string? Secret, TimeSpan Lease);

/// <summary>How many subscriptions there may be when another is asked for. Anybody may ask, so what is only asked for takes nobody's place.</summary>
public sealed record SubscriptionBounds
{
    /// <summary>Active ones.</summary>
    public required int Active { get; init; }

    /// <summary>Active ones of one host.</summary>
    public required int ActiveOfHost { get; init; }

    /// <summary>Those asked for and not yet verified, beside the active ones.</summary>
    public required int Asked { get; init; }

    /// <summary>Those of one host.</summary>
    public required int AskedOfHost { get; init; }
}

/// <summary>A subscription at the hub.</summary>
public sealed record HubSubscription
{
    /// <summary>Its number.</summary>
    public required long Id { get; init; }

    /// <summary>The address of what is followed, as the subscriber gave it.</summary>
    public required string Topic { get; init; }

    /// <summary>Where to send it.</summary>
    public required string Callback { get; init; }

    /// <summary>The callback's host.</summary>
    public required string Host { get; init; }

    /// <summary>What deliveries are signed with; <see langword="null"/> for none.</summary>
    public string? Secret { get; init; }

    /// <summary>When it ends; <see langword="null"/> before it has been verified.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>The hash of what the subscriber has.</summary>
    public string? Sent { get; init; }

    /// <summary>What is asked for and not yet verified: <c>subscribe</c>, <c>unsubscribe</c> or <see langword="null"/>.</summary>
    public string? Asked { get; init; }

    /// <summary>The secret asked for.</summary>
    public string? AskedSecret { get; init; }

    /// <summary>The lease asked for.</summary>
    public TimeSpan AskedLease { get; init; }

    /// <summary>Counts the requests.</summary>
    public long AskedNumber { get; init; }

    /// <summary>When a delivery that failed is tried again.</summary>
    public DateTimeOffset Due { get; init; }

    /// <summary>How often it failed in a row.</summary>
    public int Tries { get; init; }
}
