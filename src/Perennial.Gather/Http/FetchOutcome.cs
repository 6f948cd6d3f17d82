namespace Perennial.Gather;

/// <summary>What is asked for.</summary>
public sealed record FetchRequest
{
    /// <summary>The address.</summary>
    public required string Url { get; init; }

    /// <summary>The <c>ETag</c> that is already known, for a conditional request.</summary>
    public string? Etag { get; init; }

    /// <summary>The <c>Last-Modified</c> that is already known, for a conditional request.</summary>
    public string? LastModified { get; init; }
}

/// <summary>What became of a fetch: one of the records below, and nothing else.</summary>
public abstract record FetchOutcome
{
    private protected FetchOutcome() { }
}

/// <summary>The server answered with content.</summary>
public sealed record Fetched : FetchOutcome
{
    /// <summary>The address that answered.</summary>
    public required string FinalUrl { get; init; }

    /// <summary>The new address, when every redirect on the way was permanent; <see langword="null"/> otherwise.</summary>
    public string? MovedTo { get; init; }

    /// <summary>The <c>Content-Type</c> header.</summary>
    public string? ContentType { get; init; }

    /// <summary>The <c>ETag</c> header.</summary>
    public string? Etag { get; init; }

    /// <summary>The <c>Last-Modified</c> header.</summary>
    public string? LastModified { get; init; }

    /// <summary>The body, decompressed.</summary>
    public required byte[] Body { get; init; }
}

/// <summary>The server says that nothing has changed.</summary>
public sealed record Unchanged : FetchOutcome;

/// <summary>The page is not there: 404 or 410.</summary>
/// <param name="Status">The HTTP status.</param>
public sealed record Gone(int Status) : FetchOutcome;

/// <summary>The server asks to come back later: 429 or 503.</summary>
/// <param name="RetryAfter">When, if it says so.</param>
public sealed record Throttled(TimeSpan? RetryAfter) : FetchOutcome;

/// <summary>We may not fetch this: the address is private, or no web address, or robots.txt forbids it.</summary>
/// <param name="Problem">Why.</param>
public sealed record Refused(Problem Problem) : FetchOutcome;

/// <summary>It did not work.</summary>
/// <param name="Problem">Why.</param>
public sealed record Failed(Problem Problem) : FetchOutcome;
