using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace Perennial.Publish;

/// <summary>Why a call of the API was refused: problem details (RFC 9457), the one shape of all errors.</summary>
/// <param name="Type">What sort: always <c>about:blank</c>, so the status says it.</param>
/// <param name="Title">What is wrong, in one line.</param>
/// <param name="Status">The HTTP status.</param>
public sealed record ApiProblem(string Type, string Title, int Status)
{
    /// <summary>Where the API begins.</summary>
    public const string Root = "/api";

    /// <summary>What problems are sent as.</summary>
    public const string ContentType = "application/problem+json";

    /// <summary>Refuses a call.</summary>
    public static Task WriteAsync(HttpContext context, int status, string title)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = ContentType;
        context.Response.Headers.CacheControl = "no-store";
        return JsonSerializer.SerializeAsync(
            context.Response.Body,
            new ApiProblem("about:blank", title, status),
            ApiJson.Default.ApiProblem,
            context.RequestAborted
        );
    }

    /// <summary>Says of every error under the address of the API what is wrong, whoever refused.</summary>
    internal static void UseForApi(IApplicationBuilder app) => app.UseWhen(IsOfApi, api => api.Use(CompleteAsync));

    /// <summary>Whether a request is for the API.</summary>
    internal static bool IsOfApi(HttpContext context) =>
        context.Request.Path.StartsWithSegments(Root, StringComparison.OrdinalIgnoreCase);

    private static async Task CompleteAsync(HttpContext context, RequestDelegate next)
    {
        try
        {
            await next(context);
        }
        catch (BadHttpRequestException e) when (!context.Response.HasStarted)
        {
            await WriteAsync(context, e.StatusCode, "the call can't be read: " + OneLine(e.Message));
        }
        if (
            context.Response is { StatusCode: >= 400, HasStarted: false, ContentType: null }
            && context.Response.ContentLength is null or 0
        )
        {
            var status = context.Response.StatusCode;
            await WriteAsync(
                context,
                status,
                status switch
                {
                    400 => "a parameter is not what it should be: numbers are whole and written in digits",
                    _ => ReasonPhrases.GetReasonPhrase(status).ToLowerInvariant(),
                }
            );
        }
    }

    private static string OneLine(string text) => text.ReplaceLineEndings(" ");
}
