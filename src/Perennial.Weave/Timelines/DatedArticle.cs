namespace Perennial.Weave.Timelines;

/// <summary>What a timeline looks at of an article.</summary>
public sealed record DatedArticle
{
    /// <summary>The article's id.</summary>
    public required string Id { get; init; }

    /// <summary>The day of its publication; <see langword="null"/> when the article does not say.</summary>
    public DateOnly? Published { get; init; }

    /// <summary>Its text.</summary>
    public required string Text { get; init; }

    /// <summary>The moments in the text.</summary>
    public IReadOnlyList<Moment> Moments { get; init; } = [];

    /// <summary>The article that it repeats; <see langword="null"/> for an original. Echoes are one origin.</summary>
    public string? EchoOf { get; init; }

    /// <summary>What a reading says of an article.</summary>
    public static DatedArticle Of(string id, Article article, string? echoOf = null) =>
        new()
        {
            Id = id,
            Published = article.Published is { } stated ? DateOnly.FromDateTime(stated.Local) : null,
            Text = article.Text,
            Moments = article.Moments,
            EchoOf = echoOf,
        };
}
