using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Perennial;

/// <summary>A kind of entry, with the type of its payload.</summary>
/// <typeparam name="TPayload">The payload's type.</typeparam>
/// <param name="name">The name in the ledger; it is never changed.</param>
/// <param name="json">How the payload is written.</param>
public sealed class EntryKind<TPayload>(string name, JsonTypeInfo<TPayload> json) : IEntryKind
{
    /// <inheritdoc/>
    public string Name => name;

    /// <inheritdoc/>
    public Type PayloadType => typeof(TPayload);

    /// <summary>Whether <paramref name="entry"/> is of this kind.</summary>
    public bool Is(Entry entry) => entry.Kind == name;

    /// <summary>Makes an entry of this kind, to be appended.</summary>
    /// <param name="subject">What it is about; <see langword="null"/> only for a page's first capture.</param>
    /// <param name="author">Who makes it.</param>
    /// <param name="payload">What it says.</param>
    public NewEntry New(string? subject, string author, TPayload payload) =>
        new()
        {
            Kind = name,
            Subject = subject,
            Author = author,
            Payload = JsonSerializer.SerializeToUtf8Bytes(payload, json),
        };

    /// <summary>The payload of an entry of this kind.</summary>
    /// <returns>Its default when the payload has been taken down.</returns>
    /// <exception cref="ArgumentException">The entry is of another kind.</exception>
    /// <exception cref="JsonException">The payload is not what this kind promises.</exception>
    public TPayload? Read(Entry entry)
    {
        if (!Is(entry))
        {
            throw new ArgumentException($"entry {entry.Position} is {entry.Kind}, not {name}", nameof(entry));
        }
        return entry.Payload is { } bytes ? JsonSerializer.Deserialize(bytes.Span, json) : default;
    }
}

/// <summary>What every kind of entry has, whatever its payload.</summary>
public interface IEntryKind
{
    /// <summary>The name in the ledger.</summary>
    string Name { get; }

    /// <summary>The payload's type.</summary>
    Type PayloadType { get; }
}
