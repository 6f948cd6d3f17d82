using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Perennial.Publish.Live;
using Perennial.Store.Views;

namespace Perennial.Publish;

/// <summary>The readers' site: pages, live delivery and feeds.</summary>
public static class ReadersSite
{
    internal static readonly string[] ReadMethods = [HttpMethods.Get, HttpMethods.Head];

    /// <summary>Registers what the site needs besides <see cref="Store.Ledger"/>, <see cref="Store.State"/>, <see cref="ViewStore"/>, <see cref="TimeProvider"/>, <see cref="PublishOptions"/> and <see cref="HubOptions"/>.</summary>
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
        services.AddSingleton<PageCache>();
        services.AddSingleton<ReaderPages>();
        services.AddSingleton<StatementPages>();
        services.AddSingleton<PiecePages>();
        services.AddSingleton<SitePages>();
        services.AddSingleton<SearchPages>();
        services.AddSingleton<FeedPages>();
        services.AddSingleton<ReportLimits>();
        services.AddSingleton<ReportPages>();
        services.AddSingleton<Sitemaps>();
        services.AddSingleton<CitationPages>();
        services.AddSingleton<StoryLists>();
        services.AddSingleton<PicturePages>();
        services.AddSingleton<ReadApi>();
        services.AddApiLimits();
        services.AddApiDescription();
        services.AddSingleton<HubTopics>();
        services.AddSingleton<HubWorker>();
        services.AddSingleton<HubEndpoint>();
        services.AddHostedService(provider => provider.GetRequiredService<HubWorker>());
        services.AddSingleton<StoryReadings>();
        // What has been flushed has been sent: only then may the pump write to the same connection.
        services.Configure<SocketTransportOptions>(transport => transport.MaxWriteBufferSize = LivePump.WriteBuffer);
        services.AddSingleton<LiveRenderer>();
        services.AddSingleton<LivePump>();
        services.AddSingleton<StreamPlaces>();
        services.AddSingleton<LiveEndpoint>();
        services.AddSingleton<LiveHub>();
        services.AddHostedService(provider => provider.GetRequiredService<LiveHub>());
        return services;
    }

    private static bool IsStream(PathString path) => path.Value?.Split('/') is ["", "stories", _, "live"];

    /// <summary>Maps the addresses of the site.</summary>
    public static void MapReadersSite(this WebApplication app)
    {
        // Not the stream, which keeps for hours what it is given: its headers would be a part of what a reader costs, and it
        // would be buffered a second time.
        app.UseWhen(
            context => !IsStream(context.Request.Path),
            others =>
                others
                    .UseSecurityHeaders(Policies())
                    .UseResponseCompression()
                    .Use(app.Services.GetRequiredService<PageCache>().AnswerAsync)
        );
        ApiOrigins.Use(app);
        ApiErrors.Use(app);
        app.Use(FailInOurLookAsync);
        app.UseRateLimiter();
        ReadApi.Map(app);
        ApiDescription.Map(app);
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
            "/posts/{id}",
            (ReaderPages pages, HttpContext context, string id) => pages.PostAnywhereAsync(context, id)
        );
        Map(
            app,
            "/articles/{id}",
            (ReaderPages pages, HttpContext context, string id) => pages.ArticleAsync(context, id)
        );
        Map(
            app,
            "/statements/{id}",
            (StatementPages pages, HttpContext context, string id) => pages.StatementAsync(context, id)
        );
        foreach (var pattern in new[] { "/people/{id}", "/organisations/{id}", "/places/{id}" })
        {
            Map(app, pattern, (ReaderPages pages, HttpContext context, string id) => pages.EntityAsync(context, id));
        }
        Map(
            app,
            "/pieces/{slug}",
            (PiecePages pages, HttpContext context, string slug) => pages.PieceAsync(context, slug)
        );
        Map(
            app,
            "/pieces/{slug}/versions",
            (PiecePages pages, HttpContext context, string slug) => pages.VersionsAsync(context, slug)
        );
        Map(
            app,
            "/pieces/{slug}/picture-{hash}.png",
            (PicturePages pictures, HttpContext context, string slug, string hash) =>
                pictures.PieceAsync(context, slug, hash)
        );
        Map(
            app,
            "/authors/{slug}",
            (SitePages pages, HttpContext context, string slug) => pages.AuthorAsync(context, slug)
        );
        Map(app, "/outlets/{id}", (SitePages pages, HttpContext context, string id) => pages.OutletAsync(context, id));
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
                $"/pieces/{{slug}}/cite.{format}",
                (CitationPages cite, HttpContext context, string slug) => cite.PieceAsync(context, slug, format)
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
            "/stories/{slug}/picture-{hash}.png",
            (PicturePages pictures, HttpContext context, string slug, string hash) =>
                pictures.StoryAsync(context, slug, hash)
        );
        Map(
            app,
            "/stories/{slug}/posts/{id}/picture-{hash}.png",
            (PicturePages pictures, HttpContext context, string slug, string id, string hash) =>
                pictures.PostAsync(context, slug, id, hash)
        );
        Map(app, "/report", (ReportPages reports, HttpContext context) => reports.AskAsync(context));
        app.MapPost("/report", (ReportPages reports, HttpContext context) => reports.TakeAsync(context));
        Map(
            app,
            "/reports/{receipt}",
            (ReportPages reports, HttpContext context, string receipt) => reports.ReceiptAsync(context, receipt)
        );
        app.MapPost(HubTopics.HubPath, (HubEndpoint hub, HttpContext context) => hub.TakeAsync(context))
            .RequireRateLimiting(ApiLimits.Policy);
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
        // As it is, since services that a request asks for would be kept as long as the stream.
        app.MapMethods(
            "/stories/{slug}/live",
            ReadMethods,
            app.Services.GetRequiredService<LiveEndpoint>().StreamAsync
        );
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
        app.MapFallback(
            ApiProblem.Root + "/{**rest}",
            (HttpContext context) =>
                ApiProblem.WriteAsync(
                    context,
                    StatusCodes.Status404NotFound,
                    "there is nothing at this address; /api/v1/openapi.json lists what there is"
                )
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
                && !ApiErrors.IsOfApi(context)
            )
        {
            context.RequestServices.GetRequiredService<ReaderPages>().LogFailure(context, e);
            await context.RequestServices.GetRequiredService<ReaderPages>().FailedAsync(context);
        }
    }
}
