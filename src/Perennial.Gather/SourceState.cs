using System.Text.Json;
using System.Text.Json.Serialization;
using Perennial.Store;

namespace Perennial.Gather;

/// <summary>What the gatherer keeps about a source between two looks: when the next is due, and how the last one went.</summary>
internal sealed record SourceState
{
    private const string Topic = "source";

    /// <summary>When to look next.</summary>
    public DateTimeOffset Due { get; init; }

    /// <summary>The interval that led there.</summary>
    public TimeSpan Interval { get; init; }

    /// <summary>The feed's <c>ETag</c>.</summary>
    public string? Etag { get; init; }

    /// <summary>The feed's <c>Last-Modified</c>.</summary>
    public string? LastModified { get; init; }

    /// <summary>Failures in a row.</summary>
    public int Failures { get; init; }

    /// <summary>Why the last look failed; <see langword="null"/> when it did not.</summary>
    public string? Problem { get; init; }

    /// <summary>When it was last looked at.</summary>
    public DateTimeOffset? Looked { get; init; }

    /// <summary>The state of a source; a new one is due at once.</summary>
    public static SourceState Of(State state, string source) =>
        state.Note(Topic, source) is { } json
            ? JsonSerializer.Deserialize(json, SourceStateJson.Default.SourceState) ?? new SourceState()
            : new SourceState();

    /// <summary>The states of all sources that have been looked at.</summary>
    public static IEnumerable<(string Source, SourceState State)> All(State state) =>
        state
            .Notes(Topic)
            .Select(note => (note.Key, JsonSerializer.Deserialize(note.Value, SourceStateJson.Default.SourceState)!));

    /// <summary>Keeps it.</summary>
    public void Keep(State state, string source) =>
        state.SetNote(Topic, source, JsonSerializer.Serialize(this, SourceStateJson.Default.SourceState));
}

[JsonSerializable(typeof(SourceState))]
internal sealed partial class SourceStateJson : JsonSerializerContext;

/// <summary>How sources are, in words for their owner.</summary>
public static class SourceHealth
{
    /// <summary>A line for each source that has been looked at, by its id.</summary>
    public static IReadOnlyDictionary<string, string> All(State state) =>
        SourceState
            .All(state)
            .ToDictionary(
                pair => pair.Source,
                pair =>
                    pair.State.Problem is { } problem
                        ? $"failing, {pair.State.Failures} times in a row: {problem}; next try {pair.State.Due:u}"
                        : $"well, looked at {pair.State.Looked:u}, next {pair.State.Due:u}",
                StringComparer.Ordinal
            );
}
