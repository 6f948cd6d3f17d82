using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Perennial.Gather.Feeds;

/// <summary>A feed or a sitemap, parsed.</summary>
public sealed record Feed
{
    /// <summary><c>rss-2.0</c>, <c>rss-1.0</c>, <c>rss-0.9x</c>, <c>atom-1.0</c>, <c>atom-0.3</c>, <c>json-feed-1.1</c>, <c>sitemap</c> or <c>news-sitemap</c>; <see langword="null"/> for what is none.</summary>
    public string? Format { get; init; }

    /// <summary>The encoding it was read in.</summary>
    public string? Encoding { get; init; }

    /// <summary>Its title.</summary>
    public string? Title { get; init; }

    /// <summary>Its subtitle or description.</summary>
    public string? Subtitle { get; init; }

    /// <summary>Its own id.</summary>
    public string? FeedId { get; init; }

    /// <summary>The page it belongs to.</summary>
    public string? Link { get; init; }

    /// <summary>The address it names as its own.</summary>
    public string? Self { get; init; }

    /// <summary>The hub that announces its changes.</summary>
    public string? Hub { get; init; }

    /// <summary>Its language.</summary>
    public string? Language { get; init; }

    /// <summary>Its rights.</summary>
    public string? Rights { get; init; }

    /// <summary>When it says it was last changed.</summary>
    public StatedTime? Updated { get; init; }

    /// <summary>Its authors.</summary>
    public IReadOnlyList<FeedPerson> Authors { get; init; } = [];

    /// <summary>Its categories.</summary>
    public IReadOnlyList<FeedTag> Tags { get; init; } = [];

    /// <summary>Its image.</summary>
    public FeedImage? Image { get; init; }

    /// <summary>Its entries in the order of the document.</summary>
    public IReadOnlyList<FeedEntry> Entries { get; init; } = [];

    /// <summary>What is wrong with it; entries may stand beside it.</summary>
    public Problem? Problem { get; init; }
}

/// <summary>One entry of a feed.</summary>
public sealed record FeedEntry
{
    /// <summary>Its id (RSS guid, Atom id).</summary>
    public string? Id { get; init; }

    /// <summary>The page it leads to.</summary>
    public string? Link { get; init; }

    /// <summary>Its title.</summary>
    public string? Title { get; init; }

    /// <summary>Its summary, as sanitised HTML.</summary>
    public string? Summary { get; init; }

    /// <summary>Its contents.</summary>
    public IReadOnlyList<FeedContent> Content { get; init; } = [];

    /// <summary>When it was published.</summary>
    public StatedTime? Published { get; init; }

    /// <summary>When it was last changed.</summary>
    public StatedTime? Updated { get; init; }

    /// <summary>Its authors.</summary>
    public IReadOnlyList<FeedPerson> Authors { get; init; } = [];

    /// <summary>Its categories.</summary>
    public IReadOnlyList<FeedTag> Tags { get; init; } = [];

    /// <summary>Its language.</summary>
    public string? Language { get; init; }

    /// <summary>Its rights.</summary>
    public string? Rights { get; init; }

    /// <summary>The address of its comments.</summary>
    public string? Comments { get; init; }

    /// <summary>Its attached media.</summary>
    public IReadOnlyList<FeedEnclosure> Enclosures { get; init; } = [];

    /// <summary>The feed it was taken from.</summary>
    public FeedSource? Source { get; init; }
}

/// <summary>A person in a feed.</summary>
public sealed record FeedPerson(string? Name, string? Email, string? Url);

/// <summary>A category.</summary>
public sealed record FeedTag(string? Term, string? Scheme, string? Label);

/// <summary>A feed's image.</summary>
public sealed record FeedImage(string? Url, string? Title, string? Link);

/// <summary>One content of an entry.</summary>
public sealed record FeedContent(string? Type, string? Language, string? Base, string Value);

/// <summary>Media attached to an entry.</summary>
public sealed record FeedEnclosure(string? Url, string? Type, long? Length);

/// <summary>The feed that an entry was taken from.</summary>
public sealed record FeedSource(string? Title, string? Link, string? Id);

/// <summary>How a feed is written as JSON: see the contract of the command line.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(Feed))]
public sealed partial class FeedJson : JsonSerializerContext
{
    /// <summary>The serialisers to use: any script as itself.</summary>
    public static FeedJson Lines =>
        field ??= new FeedJson(
            new JsonSerializerOptions(Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }
        );
}
