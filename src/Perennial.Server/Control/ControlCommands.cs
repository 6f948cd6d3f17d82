using Perennial.Gather;
using Perennial.Newsroom;
using Perennial.Store;
using Perennial.Store.Views;

namespace Perennial.Server.Control;

/// <summary>The commands that write to a newsroom, for the process that holds it: the server, or the command itself.</summary>
internal sealed class ControlCommands(OpenNewsroom newsroom, Fetcher fetcher, IProgress<ImportReport>? progress = null)
{
    private readonly Acts acts = new(newsroom);

    /// <summary>Carries out a command.</summary>
    public async Task<ControlAnswer> RunAsync(ControlRequest request, CancellationToken cancellation)
    {
        try
        {
            await newsroom.Views.CatchUpAsync(newsroom.Ledger, cancellation);
            return request is { Command: "import", Arguments: [var path, var name, var licence] }
                ? await ImportControl.RunAsync(newsroom, path, name, licence, progress, cancellation)
                : new ControlAnswer(await LinesAsync(request, cancellation), Problem: null);
        }
        catch (Exception e) when (e is Failure or StoreException)
        {
            return new ControlAnswer([], e.Message);
        }
    }

    private async Task<string[]> LinesAsync(ControlRequest request, CancellationToken cancellation) =>
        request switch
        {
            { Command: "add", Arguments: [var url, var licence] } => await AddAsync(url, licence, cancellation),
            { Command: "token", Arguments: [var name] } => [newsroom.State.NewToken(name, newsroom.Clock)],
            { Command: "open", Arguments: [var id] } => await OpenAsync(id, cancellation),
            { Command: "hold", Arguments: [var id, var reason] } => await HoldAsync(id, reason, cancellation),
            { Command: "answer", Arguments: [var report, var answer] } => Answer(report, answer),
            { Command: "rebuild" } => await RebuildAsync(cancellation),
            _ => throw new Failure(
                $"the server does not know the command {request.Command}: it may be older than this program"
            ),
        };

    private async Task<string[]> AddAsync(string url, string licence, CancellationToken cancellation)
    {
        var found = await Subscription.FindAsync(fetcher, url, cancellation);
        if (found.Problem is { } problem)
        {
            throw new Failure($"{url}: {problem.Message}");
        }
        var source = new SourceAdded
        {
            Url = found.Url,
            Kind = found.Kind,
            Name = found.Name,
            Licence = Enum.Parse<SourceLicence>(licence, ignoreCase: true),
        };
        await acts.AddSourceAsync(source, cancellation);
        return
        [
            found.Kind == SourceKind.Feed
                ? $"following {found.Name}: a feed with {found.Entries} entries at {found.Url}"
                : $"following {found.Name}: the page {found.Url}, which names no feed",
        ];
    }

    private async Task<string[]> OpenAsync(string id, CancellationToken cancellation)
    {
        using (var snapshot = newsroom.Views.Snapshot())
        {
            // A page about a person may be held without a word; whoever opens it says that it is right.
            if (!GateView.IsHeld(snapshot, id) && EntitiesView.Find(snapshot, id) is null)
            {
                throw new Failure($"{id} is not held; `perennial doctor` lists what is");
            }
        }
        await acts.OpenAsync(id, "opened from the command line", Acts.Operator, cancellation);
        return [$"{id} is open to readers"];
    }

    private async Task<string[]> HoldAsync(string id, string reason, CancellationToken cancellation)
    {
        using (var snapshot = newsroom.Views.Snapshot())
        {
            if (
                StoriesView.Find(snapshot, id) is null
                && PostsView.Find(snapshot, id) is null
                && EntitiesView.Find(snapshot, id) is null
            )
            {
                throw new Failure($"there is no story, post or entity {id} that readers can see");
            }
        }
        await acts.HoldAsync(id, reason, Acts.Operator, cancellation);
        return [$"{id} is held: readers no longer see it"];
    }

    private string[] Answer(string report, string answer) =>
        newsroom.State.AnswerReport(report, answer, newsroom.Clock)
            ? [$"report {report} is answered; the reader finds it at the address of their receipt"]
            : throw new Failure($"there is no report {report}; `perennial doctor` lists those that are open");

    private async Task<string[]> RebuildAsync(CancellationToken cancellation)
    {
        await newsroom.Views.RebuildAsync(newsroom.Ledger, progress: null, cancellation);
        return [$"all views were made again up to position {newsroom.Views.Position}"];
    }
}
