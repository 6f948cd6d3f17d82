using System.Text.Json;
using System.Text.Json.Serialization;

namespace Perennial.Publish;

// What the API answers with. Properties may be added; none is renamed or removed within a version.

/// <summary>A page of a list.</summary>
/// <param name="Items">What is in it.</param>
/// <param name="Next">The cursor to go on with; <see langword="null"/> at the end.</param>
/// <param name="Position">The position of the record that it was made from.</param>
internal sealed record ApiList<T>(IReadOnlyList<T> Items, string? Next, long Position);

/// <summary>The publication.</summary>
internal sealed record ApiSite(
    string Name,
    string? Tagline,
    string Language,
    string TimeZone,
    string Url,
    IReadOnlyList<ApiSection> Sections,
    IReadOnlyList<ApiAuthor> Authors,
    ApiBreaking? Breaking,
    long Position
);

/// <summary>A section of it.</summary>
internal sealed record ApiSection(string Slug, string Name, string Url);

/// <summary>Somebody who writes here.</summary>
internal sealed record ApiAuthor(string Slug, string Name, string? Role, string Url);

/// <summary>What stands above every page now.</summary>
internal sealed record ApiBreaking(string Text, string? Url, DateTimeOffset Until);

/// <summary>A running story.</summary>
internal sealed record ApiStory(
    string Id,
    string Slug,
    string Url,
    string Headline,
    string? Standfirst,
    string? Kicker,
    string State,
    string? Section,
    string? Language,
    DateTimeOffset Opened,
    DateTimeOffset Updated,
    int Posts,
    int Reports,
    int Origins,
    long Position
);

/// <summary>A post; of one that was withdrawn only what says so.</summary>
internal sealed record ApiPost(
    string Id,
    string Story,
    string Url,
    string Kind,
    string? Title,
    string Text,
    string Html,
    DateTimeOffset Time,
    DateTimeOffset Published,
    DateTimeOffset? Changed,
    bool KeyEvent,
    bool Withdrawn,
    string? Correction,
    string? Outlet,
    string? Article,
    IReadOnlyList<string> Authors,
    IReadOnlyList<ApiPostStatement> Statements,
    long Position
);

/// <summary>A statement as a post shows it.</summary>
internal sealed record ApiPostStatement(string Id, string Url, string Text, string Kind, string? Speaker, string? Role);

/// <summary>A piece of our own; of one that was withdrawn only what says so. In lists without its words.</summary>
internal sealed record ApiPiece(
    string Id,
    string Slug,
    string Url,
    string Kind,
    string Headline,
    string? Standfirst,
    string? Text,
    string? Html,
    IReadOnlyList<string> Authors,
    string? Section,
    string? Language,
    IReadOnlyList<string> Stories,
    DateTimeOffset Published,
    DateTimeOffset? Changed,
    string? Correction,
    bool Withdrawn,
    long Position
);

/// <summary>A report of an outlet as it was read. Without a licence there is one excerpt, and the statements that fit into it.</summary>
internal sealed record ApiArticle(
    string Id,
    string Url,
    string SourceUrl,
    string Outlet,
    string? Title,
    IReadOnlyList<string> Authors,
    string? Published,
    string? Modified,
    DateTimeOffset Captured,
    string? Language,
    string? Story,
    string? Repeats,
    string? Relation,
    bool Licensed,
    int? Gone,
    string? Excerpt,
    string? Text,
    IReadOnlyList<ApiStatement> Statements,
    long? Position
);

/// <summary>A statement as one article carries it.</summary>
internal sealed record ApiStatement(
    string Id,
    string Url,
    string Article,
    string Outlet,
    string SourceUrl,
    string Text,
    string? Language,
    string Kind,
    string Stance,
    string? Speaker,
    string? SpeakerKind,
    string? Role,
    string? Told,
    bool Allegation,
    string? Published,
    long? Position
);

/// <summary>A statement with the way of its words.</summary>
internal sealed record ApiTrail(ApiStatement Statement, IReadOnlyList<ApiCarrier> Carriers, int Origins);

/// <summary>A report that carries the words of a statement; <c>text</c> is <see langword="null"/> where there is no licence for it.</summary>
internal sealed record ApiCarrier(
    string Article,
    string Statement,
    string Outlet,
    string SourceUrl,
    DateTimeOffset At,
    string Relation,
    string? By,
    bool Sure,
    int? Origin,
    bool Verbatim,
    string? Text
);

/// <summary>A person, an organisation or a place.</summary>
internal sealed record ApiEntity(
    string Id,
    string Url,
    string Kind,
    string Name,
    IReadOnlyList<string> Names,
    IReadOnlyList<ApiRole> Roles,
    IReadOnlyList<ApiStatement> Statements
);

/// <summary>A role that articles give a person, with the first and the last day.</summary>
internal sealed record ApiRole(string Role, DateTimeOffset First, DateTimeOffset Last, int Articles);

/// <summary>A passage that was found.</summary>
internal sealed record ApiPassage(
    string Text,
    string Title,
    string Url,
    string? Outlet,
    string? Speaker,
    string? Statement,
    string? Article,
    string? Post,
    string? Piece,
    string? Language,
    DateTimeOffset At
);

/// <summary>
/// Something that happened to what readers see. <c>kind</c> is <c>post</c>, <c>edit</c> (with the post as it stands now),
/// <c>remove</c> (of a post or piece; without one, of the whole story), <c>story</c> (with the story as it stands now), <c>facts</c>,
/// <c>merged</c> (the story goes on in another) or <c>piece</c> (with the piece as it stands now).
/// </summary>
internal sealed record ApiChange(long Position, string Kind)
{
    /// <summary>The story's id; <see langword="null"/> for a piece.</summary>
    public string? Story { get; init; }

    /// <summary>The id of the post or piece; of a merged story, that of the one that goes on.</summary>
    public string? Id { get; init; }

    /// <summary>The post as it stands now.</summary>
    public ApiPost? Post { get; init; }

    /// <summary>The piece as it stands now.</summary>
    public ApiPiece? Piece { get; init; }

    /// <summary>The story as it stands now.</summary>
    public ApiStory? Now { get; init; }
}

/// <summary>What happened after a position.</summary>
/// <param name="Changes">In order.</param>
/// <param name="Next">What to ask for next, whether something happened or not.</param>
/// <param name="More">Whether there is more already.</param>
internal sealed record ApiChanges(IReadOnlyList<ApiChange> Changes, long Next, bool More);

/// <summary>How the API's answers are written.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(ApiProblem))]
[JsonSerializable(typeof(ApiSite))]
[JsonSerializable(typeof(ApiList<ApiStory>))]
[JsonSerializable(typeof(ApiStory))]
[JsonSerializable(typeof(ApiList<ApiPost>))]
[JsonSerializable(typeof(ApiPost))]
[JsonSerializable(typeof(ApiList<ApiPiece>))]
[JsonSerializable(typeof(ApiPiece))]
[JsonSerializable(typeof(ApiList<ApiArticle>))]
[JsonSerializable(typeof(ApiArticle))]
[JsonSerializable(typeof(ApiList<ApiStatement>))]
[JsonSerializable(typeof(ApiTrail))]
[JsonSerializable(typeof(ApiEntity))]
[JsonSerializable(typeof(ApiList<ApiPassage>))]
[JsonSerializable(typeof(ApiChanges))]
internal sealed partial class ApiJson : JsonSerializerContext;
