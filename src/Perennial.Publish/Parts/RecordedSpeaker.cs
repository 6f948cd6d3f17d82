using Perennial.Publish.Pages;
using Perennial.Store.Views;

namespace Perennial.Publish.Parts;

/// <summary>Somebody with what they said in a story.</summary>
public sealed record RecordedSpeaker
{
    /// <summary>The fullest name that a carrier gives.</summary>
    public required string Name { get; init; }

    /// <summary>The last role that a carrier gives; <see langword="null"/> when none does.</summary>
    public string? Role { get; init; }

    /// <summary>The address of the page about them, where it is open.</summary>
    public string? Address { get; init; }

    /// <summary>What they said, in the order in which it was first carried.</summary>
    public required IReadOnlyList<RecordedThread> Threads { get; init; }

    internal static IReadOnlyList<RecordedSpeaker> Of(
        ViewSnapshot snapshot,
        IReadOnlyList<StoryThread> threads,
        CitedArticles articles,
        bool holdsPeople
    ) =>
        [
            .. threads
                .Select(thread => RecordedThread.Of(thread, articles))
                .OfType<RecordedThread>()
                .GroupBy(thread => thread.Speaker, StringComparer.OrdinalIgnoreCase)
                // One person goes by several names; the lasting entity knows.
                .Select(said => (Entity: Entity(snapshot, said), Said: said))
                .GroupBy(pair => pair.Entity?.Id ?? pair.Said.Key, pair => (pair.Entity, pair.Said))
                .Select(same =>
                    Speaker(snapshot, same.First().Entity, [.. same.SelectMany(pair => pair.Said)], holdsPeople)
                )
                .OrderByDescending(speaker => speaker.Threads.Count)
                .ThenByDescending(speaker => speaker.Threads.Max(thread => thread.Origins)),
        ];

    private static RecordedSpeaker Speaker(
        ViewSnapshot snapshot,
        EntityRow? entity,
        IReadOnlyList<RecordedThread> threads,
        bool holdsPeople
    ) =>
        new()
        {
            Name = threads.Select(thread => thread.Speaker).MaxBy(name => name.Length)!,
            Role = threads.Select(thread => thread.Statement.Role).LastOrDefault(role => role is not null),
            Address =
                entity is not null && EntityPageModel.IsShown(snapshot, entity, holdsPeople)
                    ? EntityPageModel.AddressOf(entity)
                    : null,
            Threads = threads,
        };

    private static EntityRow? Entity(ViewSnapshot snapshot, IEnumerable<RecordedThread> said) =>
        said.Where(thread => thread is { Statement.Speaker.Entity: not null, Row.Read: not null })
            .Take(3)
            .Select(thread =>
                EntitiesView.Named(snapshot, thread.Row.Id, thread.Statement.Speaker!.Entity!, thread.Row.Read!.Value)
            )
            .FirstOrDefault(entity => entity is not null);
}

/// <summary>One statement with those that carry it.</summary>
public sealed record RecordedThread
{
    /// <summary>The id of the statement whose words are shown: the fullest that may be.</summary>
    public required string Id { get; init; }

    /// <summary>That statement.</summary>
    public required Statement Statement { get; init; }

    /// <summary>The article that it stands in.</summary>
    public required ArticleRow Row { get; init; }

    /// <summary>The speaker, by the fullest name that a carrier gives.</summary>
    public required string Speaker { get; init; }

    /// <summary>When it was first carried.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The articles that are named for it, in order of time.</summary>
    public required IReadOnlyList<ArticleRow> Carriers { get; init; }

    /// <summary>How many articles carry it in all.</summary>
    public required int Carried { get; init; }

    /// <summary>How many independent origins they go back to.</summary>
    public required int Origins { get; init; }

    /// <summary>The thread as it may be shown; <see langword="null"/> when none of its words may.</summary>
    internal static RecordedThread? Of(StoryThread thread, CitedArticles articles)
    {
        var carriers = thread
            .Carriers.Select(carrier =>
                (
                    Carrier: carrier,
                    Row: articles.Row(carrier.Article),
                    Said: articles.Statement(carrier.Article, carrier.Statement)
                )
            )
            .Where(pair => pair is { Row: not null, Said.Speaker: { Sure: true, Name: not null } })
            .ToList();
        var shown = carriers
            .Where(pair => articles.MayShow(pair.Carrier.Article, pair.Said!))
            .OrderBy(pair => pair.Said!.Kind)
            .ThenByDescending(pair => pair.Said!.Text.Length)
            .FirstOrDefault();
        if (shown.Said is null)
        {
            return null;
        }
        var rows = carriers.Select(pair => pair.Row!).DistinctBy(row => row.Id).ToList();
        // Of those that are not named none may be seen either where none of the named may.
        var carried =
            thread.Carried - thread.Carriers.Select(carrier => carrier.Article).Distinct().Count() + rows.Count;
        return new RecordedThread
        {
            Id = shown.Carrier.Statement,
            Statement = shown.Said,
            Row = shown.Row!,
            Speaker = carriers.Select(pair => pair.Said!.Speaker!.Name!).MaxBy(name => name.Length)!,
            At = carriers[0].Carrier.At,
            Carriers = rows,
            Carried = carried,
            Origins = Math.Min(thread.Origins, carried),
        };
    }
}
