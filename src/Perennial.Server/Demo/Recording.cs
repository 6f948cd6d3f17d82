using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Perennial.Server.Demo;

/// <summary>A recorded day of news: what each outlet showed, and from when on.</summary>
/// <remarks>
/// The folder <c>demo</c> holds <c>recording.json</c> and a folder an outlet: <c>page.html</c>, the outlet's page with
/// places such as <c>{{title}}</c>, and a file a version of an article, which <see cref="RecordedPage"/> describes.
/// </remarks>
internal sealed record Recording
{
    /// <summary>When the recorded day begins.</summary>
    public required DateTimeOffset Start { get; init; }

    /// <summary>Our own publication in it.</summary>
    public required Site Site { get; init; }

    /// <summary>The outlets.</summary>
    public required IReadOnlyList<RecordedOutlet> Outlets { get; init; }

    /// <summary>What our own desk asks on that day.</summary>
    public IReadOnlyList<RecordedQuestion> Asked { get; init; } = [];

    /// <summary>When the last page appears.</summary>
    [JsonIgnore]
    public DateTimeOffset End => Outlets.SelectMany(outlet => outlet.Pages).Max(page => page.Time);

    /// <summary>Reads the recording that comes with the program.</summary>
    /// <exception cref="Failure">A file of it is not what it should be.</exception>
    public static Recording Load() => Load(Path.Combine(AppContext.BaseDirectory, "demo"));

    /// <summary>Reads a recording.</summary>
    /// <param name="folder">Its folder.</param>
    /// <exception cref="Failure">A file of it is not what it should be.</exception>
    public static Recording Load(string folder)
    {
        var file = Path.Combine(folder, "recording.json");
        try
        {
            var recording =
                JsonSerializer.Deserialize(File.ReadAllText(file), RecordingJson.Default.Recording)
                ?? throw new Failure($"{file} is empty");
            return recording with
            {
                Outlets = [.. recording.Outlets.Select(outlet => WithPages(folder, outlet, recording.Start))],
            };
        }
        catch (Exception e) when (e is JsonException or IOException)
        {
            throw new Failure($"the recording in {folder} can't be read: {e.Message}");
        }
    }

    private static RecordedOutlet WithPages(string folder, RecordedOutlet outlet, DateTimeOffset start)
    {
        var own = Path.Combine(folder, outlet.Folder);
        var pages = Directory
            .EnumerateFiles(own, "*.html")
            .Where(file => Path.GetFileName(file) != RecordedOutlet.TemplateFile)
            .Order(StringComparer.Ordinal)
            .Select(file => RecordedPage.Parse(file, start));
        return outlet with
        {
            Template = File.ReadAllText(Path.Combine(own, RecordedOutlet.TemplateFile)),
            Pages = [.. pages.OrderBy(page => page.Time)],
        };
    }
}

/// <summary>A question that our desk asks of a story, and what it says of it later.</summary>
internal sealed record RecordedQuestion
{
    /// <summary>When it is asked, such as <c>06:10</c> on the recorded day.</summary>
    public required TimeOnly Time { get; init; }

    /// <summary>The article whose story it is asked of: an outlet's folder and the path, joined.</summary>
    public required string Article { get; init; }

    /// <summary>What is asked.</summary>
    public required string Text { get; init; }

    /// <summary>When it is answered; <see langword="null"/> when the day leaves it open.</summary>
    public TimeOnly? Answered { get; init; }

    /// <summary>The article that answers it, named like the other.</summary>
    public string? By { get; init; }

    /// <summary>The words of that article that do.</summary>
    public string? Words { get; init; }

    /// <summary>Why our desk says so, for readers.</summary>
    public string? Reason { get; init; }
}

/// <summary>An outlet of a recording.</summary>
internal sealed record RecordedOutlet
{
    /// <summary>The file that holds <see cref="Template"/>.</summary>
    public const string TemplateFile = "page.html";

    /// <summary>Its folder beside <c>recording.json</c>.</summary>
    public required string Folder { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>The address on this machine that it listens on: <c>127.0.1.1</c> and so on.</summary>
    public required string Address { get; init; }

    /// <summary>Whether its feed is <c>rss</c> or <c>atom</c>.</summary>
    public required string Feed { get; init; }

    /// <summary>How much of its texts our publication may show.</summary>
    public SourceLicence Licence { get; init; }

    /// <summary>Its page, with places for the values of an article.</summary>
    [JsonIgnore]
    public string Template { get; init; } = "";

    /// <summary>Every version of its articles, in order of time.</summary>
    [JsonIgnore]
    public IReadOnlyList<RecordedPage> Pages { get; init; } = [];
}

/// <summary>One version of one article of an outlet.</summary>
/// <remarks>
/// A file has lines <c>name: value</c>, an empty line, and the body as HTML. <c>time</c> (such as <c>09:40</c>, on the
/// recorded day) says from when on it stands under <c>path</c>; <c>gone: yes</c> makes the page disappear at that time.
/// Every value has its place in the outlet's template.
/// </remarks>
internal sealed record RecordedPage
{
    /// <summary>From when on it is shown.</summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary>Its path on the outlet's host, beginning with a stroke.</summary>
    public required string Path { get; init; }

    /// <summary>Whether the outlet has taken the page away.</summary>
    public bool Gone { get; init; }

    /// <summary>The values for the template: title, standfirst, byline, section and others.</summary>
    public required IReadOnlyDictionary<string, string> Values { get; init; }

    /// <summary>The body as HTML.</summary>
    public required string Body { get; init; }

    /// <summary>Reads one file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="start">When the recorded day begins.</param>
    /// <exception cref="Failure">It has no time or no path.</exception>
    public static RecordedPage Parse(string file, DateTimeOffset start)
    {
        var parts = File.ReadAllText(file).ReplaceLineEndings("\n").Split("\n\n", 2);
        var values = parts[0]
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split(':', 2))
            .Where(pair => pair.Length == 2)
            .ToDictionary(pair => pair[0].Trim(), pair => pair[1].Trim(), StringComparer.Ordinal);
        if (
            !TimeOnly.TryParse(values.GetValueOrDefault("time"), CultureInfo.InvariantCulture, out var time)
            || !values.TryGetValue("path", out var path)
        )
        {
            throw new Failure($"{file} needs a time such as 09:40 and a path");
        }
        return new RecordedPage
        {
            Time = new DateTimeOffset(start.Date + time.ToTimeSpan(), start.Offset),
            Path = path,
            Gone = values.GetValueOrDefault("gone") == "yes",
            Values = values,
            Body = parts is [_, var body] ? body : "",
        };
    }
}

/// <summary>How <c>recording.json</c> is read.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, UseStringEnumConverter = true)]
[JsonSerializable(typeof(Recording))]
internal sealed partial class RecordingJson : JsonSerializerContext;
