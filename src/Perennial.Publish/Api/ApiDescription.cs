using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;

namespace Perennial.Publish;

/// <summary>The API in the words of OpenAPI, made from what is mapped.</summary>
public static class ApiDescription
{
    /// <summary>The tag of calls that write: they need a token.</summary>
    public const string Writing = "write";

    // Where an address names no document, this is the one.
    private const string Name = "v1";
    private const string Token = "token";

    internal static IServiceCollection AddApiDescription(this IServiceCollection services)
    {
        // A number is a number, and no string of digits.
        services.ConfigureHttpJsonOptions(json => json.SerializerOptions.NumberHandling = JsonNumberHandling.Strict);
        return services.AddOpenApi(
            Name,
            description =>
            {
                description.ShouldInclude = call =>
                    call.RelativePath?.StartsWith("api/v1/", StringComparison.Ordinal) == true
                    && call.HttpMethod != "HEAD";
                description.AddDocumentTransformer(
                    (document, _, _) =>
                    {
                        Head(document);
                        return Task.CompletedTask;
                    }
                );
                description.AddOperationTransformer(
                    (operation, context, _) =>
                    {
                        Complete(operation, context);
                        return Task.CompletedTask;
                    }
                );
            }
        );
    }

    internal static void Map(IEndpointRouteBuilder app) =>
        app.MapOpenApi("/api/v1/openapi.json").RequireRateLimiting(ApiLimits.Policy);

    private static void Head(OpenApiDocument document)
    {
        document.Info.Title = "Perennial";
        document.Info.Version = "1";
        document.Info.Description =
            "What a Perennial newsroom shows to readers, and what people with a token write into it.";
        // The address under which readers know it is not known here; it is the one that was asked.
        document.Servers?.Clear();
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes ??= new Dictionary<string, IOpenApiSecurityScheme>(StringComparer.Ordinal);
        document.Components.SecuritySchemes[Token] = new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.Http,
            Scheme = "bearer",
            Description = "Made by perennial token.",
        };
    }

    private static void Complete(OpenApiOperation operation, OpenApiOperationTransformerContext context)
    {
        // Any type is taken, JSON is meant.
        operation.RequestBody?.Content?.Remove("*/*");
        if (operation.Tags?.Any(tag => tag.Name == Writing) == true)
        {
            operation.Security = [new() { [new OpenApiSecuritySchemeReference(Token, context.Document)] = [] }];
        }
    }
}
