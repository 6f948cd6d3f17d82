using System.ComponentModel;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Hosting;
using Perennial.Store.Views;

namespace Perennial.Publish;

/// <summary>The API for reading: what pages show, as JSON, for everybody. Each call looks into one snapshot of the views.</summary>
internal sealed partial class ReadApi(
    ViewStore views,
    TimeProvider clock,
    PublishOptions options,
    IHostApplicationLifetime lifetime
)
{
    private const int UsualItems = 20;
    private const int MostItems = 100;

    // As readable as the pages: nothing here is put into HTML, and browsers are told not to guess.
    private static readonly ApiJson Readable = new(
        new JsonSerializerOptions(ApiJson.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }
    );

    /// <summary>Maps the addresses for reading.</summary>
    public static void Map(IEndpointRouteBuilder app)
    {
        var api = app.MapGroup("/api/v1").RequireRateLimiting(ApiLimits.Policy).WithTags("read");
        Get<ApiSite>(
            Read(api, "/site", (ReadApi read, HttpContext context) => read.SiteAsync(context)),
            "The publication and its sections"
        );
        Get<ApiList<ApiStory>>(
            Read(
                api,
                "/stories",
                (
                    ReadApi read,
                    HttpContext context,
                    [Description("The slug of a section")] string? section,
                    [Description("Where to go on")] string? cursor,
                    [Description("How many, 1 to 100")] int? limit
                ) => read.StoriesAsync(context, section, cursor, limit)
            ),
            "Running stories, the one that moved last first"
        );
        Get<ApiStory>(
            Read(
                api,
                "/stories/{story}",
                (ReadApi read, HttpContext context, [Description("Its id or slug")] string story) =>
                    read.StoryAsync(context, story)
            ),
            "A story"
        );
        Get<ApiList<ApiPost>>(
            Read(
                api,
                "/stories/{story}/posts",
                (
                    ReadApi read,
                    HttpContext context,
                    [Description("Its id or slug")] string story,
                    [Description("newest or oldest first")] string? order,
                    [Description("Where to go on")] string? cursor,
                    [Description("How many, 1 to 100")] int? limit
                ) => read.PostsAsync(context, story, order, cursor, limit)
            ),
            "The posts of a story"
        );
        Get<ApiList<ApiArticle>>(
            Read(
                api,
                "/stories/{story}/articles",
                (
                    ReadApi read,
                    HttpContext context,
                    [Description("Its id or slug")] string story,
                    [Description("Where to go on")] string? cursor,
                    [Description("How many, 1 to 100")] int? limit
                ) => read.ArticlesAsync(context, story, cursor, limit)
            ),
            "The reports that a story is made from, oldest first, without their texts"
        );
        Get<ApiList<ApiStatement>>(
            Read(
                api,
                "/stories/{story}/statements",
                (
                    ReadApi read,
                    HttpContext context,
                    [Description("Its id or slug")] string story,
                    [Description("Where to go on")] string? cursor,
                    [Description("How many, 1 to 100")] int? limit
                ) => read.StatementsAsync(context, story, cursor, limit)
            ),
            "Who said what in the reports of a story, in the order of the reports"
        );
        Get<ReadingDocument>(
            Read(
                api,
                "/stories/{story}/reading",
                (StoryReadings readings, HttpContext context, [Description("Its id or slug")] string story) =>
                    readings.SendAsync(context, story)
            ),
            "What is read out of the reports of a story together: figures, who said what, timeline, questions"
        );
        Get<ApiPost>(
            Read(api, "/posts/{id}", (ReadApi read, HttpContext context, string id) => read.PostAsync(context, id)),
            "A post"
        );
        Get<ApiList<ApiPiece>>(
            Read(
                api,
                "/pieces",
                (
                    ReadApi read,
                    HttpContext context,
                    [Description("The slug of a section")] string? section,
                    [Description("Where to go on")] string? cursor,
                    [Description("How many, 1 to 100")] int? limit
                ) => read.PiecesAsync(context, section, cursor, limit)
            ),
            "Pieces of our own, the newest first, without their words"
        );
        Get<ApiPiece>(
            Read(
                api,
                "/pieces/{piece}",
                (ReadApi read, HttpContext context, [Description("Its id or slug")] string piece) =>
                    read.PieceAsync(context, piece)
            ),
            "A piece"
        );
        Get<ApiArticle>(
            Read(
                api,
                "/articles/{id}",
                (ReadApi read, HttpContext context, string id) => read.ArticleAsync(context, id)
            ),
            "A report as it was read, as far as its licence goes"
        );
        Get<ApiTrail>(
            Read(
                api,
                "/statements/{id}",
                (ReadApi read, HttpContext context, string id) => read.StatementAsync(context, id)
            ),
            "A statement with the way of its words"
        );
        Get<ApiEntity>(
            Read(
                api,
                "/entities/{id}",
                (ReadApi read, HttpContext context, string id) => read.EntityAsync(context, id)
            ),
            "A person, an organisation or a place"
        );
        Get<ApiList<ApiPassage>>(
            Read(
                api,
                "/search",
                (
                    ReadApi read,
                    HttpContext context,
                    [Description("Words, as on the search page")] string? q,
                    [Description("Who says it")] string? speaker,
                    [Description("Who carries it")] string? outlet,
                    [Description("The slug of a story")] string? story,
                    [Description("asserted, hedged, denied, asked or planned")] string? stance,
                    [Description("The first day")] string? from,
                    [Description("The last day")] string? to,
                    [Description("Where to go on")] string? before
                ) => read.SearchAsync(context)
            ),
            "Passages, the newest in the record first"
        );
        Get<ApiChanges>(
            Read(
                api,
                "/changes",
                (
                    ReadApi read,
                    HttpContext context,
                    [Description("The position that you know; 0 for the beginning")] long? after,
                    [Description("How many, 1 to 100")] int? limit,
                    [Description("How many seconds to wait where there is nothing new, 0 to 25")] int? wait
                ) => read.ChangesAsync(context, after, limit, wait)
            ),
            "What happened to stories and posts after a position, in order"
        );
    }

    private Task SiteAsync(HttpContext context) =>
        SendAsync(
            context,
            Readable.ApiSite,
            (snapshot, setting) =>
                new ApiSite(
                    setting.Site.Name,
                    setting.Site.Tagline,
                    setting.Site.Language,
                    setting.Site.TimeZone,
                    setting.BaseUrl + "/",
                    [
                        .. setting.Site.Sections.Select(section => new ApiSection(
                            section.Slug,
                            section.Name,
                            $"{setting.BaseUrl}/sections/{section.Slug}"
                        )),
                    ],
                    [
                        .. setting.Site.Authors.Select(author => new ApiAuthor(
                            author.Slug,
                            author.Name,
                            author.Role,
                            $"{setting.BaseUrl}/authors/{author.Slug}"
                        )),
                    ],
                    setting.Breaking is { } breaking
                        ? new ApiBreaking(
                            breaking.Text,
                            breaking.Address is { } path ? setting.BaseUrl + path : null,
                            breaking.Until
                        )
                        : null,
                    snapshot.Position
                )
        );

    private static RouteHandlerBuilder Read(IEndpointRouteBuilder api, string pattern, Delegate handler) =>
        api.MapMethods(pattern, ReadersSite.ReadMethods, handler);

    private static void Get<TShape>(RouteHandlerBuilder endpoint, string summary) =>
        endpoint
            .WithSummary(summary)
            .Produces<TShape>()
            .Produces<ApiProblem>(StatusCodes.Status400BadRequest, ApiProblem.ContentType)
            .Produces<ApiProblem>(StatusCodes.Status404NotFound, ApiProblem.ContentType)
            .Produces<ApiProblem>(StatusCodes.Status429TooManyRequests, ApiProblem.ContentType);

    /// <summary>Answers with a shape; without one, that there is nothing.</summary>
    private async Task SendAsync<T>(HttpContext context, JsonTypeInfo<T> json, Func<ViewSnapshot, Setting, T?> find)
        where T : class
    {
        T? shape;
        using (var snapshot = views.Snapshot())
        {
            shape = find(snapshot, Setup.Of(context, snapshot, clock, options));
        }
        if (shape is null)
        {
            await ApiProblem.WriteAsync(context, StatusCodes.Status404NotFound, "there is nothing of that id");
            return;
        }
        await SendAsync(context, json, shape, "public, max-age=1, stale-while-revalidate=10");
    }

    private static async Task SendAsync<T>(HttpContext context, JsonTypeInfo<T> json, T shape, string cache)
    {
        var content = JsonSerializer.SerializeToUtf8Bytes(shape, json);
        var etag = $"W/\"{Convert.ToHexStringLower(SHA256.HashData(content))[..16]}\"";
        var headers = context.Response.Headers;
        headers.ETag = etag;
        headers.CacheControl = cache;
        if (Revalidation.Knows(context.Request, etag))
        {
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }
        context.Response.ContentType = "application/json";
        context.Response.ContentLength = content.Length;
        await context.Response.Body.WriteAsync(content, context.RequestAborted);
    }

    /// <summary>How many items are asked for; what can't be is refused.</summary>
    private static async Task<int?> ItemsAsync(HttpContext context, int? limit)
    {
        if (limit is < 1 or > MostItems)
        {
            await ApiProblem.WriteAsync(context, 400, $"limit must be 1 to {MostItems}");
            return null;
        }
        return limit ?? UsualItems;
    }

    /// <summary>Two values of a cursor, the first of them a number.</summary>
    private static bool TryCursor(string? cursor, out (long First, string Second)? found)
    {
        found = null;
        if (string.IsNullOrEmpty(cursor))
        {
            return true;
        }
        var parts = cursor.Split('.', 2);
        if (
            parts.Length != 2
            || parts[1].Length is 0 or > 40
            || !long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var first)
        )
        {
            return false;
        }
        found = (first, parts[1]);
        return true;
    }

    private static string Cursor(long first, string second) =>
        string.Create(CultureInfo.InvariantCulture, $"{first}.{second}");

    private static Task RefuseCursorAsync(HttpContext context) =>
        ApiProblem.WriteAsync(context, 400, "cursor must be the next of an answer before");
}
