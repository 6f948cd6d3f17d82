using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Perennial.Newsroom;
using Perennial.Publish;
using Perennial.Store.Views;

namespace Perennial.Desk;

/// <summary>The API through which people and their programs write: stories, posts and corrections of readings, with a token from <c>perennial token</c>.</summary>
public static partial class DeskApi
{
    private const int LongestBody = 256 * 1024;
    private const int LongestTitle = 300;
    private const int LongestText = 100_000;

    /// <summary>Maps the addresses of the API.</summary>
    public static void MapDeskApi(this IEndpointRouteBuilder app)
    {
        Write<StoryBody, StoryAnswer>(app.MapPost("/api/v1/stories", OpenStoryAsync), "Opens a story");
        Write<PostBody, PostAnswer>(app.MapPost("/api/v1/stories/{slug}/posts", PublishAsync), "Publishes a post");
        Write<PostBody, object>(
            app.MapPut("/api/v1/posts/{id}", EditAsync),
            "Changes a post",
            StatusCodes.Status204NoContent
        );
        Write<CorrectionRequest, CorrectionAnswer>(
            app.MapPost("/api/v1/articles/{id}/corrections", CorrectArticleAsync),
            "Corrects what was read in an article"
        );
        Write<CorrectionRequest, CorrectionAnswer>(
            app.MapPost("/api/v1/entities/{id}/corrections", CorrectEntityAsync),
            "Corrects what is known of a person, an organisation or a place"
        );
        app.MapStoryActs();
        app.MapPieces();
        app.MapBreaking();
    }

    /// <summary>Describes a call that writes.</summary>
    private static void Write<TBody, TAnswer>(
        RouteHandlerBuilder call,
        string summary,
        int status = StatusCodes.Status201Created
    )
        where TBody : notnull
    {
        call.WithSummary(summary).WithTags(ApiDescription.Writing);
        if (typeof(TBody) != typeof(object))
        {
            // Whatever it is called: what curl -d sends by itself is taken for JSON too.
            call.Accepts<TBody>("application/json", "*/*");
        }
        call = status == StatusCodes.Status204NoContent ? call.Produces(status) : call.Produces<TAnswer>(status);
        foreach (var refused in new[] { 400, 401, 404, 422 })
        {
            call.Produces<ApiProblem>(refused, ApiProblem.ContentType);
        }
    }

    private static async Task OpenStoryAsync(HttpContext context, OpenNewsroom newsroom, Acts acts)
    {
        if (
            await AuthorAsync(context, newsroom) is not { } author
            || await BodyAsync(context, DeskJson.Default.StoryBody) is not { } body
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
        var story = await acts.OpenStoryAsync(headline, body.Standfirst, body.Section, author, context.RequestAborted);
        var address = $"/stories/{Uri.EscapeDataString(story.Slug)}";
        context.Response.Headers.Location = address;
        await AnswerAsync(
            context,
            StatusCodes.Status201Created,
            new StoryAnswer(story.Id, story.Slug, address),
            DeskJson.Default.StoryAnswer
        );
    }

    private static async Task PublishAsync(string slug, HttpContext context, OpenNewsroom newsroom, Acts acts)
    {
        if (
            await AuthorAsync(context, newsroom) is not { } author
            || await BodyAsync(context, DeskJson.Default.PostBody) is not { } body
            || await StoryAsync(context, newsroom, slug) is not { } story
            || await PostAsync(context, newsroom, body, new Post { Time = newsroom.Clock.GetUtcNow() }) is not { } post
        )
        {
            return;
        }
        var published = await acts.PublishAsync(story, post, author, context.RequestAborted);
        var address = $"/stories/{Uri.EscapeDataString(story.Slug)}/posts/{published.Id}";
        context.Response.Headers.Location = address;
        await AnswerAsync(
            context,
            StatusCodes.Status201Created,
            new PostAnswer(published.Id, published.Since, address),
            DeskJson.Default.PostAnswer
        );
    }

    private static async Task EditAsync(string id, HttpContext context, OpenNewsroom newsroom, Acts acts)
    {
        if (
            await AuthorAsync(context, newsroom) is not { } author
            || await BodyAsync(context, DeskJson.Default.PostBody) is not { } body
            || await KnownPostAsync(context, newsroom, id) is not { } known
            || await PostAsync(context, newsroom, body, known.Post) is not { } post
        )
        {
            return;
        }
        await acts.EditAsync(known, post, author, context.RequestAborted);
        context.Response.StatusCode = StatusCodes.Status204NoContent;
    }

    private static Task CorrectArticleAsync(string id, HttpContext context, OpenNewsroom newsroom, Acts acts) =>
        CorrectAsync(
            context,
            newsroom,
            (request, author) => acts.CorrectArticleAsync(id, request, author, context.RequestAborted)
        );

    private static Task CorrectEntityAsync(string id, HttpContext context, OpenNewsroom newsroom, Acts acts) =>
        CorrectAsync(
            context,
            newsroom,
            (request, author) => acts.CorrectEntityAsync(id, request, author, context.RequestAborted)
        );

    private static Task CorrectAsync(
        HttpContext context,
        OpenNewsroom newsroom,
        Func<CorrectionRequest, string, Task<CorrectionOutcome?>> correct
    ) =>
        ActAsync(
            context,
            newsroom,
            DeskJson.Default.CorrectionRequest,
            correct,
            outcome => outcome.Refusal,
            outcome => outcome.Position is { } position ? new CorrectionAnswer(position, outcome.Entity) : null,
            DeskJson.Default.CorrectionAnswer
        );

    /// <summary>Takes an editor's act: who it is, what they want, whether it can be, and what came of it.</summary>
    private static async Task ActAsync<TBody, TOutcome, TAnswer>(
        HttpContext context,
        OpenNewsroom newsroom,
        JsonTypeInfo<TBody> body,
        Func<TBody, string, Task<TOutcome?>> act,
        Func<TOutcome, string?> refusal,
        Func<TOutcome, TAnswer?> answer,
        JsonTypeInfo<TAnswer> answers
    )
        where TBody : class
        where TOutcome : class
        where TAnswer : class
    {
        if (await AuthorAsync(context, newsroom) is not { } author || await BodyAsync(context, body) is not { } asked)
        {
            return;
        }
        if (await act(asked, author) is not { } outcome)
        {
            await RefuseAsync(context, StatusCodes.Status404NotFound, "there is nothing of that id");
        }
        else if (refusal(outcome) is { } why)
        {
            await RefuseAsync(context, StatusCodes.Status422UnprocessableEntity, why);
        }
        else if (answer(outcome) is { } told)
        {
            await AnswerAsync(context, StatusCodes.Status201Created, told, answers);
        }
    }

    private static async Task<string?> AuthorAsync(HttpContext context, OpenNewsroom newsroom)
    {
        const string scheme = "Bearer ";
        var header = context.Request.Headers.Authorization.ToString();
        var author = header.StartsWith(scheme, StringComparison.OrdinalIgnoreCase)
            ? newsroom.State.AuthorOf(header[scheme.Length..].Trim())
            : null;
        if (author is null)
        {
            context.Response.Headers.WWWAuthenticate = "Bearer";
            await RefuseAsync(
                context,
                StatusCodes.Status401Unauthorized,
                "send Authorization: Bearer with a token made by `perennial token`"
            );
        }
        return author;
    }

    private static async Task<T?> BodyAsync<T>(HttpContext context, JsonTypeInfo<T> json)
        where T : class
    {
        if (
            context.Features.Get<Microsoft.AspNetCore.Http.Features.IHttpMaxRequestBodySizeFeature>() is
            { IsReadOnly: false } size
        )
        {
            size.MaxRequestBodySize = LongestBody;
        }
        try
        {
            if (await JsonSerializer.DeserializeAsync(context.Request.Body, json, context.RequestAborted) is { } body)
            {
                return body;
            }
            await RefuseAsync(context, StatusCodes.Status400BadRequest, "the body is empty");
        }
        catch (JsonException e)
        {
            await RefuseAsync(
                context,
                StatusCodes.Status400BadRequest,
                $"the body is no JSON of this call: {e.Message}"
            );
        }
        catch (BadHttpRequestException e)
        {
            await RefuseAsync(context, e.StatusCode, $"the body may have {LongestBody} bytes at most");
        }
        return null;
    }

    private static async Task<StoryRow?> StoryAsync(HttpContext context, OpenNewsroom newsroom, string slug)
    {
        StoryRow? story;
        using (var snapshot = newsroom.Views.Snapshot())
        {
            story = StoriesView.FindBySlug(snapshot, slug);
        }
        if (story is null)
        {
            await RefuseAsync(context, StatusCodes.Status404NotFound, "there is no such story");
        }
        return story;
    }

    private static async Task<PostRow?> KnownPostAsync(HttpContext context, OpenNewsroom newsroom, string id)
    {
        PostRow? post;
        using (var snapshot = newsroom.Views.Snapshot())
        {
            post = PostsView.Find(snapshot, id);
        }
        if (post is null)
        {
            await RefuseAsync(context, StatusCodes.Status404NotFound, "there is no such post");
        }
        return post;
    }

    private static async Task<Post?> PostAsync(HttpContext context, OpenNewsroom newsroom, PostBody body, Post post)
    {
        if (Checked(body.Text, LongestText) is not { } text)
        {
            await RefuseAsync(
                context,
                StatusCodes.Status422UnprocessableEntity,
                $"text must have 1 to {LongestText} characters"
            );
            return null;
        }
        if (body.Title is { Length: > LongestTitle })
        {
            await RefuseAsync(
                context,
                StatusCodes.Status422UnprocessableEntity,
                $"title may have {LongestTitle} characters at most"
            );
            return null;
        }
        if (body.Authors is not null && await AuthorsAsync(context, newsroom, body.Authors) is null)
        {
            return null;
        }
        return post with
        {
            Authors = body.Authors ?? post.Authors,
            Title = Checked(body.Title, LongestTitle),
            Text = text,
            KeyEvent = body.KeyEvent ?? post.KeyEvent,
            Correction = body.Correction ?? post.Correction,
        };
    }

    private static string? Checked(string? text, int longest) =>
        text?.Trim() is { Length: > 0 } trimmed && trimmed.Length <= longest ? trimmed : null;

    private static Task RefuseAsync(HttpContext context, int status, string title) =>
        ApiProblem.WriteAsync(context, status, title);

    private static async Task AnswerAsync<T>(HttpContext context, int status, T answer, JsonTypeInfo<T> json)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        await JsonSerializer.SerializeAsync(context.Response.Body, answer, json, context.RequestAborted);
    }
}
