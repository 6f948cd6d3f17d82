using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Perennial.Publish.Pages;

namespace Perennial.Publish;

/// <summary>Answers a request with a rendered page, or with 304 when the reader has it already.</summary>
internal sealed class PageAnswer(ComponentRenderer renderer, PublishOptions options)
{
    /// <summary>Answers with a page made from the views at a position.</summary>
    /// <param name="context">The request.</param>
    /// <param name="position">The position of the views.</param>
    /// <param name="setting">The page's setting.</param>
    /// <param name="parameters">The component's other parameters.</param>
    public async Task SendAsync<TPage>(
        HttpContext context,
        long position,
        Setting setting,
        Dictionary<string, object?> parameters
    )
        where TPage : IComponent
    {
        if (!IsKnown(context, position, setting))
        {
            await PageCache.SendAsync(
                context,
                position,
                await HtmlAsync<TPage>(setting, parameters),
                setting.Breaking?.Until
            );
        }
    }

    /// <summary>Answers with a page that is for one reader only, and says nothing of keeping it.</summary>
    public Task SendPrivatelyAsync<TPage>(HttpContext context, Setting setting, Dictionary<string, object?> parameters)
        where TPage : IComponent => WriteAsync<TPage>(context, setting, parameters);

    /// <summary>Answers with something other than a page, or with 304 where the reader has just that.</summary>
    /// <param name="context">The request.</param>
    /// <param name="contentType">What it is.</param>
    /// <param name="content">Its bytes: they make the ETag, so that it holds until they change.</param>
    /// <param name="changed">When it last changed, where that is known.</param>
    public static Task SendDocumentAsync(
        HttpContext context,
        string contentType,
        ReadOnlyMemory<byte> content,
        DateTimeOffset? changed
    )
    {
        var etag = $"W/\"{Convert.ToHexStringLower(SHA256.HashData(content.Span))[..16]}\"";
        var headers = context.Response.GetTypedHeaders();
        context.Response.Headers.ETag = etag;
        headers.LastModified = changed;
        // A minute and no more: a post that is removed must not live on in a cache.
        context.Response.Headers.CacheControl = "public, max-age=60, stale-while-revalidate=60";
        context.Response.Headers.Vary = "Accept-Language";
        var asked = context.Request.GetTypedHeaders();
        var isKnown =
            asked.IfNoneMatch.Count > 0
                ? Revalidation.Knows(context.Request, etag)
                : asked.IfModifiedSince is { } since
                    && changed is { } last
                    && since.ToUnixTimeSeconds() >= last.ToUnixTimeSeconds();
        if (isKnown)
        {
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }
        return WriteAsync(context, contentType, content);
    }

    /// <summary>Answers that there is nothing at the address.</summary>
    public Task NotFoundAsync(HttpContext context, Setting setting) =>
        MessageAsync(context, setting, StatusCodes.Status404NotFound, "not-found");

    /// <summary>Answers that a page can't be shown as it was: it was not there yet, or the time can't be read.</summary>
    public Task NotThenAsync(HttpContext context, Setting setting, bool understood, string address) =>
        understood
            ? MessageAsync(context, setting, StatusCodes.Status404NotFound, "not-then", address)
            : MessageAsync(context, setting, StatusCodes.Status400BadRequest, "no-time", address);

    /// <summary>Answers that something went wrong on our side.</summary>
    public Task FailedAsync(HttpContext context, Setting setting) =>
        MessageAsync(context, setting, StatusCodes.Status500InternalServerError, "failed");

    /// <summary>Answers with a message of the interface.</summary>
    /// <param name="context">The request.</param>
    /// <param name="setting">The page's setting.</param>
    /// <param name="status">The HTTP status.</param>
    /// <param name="key">The key of its title; that of the words below is <c>key-more</c>.</param>
    /// <param name="address">Where to go on; <see langword="null"/> for the front page.</param>
    public Task MessageAsync(HttpContext context, Setting setting, int status, string key, string? address = null)
    {
        context.Response.StatusCode = status;
        context.Response.Headers.CacheControl = "no-store";
        return WriteAsync<MessagePage>(
            context,
            setting,
            new()
            {
                [nameof(MessagePage.Title)] = setting.Texts[key],
                [nameof(MessagePage.Message)] = setting.Texts[key + "-more"],
                [nameof(MessagePage.Address)] = address,
            }
        );
    }

    private async Task WriteAsync<TPage>(HttpContext context, Setting setting, Dictionary<string, object?> parameters)
        where TPage : IComponent =>
        await WriteAsync(context, "text/html; charset=utf-8", await HtmlAsync<TPage>(setting, parameters));

    private async Task<byte[]> HtmlAsync<TPage>(Setting setting, Dictionary<string, object?> parameters)
        where TPage : IComponent
    {
        parameters[nameof(Setting)] = setting;
        return Encoding.UTF8.GetBytes(await renderer.RenderAsync<TPage>(parameters));
    }

    private static async Task WriteAsync(HttpContext context, string contentType, ReadOnlyMemory<byte> content)
    {
        context.Response.ContentType = contentType;
        context.Response.ContentLength = content.Length;
        if (!HttpMethods.IsHead(context.Request.Method))
        {
            await context.Response.Body.WriteAsync(content, context.RequestAborted);
        }
    }

    /// <summary>Says what the answer is made of, and whether the reader has it already: then 304 is all they need.</summary>
    private bool IsKnown(HttpContext context, long position, Setting setting)
    {
        // The hour, since a page leaves out the day of what is of today; and the states of its stories, which turn by themselves.
        var etag = string.Create(
            CultureInfo.InvariantCulture,
            $"W/\"{position}-{options.Build}-{setting.Texts.Language}-{setting.Now.ToUnixTimeSeconds() / 3600}{setting.Standing}{(setting.Breaking is null ? "" : "-b")}\""
        );
        var headers = context.Response.Headers;
        headers.ETag = etag;
        // Browsers ask each time, since a page of a second ago may lack what its reader came back for; caches in between hold it that second.
        headers.CacheControl = "public, max-age=0, s-maxage=1, stale-while-revalidate=10";
        headers.Vary = "Accept-Language";
        if (!Revalidation.Knows(context.Request, etag))
        {
            return false;
        }
        context.Response.StatusCode = StatusCodes.Status304NotModified;
        return true;
    }
}
