using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Perennial.Publish;

/// <summary>Makes a problem of every error under the address of the API, whoever refused and whatever failed.</summary>
internal static partial class ApiErrors
{
    /// <summary>Says of every error under the address of the API what is wrong, whoever refused.</summary>
    public static void Use(IApplicationBuilder app) => app.UseWhen(IsOfApi, api => api.Use(CompleteAsync));

    /// <summary>Whether a request is for the API.</summary>
    public static bool IsOfApi(HttpContext context) =>
        context.Request.Path.StartsWithSegments(ApiProblem.Root, StringComparison.OrdinalIgnoreCase);

    private static async Task CompleteAsync(HttpContext context, RequestDelegate next)
    {
        try
        {
            await next(context);
        }
        catch (BadHttpRequestException e) when (!context.Response.HasStarted)
        {
            await ApiProblem.WriteAsync(context, e.StatusCode, "the call can't be read: " + OneLine(e.Message));
        }
        catch (Exception e) when (e is not OperationCanceledException && !context.Response.HasStarted)
        {
            LogFailed(
                context.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(ApiErrors)),
                e,
                context.Request.Path
            );
            context.Response.Clear();
            await ApiProblem.WriteAsync(
                context,
                StatusCodes.Status500InternalServerError,
                "something went wrong on our side; it has been noted"
            );
        }
        if (
            context.Response is { StatusCode: >= 400, HasStarted: false, ContentType: null }
            && context.Response.ContentLength is null or 0
        )
        {
            var status = context.Response.StatusCode;
            await ApiProblem.WriteAsync(
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

    [LoggerMessage(LogLevel.Error, "The call {Path} could not be answered")]
    private static partial void LogFailed(ILogger log, Exception e, string path);

    private static string OneLine(string text) => text.ReplaceLineEndings(" ");
}
