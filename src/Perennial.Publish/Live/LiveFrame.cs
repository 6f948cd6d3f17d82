using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
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
    };

    private byte[]? bytes;

    /// <summary>The event's data: one line of JSON.</summary>
    public string Json { get; } =
        JsonSerializer.Serialize(
            new
            {
                position = Event.Position,
                story = Event.Story,
                id = Event.Id,
                html = Html,
            },
            AnyScript
        );

    /// <summary>The bytes of a server-sent event.</summary>
    public byte[] Bytes =>
        bytes ??= Encoding.UTF8.GetBytes($"id: {Event.Position}\nevent: {NameOf(Event)}\ndata: {Json}\n\n");

    /// <summary>The same content as the frame of an earlier event about the same thing; nothing for one that has been removed.</summary>
    public LiveFrame As(LiveEvent earlier) => new(earlier, Event.Name == LiveEventName.Remove ? "" : Html);

    /// <summary>The event's name on the wire.</summary>
    public static string NameOf(LiveEvent live) => live.Name.ToString().ToLowerInvariant();
}
