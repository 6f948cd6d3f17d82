using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;

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

    [Fact]
    public void The_page_lists_every_correction_with_every_property() =>
        Repository
            .Table("docs/ledger.md", "what")
            .Select(row => $"{row[0]}: {row[1]}")
            .ShouldBe(Corrections.Select(type => $"{type.What}: {string.Join(", ", type.Properties)}"));

    [Fact]
    public void The_page_on_correcting_shows_a_call_for_every_correction() =>
        File.ReadAllText(Path.Combine(Repository.Root, "docs/correcting.md"))
            .Split("{\"what\": \"")
            .Skip(1)
            .Select(call => call.Split('"')[0])
            .ShouldBe(Corrections.Select(type => type.What));

    /// <summary>The corrections by the name that they have in the ledger.</summary>
    internal static IEnumerable<(string What, IEnumerable<string> Properties)> Corrections =>
        typeof(ReadingCorrection)
            .GetCustomAttributes<JsonDerivedTypeAttribute>()
            .Select(type =>
                (
                    (string)type.TypeDiscriminator!,
                    type.DerivedType.GetProperties(BindingFlags.Public | BindingFlags.Instance)
                        .Select(property => JsonNamingPolicy.CamelCase.ConvertName(property.Name))
                )
            );
}
