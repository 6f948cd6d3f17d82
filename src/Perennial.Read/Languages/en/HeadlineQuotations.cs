namespace Perennial.Read.Languages.English;

/// <summary>Quotations in the headline, each with the speaker that the text gives the same words, or none.</summary>
internal static class HeadlineQuotations
{
    // Shorter ones are titles of works and words held at arm's length, unless somebody says the same words in the text.
    private const int FewestWords = 3;

    /// <summary>The quotations of an article's headline, in order.</summary>
    /// <param name="article">The article.</param>
    /// <param name="body">The statements of its text.</param>
    public static IEnumerable<Statement> Of(Article article, IReadOnlyList<Statement> body)
    {
        if (article.Title is not { Length: > 0 } title)
        {
            yield break;
        }
        var prose = Prose.Of(title, Abbreviations.All);
        foreach (var quotation in prose.Quotations)
        {
            if (!quotation.Closed || quotation.Words == 0)
            {
                continue;
            }
            var text = title[quotation.Start..quotation.End];
            var key = Spaced(text);
            var carrier = body.FirstOrDefault(statement =>
                statement.Kind != StatementKind.Indirect
                && Spaced(statement.Text).Contains(key, StringComparison.Ordinal)
            );
            if (carrier is null && quotation.Words < FewestWords)
            {
                continue;
            }
            yield return new Statement
            {
                Kind = StatementKind.Direct,
                Text = text,
                In = StatementPlace.Headline,
                Speaker = carrier?.Speaker is { Name: not null } speaker
                    ? speaker with
                    {
                        Start = null,
                        End = null,
                        Text = null,
                        By = ResolvedBy.Inferred,
                    }
                    : null,
                Role = carrier?.Role,
                Carried = carrier is { Start: { } start, End: { } end } ? Passage.Of(article.Text, start, end) : null,
                Hedges =
                [
                    .. Hedges
                        .Within(prose, quotation.First, quotation.Last)
                        .Select(hedge => hedge with { Start = null, End = null }),
                ],
            };
        }
    }

    /// <summary>The words in lower case, each between blanks.</summary>
    private static string Spaced(string text)
    {
        var spaced = new System.Text.StringBuilder(text.Length + 2).Append(' ');
        foreach (var letter in text)
        {
            if (char.IsLetterOrDigit(letter))
            {
                spaced.Append(char.ToLowerInvariant(letter));
            }
            else if (letter is not ('’' or '\'') && spaced[^1] != ' ')
            {
                spaced.Append(' ');
            }
        }
        return (spaced[^1] == ' ' ? spaced : spaced.Append(' ')).ToString();
    }
}
