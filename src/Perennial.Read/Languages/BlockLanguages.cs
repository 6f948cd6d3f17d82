namespace Perennial.Read.Languages;

/// <summary>Marks the blocks of an article that stand in another language than the article does.</summary>
internal static class BlockLanguages
{
    // Shorter ones are names, titles and cries, which the letters alone can't tell.
    private const int FewestLetters = 80;
    private const int FewestWords = 12;

    // In a script of its own no word needs to be understood, and many such scripts have no blanks between words.
    private const int FewestLettersOfOwnScript = 20;

    /// <summary>The same blocks; a language stands at those that surely have another than the document. One that has been told stays.</summary>
    public static IReadOnlyList<Block> Told(Article article) =>
        article.Language is { } language && article.Blocks.Any(block => block.Language is null)
            ? [.. article.Blocks.Select(block => block.Language is null ? Told(block, article.Text, language) : block)]
            : article.Blocks;

    private static Block Told(Block block, string text, string document)
    {
        var words = block switch
        {
            { Text: { } beside } => beside,
            { Start: { } start, End: { } end } => text[start..end],
            _ => "",
        };
        return IsLongEnough(words) && LanguageGuess.SurelyOtherThan(Primary(document), words) is { } other
            ? block with
            {
                Language = other,
            }
            : block;
    }

    private static bool IsLongEnough(string words)
    {
        var (letters, wide, gaps) = (0, 0, 0);
        foreach (var letter in words)
        {
            letters += char.IsLetter(letter) ? 1 : 0;
            wide += letter > '\u036F' && char.IsLetter(letter) ? 1 : 0;
            gaps += letter == ' ' ? 1 : 0;
        }
        return (letters >= FewestLetters && gaps + 1 >= FewestWords)
            || (wide >= FewestLettersOfOwnScript && wide * 2 > letters);
    }

    private static string Primary(string tag) => tag.Split('-', '_')[0].ToLowerInvariant();
}
