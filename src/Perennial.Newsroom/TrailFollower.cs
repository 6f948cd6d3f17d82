using System.Globalization;
using Perennial.Store;
using Perennial.Weave.Trails;

namespace Perennial.Newsroom;

/// <summary>Follows quotations from article to article: who carried them, from whom, and what became of the words.</summary>
public sealed class TrailFollower(Ledger ledger) : IFollower
{
    /// <summary>The version of what finds trails.</summary>
    public const string Author = "weaver/1";

    // As long as a quotation is remembered that nobody carries any more.
    private static readonly TimeSpan Memory = TimeSpan.FromDays(30);

    private readonly TrailKeeper trails = new(() => ShortId.New('t'));

    /// <inheritdoc/>
    public string Name => "trail";

    /// <inheritdoc/>
    public bool Follows(string kind) =>
        kind == EntryKinds.ArticleRead.Name || kind == EntryKinds.EchoFound.Name || kind == EntryKinds.PageGone.Name;

    /// <inheritdoc/>
    public void Restore(long position)
    {
        var last = ledger.Find(position)?.At ?? DateTimeOffset.MinValue;
        var since = last - DateTimeOffset.MinValue > Memory ? last - Memory : DateTimeOffset.MinValue;
        // What was made of the last entry stands behind it.
        var said = ledger
            .ReadSince(EntryKinds.TrailExtended, since)
            .GroupBy(entry => entry.Subject, StringComparer.Ordinal)
            .Select(entries => (entries.Key, Trail: EntryKinds.TrailExtended.Read(entries.Last())))
            .Where(trail => trail.Trail is { Carriers.Count: > 0 })
            .ToList();
        var articles = ledger
            .ReadSince(EntryKinds.PageCaptured, since)
            .Where(entry => entry.Position <= position)
            .Select(entry => entry.Subject)
            .Concat(said.SelectMany(trail => trail.Trail!.Carriers).Select(carrier => carrier.Article))
            .Distinct(StringComparer.Ordinal);
        foreach (var id in articles)
        {
            if (
                ledger.LastAbout(EntryKinds.ArticleRead, id, position) is { } reading
                && !IsGone(id, reading, position)
                && Carrying(reading) is { } article
            )
            {
                trails.Remember(article, EchoOf(id, position));
            }
        }
        foreach (var (id, trail) in said)
        {
            trails.Remember(new KnownTrail(id, trail!.Carriers));
        }
    }

    /// <inheritdoc/>
    public IReadOnlyList<NewEntry> Follow(Entry entry)
    {
        var changed =
            EntryKinds.PageGone.Is(entry) ? trails.Lose(entry.Subject)
            : EntryKinds.EchoFound.Is(entry) && EntryKinds.EchoFound.Read(entry) is { } echo
                ? trails.Repeats(entry.Subject, echo.Of, echo.Relation)
            : EntryKinds.ArticleRead.Is(entry) && Carrying(entry) is { } article
                ? trails.Take(article, EchoOf(entry.Subject, entry.Position))
            : [];
        return
        [
            .. changed.Select(trail =>
                EntryKinds.TrailExtended.New(
                    trail.Id,
                    Author,
                    new TrailExtended { After = entry.Position, Carriers = trail.Carriers }
                )
            ),
        ];
    }

    private bool IsGone(string id, Entry reading, long position) =>
        ledger.LastAbout(EntryKinds.PageGone, id, position) is { } gone && gone.Position > reading.Position;

    private (string, EchoRelation)? EchoOf(string id, long position) =>
        ledger.LastAbout(EntryKinds.EchoFound, id, position) is { } found
        && EntryKinds.EchoFound.Read(found) is { } echo
            ? (echo.Of, echo.Relation)
            : null;

    private CarryingArticle? Carrying(Entry reading)
    {
        if (
            EntryKinds.ArticleRead.Read(reading) is not { Article: { Problem: null } article }
            || FirstCapture(reading.Subject) is not { } first
        )
        {
            return null;
        }
        var outlet = article.SiteName is null ? OutletOf(first, reading.Position) : null;
        return CarryingArticle.Of(reading.Subject, article, first.At, outlet);
    }

    /// <summary>The id of an article is the position of its first capture.</summary>
    private Entry? FirstCapture(string article) =>
        long.TryParse(article.AsSpan(1), CultureInfo.InvariantCulture, out var position) ? ledger.Find(position) : null;

    private string? OutletOf(Entry capture, long position)
    {
        if (!EntryKinds.PageCaptured.Is(capture) || EntryKinds.PageCaptured.Read(capture) is not { Source: { } source })
        {
            return null;
        }
        var renamed = ledger
            .About(EntryKinds.SourceChanged, source, position)
            .Select(entry => EntryKinds.SourceChanged.Read(entry)?.Name)
            .LastOrDefault(name => name is not null);
        return renamed
            ?? (
                ledger.LastAbout(EntryKinds.SourceAdded, source, position) is { } added
                    ? EntryKinds.SourceAdded.Read(added)?.Name
                    : null
            );
    }
}
