using Microsoft.AspNetCore.Http;
using Perennial.Publish.Pages;
using Perennial.Publish.Parts;
using Perennial.Store.Views;

namespace Perennial.Publish;

/// <summary>The pages of statements, as they are and as they were.</summary>
internal sealed class StatementPages(
    ViewStore views,
    PastReadings readings,
    PageAnswer answer,
    TimeProvider clock,
    PublishOptions options
)
{
    // Each is looked up in the record; who wants to see more of them has the article's page.
    private const int MostReadings = 20;

    public async Task StatementAsync(HttpContext context, string id)
    {
        Setting setting;
        ArticleRow? row;
        GoneStatement? gone;
        QuotationWay? way;
        AsOf? then;
        bool understood;
        bool held;
        IReadOnlyList<long> read = [];
        long position;
        using (var snapshot = views.Snapshot())
        {
            setting = Setup.Of(context, snapshot, clock, options);
            understood = AsOf.TryRead(context.Request, snapshot, setting, out then);
            position = snapshot.Position;
            gone = StatementsView.Gone(snapshot, id);
            row = (gone?.Article ?? StatementsView.ArticleOf(snapshot, id)) is { } article
                ? ArticlesView.Find(snapshot, article)
                : null;
            held = row is not null && GateView.HoldsArticle(snapshot, row);
            way = then is null ? QuotationWay.Of(snapshot, id) : null;
            if (then is not null && row is not null)
            {
                read = ArticleVersionsView.Readings(snapshot, row.Id);
            }
        }
        if (row is not { Article.Problem: null, Gone: null } || held)
        {
            await answer.NotFoundAsync(context, setting);
            return;
        }
        var now = Shown(row, gone is null ? id : gone.Successor);
        if (!understood)
        {
            await answer.NotThenAsync(context, setting, understood: false, $"/statements/{id}");
        }
        else if (then is not null)
        {
            await ThenAsync(context, setting, row, id, gone is null ? now : null, read, then, position);
        }
        else if (gone is not null)
        {
            // A later reading may have it again: the redirect is not for ever.
            context.Response.Redirect(
                (now is null ? $"/articles/{row.Id}" : $"/statements/{gone.Successor}") + context.Request.QueryString
            );
        }
        else if (now is null)
        {
            await answer.NotFoundAsync(context, setting);
        }
        else
        {
            await answer.SendAsync<StatementPage>(
                context,
                position,
                setting,
                new()
                {
                    [nameof(StatementPage.Id)] = id,
                    [nameof(StatementPage.Row)] = row,
                    [nameof(StatementPage.Statement)] = now,
                    [nameof(StatementPage.Way)] = way,
                }
            );
        }
    }

    /// <summary>The page of a statement as it was. Without a licence what may be shown is the excerpt of now.</summary>
    private async Task ThenAsync(
        HttpContext context,
        Setting setting,
        ArticleRow row,
        string id,
        Statement? now,
        IReadOnlyList<long> read,
        AsOf then,
        long position
    )
    {
        var standing = read.TakeLast(MostReadings)
            .Select(reading => At(row, id, reading))
            .OfType<ArticleRow>()
            .ToList();
        var past =
            row.Licence == SourceLicence.Full || now is not null
                ? At(row, id, read.LastOrDefault(reading => reading <= then.Position))
                : null;
        if (past is null)
        {
            await answer.NotThenAsync(context, setting, understood: true, $"/statements/{id}");
            return;
        }
        await answer.SendAsync<StatementPage>(
            context,
            position,
            setting with
            {
                At = then.Position,
            },
            new()
            {
                [nameof(StatementPage.Id)] = id,
                [nameof(StatementPage.Row)] = past,
                [nameof(StatementPage.Statement)] = Find(past, id),
                [nameof(StatementPage.Then)] = then,
                [nameof(StatementPage.IsGone)] = now is null,
                [nameof(StatementPage.Corrected)] = Corrections(row) > Corrections(past),
                [nameof(StatementPage.Readings)] = standing.Select(reading => reading.Read!.Value).ToList(),
            }
        );
    }

    /// <summary>An article with the reading that it had at a position, if that has the statement.</summary>
    private ArticleRow? At(ArticleRow row, string id, long reading) =>
        readings.With(row with { Read = reading }) is { Article.Problem: null } past && Find(past, id) is not null
            ? past
            : null;

    private static Statement? Find(ArticleRow row, string id) =>
        row.Article!.Statements.FirstOrDefault(statement => StatementId.Of(row.Id, statement) == id);

    private static Statement? Shown(ArticleRow row, string? id) =>
        Rights
            .Statements(row)
            .Select(pair => pair.Statement)
            .FirstOrDefault(shown => StatementId.Of(row.Id, shown) == id);

    private static int Corrections(ArticleRow row) => row.Corrected.Count(applied => applied.Found);
}
