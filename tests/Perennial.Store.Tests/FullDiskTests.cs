using System.Globalization;

namespace Perennial.Store.Tests;

/// <summary>No room to grow: a limit on the size of files, set on a running process, fails its writes as a full disk does.</summary>
public sealed class FullDiskTests : IDisposable
{
    private readonly NewsroomFolder folder = new(Directory.CreateTempSubdirectory("perennial-").FullName);

    [Fact]
    public async Task A_full_disk_loses_nothing_and_appending_goes_on_when_there_is_room_again()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "prlimit is a program of Linux");
        // Without the trap the system would end the process instead of failing the write.
        using var writer = ChildProgram.Start(
            "bash",
            "-c",
            "trap '' XFSZ; exec dotnet exec \"$0\" steps \"$1\"",
            Path.Combine(AppContext.BaseDirectory, "StoreWriter.dll"),
            folder.Path
        );
        await writer.LineAsync(line => line == "ready");
        await AppendAsync(writer);
        await LimitFilesAsync(writer, "1000000");
        while (await AppendAsync(writer)) { }
        var refused = (await writer.LineAsync(line => line.StartsWith("refused", StringComparison.Ordinal)));
        (await AppendAsync(writer)).ShouldBeFalse();
        await LimitFilesAsync(writer, "unlimited");
        (await AppendAsync(writer)).ShouldBeTrue();
        await writer.KillAsync();

        refused.ShouldBe(
            $"refused the disk is full: {folder.Ledger} can't grow; nothing that was acknowledged is lost"
        );
        using var ledger = Ledger.OpenToRead(folder);
        var acknowledged = writer.Output.Count(line => line.StartsWith("ack ", StringComparison.Ordinal));
        acknowledged.ShouldBeGreaterThan(2);
        ledger.Head.ShouldBe(acknowledged);
        LedgerVerification.Verify(ledger, null, TestContext.Current.CancellationToken).Faults.ShouldBeEmpty();
    }

    public void Dispose() => Directory.Delete(folder.Path, recursive: true);

    /// <summary>Whether 100 KB more were acknowledged.</summary>
    private static async Task<bool> AppendAsync(ChildProgram writer)
    {
        var answers = writer.Output.Count;
        writer.Say("more");
        await Eventually.IsSo(() => writer.Output.Count > answers, "it answers");
        return writer.Output[answers].StartsWith("ack ", StringComparison.Ordinal);
    }

    private static async Task LimitFilesAsync(ChildProgram writer, string bytes)
    {
        using var limit = ChildProgram.Start(
            "prlimit",
            "--pid",
            writer.Id.ToString(CultureInfo.InvariantCulture),
            $"--fsize={bytes}:unlimited"
        );
        (await limit.EndAsync()).ShouldBe(0);
    }
}
