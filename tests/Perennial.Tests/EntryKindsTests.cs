using System.Reflection;
using System.Text.Json;

namespace Perennial.Tests;

public sealed class EntryKindsTests
{
    /// <summary>
    /// A name that stands in a ledger is read for ever. When a kind or a property is added, add it to the approved file;
    /// nothing may ever be taken out of it.
    /// </summary>
    [Fact]
    public void Kinds_and_their_properties_are_the_approved_ones()
    {
        var lines = EntryKinds.All.Select(kind => $"{kind.Name}: {string.Join(", ", PropertiesOf(kind))}");

        string.Join('\n', lines)
            .ShouldBe(
                File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "EntryKinds.approved.txt"))
                    .ReplaceLineEndings("\n")
                    .TrimEnd()
            );
    }

    [Fact]
    public void Every_kind_is_listed_once()
    {
        var declared = typeof(EntryKinds)
            .GetProperties(BindingFlags.Public | BindingFlags.Static)
            .Select(property => property.GetValue(null))
            .OfType<IEntryKind>()
            .ToArray();

        EntryKinds.All.ShouldBe(declared);
        EntryKinds.All.Select(kind => kind.Name).ShouldBeUnique();
    }

    [Fact]
    public void Every_payload_has_a_version() => EntryKinds.All.ShouldAllBe(kind => PropertiesOf(kind).First() == "v");

    [Fact]
    public void An_entry_of_another_kind_is_not_read()
    {
        var entry = Committed(EntryKinds.PageGone.New("a1", "gatherer", new PageGone { Status = 410 }));

        Should.Throw<ArgumentException>(() => EntryKinds.Held.Read(entry)).Message.ShouldContain("page-gone");
    }

    [Fact]
    public void What_has_been_taken_down_reads_as_nothing()
    {
        var entry = Committed(EntryKinds.PageGone.New("a1", "gatherer", new PageGone { Status = 410 }));

        EntryKinds.PageGone.Read(entry with { Payload = null }).ShouldBeNull();
    }

    internal static Entry Committed(NewEntry entry) =>
        new()
        {
            Position = 1,
            At = DateTimeOffset.UnixEpoch,
            Kind = entry.Kind,
            Subject = entry.Subject ?? "a1",
            Author = entry.Author,
            PayloadHash = new byte[32],
            Payload = entry.Payload,
        };

    internal static IEnumerable<string> PropertiesOf(IEntryKind kind) =>
        kind
            .PayloadType.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Select(property => JsonNamingPolicy.CamelCase.ConvertName(property.Name));
}
