using System.Security.Cryptography;
using Perennial;
using Perennial.Store;

// A process for tests to kill or to starve: it appends to the ledger in a folder, and says what was acknowledged.
//   StoreWriter crowd FOLDER    four writers at once, until it is killed: "ack FIRST LAST" for each batch
//   StoreWriter steps FOLDER    appends 100 KB for each line that it is told: "ack FIRST LAST" or "refused REASON"
using var ledger = Ledger.Open(new NewsroomFolder(args[1]), TimeProvider.System);
Console.WriteLine("ready");
if (args[0] == "crowd")
{
    await Task.WhenAll(Enumerable.Range(0, 4).Select(number => Task.Run(() => WriteForEverAsync(number))));
}
while (Console.ReadLine() is not null)
{
    try
    {
        Acknowledge(await ledger.AppendAsync(LedgerBatch.Of(Capture(100_000))));
    }
    catch (StoreException e)
    {
        Console.WriteLine($"refused {e.Message}");
    }
}

async Task WriteForEverAsync(int number)
{
    for (var i = 0; ; i++)
    {
        var entries = Enumerable.Range(0, 1 + (i % 3)).Select(_ => Capture(200 + number));
        var follower = new FollowerStep($"writer {number}", ledger.Head);
        Acknowledge(await ledger.AppendAsync(new LedgerBatch { Entries = [.. entries], Follower = follower }));
    }
}

static void Acknowledge(IReadOnlyList<Entry> entries) =>
    Console.WriteLine($"ack {entries[0].Position} {entries[^1].Position}");

// Random bytes do not compress: what is counted is what is written.
static NewEntry Capture(int length)
{
    var content = RandomNumberGenerator.GetBytes(length);
    var captured = new PageCaptured
    {
        Source = "f1",
        Url = "https://example.org/",
        FinalUrl = "https://example.org/",
        Blob = Ledger.BlobName(content),
        Size = length,
    };
    return EntryKinds.PageCaptured.New(null, "gatherer", captured) with { Blobs = [content] };
}
