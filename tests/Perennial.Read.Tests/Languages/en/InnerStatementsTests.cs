namespace Perennial.Read.Tests.Languages.English;

public class InnerStatementsTests
{
    [Fact]
    public void What_somebody_else_said_stands_within_the_statement_that_tells_it()
    {
        var statement = Reading.OnlyStatement(
            "“Mayor Peter Olin told us that the bridge was safe, and we believed him,” Mara Lindqvist said."
        );

        statement.Speaker!.Name.ShouldBe("Mara Lindqvist");
        var inner = statement.Inner.ShouldHaveSingleItem();
        inner.Speaker!.Name.ShouldBe("Peter Olin");
        inner.Text.ShouldStartWith("that the bridge was safe");
        inner.Kind.ShouldBe(StatementKind.Indirect);
        inner.Start!.Value.ShouldBeGreaterThan(statement.Start!.Value);
        inner.End!.Value.ShouldBeLessThanOrEqualTo(statement.End!.Value);
    }

    [Theory]
    [InlineData("“I said that the bridge was not safe at all,” Mara Lindqvist said.")]
    [InlineData("“Nobody said what happens after the first hour,” Mara Lindqvist said.")]
    [InlineData("“The bridge was not safe, and it fell in the night,” Mara Lindqvist said.")]
    public void What_the_speaker_or_nobody_says_is_none(string text) =>
        Reading.OnlyStatement(text).Inner.ShouldBeEmpty();
}
