using System.Collections.Frozen;

namespace Perennial.Read.Languages;

/// <summary>Direct quotations with a plain cue beside them, for languages that have no reading of their own yet.</summary>
/// <remarks>
/// A quotation becomes a statement only when a verb of speech stands right beside it; the speaker is the run of
/// capitals next to that verb. Whoever is not named there stays unclear.
/// </remarks>
internal static class PlainQuotations
{
    // After a quotation a cue is looked for within so many words, before it within so many.
    private const int After = 4;
    private const int Before = 8;
    private const int FewestWords = 3;

    private static readonly FrozenDictionary<string, FrozenSet<string>> Cues = new Dictionary<
        string,
        FrozenSet<string>
    >(StringComparer.Ordinal)
    {
        ["it"] = Set(
            "dice disse detto dichiara dichiarato afferma affermato spiega spiegato aggiunge aggiunto secondo scrive scritto sottolinea avverte"
        ),
        ["pt"] = Set(
            "diz disse afirma afirmou declara declarou explica explicou acrescenta acrescentou segundo escreve escreveu alerta alertou"
        ),
        ["nl"] = Set("zegt zei verklaart verklaarde volgens schrijft schreef aldus vertelt vertelde"),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The statements of a text in the language of the tag; none for a language without cues.</summary>
    public static IReadOnlyList<Statement> Of(string text, string tag)
    {
        var language = tag.Split('-', '_')[0].ToLowerInvariant();
        if (!Cues.TryGetValue(language, out var cues))
        {
            return [];
        }
        var prose = Prose.Of(text, FrozenSet<string>.Empty);
        var statements = new List<Statement>();
        foreach (var quotation in prose.Quotations)
        {
            if (quotation.Words >= FewestWords && quotation.Closed && CueBeside(prose, quotation, cues) is { } cue)
            {
                statements.Add(StatementAt(prose, quotation, cue));
            }
        }
        return statements;
    }

    private static int? CueBeside(Prose prose, Quotation quotation, FrozenSet<string> cues)
    {
        var paragraph = prose.Paragraphs[quotation.Paragraph];
        var at = quotation.Last;
        for (
            var words = 0;
            at < paragraph.Last && words < After && !prose.Tokens[at].EndsSentence && prose.QuotationOf[at] < 0;
            at++
        )
        {
            if (cues.Contains(prose.Tokens[at].Lower))
            {
                return at;
            }
            words += prose.Tokens[at].IsWord ? 1 : 0;
        }
        at = quotation.First - 1;
        for (
            var words = 0;
            at >= paragraph.First && words < Before && !prose.Tokens[at].EndsSentence && prose.QuotationOf[at] < 0;
            at--
        )
        {
            if (cues.Contains(prose.Tokens[at].Lower))
            {
                return at;
            }
            words += prose.Tokens[at].IsWord ? 1 : 0;
        }
        return null;
    }

    private static Statement StatementAt(Prose prose, Quotation quotation, int cue)
    {
        var name = NameBeside(prose, cue, quotation);
        return new Statement
        {
            Kind = StatementKind.Direct,
            Start = quotation.Start,
            End = quotation.End,
            Spans =
            [
                [quotation.Start, quotation.End],
            ],
            Text = prose.Text[quotation.Start..quotation.End],
            Cue = prose.Passage(cue, cue + 1),
            Speaker = name is { } run
                ? new Speaker
                {
                    Start = prose.Tokens[run.First].Start,
                    End = prose.Tokens[run.Last - 1].End,
                    Text = prose.Slice(run.First, run.Last),
                    Name = prose.Slice(run.First, run.Last),
                    By = ResolvedBy.Name,
                }
                : new Speaker { By = ResolvedBy.Inferred },
        };
    }

    /// <summary>The nearest run of capitals after the cue, else before it; never out of the sentence or into the quotation.</summary>
    private static (int First, int Last)? NameBeside(Prose prose, int cue, Quotation quotation)
    {
        var sentence = prose.Sentences[prose.SentenceOf[cue]];
        for (var i = cue + 1; i < sentence.Last && i < cue + After + 2 && prose.QuotationOf[i] < 0; i++)
        {
            if (prose.Tokens[i].IsCapital)
            {
                var last = i;
                while (last < sentence.Last && prose.Tokens[last].IsWord && prose.Tokens[last].IsCapital)
                {
                    last++;
                }
                return (i, last);
            }
        }
        for (var i = cue - 1; i >= sentence.First && i > cue - Before && prose.QuotationOf[i] < 0; i--)
        {
            if (prose.Tokens[i].IsCapital && (i > sentence.First || i >= quotation.Last))
            {
                var first = i;
                while (first > sentence.First && prose.Tokens[first - 1].IsWord && prose.Tokens[first - 1].IsCapital)
                {
                    first--;
                }
                return (first, i + 1);
            }
        }
        return null;
    }

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
