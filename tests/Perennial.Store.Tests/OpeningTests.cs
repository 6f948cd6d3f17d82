using Perennial.Store.Views;
using static Perennial.Store.Tests.Sample;

namespace Perennial.Store.Tests;

/// <summary>Folders that can't be used are refused with one line that says why.</summary>
public sealed class OpeningTests : IDisposable
{
    private readonly TemporaryNewsroom newsroom = new();

    [Fact]
    public void A_ledger_of_a_newer_version_is_refused_to_write_and_to_read()
    {
        TemporaryNewsroom.ChangeBehindItsBack(newsroom.Folder.Ledger, "PRAGMA user_version = 99");

        Refusal(() => Ledger.Open(newsroom.Folder, TimeProvider.System)).ShouldContain("newer version of Perennial");
        Refusal(() => Ledger.OpenToRead(newsroom.Folder)).ShouldContain("newer version of Perennial");
    }

    [Fact]
    public void A_state_of_a_newer_version_is_refused_to_write_and_to_read()
    {
        TemporaryNewsroom.ChangeBehindItsBack(newsroom.Folder.State, "PRAGMA user_version = 99");

        Refusal(() => State.Open(newsroom.Folder)).ShouldContain("newer version of Perennial");
        Refusal(() => State.OpenToRead(newsroom.Folder)).ShouldContain("newer version of Perennial");
    }

    [Fact]
    public void A_file_that_is_no_ledger_is_refused()
    {
        var folder = new NewsroomFolder(Path.Combine(newsroom.Folder.Path, "other"));
        folder.Create();
        File.WriteAllText(folder.Ledger, string.Concat(Enumerable.Repeat("this is no database ", 500)));

        Refusal(() => Ledger.Open(folder, TimeProvider.System)).ShouldContain("ledger.db can't be used");
        Refusal(() => Ledger.OpenToRead(folder)).ShouldContain("ledger.db can't be used");
    }

    [Fact]
    public void A_ledger_that_is_not_there_is_not_made_by_reading()
    {
        var folder = new NewsroomFolder(Path.Combine(newsroom.Folder.Path, "nothing"));

        Refusal(() => Ledger.OpenToRead(folder)).ShouldContain("ledger.db can't be used");
        Directory.Exists(folder.Path).ShouldBeFalse();
    }

    [Fact]
    public void A_folder_that_can_not_be_made_is_refused()
    {
        var file = Path.Combine(newsroom.Folder.Path, "a-file");
        File.WriteAllText(file, "");

        Refusal(() => new NewsroomFolder(Path.Combine(file, "data")).Lock()).ShouldContain("can't be made");
    }

    [Fact]
    public void A_second_process_is_refused_while_the_lock_is_held()
    {
        using (newsroom.Folder.Lock())
        {
            Refusal(() => newsroom.Folder.Lock()).ShouldContain("in use by another Perennial");
        }
        newsroom.Folder.Lock().Dispose();
    }

    [Fact]
    public async Task The_views_can_be_read_beside_their_server()
    {
        await newsroom.AppendAsync(Open("s1", "dam", "The dam holds"));
        using var state = State.OpenToRead(newsroom.Folder);
        using var snapshot = ViewStore.OpenToRead(newsroom.Folder, state);

        snapshot.Position.ShouldBe(1);
    }

    public void Dispose() => newsroom.Dispose();

    private static string Refusal(Func<IDisposable> open)
    {
        var message = Should.Throw<StoreException>(() => open().Dispose()).Message;
        message.ShouldNotContain("\n");
        return message;
    }
}
