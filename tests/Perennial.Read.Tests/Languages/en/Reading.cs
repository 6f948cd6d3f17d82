namespace Perennial.Read.Tests.Languages.English;

/// <summary>Reads an English text as the program does.</summary>
internal static class Reading
{
    public static Article Of(string text, string? title = null) =>
        Reader.ReadText(text, title, published: null, language: "en", url: null);

    public static Statement OnlyStatement(string text) => Of(text).Statements.ShouldHaveSingleItem();
}
