using System.Text;
using CsCheck;
using Perennial.Read.Tests.Pages;

namespace Perennial.Read.Tests.Fuzzing;

/// <summary>Our own pages, mutilated: whatever comes of them is read, and keeps what every article promises.</summary>
/// <remarks>For longer runs: <c>bench/README.md</c>.</remarks>
public sealed class HostilePageTests
{
    private static readonly IReadOnlyList<string> Pages = [.. PageCorpus.Files.Select(file => File.ReadAllText(file))];

    private static readonly Gen<string> AnyPage = Gen.Int[0, Pages.Count - 1].Select(i => Pages[i]);

    private static readonly Gen<Mutation> Mutations = Gen.Select(Gen.Byte, Gen.UShort, Gen.Byte, Gen.Byte)
        .Select((kind, at, much, choice) => new Mutation(kind, at, much, choice));

    [Fact]
    public void A_mutilated_page_keeps_the_promises() =>
        Gen.Select(AnyPage, AnyPage, Mutations.Array[1, 6])
            .Sample(
                (page, other, mutations) =>
                    Promises
                        .BrokenBy(Read(mutations.Aggregate(page, (changed, mutation) => mutation.Of(changed, other))))
                        .ShouldBeEmpty(),
                iter: 150,
                threads: 1
            );

    [Fact]
    public void Bytes_without_sense_keep_the_promises() =>
        Gen
            .Byte.Array[0, 3000]
            .Sample(
                bytes =>
                    Promises
                        .BrokenBy(Reader.Read(new Capture { ContentType = "text/html", Bytes = bytes }))
                        .ShouldBeEmpty(),
                iter: 300,
                threads: 1
            );

    [Fact]
    public void A_broken_promise_is_seen() =>
        Promises
            .BrokenBy(
                new Article
                {
                    Text = "One.",
                    Blocks = [new Block(BlockKind.Paragraph, 2, 5), new Block(BlockKind.Caption, null, null)],
                    Posts = [new ArticlePost { Text = "Two.", End = 4 }],
                }
            )
            .Count()
            .ShouldBe(3);

    private static Article Read(string page) =>
        Reader.Read(
            new Capture
            {
                Url = "https://hostile.example/2026/a",
                ContentType = "text/html",
                Bytes = Encoding.UTF8.GetBytes(page),
            }
        );
}
