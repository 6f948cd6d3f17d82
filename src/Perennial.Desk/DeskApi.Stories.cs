using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Perennial.Newsroom;

namespace Perennial.Desk;

/// <summary>What editors do to stories: <c>docs/stories.md</c> shows each call.</summary>
public static partial class DeskApi
{
    private static void MapStoryActs(this IEndpointRouteBuilder app)
    {
        Write<MergeBody, StoryActAnswer>(
            app.MapPost("/api/v1/stories/{story}/merge", MergeAsync),
            "Makes a story part of another"
        );
        Write<StorySplitRequest, StoryActAnswer>(
            app.MapPost("/api/v1/stories/{story}/split", SplitAsync),
            "Makes a part of a story a story of its own"
        );
        Write<KeepApartBody, StoryActAnswer>(
            app.MapPost("/api/v1/stories/{story}/keep-apart", KeepApartAsync),
            "Says that two stories are not one"
        );
        Write<MoveBody, StoryActAnswer>(
            app.MapPost("/api/v1/articles/{id}/move", MoveAsync),
            "Puts an article into another story, or out of all"
        );
        Write<StoryChangeRequest, StoryActAnswer>(
            app.MapPatch("/api/v1/stories/{story}", ChangeStoryAsync),
            "Changes a story's headline, standfirst, kicker or state"
        );
        Write<QuestionRequest, QuestionActAnswer>(
            app.MapPost("/api/v1/stories/{story}/questions", AskAsync),
            "Asks something of a story"
        );
        Write<QuestionRequest, QuestionActAnswer>(
            app.MapPost("/api/v1/questions/{id}", ChangeQuestionAsync),
            "Says what became of a question"
        );
        Write<HeadlineBody, HeadlineAnswer>(
            app.MapPost("/api/v1/stories/{story}/headline-check", CheckHeadlineAsync),
            "Says which passages carry a proposed headline",
            StatusCodes.Status200OK
        );
    }

    private static async Task CheckHeadlineAsync(string story, HttpContext context, OpenNewsroom newsroom)
    {
        if (
            await AuthorAsync(context, newsroom) is null
            || await BodyAsync(context, DeskJson.Default.HeadlineBody) is not { } body
        )
        {
            return;
        }
        if (Checked(body.Headline, LongestTitle) is not { } headline)
        {
            await RefuseAsync(
                context,
                StatusCodes.Status422UnprocessableEntity,
                $"headline must have 1 to {LongestTitle} characters"
            );
            return;
        }
        HeadlineAnswer? answer;
        using (var snapshot = newsroom.Views.Snapshot())
        {
            answer = ProposedHeadlines.Check(snapshot, story, headline);
        }
        if (answer is null)
        {
            await RefuseAsync(context, StatusCodes.Status404NotFound, "there is no such story");
            return;
        }
        await AnswerAsync(context, StatusCodes.Status200OK, answer, DeskJson.Default.HeadlineAnswer);
    }

    private static Task MergeAsync(string story, HttpContext context, OpenNewsroom newsroom, Acts acts) =>
        ActAsync(
            context,
            newsroom,
            DeskJson.Default.MergeBody,
            (body, author) => acts.MergeStoryAsync(story, body.Into, author, context.RequestAborted)
        );

    private static Task SplitAsync(string story, HttpContext context, OpenNewsroom newsroom, Acts acts) =>
        ActAsync(
            context,
            newsroom,
            DeskJson.Default.StorySplitRequest,
            (body, author) => acts.SplitStoryAsync(story, body, author, context.RequestAborted)
        );

    private static Task KeepApartAsync(string story, HttpContext context, OpenNewsroom newsroom, Acts acts) =>
        ActAsync(
            context,
            newsroom,
            DeskJson.Default.KeepApartBody,
            (body, author) => acts.KeepApartAsync(story, body.Other, author, context.RequestAborted)
        );

    private static Task MoveAsync(string id, HttpContext context, OpenNewsroom newsroom, Acts acts) =>
        ActAsync(
            context,
            newsroom,
            DeskJson.Default.MoveBody,
            (body, author) => acts.MoveArticleAsync(id, body.Into, author, context.RequestAborted)
        );

    private static Task ChangeStoryAsync(string story, HttpContext context, OpenNewsroom newsroom, Acts acts) =>
        ActAsync(
            context,
            newsroom,
            DeskJson.Default.StoryChangeRequest,
            (body, author) => acts.ChangeStoryAsync(story, body, author, context.RequestAborted)
        );

    private static Task AskAsync(string story, HttpContext context, OpenNewsroom newsroom, Acts acts) =>
        ActOnQuestionAsync(
            context,
            newsroom,
            (body, author) => acts.AskAsync(story, body, author, context.RequestAborted)
        );

    private static Task ChangeQuestionAsync(string id, HttpContext context, OpenNewsroom newsroom, Acts acts) =>
        ActOnQuestionAsync(
            context,
            newsroom,
            (body, author) => acts.ChangeQuestionAsync(id, body, author, context.RequestAborted)
        );

    private static Task ActOnQuestionAsync(
        HttpContext context,
        OpenNewsroom newsroom,
        Func<QuestionRequest, string, Task<StoryActOutcome?>> act
    ) =>
        ActAsync(
            context,
            newsroom,
            DeskJson.Default.QuestionRequest,
            act,
            outcome => outcome.Refusal,
            outcome =>
                outcome is { Position: { } position, Subject: { } id, Story: { } story }
                    ? new QuestionActAnswer(position, id, $"/stories/{Uri.EscapeDataString(story.Slug)}#{id}")
                    : null,
            DeskJson.Default.QuestionActAnswer
        );

    private static Task ActAsync<T>(
        HttpContext context,
        OpenNewsroom newsroom,
        JsonTypeInfo<T> json,
        Func<T, string, Task<StoryActOutcome?>> act
    )
        where T : class =>
        ActAsync(
            context,
            newsroom,
            json,
            act,
            outcome => outcome.Refusal,
            outcome =>
                outcome.Position is { } position
                    ? new StoryActAnswer(
                        position,
                        outcome.Story?.Id,
                        outcome.Story is { } story ? $"/stories/{Uri.EscapeDataString(story.Slug)}" : null
                    )
                    : null,
            DeskJson.Default.StoryActAnswer
        );
}
