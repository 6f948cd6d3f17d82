using System.Text.Json;
using System.Text.Json.Serialization;
using Perennial.Newsroom;

namespace Perennial.Desk;

/// <summary>What opens a story.</summary>
internal sealed record StoryBody(string? Headline, string? Standfirst, string? Section);

/// <summary>What makes or changes a post: <c>text</c> is Markdown.</summary>
internal sealed record PostBody(string? Title, string? Text, bool? KeyEvent, string? Correction);

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

/// <summary>Why a call was refused: RFC 9457, problem details.</summary>
internal sealed record Refusal(string Title, int Status);

/// <summary>How the API's bodies are written.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(StoryBody))]
[JsonSerializable(typeof(PostBody))]
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
[JsonSerializable(typeof(Refusal))]
internal sealed partial class DeskJson : JsonSerializerContext;
