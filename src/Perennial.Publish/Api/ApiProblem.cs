using System.Text.Json;
using Microsoft.AspNetCore.Http;

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
}
