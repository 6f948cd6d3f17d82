using System.Text;
using CsCheck;

namespace Perennial.Tests;

/// <summary>The leaf's bytes can never change: proofs that were given out rest on them.</summary>
public sealed class EntryLeafTests
{
    [Fact]
    public void A_leaf_is_made_of_these_very_bytes()
    {
        var entry = new Entry
        {
            Position = 258,
            At = DateTimeOffset.FromUnixTimeMilliseconds(1_800_000_000_123),
            Kind = "page-gone",
            Subject = "a7",
            Author = "gatherer",
            PayloadHash = Enumerable.Range(0, 32).Select(i => (byte)i).ToArray(),
            Payload = "{}"u8.ToArray(),
        };

        Convert
            .ToHexStringLower(EntryLeaf.ToBytes(entry))
            .ShouldBe(
                "01" // version
                    + "0000000000000102" // position
                    + "000001a3185c507b" // time
                    + "0009706167652d676f6e65" // kind
                    + "00026137" // subject
                    + "00086761746865726572" // author
                    + "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f"
            );
    }

    [Fact]
    public void Lengths_count_bytes_of_utf8_and_not_characters()
    {
        var leaf = EntryLeaf.ToBytes(Entry(kind: "é", subject: "", author: "서"));

        leaf.AsSpan(17, leaf.Length - 17 - 32).ToArray().ShouldBe([0, 2, .. "é"u8, 0, 0, 0, 3, .. "서"u8]);
    }

    [Fact]
    public void A_leaf_does_not_depend_on_the_payload_being_there()
    {
        var entry = Entry("held", "s1", "u1") with { Payload = "{}"u8.ToArray() };

        EntryLeaf.ToBytes(entry with { Payload = null }).ShouldBe(EntryLeaf.ToBytes(entry));
    }

    [Fact]
    public void Two_entries_that_differ_have_leaves_that_differ()
    {
        // Names that run into one another must stay apart: "ab" + "c" is not "a" + "bc".
        var names = Gen.String[Gen.Char["abé"], 0, 3];
        Gen.Select(names, names, names, names, names, names)
            .Sample(
                (kind, subject, author, otherKind, otherSubject, otherAuthor) =>
                    EntryLeaf
                        .ToBytes(Entry(kind, subject, author))
                        .AsSpan()
                        .SequenceEqual(EntryLeaf.ToBytes(Entry(otherKind, otherSubject, otherAuthor)))
                    == ((kind, subject, author) == (otherKind, otherSubject, otherAuthor))
            );
    }

    [Fact]
    public void A_name_that_is_too_long_for_its_length_is_refused() =>
        Should.Throw<OverflowException>(() => EntryLeaf.ToBytes(Entry("held", new string('s', 70_000), "u1")));

    [Fact]
    public void A_hash_of_another_length_is_refused() =>
        Should.Throw<ArgumentException>(() =>
            EntryLeaf.ToBytes(Entry("held", "s1", "u1") with { PayloadHash = Encoding.UTF8.GetBytes("short") })
        );

    private static Entry Entry(string kind, string subject, string author) =>
        new()
        {
            Position = 1,
            At = DateTimeOffset.UnixEpoch,
            Kind = kind,
            Subject = subject,
            Author = author,
            PayloadHash = new byte[32],
        };
}
