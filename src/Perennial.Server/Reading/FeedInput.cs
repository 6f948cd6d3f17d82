namespace Perennial.Server.Reading;

/// <summary>One line of <c>feed --lines</c>.</summary>
internal sealed record FeedInput
{
    /// <summary>What the answer is called.</summary>
    public string? Id { get; init; }

    /// <summary>The feed's bytes.</summary>
    public string? File { get; init; }

    /// <summary>Where they were fetched from.</summary>
    public string? Url { get; init; }

    /// <summary>The HTTP headers they came with.</summary>
    public Dictionary<string, string>? Headers { get; init; }
}

/// <summary>One line of <c>weave</c>.</summary>
internal sealed record WeaveInput
{
    /// <summary>The article's id.</summary>
    public string? Id { get; init; }

    /// <summary>When it was published, in ISO 8601.</summary>
    public string? Published { get; init; }

    /// <summary>Its headline.</summary>
    public string? Title { get; init; }

    /// <summary>Its text.</summary>
    public string? Text { get; init; }

    /// <summary>Its outlet.</summary>
    public string? Source { get; init; }

    /// <summary>Its language.</summary>
    public string? Language { get; init; }

    /// <summary>The story it belongs to, for timelines of stories that are known.</summary>
    public string? Story { get; init; }
}
