using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Perennial.Publish;

/// <summary>The API in the words of OpenAPI, made from what is mapped.</summary>
internal static class ApiDescription
{
    // Where an address names no document, this is the one.
    private const string Name = "v1";

    public static IServiceCollection AddApiDescription(this IServiceCollection services) =>
        services.AddOpenApi(
            Name,
            description =>
            {
                description.ShouldInclude = call =>
                    call.RelativePath?.StartsWith("api/v1/", StringComparison.Ordinal) == true
                    && call.HttpMethod != "HEAD";
                description.AddOperationTransformer(
                    (operation, _, _) =>
                    {
                        // Any type is taken, JSON is meant.
                        operation.RequestBody?.Content?.Remove("*/*");
                        return Task.CompletedTask;
                    }
                );
                description.AddDocumentTransformer(
                    (document, _, _) =>
                    {
                        document.Info.Title = "Perennial";
                        document.Info.Version = "1";
                        document.Info.Description =
                            "What a Perennial newsroom shows to readers, and what people with a token write into it.";
                        // The address under which readers know it is not known here; it is the one that was asked.
                        document.Servers?.Clear();
                        return Task.CompletedTask;
                    }
                );
            }
        );

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapOpenApi("/api/v1/openapi.json").RequireRateLimiting(ApiLimits.Policy);
}
