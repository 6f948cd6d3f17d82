using Microsoft.AspNetCore.Http;
using Perennial.Publish.Texts;
using Perennial.Store.Views;

namespace Perennial.Publish;

/// <summary>What a request decides about a page: its language and the address of the site.</summary>
internal static class Setup
{
    /// <summary>What stands on the masthead before the publication has been named.</summary>
    public static Site NamelessSite { get; } = new() { Name = "Perennial" };

    /// <summary>The setting of a page.</summary>
    public static Setting Of(HttpContext context, ViewSnapshot snapshot, TimeProvider clock, PublishOptions options)
    {
        var site = SiteView.Current(snapshot) ?? NamelessSite;
        return new Setting(
            site,
            Texts(context.Request, site),
            context.Request.Path.Value ?? "/",
            clock.GetUtcNow(),
            BaseUrl(options, context.Request)
        );
    }

    /// <summary>The setting of something that nobody asked for: in the site's own language.</summary>
    public static Setting Of(ViewSnapshot snapshot, TimeProvider clock, string baseUrl)
    {
        var site = SiteView.Current(snapshot) ?? NamelessSite;
        var texts = InterfaceTexts.Find(site.Language) ?? InterfaceTexts.Find("en")!;
        return new Setting(site, texts, "/", clock.GetUtcNow(), baseUrl);
    }

    /// <summary>The language that the address asks for, or the reader's browser, or the site's own.</summary>
    public static InterfaceTexts Texts(HttpRequest request, Site site) =>
        Asked(request) ?? InterfaceTexts.Find(site.Language) ?? InterfaceTexts.Find("en")!;

    /// <summary>The language that the address asks for, or the reader's browser; <see langword="null"/> for none that we have.</summary>
    public static InterfaceTexts? Asked(HttpRequest request) =>
        InterfaceTexts.Find(request.Query["lang"])
        ?? request
            .GetTypedHeaders()
            .AcceptLanguage.OrderByDescending(language => language.Quality ?? 1)
            .Select(language => InterfaceTexts.Find(language.Value.Value))
            .FirstOrDefault(texts => texts is not null);

    /// <summary>The address of the site, without a slash at its end.</summary>
    public static string BaseUrl(PublishOptions options, HttpRequest? request) =>
        options.PublicUrl?.AbsoluteUri.TrimEnd('/') ?? (request is null ? "" : $"{request.Scheme}://{request.Host}");
}
