namespace Perennial.Read.Languages.English;

/// <summary>Quotations in the headline, each with the speaker that the text gives the same words, or none.</summary>
internal static class HeadlineQuotations
{
    // Shorter ones are titles of works and words held at arm's length.
    private const int FewestWords = 3;

    public static IEnumerable<Statement> Of(string? title, IReadOnlyList<Statement> body)
    {
        if (string.IsNullOrWhiteSpace(title))
        {
            yield break;
        }
        var prose = Prose.Of(title, Abbreviations.All);
        foreach (var quotation in prose.Quotations)
        {
            if (!quotation.Closed || quotation.Words < FewestWords)
            {
                continue;
            }
            var text = title[quotation.Start..quotation.End];
            var key = Words.Key(text);
            var carrier = body.FirstOrDefault(statement =>
                statement.Kind != StatementKind.Indirect
                && Words.Key(statement.Text).Contains(key, StringComparison.Ordinal)
            );
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
                Hedges =
                [
                    .. Hedges
                        .Within(prose, quotation.First, quotation.Last)
                        .Select(hedge => hedge with { Start = null, End = null }),
                ],
            };
        }
    }
}
