using System.Text.Json;
using System.Text.Json.Serialization;
using Perennial.Newsroom;

namespace Perennial.Desk;

/// <summary>What opens a story.</summary>
internal sealed record StoryBody(string? Headline, string? Standfirst, string? Section);

/// <summary>What makes or changes a post: <c>text</c> is Markdown.</summary>
internal sealed record PostBody(
    string? Title,
    string? Text,
    bool? KeyEvent,
    string? Correction,
    IReadOnlyList<string>? Authors
);

/// <summary>What makes or changes a piece; in a change, what is left out stays as it is.</summary>
internal sealed record PieceBody(
    string? Kind,
    string? Headline,
    string? Standfirst,
    string? Text,
    IReadOnlyList<string>? Authors,
    string? Section,
    string? Language,
    IReadOnlyList<string>? Stories,
    string? Correction,
    bool? Withdrawn
);

/// <summary>The piece that was published, and the position of its entry.</summary>
internal sealed record PieceAnswer(string Id, string Slug, long Position, string Url);

/// <summary>What stands above every page, and for how long.</summary>
internal sealed record BreakingBody(string? Text, string? Address, int? Minutes);

/// <summary>Until when it does.</summary>
internal sealed record BreakingAnswer(DateTimeOffset Until);

/// <summary>The story that was opened.</summary>
internal sealed record StoryAnswer(string Id, string Slug, string Url);

/// <summary>The post that was published, and the position of its entry.</summary>
internal sealed record PostAnswer(string Id, long Position, string Url);

/// <summary>The position of a correction, and the id of the entity that mentions were moved to.</summary>
internal sealed record CorrectionAnswer(long Position, string? Entity);

/// <summary>What merges a story.</summary>
internal sealed record MergeBody(string? Into);

/// <summary>What moves an article; without <c>into</c>, out of all stories.</summary>
internal sealed record MoveBody(string? Into);

/// <summary>What keeps a story apart from another.</summary>
internal sealed record KeepApartBody(string? Other);

/// <summary>The position of an act on stories, and the story it leads to: the one that goes on, or the new one.</summary>
internal sealed record StoryActAnswer(long Position, string? Story, string? Url);

/// <summary>The position of an act on a question, the question's id, and where it stands on its story's page.</summary>
internal sealed record QuestionActAnswer(long Position, string Question, string Url);

/// <summary>A headline that is proposed for a story.</summary>
internal sealed record HeadlineBody(string? Headline);

/// <summary>How the API's bodies are written.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(StoryBody))]
[JsonSerializable(typeof(PostBody))]
[JsonSerializable(typeof(PieceBody))]
[JsonSerializable(typeof(PieceAnswer))]
[JsonSerializable(typeof(BreakingBody))]
[JsonSerializable(typeof(BreakingAnswer))]
[JsonSerializable(typeof(CorrectionRequest))]
[JsonSerializable(typeof(StoryAnswer))]
[JsonSerializable(typeof(CorrectionAnswer))]
[JsonSerializable(typeof(PostAnswer))]
[JsonSerializable(typeof(MergeBody))]
[JsonSerializable(typeof(MoveBody))]
[JsonSerializable(typeof(KeepApartBody))]
[JsonSerializable(typeof(StorySplitRequest))]
[JsonSerializable(typeof(StoryActAnswer))]
[JsonSerializable(typeof(StoryChangeRequest))]
[JsonSerializable(typeof(QuestionRequest))]
[JsonSerializable(typeof(QuestionActAnswer))]
[JsonSerializable(typeof(HeadlineBody))]
[JsonSerializable(typeof(HeadlineAnswer))]
internal sealed partial class DeskJson : JsonSerializerContext;
