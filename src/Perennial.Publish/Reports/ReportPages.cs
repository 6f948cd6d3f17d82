using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Perennial.Publish.Pages;
using Perennial.Publish.Parts;
using Perennial.Store;
using Perennial.Store.Views;

namespace Perennial.Publish;

/// <summary>Readers report errors: a form, a receipt, and a page that says what became of it. No account, no trace but what they write.</summary>
internal sealed class ReportPages(
    ViewStore views,
    State state,
    ReportLimits limits,
    PageAnswer answer,
    TimeProvider clock,
    PublishOptions options
)
{
    /// <summary>How long a report may be, in characters.</summary>
    public const int LongestMessage = 2_000;

    /// <summary>How long an address may be.</summary>
    public const int LongestContact = 200;

    private const int LongestForm = 32 * 1024;
    private const int LongestReceipt = 64;

    /// <summary>The form.</summary>
    public Task AskAsync(HttpContext context)
    {
        var about = context.Request.Query["about"].ToString();
        var (setting, title) = Look(context, about);
        return title is null
            ? answer.NotFoundAsync(context, setting)
            : FormAsync(context, setting, StatusCodes.Status200OK, about, title, "", "", problem: null);
    }

    /// <summary>The form, sent.</summary>
    public async Task TakeAsync(HttpContext context)
    {
        if (await FieldsAsync(context) is not { } form)
        {
            var (unknown, _) = Look(context, "");
            await answer.MessageAsync(context, unknown, StatusCodes.Status400BadRequest, "report-refused");
            return;
        }
        var about = form["about"].ToString();
        var message = form["message"].ToString().Trim();
        var contact = form["contact"].ToString().Trim();
        var (setting, title) = Look(context, about);
        if (title is null)
        {
            await answer.NotFoundAsync(context, setting);
        }
        else if (IsFromElsewhere(context.Request))
        {
            await answer.MessageAsync(context, setting, StatusCodes.Status403Forbidden, "report-refused", about);
        }
        else if (message.Length is 0 or > LongestMessage || contact.Length > LongestContact)
        {
            await FormAsync(
                context,
                setting,
                StatusCodes.Status422UnprocessableEntity,
                about,
                title,
                message,
                contact,
                setting.Texts.With("report-length", LongestMessage)
            );
        }
        else if (!limits.Allow(context.Connection.RemoteIpAddress))
        {
            context.Response.Headers.RetryAfter = "3600";
            await FormAsync(
                context,
                setting,
                StatusCodes.Status429TooManyRequests,
                about,
                title,
                message,
                contact,
                setting.Texts["report-later"]
            );
        }
        else if (state.Report(about, message, contact.Length > 0 ? contact : null, clock) is { } receipt)
        {
            context.Response.StatusCode = StatusCodes.Status303SeeOther;
            context.Response.Headers.CacheControl = "no-store";
            context.Response.Headers.Location = setting.Link($"/reports/{receipt}");
        }
        else
        {
            await FormAsync(
                context,
                setting,
                StatusCodes.Status503ServiceUnavailable,
                about,
                title,
                message,
                contact,
                setting.Texts["report-later"]
            );
        }
    }

    /// <summary>What became of a report.</summary>
    public Task ReceiptAsync(HttpContext context, string receipt)
    {
        var report = receipt.Length <= LongestReceipt ? state.FindReport(receipt) : null;
        var (setting, title) = Look(context, report?.About ?? "");
        Privately(context);
        return report is null
            ? answer.NotFoundAsync(context, setting)
            : answer.SendPrivatelyAsync<ReceiptPage>(
                context,
                setting,
                new() { [nameof(ReceiptPage.Report)] = report, [nameof(ReceiptPage.Title)] = title }
            );
    }

    private Task FormAsync(
        HttpContext context,
        Setting setting,
        int status,
        string about,
        string title,
        string message,
        string contact,
        string? problem
    )
    {
        context.Response.StatusCode = status;
        Privately(context);
        return answer.SendPrivatelyAsync<ReportPage>(
            context,
            setting,
            new()
            {
                [nameof(ReportPage.About)] = about,
                [nameof(ReportPage.Title)] = title,
                [nameof(ReportPage.Message)] = message,
                [nameof(ReportPage.Contact)] = contact,
                [nameof(ReportPage.Problem)] = problem,
            }
        );
    }

    // The address of a receipt is a secret: no cache keeps it. Other sites are told of our origin only, by every page.
    private static void Privately(HttpContext context) => context.Response.Headers.CacheControl = "no-store";

    private static async Task<IFormCollection?> FieldsAsync(HttpContext context)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = LongestForm;
        }
        if (
            context.Request.ContentType?.StartsWith(
                "application/x-www-form-urlencoded",
                StringComparison.OrdinalIgnoreCase
            ) != true
        )
        {
            return null;
        }
        try
        {
            return await context.Request.ReadFormAsync(
                new FormOptions { ValueCountLimit = 8, ValueLengthLimit = LongestForm },
                context.RequestAborted
            );
        }
        catch (Exception e) when (e is BadHttpRequestException or InvalidDataException)
        {
            return null;
        }
    }

    // Another site must not send reports through the browsers of its readers.
    private static bool IsFromElsewhere(HttpRequest request) =>
        request.Headers["Sec-Fetch-Site"].ToString() is not ("" or "same-origin" or "none");

    /// <summary>What a path of ours shows to readers, in words.</summary>
    private (Setting Setting, string? Title) Look(HttpContext context, string path)
    {
        using var snapshot = views.Snapshot();
        var setting = Setup.Of(context, snapshot, clock, options);
        return (setting, TitleOf(snapshot, setting, path));
    }

    private string? TitleOf(ViewSnapshot snapshot, Setting setting, string path) =>
        path.Split('/') switch
        {
            ["", "stories", var slug] => StoriesView.FindBySlug(snapshot, slug)?.Headline,
            ["", "stories", var slug, "posts", var id] => StoriesView.FindBySlug(snapshot, slug) is { } story
            && PostsView.Find(snapshot, id) is { } post
            && post.Story == story.Id
                ? post.Post.Title ?? story.Headline
                : null,
            ["", "articles", var id] => Article(snapshot, id) is { } row
                ? row.Article!.Title ?? setting.Texts["article"]
                : null,
            ["", "statements", var id] => Statement(snapshot, id),
            ["", "pieces", var slug] => PiecesView.Find(snapshot, slug)?.Piece.Headline,
            ["", "outlets", var id] => SourcesView.Find(snapshot, id)?.Name,
            ["", "people" or "organisations" or "places", var id] => EntitiesView.Find(snapshot, id) is { } entity
                ? EntityPageModel.Of(snapshot, entity, options.HoldsPeople)?.Name
                : null,
            _ => null,
        };

    private static ArticleRow? Article(ViewSnapshot snapshot, string id) =>
        ArticlesView.Find(snapshot, id) is { Article.Problem: null, Gone: null } row
        && !GateView.HoldsArticle(snapshot, row)
            ? row
            : null;

    private static string? Statement(ViewSnapshot snapshot, string id) =>
        StatementsView.ArticleOf(snapshot, id) is { } article
        && Article(snapshot, article) is { } row
        && Rights.Statements(row).FirstOrDefault(listed => StatementId.Of(row.Id, listed.Statement) == id)
            is { Statement: { } statement }
            ? StatementWords.Quoted(statement.Text, statement.Kind, row.Article!.Language)
            : null;
}
