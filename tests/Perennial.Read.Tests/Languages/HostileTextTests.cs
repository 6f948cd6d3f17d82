using System.Diagnostics;

namespace Perennial.Read.Tests.Languages;

/// <summary>Pages are hostile: a megabyte of anything is read in a few seconds.</summary>
public class HostileTextTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    [Theory]
    [InlineData("“")]
    [InlineData("\"a ")]
    [InlineData("said ")]
    [InlineData("he said, ")]
    [InlineData("Mr. Herrel said that ")]
    [InlineData("“Go,” said Tomas Herrel. ")]
    [InlineData("“Go,” he said.\n\n")]
    [InlineData("Ann Gray, ")]
    [InlineData("(((((")]
    [InlineData("x")]
    [InlineData("!?")]
    [InlineData(".")]
    [InlineData("a.b.")]
    [InlineData("'s")]
    [InlineData(", and told reporters that ")]
    [InlineData("according to A, ")]
    [InlineData("Ann Gray and Bob Gray said Gray said. ")]
    [InlineData("\ud83d\ude00")]
    public void A_megabyte_of_it_is_read_in_time(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 1_000_000 / piece.Length));
        var watch = Stopwatch.StartNew();

        Reader.ReadText(text, "Title", null, "en", null).Problem.ShouldBeNull();

        watch.Elapsed.ShouldBeLessThan(Patience);
    }

    [Fact]
    public void A_row_of_points_in_a_word_is_read_in_time()
    {
        var watch = Stopwatch.StartNew();

        Reader.ReadText(new string('.', 1_000_000) + "x", "Title", null, "en", null).Problem.ShouldBeNull();

        watch.Elapsed.ShouldBeLessThan(Patience);
    }

    [Fact]
    public void A_text_that_begins_with_a_sentence_of_marks_alone_is_read() =>
        Reader.ReadText("?!\n\nAnn Gray said no.", null, null, "en", null).Statements.ShouldHaveSingleItem();

    [Fact]
    public void The_same_text_gives_the_same_reading()
    {
        const string Text = "“Go,” said Tomas Herrel. He told Nord News that Ann Gray may leave.";

        var first = Reader.ReadText(Text, null, null, "en", null);
        var second = Reader.ReadText(Text, null, null, "en", null);

        System.Text.Json.JsonSerializer.Serialize(first).ShouldBe(System.Text.Json.JsonSerializer.Serialize(second));
    }
}
