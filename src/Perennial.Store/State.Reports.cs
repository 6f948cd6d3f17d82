using System.Globalization;
using System.Security.Cryptography;
using Dapper;

namespace Perennial.Store;

public sealed partial class State
{
    // More than editors can read: what comes after is refused, so that nobody fills the disk.
    private const int MostOpenReports = 2_000;

    // Made where it is missing: the state of an older version has none.
    private const string ReportsSchema = """
        CREATE TABLE IF NOT EXISTS reports (
            id INTEGER PRIMARY KEY,
            receipt BLOB NOT NULL UNIQUE,
            about TEXT NOT NULL,
            message TEXT NOT NULL,
            contact TEXT,
            made INTEGER NOT NULL,
            answered INTEGER,
            answer TEXT
        ) STRICT;
        """;

    /// <summary>Keeps a reader's report of an error.</summary>
    /// <param name="about">The path of the page that it is about.</param>
    /// <param name="message">What is wrong.</param>
    /// <param name="contact">How to reach the reader, where they want to be reached.</param>
    /// <param name="clock">The newsroom's clock.</param>
    /// <returns>The receipt, of which only a hash is kept; <see langword="null"/> when too many reports are open.</returns>
    public string? Report(string about, string message, string? contact, TimeProvider clock)
    {
        var receipt = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        var kept = Run(c =>
            c.Execute(
                """
                INSERT INTO reports (receipt, about, message, contact, made)
                SELECT @receipt, @about, @message, @contact, @made
                WHERE (SELECT count(*) FROM reports WHERE answered IS NULL) < @MostOpenReports
                """,
                new
                {
                    receipt = HashOf(receipt),
                    about,
                    message,
                    contact,
                    made = clock.GetUtcNow().ToUnixTimeMilliseconds(),
                    MostOpenReports,
                }
            )
        );
        return kept == 1 ? receipt : null;
    }

    /// <summary>The report of a receipt, or <see langword="null"/>.</summary>
    public ErrorReport? FindReport(string receipt) =>
        Reports("WHERE receipt = @receipt", new { receipt = HashOf(receipt) }).SingleOrDefault();

    /// <summary>The reports that nobody has answered, oldest first.</summary>
    public IReadOnlyList<ErrorReport> OpenReports() => Reports("WHERE answered IS NULL", new { });

    /// <summary>Answers a report; a later answer takes the place of an earlier one.</summary>
    /// <returns>Whether there is such a report.</returns>
    public bool AnswerReport(string id, string answer, TimeProvider clock) =>
        long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && Run(c =>
            c.Execute(
                "UPDATE reports SET answered = @answered, answer = @answer WHERE id = @number",
                new
                {
                    number,
                    answer,
                    answered = clock.GetUtcNow().ToUnixTimeMilliseconds(),
                }
            )
        ) == 1;

    private List<ErrorReport> Reports(string where, object parameters) =>
        Run(c =>
            // Read beside a server of an older version, there may be none.
            c.ExecuteScalar<long>("SELECT count(*) FROM sqlite_master WHERE name = 'reports'") == 0
                ? []
                : c.Query<ReportRow>($"SELECT * FROM reports {where} ORDER BY id", parameters)
                    .Select(row => new ErrorReport
                    {
                        Id = row.Id.ToString(CultureInfo.InvariantCulture),
                        About = row.About,
                        Message = row.Message,
                        Contact = row.Contact,
                        Made = DateTimeOffset.FromUnixTimeMilliseconds(row.Made),
                        Answered = row.Answered is { } answered
                            ? DateTimeOffset.FromUnixTimeMilliseconds(answered)
                            : null,
                        Answer = row.Answer,
                    })
                    .ToList()
        );

    private sealed class ReportRow
    {
        public long Id { get; init; }
        public required string About { get; init; }
        public required string Message { get; init; }
        public string? Contact { get; init; }
        public long Made { get; init; }
        public long? Answered { get; init; }
        public string? Answer { get; init; }
    }
}

/// <summary>A reader's report of an error.</summary>
public sealed record ErrorReport
{
    /// <summary>Its number.</summary>
    public required string Id { get; init; }

    /// <summary>The path of the page that it is about.</summary>
    public required string About { get; init; }

    /// <summary>What is wrong, in the reader's words.</summary>
    public required string Message { get; init; }

    /// <summary>How to reach the reader; <see langword="null"/> when they do not say.</summary>
    public string? Contact { get; init; }

    /// <summary>When it came.</summary>
    public required DateTimeOffset Made { get; init; }

    /// <summary>When it was answered; <see langword="null"/> while it is open.</summary>
    public DateTimeOffset? Answered { get; init; }

    /// <summary>The answer, for the reader.</summary>
    public string? Answer { get; init; }
}
