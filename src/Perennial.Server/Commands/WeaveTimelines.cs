using System.Text.Json;
using Perennial.Read;
using Perennial.Server.Reading;
using Perennial.Weave;
using Perennial.Weave.Timelines;

namespace Perennial.Server.Commands;

/// <summary><c>weave --timelines</c>: the dated moments of each story of a stream.</summary>
internal sealed class WeaveTimelines
{
    private readonly List<(DatedArticle Article, string? Story)> articles = [];

    /// <summary>Takes in an article of the stream.</summary>
    /// <param name="input">The article.</param>
    /// <param name="placed">Where it was put.</param>
    public void Take(WeaveInput input, WeavingStep placed)
    {
        var published = StatedTime.ParseIso(input.Published);
        var text = input.Text ?? "";
        articles.Add(
            (
                new DatedArticle
                {
                    Id = input.Id!,
                    Published = published is { } stated ? DateOnly.FromDateTime(stated.Local) : null,
                    Text = text,
                    Moments = Reader.ReadMoments(text, published, input.Language),
                    EchoOf = placed.Echo is { Relation: EchoRelation.Copy or EchoRelation.Rewrite } echo
                        ? echo.Of
                        : null,
                },
                input.Story
            )
        );
    }

    /// <summary>Prints the timeline of each story, the story that began first first.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="finals">The story of each article, for those that name none themselves.</param>
    /// <param name="dates">How many days each; <see langword="null"/> for a fair number.</param>
    /// <param name="json">Whether as JSON Lines.</param>
    public void Print(Stream output, IReadOnlyList<(string Article, string? Story)> finals, int? dates, bool json)
    {
        var stories = articles
            .Select((taken, i) => (taken.Article, Story: taken.Story ?? finals[i].Story))
            .Where(pair => pair.Story is not null)
            .GroupBy(pair => pair.Story!, pair => pair.Article, StringComparer.Ordinal);
        foreach (var story in stories)
        {
            foreach (var date in Timeline.Of([.. story], dates))
            {
                Print(output, story.Key, date, json);
            }
        }
    }

    private static void Print(Stream output, string story, TimelineDate date, bool json)
    {
        var day = date.Date.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        if (!json)
        {
            WeaveCommand.WriteLine(
                output,
                $"{story}\t{day}\t{string.Join(' ', date.Sentences.Take(1).Select(sentence => sentence.Text))}\t{date.Carriers.Count} of {date.Origins} origins"
            );
            return;
        }
        using (var writer = new Utf8JsonWriter(output, WeaveCommand.AnyScript))
        {
            writer.WriteStartObject();
            writer.WriteString("story", story);
            writer.WriteString("date", day);
            writer.WriteStartArray("sentences");
            foreach (var sentence in date.Sentences.Take(1))
            {
                writer.WriteStringValue(sentence.Text);
            }
            writer.WriteEndArray();
            writer.WriteStartArray("carriers");
            foreach (var carrier in date.Carriers)
            {
                writer.WriteStringValue(carrier);
            }
            writer.WriteEndArray();
            writer.WriteNumber("origins", date.Origins);
            writer.WriteNumber("weight", Math.Round(date.Weight, 2));
            writer.WriteEndObject();
        }
        output.Write("\n"u8);
    }
}
