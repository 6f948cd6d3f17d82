namespace Perennial.Read.Languages.English;

/// <summary>Who speaks in a quotation that no verb attributes: by its place, whoever stands before its colon, behind its comma, under it or in the short sentence before it.</summary>
/// <param name="prose">The document.</param>
internal sealed class UnattributedSpeech(Prose prose)
{
    // "Ann Gray agreed.", "The senator from Vermont was blunt."
    private const int ShortSentence = 9;
    private const int LongestSignature = 14;
    private const int LongestLead = 30;

    /// <summary>The words that name the speaker, or <see langword="null"/>.</summary>
    /// <param name="quotation">The quotation with its marks; its last piece, where it has several.</param>
    public Span? SpeakerOf(Span quotation) =>
        Behind(quotation) ?? Signature(quotation) ?? BeforeColon(quotation) ?? InShortSentence(quotation);

    /// <summary>"…," the mayor, from her desk. / "…?" a reporter can be heard shouting: whoever the quotation's own sentence goes on with.</summary>
    private Span? Behind(Span quotation)
    {
        var tokens = prose.Tokens;
        var start = quotation.Last;
        var sentence = prose.Sentences[prose.SentenceOf[quotation.Last - 1]];
        return
            start < sentence.Last
            && tokens[start].IsWord
            && tokens[start - 2].Text is "," or "?" or "!"
            && !DirectSpeech.BeginsClause(tokens[start].Lower)
            && !WordClasses.Conjunctions.Contains(tokens[start].Lower)
            ? SubjectPhrase.OfSentence(prose, start, sentence.Last)
            : null;
    }

    /// <summary>"— Ann Gray, nurse", in the paragraph under the quotation or at the end of its own.</summary>
    private Span? Signature(Span quotation)
    {
        var tokens = prose.Tokens;
        var dash = quotation.Last;
        var name = dash;
        while (name < tokens.Count && name < dash + 3 && tokens[name].Text is "-" or "–" or "—" or "―" or "~")
        {
            name++;
        }
        if (name == dash || name >= tokens.Count || !tokens[name].IsCapital)
        {
            return null;
        }
        var paragraph = prose.Paragraphs[prose.Sentences[prose.SentenceOf[dash]].Paragraph];
        if (paragraph.Last - dash > LongestSignature)
        {
            return null;
        }
        var end = name;
        while (end < paragraph.Last && !tokens[end].EndsSentence && tokens[end].Text != "(")
        {
            end++;
        }
        return new Span(name, end);
    }

    /// <summary>"Ann Gray (Green Party): …" / "More from Gray: …" / "Here is Gray in December: …" / "She went on to say: …"</summary>
    private Span? BeforeColon(Span quotation)
    {
        var tokens = prose.Tokens;
        var colon = quotation.First - 1;
        if (colon < 1 || tokens[colon].Text != ":")
        {
            return null;
        }
        var from = Math.Max(prose.Sentences[prose.SentenceOf[colon]].First, colon - LongestLead);
        for (var i = colon - 1; i > from; i--)
        {
            if (tokens[i].Text is "-" or "–" or "—" or "•" or "|")
            {
                from = i + 1;
            }
        }
        if (from >= colon)
        {
            return null;
        }
        if (
            (tokens[colon - 1].IsCapital || tokens[colon - 1].Text is ")" or "]")
            && SubjectPhrase.Before(prose, colon, from) is { } named
            && NamesSomebody(named)
        )
        {
            return named;
        }
        for (var i = colon - 1; i > from; i--)
        {
            if (tokens[i - 1].Lower is "from" or "here's" or "by" && SubjectPhrase.After(prose, i, colon) is { } given)
            {
                return given;
            }
        }
        return SubjectPhrase.OfSentence(prose, from, colon) is { } subject && NamesSomebody(subject) ? subject : null;
    }

    /// <summary>"Ann Gray agreed. …"</summary>
    private Span? InShortSentence(Span quotation)
    {
        var number = prose.SentenceOf[quotation.First];
        var sentence = prose.Sentences[number];
        if (sentence.First != quotation.First || number == 0)
        {
            return null;
        }
        var before = prose.Sentences[number - 1];
        return
            before.Paragraph == sentence.Paragraph
            && before.Last - before.First <= ShortSentence
            && prose.QuotationOf[before.First] < 0
            && SubjectPhrase.OfSentence(prose, before.First, before.Last) is { } subject
            && NamesSomebody(subject)
            ? subject
            : null;
    }

    private bool NamesSomebody(Span phrase) =>
        prose.Tokens[phrase.First].Lower is "he" or "she"
        || Enumerable
            .Range(phrase.First, phrase.Length)
            .Any(i => prose.Tokens[i].IsCapital && !WordClasses.Pronouns.Contains(prose.Tokens[i].Lower));
}
