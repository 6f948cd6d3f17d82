using Perennial.Publish.Parts;

namespace Perennial.Publish.Tests;

/// <summary>The words of statements as they are shown.</summary>
public sealed class StatementWordsTests
{
    [Theory]
    [InlineData("“It holds,”", null, "“It holds”")]
    [InlineData("\"It holds.\"", "en", "“It holds.”")]
    [InlineData("«\u00A0Il tient\u00A0»", "fr", "«\u00A0Il tient\u00A0»")]
    [InlineData("„Sie hält“", "de-AT", "„Sie hält“")]
    [InlineData("“It holds,” “I would not promise it.”", "en", "“It holds” “I would not promise it.”")]
    public void Quoted_words_stand_in_the_marks_of_their_language(string text, string? language, string shown) =>
        StatementWords.Quoted(text, StatementKind.Direct, language).ShouldBe(shown);

    [Theory]
    [InlineData(StatementKind.Indirect)]
    [InlineData(StatementKind.Mixed)]
    public void Reported_words_stand_as_they_are(StatementKind kind) =>
        StatementWords.Quoted("that the dam “holds”", kind, "en").ShouldBe("that the dam “holds”");
}
