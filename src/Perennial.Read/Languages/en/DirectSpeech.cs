namespace Perennial.Read.Languages.English;

/// <summary>Finds quotations that are speech, joins their pieces, and finds the words that attribute them.</summary>
/// <remarks>
/// A quotation is speech when it begins like a sentence (at the beginning of one, after a comma or colon) and ends like one.
/// Anything else in marks is part of somebody's clause, a title or a word held at arm's length, and is left to <see cref="IndirectSpeech"/>.
/// </remarks>
internal sealed class DirectSpeech(Prose prose, Clauses clauses)
{
    // Shorter quotations without any attribution are titles and scare quotes far more often than speech.
    private const int FewestWordsAlone = 5;
    private const int LongestWayToCue = 40;

    private static readonly Cue Going = new("go on", VerbForm.Past, CueSense.Clause, Stance.Asserted, NounToo: false);

    private readonly List<Attribution> found = [];

    /// <summary>The direct statements in order of the text.</summary>
    public IReadOnlyList<Attribution> Find()
    {
        Quotation? previous = null;
        Attribution? current = null;
        foreach (var quotation in prose.Quotations)
        {
            if (!IsSpeech(quotation, current))
            {
                continue;
            }
            var joins = current is not null && previous is not null && GoesOn(current, previous, quotation);
            var own = Attributed(quotation, current);
            if (current is not null && joins && (!previous!.Closed || (own?.Cue is null && current.Cue is not null)))
            {
                Join(current, quotation, own);
            }
            else if (own?.Cue is not null || quotation.Words >= FewestWordsAlone || !quotation.Closed)
            {
                current = own ?? new Attribution { EndToken = quotation.Last };
                current.Content.Add(new Span(quotation.First, quotation.Last));
                current.Quoted = true;
                found.Add(current);
            }
            else
            {
                continue;
            }
            current.LastParagraph = quotation.Paragraph;
            current.EndToken = Math.Max(current.EndToken, quotation.Last);
            clauses.Take(quotation.First, quotation.Last);
            if (own?.Cue is { } cue)
            {
                clauses.Take(cue.First, cue.Last);
                if (own.Source is { } source)
                {
                    clauses.Remember(prose.SentenceOf[cue.First], source);
                }
            }
            previous = quotation;
        }
        return found;
    }

    private static void Join(Attribution current, Quotation quotation, Attribution? own)
    {
        current.Content.Add(new Span(quotation.First, quotation.Last));
        if (own?.Cue is not null)
        {
            if (current.Cue is null)
            {
                (current.Cue, current.Word, current.Source, current.Antecedent, current.Told, current.Negated) = (
                    own.Cue,
                    own.Word,
                    own.Source,
                    own.Antecedent,
                    own.Told,
                    own.Negated
                );
            }
            current.EndToken = own.EndToken;
        }
    }

    private bool IsSpeech(Quotation quotation, Attribution? current)
    {
        var tokens = prose.Tokens;
        var paragraph = prose.Paragraphs[quotation.Paragraph];
        if (quotation.Words == 0)
        {
            return false;
        }
        var before = quotation.First > paragraph.First ? tokens[quotation.First - 1] : default;
        var inner = tokens[Math.Min(quotation.First + 1, quotation.Last - 1)];
        var beginsSentence =
            quotation.First == paragraph.First
            || quotation.First == prose.Sentences[prose.SentenceOf[quotation.First]].First
            || before.EndsSentence
            || before.Text == ":"
            // "…," says Ann Gray of Fresno, Calif. "…": an abbreviation ends the sentence too.
            || (before is { IsWord: true, Text: [.., '.'] } && inner.IsCapital);
        var afterCue =
            !beginsSentence
            && (before.Text is "," or "—" or "–" || Cues.Of(before.Lower) is not null)
            // "…," he said, "which": a second piece may go on in lower case.
            && (
                inner.IsCapital
                || !char.IsLetter(inner.Text[0])
                || (
                    current is { Cue: not null }
                    && current.LastParagraph == quotation.Paragraph
                    && quotation.First - current.EndToken <= 1
                )
            );
        if (!beginsSentence && !afterCue)
        {
            return false;
        }
        if (!quotation.Closed)
        {
            return true;
        }
        var inside = quotation.Last - 2;
        while (inside > quotation.First && tokens[inside].Text is "'" or "’" or "”" or ")")
        {
            inside--;
        }
        var last = tokens[Math.Max(quotation.First, inside)];
        var after = quotation.Last < paragraph.Last ? tokens[quotation.Last].Text : "";
        return last.EndsSentence
            || last.Text is "," or "-" or "—" or "–"
            || after is "," or "." or "" or "!" or "?" or "-" or "–" or "—" or "―";
    }

    /// <summary>Whether nothing but the attribution stands between two quotations.</summary>
    private bool GoesOn(Attribution current, Quotation previous, Quotation quotation)
    {
        if (current.LastParagraph == quotation.Paragraph)
        {
            return quotation.First - current.EndToken <= 1 || InMiddle(current, quotation);
        }
        var paragraph = prose.Paragraphs[current.LastParagraph];
        return quotation.Paragraph == current.LastParagraph + 1
            && quotation.First == prose.Paragraphs[quotation.Paragraph].First
            && (!previous.Closed || EndsParagraph(current, paragraph));
    }

    private bool EndsParagraph(Attribution current, Run paragraph)
    {
        var end = current.EndToken;
        // A fragment of a damaged sentence may follow: "… in Berlin. said our partner …".
        if (end < paragraph.Last && prose.Tokens[end] is { IsWord: true } token && char.IsLower(token.Text[0]))
        {
            end = prose.Sentences[prose.SentenceOf[end]].Last;
        }
        return end >= paragraph.Last || (end == paragraph.Last - 1 && !prose.Tokens[end].IsWord);
    }

    /// <summary>"X," he said, "Y": the second piece stands in the attribution's own sentence.</summary>
    private bool InMiddle(Attribution current, Quotation quotation) =>
        current.Cue is { } cue
        && quotation.First >= cue.Last
        && prose.SentenceOf[cue.Last - 1] == prose.SentenceOf[quotation.First]
        && current.Content[^1].Last <= cue.First + 1
        && quotation.First - Math.Max(cue.Last, current.Source?.Last ?? 0) < 12
        && prose.Tokens[quotation.First - 1].Text is "," or "—" or "–" or "…";

    private Attribution? Attributed(Quotation quotation, Attribution? current) =>
        After(quotation) ?? Before(quotation, current);

    /// <summary>"…," said Ann Gray. / "…," Ann Gray, a nurse, said. / "…", according to Ann Gray.</summary>
    private Attribution? After(Quotation quotation)
    {
        var tokens = prose.Tokens;
        var paragraph = prose.Paragraphs[quotation.Paragraph];
        var start = quotation.Last;
        while (start < paragraph.Last && tokens[start].Text is "," or "—" or "–" or "-")
        {
            start++;
        }
        if (
            start >= paragraph.Last
            || !tokens[start].IsWord
            || !quotation.Closed
            // "…," after the minister said so
            || BeginsClause(tokens[start].Lower)
        )
        {
            return null;
        }
        var to = prose.Sentences[prose.SentenceOf[start]].Last;
        for (var i = start; i < to; i++)
        {
            if (prose.QuotationOf[i] >= 0)
            {
                to = i;
            }
        }
        var ended =
            tokens[quotation.Last - 2].EndsSentence
            || (quotation.Last < paragraph.Last && tokens[quotation.Last].Text == ".");
        if (tokens[start].Lower == "according" && start + 2 < to && tokens[start + 1].Lower == "to")
        {
            return SubjectPhrase.After(prose, start + 2, to) is { } named
                ? new Attribution
                {
                    Cue = new Span(start, start + 2),
                    Word = IndirectSpeech.According,
                    Source = named,
                    EndToken = Math.Max(named.Last, to),
                }
                : null;
        }
        if (
            CueSite.At(prose, start, start, to, titleCase: false) is { Participle: false } inverted
            && tokens[start].Text == tokens[start].Lower
        )
        {
            return
                SubjectPhrase.After(prose, inverted.Last, to) is { } speaker
                && inverted.Word.Sense.HasFlag(CueSense.Clause)
                ? new Attribution
                {
                    Cue = new Span(inverted.First, inverted.Last),
                    Word = inverted.Word,
                    Source = speaker,
                    EndToken = Math.Max(speaker.Last, to),
                }
                : null;
        }
        for (var i = start + 1; i < to && i < start + LongestWayToCue; i++)
        {
            if (
                (WentOn(i, to) ?? CueSite.At(prose, i, start, to, titleCase: false)) is not { Participle: false } site
                || (site.Word.Sense & ~CueSense.Infinitive) == CueSense.None
                // "… of joy.” Others paid tribute": a sentence of its own that attributes nothing.
                || (ended && (site.Word.Sense & (CueSense.Clause | CueSense.Addressee)) == CueSense.None)
            )
            {
                continue;
            }
            if (SubjectPhrase.Before(prose, site.First, start) is not { } source || source.First - start > 3)
            {
                return null;
            }
            if (ended && !Rests(prose, site.Last, to, site.Word))
            {
                return null;
            }
            return new Attribution
            {
                Cue = new Span(site.First, site.Last),
                Word = site.Word,
                Source = source,
                Told = Addressees.After(prose, site, to)?.Who,
                Negated = site.Negated,
                EndToken = Math.Max(site.Last, to),
            };
        }
        return null;
    }

    /// <summary>Whether a word behind a quotation begins a clause that says when or why, not who said it.</summary>
    public static bool BeginsClause(string lower) =>
        WordClasses.Subordinators.Contains(lower) || lower is "after" or "before" or "as";

    /// <summary>"…," she went on.</summary>
    private CueSite? WentOn(int at, int to) =>
        prose.Tokens[at].Lower is "went" or "goes"
        && at + 1 < to
        && prose.Tokens[at + 1].Lower == "on"
        && (at + 2 >= to || !prose.Tokens[at + 2].IsWord)
            ? new CueSite(at, at, at + 2, Going, Participle: false, Negated: false)
            : null;

    /// <summary>After a full stop within the marks, "Gray said." attributes what stands before it, "Gray said he would go." does not.</summary>
    /// <param name="prose">The text.</param>
    /// <param name="at">The token behind the attributing word.</param>
    /// <param name="to">Where its sentence ends, or the next quotation begins.</param>
    /// <param name="word">The attributing word, where it is known.</param>
    public static bool Rests(Prose prose, int at, int to, Cue? word)
    {
        const int near = 8;
        const int far = 16;
        if (at >= to)
        {
            return true;
        }
        for (var i = at; i < to && i < at + near; i++)
        {
            // "He said, twice, that he would go."
            if (prose.Tokens[i].Lower == "that")
            {
                return false;
            }
        }
        var token = prose.Tokens[at];
        // "He added, “…": that leads to what follows.
        var leads =
            token.Text == ":"
            || token.IsQuotationMark
            || (token.Text == "," && at + 1 < prose.Tokens.Count && prose.Tokens[at + 1].IsQuotationMark);
        return (!token.IsWord && !leads)
            || WordClasses.IsTime(token.Lower)
            || (
                WordClasses.IsAdverb(token.Lower)
                && (at + 1 >= to || !prose.Tokens[at + 1].IsWord || IsCircumstance(prose.Tokens[at + 1]))
            )
            || token.Lower == "back"
            || (WordClasses.Prepositions.Contains(token.Lower) && to - at < far)
            || (word is not null && word.Sense.HasFlag(CueSense.Addressee) && to - at < near);
    }

    private static bool IsCircumstance(Token token) =>
        WordClasses.IsTime(token.Lower)
        || WordClasses.Prepositions.Contains(token.Lower)
        || WordClasses.IsAdverb(token.Lower);

    /// <summary>Gray said, "…" / Gray told reporters: "…" / the paragraph before ends with a colon.</summary>
    private Attribution? Before(Quotation quotation, Attribution? current)
    {
        var tokens = prose.Tokens;
        var paragraph = prose.Paragraphs[quotation.Paragraph];
        var middle = false;
        var (from, end) = (prose.Sentences[prose.SentenceOf[quotation.First]].First, quotation.First);
        if (
            end == from
            && quotation.First == paragraph.First
            && quotation.Paragraph > 0
            && tokens[paragraph.First - 1].Text is ":"
        )
        {
            end = paragraph.First;
            from = prose.Sentences[prose.SentenceOf[end - 1]].First;
        }
        else if (end == from && end > paragraph.First && tokens[end - 1].Text is ":")
        {
            from = prose.Sentences[prose.SentenceOf[end - 1]].First;
        }
        if (current is not null && current.LastParagraph == quotation.Paragraph)
        {
            from = Math.Max(from, Math.Min(Math.Max(current.Cue?.Last ?? 0, current.Content[^1].Last), end));
            middle = InMiddle(current, quotation);
        }
        if (end <= from)
        {
            return null;
        }
        var colon = tokens[end - 1].Text == ":";
        var lowest = Math.Max(from, end - (colon ? 30 : 18));
        for (var head = end - 1; head >= lowest; head--)
        {
            if (
                CueSite.At(prose, head, from, end, titleCase: false) is not { } site
                || (site.Word.Sense & (CueSense.Clause | CueSense.Addressee | CueSense.That | CueSense.Object))
                    == CueSense.None
                || (site.First == from && !site.Participle)
                // "…," he said, adding: "…" is another; "…," he said, speaking of guns, "…" is not.
                || (middle && !(site.Participle && site.Word.Sense.HasFlag(CueSense.Clause)))
                || (!colon && !LeadsTo(site, end))
            )
            {
                continue;
            }
            var (source, antecedent) = clauses.SubjectOf(site, from);
            if (source is null)
            {
                continue;
            }
            return new Attribution
            {
                Cue = new Span(site.First, site.Last),
                Word = site.Word,
                Source = source,
                Antecedent = antecedent,
                Told = Addressees.After(prose, site, end)?.Who,
                Negated = site.Negated,
                EndToken = quotation.Last,
            };
        }
        // "Gray: …"
        if (colon && end - 1 > from && end - 1 - from <= 6 && tokens[from].IsCapital && tokens[end - 2].IsCapital)
        {
            return new Attribution
            {
                Cue = new Span(end - 1, end),
                Word = IndirectSpeech.Colon,
                Source = new Span(from, end - 1),
                EndToken = quotation.Last,
            };
        }
        return null;
    }

    /// <summary>Whether only a comma, an addressee or a circumstance stands between the verb and the quotation.</summary>
    private bool LeadsTo(CueSite site, int end)
    {
        var tokens = prose.Tokens;
        if (site.Last >= end)
        {
            return true;
        }
        var next = tokens[site.Last];
        return next.Text is "," or ":" or "—" or "–"
            || next.Lower == "that"
            || WordClasses.IsTime(next.Lower)
            || WordClasses.Prepositions.Contains(next.Lower)
            || WordClasses.IsAdverb(next.Lower)
            || (site.Word.Sense.HasFlag(CueSense.Addressee) && tokens[end - 1].Text == ",")
            || (site.Word.Sense.HasFlag(CueSense.Clause) && end - site.Last <= 4 && tokens[end - 1].Text == ",");
    }
}
