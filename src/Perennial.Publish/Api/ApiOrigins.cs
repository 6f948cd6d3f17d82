using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Perennial.Publish;

/// <summary>Lets scripts of any site read the API: it shows what is public, and knows no cookies.</summary>
internal static class ApiOrigins
{
    private const string Reading = "GET, HEAD";

    /// <summary>Says so on every answer to a call that reads, errors too, and to browsers that ask beforehand.</summary>
    public static void Use(IApplicationBuilder app) => app.UseWhen(ApiErrors.IsOfApi, api => api.Use(AllowAsync));

    private static Task AllowAsync(HttpContext context, RequestDelegate next)
    {
        var (request, headers) = (context.Request, context.Response.Headers);
        if (HttpMethods.IsOptions(request.Method) && request.Headers.ContainsKey("Access-Control-Request-Method"))
        {
            headers.AccessControlAllowOrigin = "*";
            headers.AccessControlAllowMethods = Reading;
            headers.AccessControlAllowHeaders = "If-None-Match";
            headers.AccessControlMaxAge = "86400";
            context.Response.StatusCode = StatusCodes.Status204NoContent;
            return Task.CompletedTask;
        }
        if (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
        {
            // At the end, since an error begins its answer anew.
            context.Response.OnStarting(() =>
            {
                headers.AccessControlAllowOrigin = "*";
                headers.AccessControlExposeHeaders = "ETag, Retry-After";
                return Task.CompletedTask;
            });
        }
        return next(context);
    }
}
