using Microsoft.AspNetCore.Http;
using Perennial.Store.Views;

namespace Perennial.Publish;

/// <summary>The pictures of shared pages. An address holds the hash of what is drawn, so that caches may keep it for ever.</summary>
internal sealed class PicturePages(ViewStore views, PageAnswer answer, TimeProvider clock, PublishOptions options)
    : IDisposable
{
    // What is shared is asked for again and again; a picture has about 40 kB.
    private const int MostKept = 100;
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(5);

    private readonly SemaphoreSlim drawing = new(1, 1);
    private readonly Lock gate = new();
    private readonly Dictionary<string, byte[]> kept = new(StringComparer.Ordinal);
    private readonly Queue<string> order = new();

    public Task StoryAsync(HttpContext context, string slug, string hash) =>
        SendAsync(
            context,
            hash,
            (snapshot, setting) =>
                StoriesView.FindBySlug(snapshot, slug) is { } story ? SharePicture.OfStory(setting, story) : null
        );

    public Task PostAsync(HttpContext context, string slug, string id, string hash) =>
        SendAsync(
            context,
            hash,
            (snapshot, setting) =>
                StoriesView.FindBySlug(snapshot, slug) is { } story
                && PostsView.Find(snapshot, id) is { Post.Withdrawn: false } post
                && post.Story == story.Id
                    ? SharePicture.OfPost(setting, story, post)
                    : null
        );

    public Task PieceAsync(HttpContext context, string slug, string hash) =>
        SendAsync(
            context,
            hash,
            (snapshot, setting) =>
                PiecesView.Find(snapshot, slug) is { Piece.Withdrawn: false } piece
                    ? SharePicture.OfPiece(setting, piece)
                    : null
        );

    /// <inheritdoc/>
    public void Dispose() => drawing.Dispose();

    private async Task SendAsync(HttpContext context, string hash, Func<ViewSnapshot, Setting, SharePicture?> find)
    {
        Setting setting;
        SharePicture? picture;
        using (var snapshot = views.Snapshot())
        {
            setting = Setup.Of(context, snapshot, clock, options);
            picture = find(snapshot, setting);
        }
        if (picture is null || !PicturePainter.CanDraw(picture))
        {
            await answer.NotFoundAsync(context, setting);
            return;
        }
        if (picture.Hash != hash)
        {
            // The headline has changed since somebody shared it.
            context.Response.Headers.CacheControl = "public, max-age=60";
            context.Response.Redirect(picture.Address);
            return;
        }
        if (await DrawnAsync(picture, context.RequestAborted) is not { } png)
        {
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            context.Response.Headers.RetryAfter = "10";
            return;
        }
        context.Response.ContentType = "image/png";
        context.Response.ContentLength = png.Length;
        context.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        context.Response.Headers.ETag = $"\"{hash}\"";
        if (!HttpMethods.IsHead(context.Request.Method))
        {
            await context.Response.Body.WriteAsync(png, context.RequestAborted);
        }
    }

    /// <summary>One is drawn at a time: who asks for thousands waits in line, and the pages do not.</summary>
    private async Task<byte[]?> DrawnAsync(SharePicture picture, CancellationToken cancellation)
    {
        if (Kept(picture.Hash) is { } ready)
        {
            return ready;
        }
        if (!await drawing.WaitAsync(LongestWait, cancellation))
        {
            return null;
        }
        try
        {
            if (Kept(picture.Hash) is { } meanwhile)
            {
                return meanwhile;
            }
            var png = PicturePainter.Draw(picture);
            lock (gate)
            {
                kept[picture.Hash] = png;
                order.Enqueue(picture.Hash);
                if (order.Count > MostKept)
                {
                    kept.Remove(order.Dequeue());
                }
            }
            return png;
        }
        finally
        {
            drawing.Release();
        }
    }

    private byte[]? Kept(string hash)
    {
        lock (gate)
        {
            return kept.GetValueOrDefault(hash);
        }
    }
}
