using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Perennial.Store.Views;

namespace Perennial.Publish.Live;

/// <summary>One event as it goes over the wire, made once for all readers of a story in one language.</summary>
/// <param name="Event">The event.</param>
/// <param name="Html">What open pages put in; empty for what is not, or no longer, to be seen.</param>
internal sealed record LiveFrame(LiveEvent Event, string Html)
{
    private static readonly JsonSerializerOptions AnyScript = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    private byte[]? bytes;

    /// <summary>Other parts of the page as they stand now, each under its id; <see langword="null"/> for none.</summary>
    public string? Parts { get; init; }

    /// <summary>The event's name on the wire.</summary>
    public string Name => Event.Name.ToString().ToLowerInvariant();

    /// <summary>The event's data: one line of JSON.</summary>
    public string Json =>
        JsonSerializer.Serialize(
            new
            {
                position = Event.Position,
                story = Event.Story,
                id = Event.Id,
                html = Html,
                parts = Parts,
            },
            AnyScript
        );

    /// <summary>The bytes of a server-sent event.</summary>
    public byte[] Bytes => bytes ??= Encoding.UTF8.GetBytes($"id: {Event.Position}\nevent: {Name}\ndata: {Json}\n\n");

    /// <summary>Whether the whole story left the site with this event.</summary>
    public bool EndsStory => Event is { Name: LiveEventName.Remove } && Event.Id == Event.Story;

    /// <summary>The same content as the frame of an earlier event about the same thing; nothing for one that has been removed.</summary>
    public LiveFrame As(LiveEvent earlier) => new(earlier, Event.Name == LiveEventName.Remove ? "" : Html);
}
