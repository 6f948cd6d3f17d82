using System.CommandLine;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Perennial.Server.Reading;
using Perennial.Weave;

namespace Perennial.Server.Commands;

/// <summary><c>weave</c>: the stories and echoes of a stream of articles. Needs no newsroom.</summary>
internal static class WeaveCommand
{
    public static readonly JsonWriterOptions AnyScript = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static Command Make()
    {
        var file = new Argument<string>("FILE.jsonl")
        {
            Description = "articles in order of arrival, or - for standard input",
        };
        Options.RefuseOptions(file);
        var json = Options.Json();
        var timelines = new Option<bool>("--timelines")
        {
            Description =
                "show instead the dated moments of each story; a line's own \"story\" counts where it has one",
        };
        var dates = new Option<int?>("--dates")
        {
            Description = "how many days a timeline has; without it as many as the story has loud ones",
        };
        dates.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int?>() is < 1)
            {
                result.AddError("--dates must be 1 or more");
            }
        });
        var command = new Command("weave", "show the stories, echoes or timelines of a stream of articles")
        {
            file,
            json,
            timelines,
            dates,
        };
        command.SetAction(parsed =>
            Run(
                parsed.GetValue(file)!,
                parsed.GetValue(json),
                parsed.GetValue(timelines) ? new WeaveTimelines() : null,
                parsed.GetValue(dates)
            )
        );
        return command;
    }

    private static int Run(string file, bool json, WeaveTimelines? timelines, int? dates)
    {
        using var output = new BufferedStream(Console.OpenStandardOutput(), 64 * 1024);
        var stream = new Weaving();
        foreach (var (input, problem) in JsonLines.Read(file, InputJson.Default.WeaveInput))
        {
            if (input is not { Id: not null })
            {
                Console.Error.WriteLine($"perennial: {problem?.Message ?? "the line has no id"}");
                continue;
            }
            var placed = stream.Place(ToArticle(input));
            if (timelines is null)
            {
                Print(output, placed, json);
            }
            else
            {
                timelines.Take(input, placed);
            }
        }
        if (timelines is not null)
        {
            timelines.Print(output, stream.Finals(), dates, json);
            return 0;
        }
        foreach (var (article, story) in stream.Finals())
        {
            PrintFinal(output, article, story, json);
        }
        return 0;
    }

    private static WovenArticle ToArticle(WeaveInput input) =>
        new()
        {
            Id = input.Id!,
            Published = StatedTime.ParseIso(input.Published)?.ToInstant(),
            Title = input.Title,
            Text = input.Text ?? "",
            Source = input.Source,
            Language = input.Language,
        };

    private static void Print(Stream output, WeavingStep placed, bool json)
    {
        if (!json)
        {
            WriteLine(output, $"{placed.Story ?? "-"}\t{placed.Id}\t{string.Join("; ", placed.Because)}");
            return;
        }
        using (var writer = new Utf8JsonWriter(output, AnyScript))
        {
            writer.WriteStartObject();
            writer.WriteString("id", placed.Id);
            writer.WriteString("story", placed.Story);
            writer.WriteStartArray("alsoIn");
            foreach (var other in placed.AlsoIn)
            {
                writer.WriteStringValue(other);
            }
            writer.WriteEndArray();
            writer.WriteStartArray("because");
            foreach (var reason in placed.Because)
            {
                writer.WriteStringValue(reason);
            }
            writer.WriteEndArray();
            writer.WritePropertyName("echo");
            WriteEcho(writer, placed.Echo);
            writer.WriteStartArray("quotations");
            foreach (var quotation in placed.Quotations)
            {
                writer.WriteStartObject();
                writer.WriteString("of", quotation.Of);
                writer.WriteString("text", quotation.Text);
                writer.WriteEndObject();
            }
            writer.WriteEndArray();
            writer.WriteEndObject();
        }
        output.Write("\n"u8);
    }

    private static void WriteEcho(Utf8JsonWriter writer, Echo? echo)
    {
        if (echo is null)
        {
            writer.WriteNullValue();
            return;
        }
        writer.WriteStartObject();
        writer.WriteString("of", echo.Of);
        writer.WriteString("relation", echo.Relation.ToString().ToLowerInvariant());
        writer.WriteNumber("similarity", Math.Round(echo.Similarity, 3));
        writer.WriteEndObject();
    }

    private static void PrintFinal(Stream output, string article, string? story, bool json)
    {
        if (!json)
        {
            return;
        }
        using (var writer = new Utf8JsonWriter(output, AnyScript))
        {
            writer.WriteStartObject();
            writer.WriteBoolean("final", true);
            writer.WriteString("id", article);
            writer.WriteString("story", story);
            writer.WriteEndObject();
        }
        output.Write("\n"u8);
    }

    public static void WriteLine(Stream output, string line) => output.Write(Encoding.UTF8.GetBytes(line + "\n"));
}
