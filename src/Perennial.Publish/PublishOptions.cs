namespace Perennial.Publish;

/// <summary>How the readers' site is served.</summary>
public sealed record PublishOptions
{
    /// <summary>The address that readers know; <see langword="null"/> takes the one that was asked for.</summary>
    public Uri? PublicUrl { get; init; }

    /// <summary>The program's version, which is part of every page's ETag.</summary>
    public required string Build { get; init; }
}
