namespace Perennial.Read.Languages.English;

/// <summary>Statements within statements: "He told us 'go home'," said by somebody about somebody else.</summary>
/// <remarks>
/// The tagger gives a word one label, so that it cannot hold both. The words of a statement are read once more by the rules, as a text of their own.
/// What the speaker says of himself ("I think that") is no second statement.
/// </remarks>
internal static class InnerStatements
{
    // Shorter ones hold no cue with a speaker and a clause; longer ones are a speech, and bound the time.
    private const int FewestTokens = 6;
    private const int MostTokens = 1500;

    /// <summary>What a statement says that others said, in the document's tokens, in order.</summary>
    public static IEnumerable<Attribution> Of(Prose prose, Attribution said) =>
        said
            .Content.Where(piece => piece.Length is >= FewestTokens and <= MostTokens)
            .SelectMany(piece => Within(prose, piece));

    private static List<Attribution> Within(Prose prose, Span piece)
    {
        var (first, last) = (piece.First, piece.Last);
        while (first < last && prose.Tokens[first].IsQuotationMark)
        {
            first++;
        }
        while (last > first && prose.Tokens[last - 1].IsQuotationMark)
        {
            last--;
        }
        if (last - first < FewestTokens)
        {
            return [];
        }
        var start = prose.Tokens[first].Start;
        var inner = Prose.Of(prose.Text[start..prose.Tokens[last - 1].End], Abbreviations.All);
        // A slice is cut into the same tokens, but for what stood at its edges; where that fails nothing is read.
        if (inner.Tokens.Count != last - first)
        {
            return [];
        }
        var clauses = new Clauses(inner);
        List<Attribution> found =
        [
            .. new DirectSpeech(inner, clauses).Find(),
            .. new IndirectSpeech(inner, clauses).Find(),
        ];
        return found
            .Where(other => IsOfSomebodyElse(inner, other))
            .OrderBy(other => other.Content[0].First)
            .Select(other => Moved(inner, other, first))
            .ToList();
    }

    /// <summary>A statement of a third person, with a verb of saying.</summary>
    private static bool IsOfSomebodyElse(Prose inner, Attribution said) =>
        said is { Cue: not null, Source: { } source, Word: { } word }
        && (said.Quoted || (word.Sense & (CueSense.Clause | CueSense.Addressee)) != CueSense.None)
        && inner.Tokens[source.First].Lower
            is not ("i" or "we" or "you" or "who" or "which" or "that" or "it" or "nobody" or "none" or "no");

    private static Attribution Moved(Prose inner, Attribution said, int by)
    {
        // "He told us 'go home' and left": a content that begins as a quotation ends with it.
        var quotation = inner.QuotationOf[said.Content[0].First];
        var isQuotation = quotation >= 0;
        var content = isQuotation
            ? [new Span(inner.Quotations[quotation].First, inner.Quotations[quotation].Last)]
            : said.Content;
        var moved = new Attribution
        {
            Cue = Moved(said.Cue, by),
            Word = said.Word,
            Source = Moved(said.Source, by),
            Antecedent = Moved(said.Antecedent, by),
            Told = Moved(said.Told, by),
            Negated = said.Negated,
            Quoted = said.Quoted || isQuotation,
        };
        moved.Content.AddRange(content.Select(piece => new Span(piece.First + by, piece.Last + by)));
        return moved;
    }

    private static Span? Moved(Span? span, int by) =>
        span is { } tokens ? new Span(tokens.First + by, tokens.Last + by) : null;
}
