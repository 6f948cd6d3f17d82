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
    private IReadOnlyList<LivePiece>? pieces;

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

    /// <summary>Whether the whole story left the site with this event, or became part of another.</summary>
    public bool EndsStory =>
        Event.Name == LiveEventName.Merged || (Event.Name == LiveEventName.Remove && Event.Id == Event.Story);

    /// <summary>A frame that says something of several posts.</summary>
    public static LiveFrame Of(LiveEvent live, IReadOnlyList<LivePiece> pieces) =>
        new(live, string.Concat(pieces.Select(piece => piece.Html))) { pieces = pieces };

    /// <summary>This frame with what a later one says of the same things; nothing of what that one removes.</summary>
    public LiveFrame Updated(LiveFrame later)
    {
        if (!Pieces.Any(piece => later.Says(piece.Id) is not null))
        {
            return this;
        }
        return Of(Event, [.. Pieces.Select(piece => piece with { Html = later.Says(piece.Id) ?? piece.Html })]);
    }

    private IReadOnlyList<LivePiece> Pieces => pieces ?? [new LivePiece(Event.Id, Html)];

    private string? Says(string id) =>
        Pieces.FirstOrDefault(piece => piece.Id == id) is { } said
            ? (Event.Name == LiveEventName.Remove ? "" : said.Html)
            : null;
}

/// <summary>What a frame says of one thing.</summary>
/// <param name="Id">A post's id, or what else the event is about.</param>
/// <param name="Html">What open pages put in; empty for what is not, or no longer, to be seen there.</param>
internal sealed record LivePiece(string Id, string Html);
