using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Perennial.Publish.Live;
using Perennial.Store.Views;

namespace Perennial.Publish;

/// <summary>The readers' site: pages, live delivery and feeds.</summary>
public static class ReadersSite
{
    private static readonly string[] ReadMethods = [HttpMethods.Get, HttpMethods.Head];

    /// <summary>Registers what the site needs besides <see cref="Store.Ledger"/>, <see cref="Store.State"/>, <see cref="ViewStore"/>, <see cref="TimeProvider"/> and <see cref="PublishOptions"/>.</summary>
    public static IServiceCollection AddReadersSite(this IServiceCollection services)
    {
        // Without this é and 서 become entities.
        services.TryAddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        // Pages, feeds and polls; the stream stays as it is, each event at once. Nothing here holds a secret to guess.
        services.AddResponseCompression(compression =>
        {
            compression.EnableForHttps = true;
            compression.MimeTypes =
            [
                "text/html",
                "text/csv",
                "application/json",
                "application/xml",
                .. FeedPages.Formats.Values.Select(format => format.ContentType),
            ];
        });
        services.AddSingleton<PastReadings>();
        services.AddSingleton<ComponentRenderer>();
        services.AddSingleton<PageAnswer>();
        services.AddSingleton<ReaderPages>();
        services.AddSingleton<SearchPages>();
        services.AddSingleton<FeedPages>();
        services.AddSingleton<ReportLimits>();
        services.AddSingleton<ReportPages>();
        services.AddSingleton<Sitemaps>();
        services.AddSingleton<CitationPages>();
        services.AddSingleton<StoryLists>();
        services.AddSingleton<StoryReadings>();
        services.AddSingleton<LiveRenderer>();
        services.AddSingleton<LiveHub>();
        services.AddHostedService(provider => provider.GetRequiredService<LiveHub>());
        return services;
    }

    /// <summary>Maps the addresses of the site.</summary>
    public static void MapReadersSite(this WebApplication app)
    {
        app.UseSecurityHeaders(Policies());
        // Not the stream: it would be buffered a second time for every reader.
        app.UseWhen(
            context => context.Request.Path.Value?.EndsWith("/live", StringComparison.Ordinal) != true,
            others => others.UseResponseCompression()
        );
        app.Use(FailInOurLookAsync);
        Map(app, "/", (ReaderPages pages, HttpContext context) => pages.FrontAsync(context, section: null));
        Map(
            app,
            "/sections/{slug}",
            (ReaderPages pages, HttpContext context, string slug) => pages.FrontAsync(context, slug)
        );
        Map(
            app,
            "/stories/{slug}",
            (ReaderPages pages, HttpContext context, string slug) => pages.StoryAsync(context, slug)
        );
        Map(
            app,
            "/stories/{slug}/posts/{id}",
            (ReaderPages pages, HttpContext context, string slug, string id) => pages.PostAsync(context, slug, id)
        );
        Map(
            app,
            "/stories/{slug}/posts/{id}/versions",
            (ReaderPages pages, HttpContext context, string slug, string id) => pages.VersionsAsync(context, slug, id)
        );
        Map(
            app,
            "/articles/{id}",
            (ReaderPages pages, HttpContext context, string id) => pages.ArticleAsync(context, id)
        );
        Map(
            app,
            "/statements/{id}",
            (ReaderPages pages, HttpContext context, string id) => pages.StatementAsync(context, id)
        );
        foreach (var pattern in new[] { "/people/{id}", "/organisations/{id}", "/places/{id}" })
        {
            Map(app, pattern, (ReaderPages pages, HttpContext context, string id) => pages.EntityAsync(context, id));
        }
        Map(app, "/search", (SearchPages pages, HttpContext context) => pages.FindAsync(context));
        Map(app, "/about", (ReaderPages pages, HttpContext context) => pages.AboutAsync(context));
        foreach (var format in FeedPages.Formats.Keys)
        {
            Map(app, $"/feed.{format}", (FeedPages feeds, HttpContext context) => feeds.SiteAsync(context, format));
            Map(
                app,
                $"/sections/{{slug}}/feed.{format}",
                (FeedPages feeds, HttpContext context, string slug) => feeds.SectionAsync(context, slug, format)
            );
            Map(
                app,
                $"/stories/{{slug}}/feed.{format}",
                (FeedPages feeds, HttpContext context, string slug) => feeds.StoryAsync(context, slug, format)
            );
        }
        foreach (var format in CitationPages.Formats.Keys)
        {
            Map(
                app,
                $"/stories/{{slug}}/cite.{format}",
                (CitationPages cite, HttpContext context, string slug) => cite.StoryAsync(context, slug, format)
            );
            Map(
                app,
                $"/stories/{{slug}}/posts/{{id}}/cite.{format}",
                (CitationPages cite, HttpContext context, string slug, string id) =>
                    cite.PostAsync(context, slug, id, format)
            );
            Map(
                app,
                $"/articles/{{id}}/cite.{format}",
                (CitationPages cite, HttpContext context, string id) => cite.ArticleAsync(context, id, format)
            );
            Map(
                app,
                $"/statements/{{id}}/cite.{format}",
                (CitationPages cite, HttpContext context, string id) => cite.StatementAsync(context, id, format)
            );
        }
        foreach (var list in StoryLists.Lists.Keys)
        {
            Map(
                app,
                $"/stories/{{slug}}/{list}.csv",
                (StoryLists lists, HttpContext context, string slug) => lists.SendAsync(context, slug, list)
            );
        }
        Map(
            app,
            "/api/v1/stories/{story}/reading",
            (StoryReadings readings, HttpContext context, string story) => readings.SendAsync(context, story)
        );
        Map(app, "/report", (ReportPages reports, HttpContext context) => reports.AskAsync(context));
        app.MapPost("/report", (ReportPages reports, HttpContext context) => reports.TakeAsync(context));
        Map(
            app,
            "/reports/{receipt}",
            (ReportPages reports, HttpContext context, string receipt) => reports.ReceiptAsync(context, receipt)
        );
        Map(app, "/robots.txt", (Sitemaps maps, HttpContext context) => maps.RobotsAsync(context));
        Map(app, "/sitemap.xml", (Sitemaps maps, HttpContext context) => maps.IndexAsync(context));
        Map(app, "/sitemaps/pages.xml", (Sitemaps maps, HttpContext context) => maps.PagesAsync(context));
        Map(app, "/sitemaps/news.xml", (Sitemaps maps, HttpContext context) => maps.NewsAsync(context));
        Map(
            app,
            "/sitemaps/posts-{block:long:min(0)}.xml",
            (Sitemaps maps, HttpContext context, long block) => maps.PostsAsync(context, block)
        );
        Map(
            app,
            "/stories/{slug}/since/{position:long:min(0)}",
            (ReaderPages pages, HttpContext context, string slug, long position) =>
                pages.SinceAsync(context, slug, position)
        );
        Map(app, "/stories/{slug}/live", LiveEndpoints.StreamAsync);
        Map(app, "/stories/{slug}/changes/{position:long}", ChangesEndpoint.AnswerAsync);
        foreach (var asset in SiteAsset.All)
        {
            Map(app, asset.Address, (HttpContext context) => asset.SendAsync(context));
        }
        app.MapGet("/health/live", () => "live");
        app.MapGet(
            "/health/ready",
            (ViewStore views) =>
                string.Create(System.Globalization.CultureInfo.InvariantCulture, $"ready at {views.Position}")
        );
        app.MapFallback((ReaderPages pages, HttpContext context) => pages.NotFoundAsync(context));
    }

    private static void Map(IEndpointRouteBuilder app, string pattern, Delegate handler) =>
        app.MapMethods(pattern, ReadMethods, handler);

    private static HeaderPolicyCollection Policies() =>
        new HeaderPolicyCollection()
            .AddDefaultSecurityHeaders()
            .AddContentSecurityPolicy(policy =>
            {
                policy.AddDefaultSrc().None();
                policy.AddStyleSrc().Self();
                policy.AddScriptSrc().Self();
                policy.AddConnectSrc().Self();
                policy.AddImgSrc().Self().Data();
                policy.AddBaseUri().None();
                policy.AddFormAction().Self();
                policy.AddFrameAncestors().None();
            });

    private static async Task FailInOurLookAsync(HttpContext context, RequestDelegate next)
    {
        try
        {
            await next(context);
        }
        catch (Exception e)
            when (!context.Response.HasStarted
                && e is not OperationCanceledException
                && context.Request.Method == HttpMethods.Get
            )
        {
            context.RequestServices.GetRequiredService<ReaderPages>().LogFailure(context, e);
            await context.RequestServices.GetRequiredService<ReaderPages>().FailedAsync(context);
        }
    }
}
