namespace Perennial.Tests;

/// <summary><c>docs/ledger.md</c> against the kinds and their payloads.</summary>
public sealed class LedgerPageTests
{
    [Fact]
    public void The_page_lists_every_kind_with_every_property() =>
        Repository
            .Table("docs/ledger.md", "kind")
            .Select(row => $"{row[0]}: {row[2]}")
            .ShouldBe(
                EntryKinds.All.Select(kind => $"{kind.Name}: {string.Join(", ", EntryKindsTests.PropertiesOf(kind))}")
            );
}
