using System.Globalization;
using Perennial.Gather;
using Perennial.Read.Archives;
using Perennial.Store;
using Perennial.Store.Views;

namespace Perennial.Newsroom;

/// <summary>Takes documents from files into the ledger: as captures, before anybody looks into them. One import at a time.</summary>
/// <remarks>What is already there byte for byte is left out, so that an import can be repeated after it was cut off.</remarks>
public sealed class Importing(OpenNewsroom newsroom)
{
    // One commit for so much: few waits for the disk, and little held in memory.
    private const int MostEntries = 64;
    private const long MostBytes = 16 * 1024 * 1024;

    private readonly Acts acts = new(newsroom);
    private readonly List<NewEntry> waiting = [];
    private readonly HashSet<string> addresses = new(StringComparer.Ordinal);
    private long bytes;

    /// <summary>Imports the documents of a file or folder.</summary>
    /// <param name="path">The file or folder.</param>
    /// <param name="name">What its outlet is called where the documents name none.</param>
    /// <param name="licence">How much of the texts may be shown.</param>
    /// <param name="documents">The documents, each with the file it is in.</param>
    /// <param name="progress">Is told how far it has come.</param>
    /// <param name="cancellation">Stops it; what has been imported stays.</param>
    public async Task<ImportReport> ImportAsync(
        string path,
        string name,
        SourceLicence licence,
        IEnumerable<(string File, Document Document)> documents,
        IProgress<ImportReport>? progress,
        CancellationToken cancellation
    )
    {
        var report = new ImportReport();
        var origin = ImportAddress.OfSource(path);
        string? source = null;
        foreach (var (file, document) in documents)
        {
            cancellation.ThrowIfCancellationRequested();
            var address = Address(document, origin, path, file, out var problem);
            if (problem is not null || document.Capture is not { } capture)
            {
                report = report.With(
                    document.Id is null ? file : $"{file}: {document.Id}",
                    problem ?? document.Problem!
                );
                continue;
            }
            if (!addresses.Add(address))
            {
                // A later version has to find the earlier one.
                await AppendAsync(cancellation);
                addresses.Add(address);
            }
            var known = Known(address);
            var earlier = known is null ? [] : Captures(known);
            var blob = Ledger.BlobName(capture.Bytes.Span);
            if (earlier.Any(one => one.Blob == blob))
            {
                report = report with { Known = report.Known + 1 };
            }
            else if (Newer(earlier, document.Version) is { } newer)
            {
                report = report.With(
                    $"{file}: {document.Id}",
                    new Problem("older", $"version {document.Version} is older than version {newer}, which is there")
                );
            }
            else
            {
                source ??= await acts.AddSourceAsync(
                    new SourceAdded
                    {
                        Url = origin,
                        Kind = SourceKind.File,
                        Name = name,
                        Licence = licence,
                    },
                    cancellation
                );
                Take(known, source, address, blob, document.Version, capture);
                report = known is null
                    ? report with
                    {
                        Articles = report.Articles + 1,
                    }
                    : report with
                    {
                        Versions = report.Versions + 1,
                    };
            }
            if (addresses.Count >= MostEntries || bytes >= MostBytes)
            {
                await AppendAsync(cancellation);
            }
            progress?.Report(report);
        }
        await AppendAsync(cancellation);
        return report;
    }

    /// <summary>The address a document goes under, or why it can't be imported.</summary>
    private string Address(Document document, string origin, string path, string file, out Problem? problem)
    {
        problem = document.Problem;
        if (document.Embargo?.ToInstant() is { } embargo && embargo > newsroom.Clock.GetUtcNow())
        {
            problem = new Problem("embargo", $"is under embargo until {document.Embargo}: import it then");
        }
        if (problem is not null || document.Capture is null)
        {
            return "";
        }
        if (document.Id is { } id)
        {
            // Some wires number their items without saying where the numbers count.
            return Uri.TryCreate(id, UriKind.Absolute, out _)
                ? PageAddress.Canonical(id)
                : $"{origin}/{Uri.EscapeDataString(id)}";
        }
        var article = document.Read();
        problem = article.Problem;
        return Own(article.CanonicalUrl) is { } own
            ? PageAddress.Canonical(own)
            : ImportAddress.OfFile(origin, path, file);
    }

    // Templates that were never finished name the front page as the address of every page.
    private static string? Own(string? canonical) =>
        Uri.TryCreate(canonical, UriKind.Absolute, out var url)
        && url.Scheme is "http" or "https"
        && (url.AbsolutePath.Length > 1 || url.Query.Length > 1)
            ? canonical
            : null;

    private ArticleRow? Known(string address)
    {
        using var snapshot = newsroom.Views.Snapshot();
        return ArticlesView.FindByUrl(snapshot, address);
    }

    private List<PageCaptured> Captures(ArticleRow known) =>
        [
            .. newsroom
                .Ledger.About(known.Id)
                .Where(EntryKinds.PageCaptured.Is)
                .Select(EntryKinds.PageCaptured.Read)
                .OfType<PageCaptured>(),
        ];

    private static long? Newer(List<PageCaptured> earlier, string? version)
    {
        var newest = earlier.Select(one => Number(one.Version)).Max();
        return Number(version) is { } number && newest > number ? newest : null;
    }

    private static long? Number(string? version) =>
        long.TryParse(version, CultureInfo.InvariantCulture, out var number) ? number : null;

    private void Take(ArticleRow? known, string source, string address, string blob, string? version, Capture capture)
    {
        var captured = new PageCaptured
        {
            Source = source,
            Url = address,
            FinalUrl = address,
            ContentType = capture.ContentType,
            Blob = blob,
            Size = capture.Bytes.Length,
            Version = version,
        };
        waiting.Add(EntryKinds.PageCaptured.New(known?.Id, Acts.Operator, captured) with { Blobs = [capture.Bytes] });
        bytes += capture.Bytes.Length;
    }

    private async Task AppendAsync(CancellationToken cancellation)
    {
        addresses.Clear();
        if (waiting.Count == 0)
        {
            return;
        }
        await newsroom.Ledger.AppendAsync(LedgerBatch.Of([.. waiting]));
        waiting.Clear();
        bytes = 0;
        await newsroom.Views.CatchUpAsync(newsroom.Ledger, cancellation);
    }
}
