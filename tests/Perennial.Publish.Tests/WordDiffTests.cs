namespace Perennial.Publish.Tests;

public sealed class WordDiffTests
{
    [Theory]
    [InlineData("", "", "")]
    [InlineData("The dam holds.", "The dam holds.", "The dam holds.")]
    [InlineData("The dam holds.", "The dam broke.", "The dam [-holds.][+broke.]")]
    [InlineData("Nine came.", "Nine people came.", "Nine [+people ]came.")]
    [InlineData("Nine people came.", "Nine came.", "Nine [-people ]came.")]
    [InlineData("", "All of it is new.", "[+All of it is new.]")]
    [InlineData("one two three", "four five six", "[-one two three][+four five six]")]
    [InlineData("about 9 or 10 men", "nearly 11 or 12 men", "[-about 9 or 10 ][+nearly 11 or 12 ]men")]
    [InlineData("a b c d e f", "a x c d e y", "a [-b ][+x ]c d e [-f][+y]")]
    public void Words_that_went_and_came_stand_together(string earlier, string later, string expected) =>
        Written(WordDiff.Between(earlier, later)).ShouldBe(expected);

    [Fact]
    public void Either_text_can_be_put_together_again_from_what_changed()
    {
        var words = new Random(11);
        for (var round = 0; round < 300; round++)
        {
            var (one, two) = (Text(words), Text(words));

            var runs = WordDiff.Between(one, two);

            string.Concat(runs.Where(run => run.Kind != DiffKind.Added).Select(run => run.Text)).ShouldBe(one);
            string.Concat(runs.Where(run => run.Kind != DiffKind.Removed).Select(run => run.Text)).ShouldBe(two);
        }
    }

    [Fact]
    public void Two_long_texts_without_a_word_in_common_are_told_apart_at_once()
    {
        var one = string.Join(' ', Enumerable.Range(0, 30_000).Select(number => $"a{number}"));
        var two = string.Join(' ', Enumerable.Range(0, 30_000).Select(number => $"b{number}"));

        WordDiff.Between(one, two).Select(run => run.Kind).ShouldBe([DiffKind.Removed, DiffKind.Added]);
    }

    [Fact]
    public void Paragraphs_stay_apart()
    {
        var paragraphs = DiffRun.Paragraphs(WordDiff.Between("First.\n\nSecond one.", "First.\nThird one."));

        paragraphs.Count.ShouldBeGreaterThanOrEqualTo(2);
        paragraphs[0].ShouldHaveSingleItem().Text.ShouldBe("First.");
    }

    private static string Text(Random random) =>
        string.Concat(
            Enumerable
                .Range(0, random.Next(30))
                .Select(_ => (char)('a' + random.Next(4)) + (random.Next(9) == 0 ? "\n" : " "))
        );

    private static string Written(IEnumerable<DiffRun> runs) =>
        string.Concat(
            runs.Select(run =>
                run.Kind switch
                {
                    DiffKind.Removed => $"[-{run.Text}]",
                    DiffKind.Added => $"[+{run.Text}]",
                    _ => run.Text,
                }
            )
        );
}
