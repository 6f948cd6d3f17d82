using System.Globalization;

namespace Perennial.Store.Tests;

/// <summary>A process that appends is killed at a random moment, again and again: nothing it acknowledged may be missing.</summary>
public sealed class CrashTests : IDisposable
{
    private const int Kills = 5;
    private readonly NewsroomFolder folder = new(Directory.CreateTempSubdirectory("perennial-").FullName);

    [Fact]
    public async Task What_was_acknowledged_survives_the_death_of_the_process()
    {
        for (var kill = 0; kill < Kills; kill++)
        {
            var acknowledged = await AppendUntilKilledAsync();

            using var ledger = Ledger.OpenToRead(folder);
            ledger.Head.ShouldBeGreaterThanOrEqualTo(acknowledged.Max());
            foreach (var position in acknowledged)
            {
                var entry = ledger.Find(position).ShouldNotBeNull($"entry {position} was acknowledged");
                var captured = EntryKinds.PageCaptured.Read(entry).ShouldNotBeNull();
                ledger.Blob(captured.Blob).ShouldNotBeNull().Length.ShouldBe((int)captured.Size);
            }
            var found = LedgerVerification.Verify(ledger, null, TestContext.Current.CancellationToken);
            found.Faults.ShouldBeEmpty();
            found.Entries.ShouldBe(ledger.Head);
        }
    }

    public void Dispose() => Directory.Delete(folder.Path, recursive: true);

    /// <summary>The positions that the process had acknowledged when it was killed.</summary>
    private async Task<long[]> AppendUntilKilledAsync()
    {
        using var writer = ChildProgram.StartAssembly("StoreWriter.dll", "crowd", folder.Path);
        var batches = Random.Shared.Next(1, 60);
        await Eventually.IsSo(() => writer.Output.Count > batches, "it appends");
        await writer.KillAsync();
        // The last line may have been cut short by the end.
        var whole = writer.Output.Select(line => line.Split(' ')).Where(words => words is ["ack", _, _]);
        return [.. whole.SkipLast(1).SelectMany(words => Range(Number(words[1]), Number(words[2])))];
    }

    private static IEnumerable<long> Range(long first, long last)
    {
        for (var position = first; position <= last; position++)
        {
            yield return position;
        }
    }

    private static long Number(string digits) => long.Parse(digits, CultureInfo.InvariantCulture);
}
