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
