using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;
using Perennial.Publish.Parts;
using Perennial.Store.Views;

namespace Perennial.Publish;

/// <summary>What is read out of a story's articles together, for programs: what the story's page shows, and no more.</summary>
internal sealed class StoryReadings(ViewStore views, TimeProvider clock, PublishOptions options)
{
    /// <summary>Answers with the reading of a story, by its id or any name that it has or had in addresses.</summary>
    public async Task SendAsync(HttpContext context, string story)
    {
        ReadingDocument? document;
        using (var snapshot = views.Snapshot())
        {
            var id = StoriesView.Current(snapshot, StoriesView.OfSlug(snapshot, story)?.Story ?? story);
            document =
                !GateView.IsHeld(snapshot, id) && StoriesView.Find(snapshot, id) is { } row
                    ? Of(snapshot, row, Setup.BaseUrl(options, context.Request))
                    : null;
        }
        if (document is null)
        {
            await ApiProblem.WriteAsync(context, StatusCodes.Status404NotFound, "there is no such story");
            return;
        }
        await PageAnswer.SendDocumentAsync(
            context,
            "application/json",
            JsonSerializer.SerializeToUtf8Bytes(document, ReadingJson.Lines.ReadingDocument),
            null
        );
    }

    private ReadingDocument Of(ViewSnapshot snapshot, StoryRow story, string root)
    {
        var read = StoryReadingsView.Find(snapshot, story.Id);
        var record = StoryRecord.Of(
            snapshot,
            story,
            read,
            CitedArticles.Of(snapshot, story.Id),
            options.HoldsPeople,
            upTo: null
        );
        return new ReadingDocument(
            story.Id,
            $"{root}/stories/{Uri.EscapeDataString(story.Slug)}",
            story.Headline,
            read?.After,
            [
                .. record.Figures.Select(figure => new FigureDocument(
                    figure.Unit,
                    figure.Sentence,
                    [.. figure.Sides.Select(side => Side(side, root))]
                )),
            ],
            [
                .. record.Speakers.Select(speaker => new SpeakerDocument(
                    speaker.Name,
                    speaker.Role,
                    speaker.Address is { } address ? root + address : null,
                    [.. speaker.Threads.Select(thread => Thread(thread, root))]
                )),
            ],
            [
                .. record.Timeline.Select(moment => new MomentDocument(
                    moment.Date,
                    moment.Precision,
                    moment.Sentence,
                    moment.Row.Name(),
                    root + moment.Address,
                    moment.Carried,
                    moment.Origins
                )),
            ],
            [
                .. (record.Headline?.Claims ?? []).Select(claim => new ClaimDocument(
                    Word(claim.Kind),
                    claim.Start,
                    claim.End,
                    claim.Text,
                    [
                        .. claim.Passages.Select(passage => new PassageDocument(
                            passage.Row.Name(),
                            root + passage.Address,
                            passage.Words
                        )),
                    ]
                )),
            ],
            Word(StoryStanding.Of(story.Times, clock.GetUtcNow()).State),
            story.Kicker,
            [.. record.Questions.Select(question => Question(question, root))],
            [
                .. record.Named.Select(name => new NamedDocument(
                    name.Name,
                    Word(name.Kind),
                    name.Address is { } address ? root + address : null,
                    name.Origins
                )),
            ]
        );
    }

    private static QuestionDocument Question(RecordedQuestion question, string root) =>
        new(
            question.Id,
            question.Text,
            Word(question.State),
            question.Row?.Name(),
            question.Asked,
            question.Since,
            [.. question.MayAnswer.Select(answer => Answer(answer, root))],
            question.Answer is { } said ? Answer(said, root) : null,
            question.Reason,
            question.Changed
        );

    private static AnswerDocument Answer(RecordedAnswer answer, string root) =>
        new(
            answer.Words,
            answer.Speaker,
            answer.Row?.Name(),
            answer.Address is { } address ? root + address : null,
            answer.At,
            answer.Because
        );

    private static SideDocument Side(RecordedSide side, string root) =>
        new(
            side.Figure.Text,
            side.Figure.Value,
            side.Figure.Low,
            side.Figure.High,
            Word(side.Figure.Approximation),
            side.Giver,
            side.IsSaid,
            side.Row.Name(),
            root + side.Address,
            side.At,
            side.Again,
            side.Last
        );

    private static ThreadDocument Thread(RecordedThread thread, string root) =>
        new(
            thread.Id,
            $"{root}/statements/{thread.Id}",
            thread.Statement.Text,
            Word(thread.Statement.Kind),
            Word(thread.Statement.Stance),
            thread.Statement.Role,
            thread.At,
            [.. thread.Carriers.Select(row => new CarrierDocument(row.Name(), $"{root}/articles/{row.Id}"))],
            thread.Carried,
            thread.Origins
        );

    private static string Word<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();
}

// The document's properties, in the order of docs/readers.md.
internal sealed record ReadingDocument(
    string Story,
    string Url,
    string Headline,
    long? After,
    IReadOnlyList<FigureDocument> Figures,
    IReadOnlyList<SpeakerDocument> Speakers,
    IReadOnlyList<MomentDocument> Timeline,
    IReadOnlyList<ClaimDocument> Claims,
    string State,
    string? Kicker,
    IReadOnlyList<QuestionDocument> Questions,
    IReadOnlyList<NamedDocument> Named
);

internal sealed record QuestionDocument(
    string Id,
    string Text,
    string State,
    string? Outlet,
    int Asked,
    DateTimeOffset Since,
    IReadOnlyList<AnswerDocument> MayAnswer,
    AnswerDocument? Answer,
    string? Reason,
    DateTimeOffset? Changed
);

internal sealed record AnswerDocument(
    string? Text,
    string? Speaker,
    string? Outlet,
    string? Url,
    DateTimeOffset? At,
    IReadOnlyList<string> Because
);

internal sealed record NamedDocument(string Name, string Kind, string? Url, int Origins);

internal sealed record FigureDocument(string? Unit, string? Sentence, IReadOnlyList<SideDocument> Sides);

internal sealed record SideDocument(
    string Text,
    decimal? Value,
    decimal? Low,
    decimal? High,
    string Approximation,
    string? Giver,
    bool Said,
    string Outlet,
    string Url,
    DateTimeOffset At,
    int Again,
    DateTimeOffset? Last
);

internal sealed record SpeakerDocument(
    string Name,
    string? Role,
    string? Url,
    IReadOnlyList<ThreadDocument> Statements
);

internal sealed record ThreadDocument(
    string Id,
    string Url,
    string Text,
    string Kind,
    string Stance,
    string? Role,
    DateTimeOffset At,
    IReadOnlyList<CarrierDocument> Carriers,
    int Carried,
    int Origins
);

internal sealed record CarrierDocument(string Outlet, string Url);

internal sealed record MomentDocument(
    DateOnly Date,
    string Precision,
    string? Text,
    string Outlet,
    string Url,
    int Carried,
    int Origins
);

internal sealed record ClaimDocument(
    string Kind,
    int Start,
    int End,
    string Text,
    IReadOnlyList<PassageDocument> Passages
);

internal sealed record PassageDocument(string Outlet, string Url, string? Text);

/// <summary>How the document is written: any script as itself.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(ReadingDocument))]
internal sealed partial class ReadingJson : JsonSerializerContext
{
    public static ReadingJson Lines =>
        field ??= new ReadingJson(
            new JsonSerializerOptions(Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }
        );
}
