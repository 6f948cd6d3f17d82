namespace Perennial.Read.Languages.Listed;

/// <summary>Finds the words beside a quotation that attribute it, or within it: « Personne, regrette la maire, ne vient ».</summary>
internal sealed class Attributions(Prose prose, Lexicon lexicon)
{
    // No attribution before a quotation is longer; a bound keeps sentences of nothing but marks quick.
    private const int FarthestBefore = 45;

    private readonly NounPhrases phrases = new(prose, lexicon);
    private readonly VerbSites sites = new(prose, lexicon);

    private Subjects Subjects => field ??= new Subjects(prose, lexicon, phrases);

    private SourcePhrases Sources => field ??= new SourcePhrases(prose, lexicon, phrases);

    private HowClauses Hows => field ??= new HowClauses(prose, lexicon, phrases, sites, Subjects);

    /// <summary>The attribution of a quotation, or <see langword="null"/>.</summary>
    public Saying? Of(Quotation quotation) => Behind(quotation) ?? Before(quotation) ?? Within(quotation);

    /// <summary>Whether an attribution begins right behind a quotation, even without a comma.</summary>
    public bool BeginsBehind(Quotation quotation) => Behind(quotation) is not null;

    /// <summary>A quotation after a dash at the beginning of a paragraph: speech only where somebody is said to speak.</summary>
    public Saying? Dialogue(Run paragraph)
    {
        var said = Inside(paragraph.First + 1, paragraph.Last);
        if (said is not null)
        {
            said.LastParagraph = paragraph.Paragraph;
            said.IsQuoted = true;
        }
        return said;
    }

    /// <summary>„…“, sagte Kowal. / « … », a-t-il ajouté. / «…», según Ruiz. / „…“, so Kowal.</summary>
    private Saying? Behind(Quotation quotation)
    {
        var tokens = prose.Tokens;
        var paragraph = prose.Paragraphs[quotation.Paragraph];
        var start = quotation.Last;
        while (start < paragraph.Last && tokens[start].Text is "," or "—" or "–" or "-")
        {
            start++;
        }
        if (
            !quotation.Closed
            || start >= paragraph.Last
            || !tokens[start].IsWord
            || (tokens[start].IsCapital && tokens[start - 1].Text != ",")
        )
        {
            return null;
        }
        var to = SentenceEnd(start);
        return BehindAt(start, to);
    }

    private Saying? BehindAt(int start, int to)
    {
        if (Sources.At(start, start - 1, to) is { } source)
        {
            return new Saying
            {
                Cue = source.Cue,
                Source = source.Source,
                EndToken = source.All.Last,
            };
        }
        if (Hows.At(start, start, to) is { } how)
        {
            return new Saying
            {
                Cue = how.Cue,
                Verb = how.Verb,
                Source = how.Source,
                Stance = Quoted(how.Verb.Stance),
                EndToken = how.All.Last,
            };
        }
        var verb = start;
        while (verb < to - 1 && lexicon.Clitics.Contains(prose.Tokens[verb].Lower) && sites.At(verb, start, to) is null)
        {
            verb++;
        }
        if (sites.At(verb, start, to) is not { } site || !CanQuote(site))
        {
            return SubjectFirst(start, to);
        }
        var after = Subjects.After(site, to);
        if (after is { } named && lexicon.Nobody.Contains(prose.Tokens[named.First].Lower))
        {
            after =
                named.Last + 1 < to
                && lexicon.InWords.Contains(prose.Tokens[named.Last].Lower)
                && phrases.EndOf(named.Last + 1, to) is > 0 and var end
                    ? new Span(named.Last + 1, end)
                    : null;
        }
        else if (after is null && lexicon.IsGerman)
        {
            return null;
        }
        var behind = Math.Max(Math.Max(site.Last, site.Head + 1), after?.Last ?? 0);
        return new Saying
        {
            Cue = new Span(
                site.Tail == site.Head ? site.Head : site.First,
                site.Tail == site.Head || !lexicon.IsGerman ? site.Head + 1 : site.First + 1
            ),
            Verb = site.Verb,
            Source = after,
            SameAsBefore = after is null,
            Told =
                (after is { } speaker && speaker.First > site.Head ? Subjects.Told(site.Last, speaker.First) : null)
                ?? Subjects.Told(behind, to),
            Stance = Quoted(site.Stance),
            EndToken = Math.Max(Rest(behind, to), site.Tail + 1),
        };
    }

    /// <summary>«…», la maire a dit: the subject first.</summary>
    private Saying? SubjectFirst(int start, int to)
    {
        var end = phrases.EndOf(start, to);
        if (
            end < 0
            || end >= to
            || lexicon.IsGerman
            || sites.At(end, end, to) is not { } site
            || !CanQuote(site)
            || site.Head + 1 < to && prose.Tokens[site.Head + 1].IsWord
        )
        {
            return null;
        }
        return new Saying
        {
            Cue = new Span(site.First, site.Head + 1),
            Verb = site.Verb,
            Source = new Span(start, end),
            Stance = Quoted(site.Stance),
            EndToken = site.Head + 1,
        };
    }

    /// <summary>Kowal sagte: „…“ / La maire explique : « … » / Kowal: „…“.</summary>
    private Saying? Before(Quotation quotation)
    {
        var tokens = prose.Tokens;
        var end = quotation.First;
        var from = prose.Sentences[prose.SentenceOf[end]].First;
        if (
            end == from
            && quotation.Paragraph > 0
            && end == prose.Paragraphs[quotation.Paragraph].First
            && tokens[end - 1].Text == ":"
        )
        {
            from = prose.Sentences[prose.SentenceOf[end - 1]].First;
        }
        if (end == from || tokens[end - 1].Text is not (":" or "," or "—" or "–"))
        {
            return null;
        }
        var isColon = tokens[end - 1].Text == ":";
        for (var i = end - 2; i >= from && end - i < FarthestBefore; i--)
        {
            if (prose.QuotationOf[i] >= 0 && prose.Quotations[prose.QuotationOf[i]].Words > 4)
            {
                return null;
            }
            if (
                !tokens[i].IsWord
                || sites.At(i, from, end) is not { } site
                || !CanQuote(site)
                || (!isColon && end - Math.Max(site.Last, site.Tail + 1) > 8)
            )
            {
                continue;
            }
            var source = Subjects.Before(from, site.First) ?? Subjects.After(site, end);
            if (source is null && lexicon.IsGerman && site.Subject < 0)
            {
                return null;
            }
            return new Saying
            {
                Cue = new Span(
                    site.Tail == site.Head ? site.Head : site.First,
                    site.Tail == site.Head || !lexicon.IsGerman ? site.Head + 1 : site.First + 1
                ),
                Verb = site.Verb,
                Source = source is { } named && lexicon.Nobody.Contains(tokens[named.First].Lower) ? null : source,
                SameAsBefore = source is null,
                Told = Subjects.Told(Math.Max(site.Last, source?.Last ?? 0), end),
                Stance = Quoted(site.Stance),
                EndToken = quotation.Last,
            };
        }
        if (isColon && end - from <= 8 && phrases.Covers(from, end - 1) && phrases.CanSpeak(from, end - 1))
        {
            return new Saying
            {
                Cue = new Span(end - 1, end),
                Source = new Span(from, end - 1),
                EndToken = quotation.Last,
            };
        }
        return null;
    }

    /// <summary>French and Spanish put the attribution within the marks.</summary>
    private Saying? Within(Quotation quotation)
    {
        if (lexicon.IsGerman || !quotation.Closed)
        {
            return null;
        }
        var said = Inside(quotation.First, quotation.Last);
        return said;
    }

    /// <summary>An inverted verb between commas or dashes cuts the tokens in what is said and who says it.</summary>
    private Saying? Inside(int first, int last)
    {
        for (var i = first + 2; i < last; i++)
        {
            var mark = prose.Tokens[i - 1];
            if (
                mark.Text is not ("," or "—" or "–" or "!" or "?")
                || !prose.Tokens[i].IsWord
                || prose.Tokens[i].IsCapital
            )
            {
                continue;
            }
            var to = Math.Min(last, SentenceEnd(i));
            if (
                BehindAt(i, to) is not { Verb: not null, Source: { } source } said
                || !phrases.CanSpeak(source.First, source.Last)
                || source.First < said.Cue!.Value.First
            )
            {
                continue;
            }
            // "lance Théa Mollard, qui prend la ligne": the sentence's rest belongs to her.
            var end = Math.Max(said.Cue.Value.Last, source.Last);
            if (
                end + 1 < to
                && prose.Tokens[end].Text == ","
                && lexicon.Relatives.Contains(prose.Tokens[end + 1].Lower)
            )
            {
                end = to;
            }
            said.Content.Add(new Span(first, i - 1));
            while (end < last && !prose.Tokens[end].IsWord && !prose.Tokens[end].IsQuotationMark)
            {
                end++;
            }
            if (end < last - 1)
            {
                said.Content.Add(new Span(end, last));
            }
            said.EndToken = last;
            return said;
        }
        return null;
    }

    /// <summary>„Das stimmt nicht“, widersprach sie: what stands in marks is what she holds, not what she denies.</summary>
    private static Stance Quoted(Stance stance) => stance == Stance.Denied ? Stance.Asserted : stance;

    private static bool CanQuote(VerbSite site) =>
        site.Verb.Follows.HasFlag(Follows.Clause) || site.Verb.Follows.HasFlag(Follows.Thing);

    private int SentenceEnd(int at)
    {
        var to = prose.Sentences[prose.SentenceOf[at]].Last;
        for (var i = at; i < to; i++)
        {
            if (
                prose.QuotationOf[i] >= 0
                && prose.QuotationOf[i] != prose.QuotationOf[at]
                && prose.Quotations[prose.QuotationOf[i]].Words > 4
            )
            {
                return i;
            }
        }
        return to;
    }

    /// <summary>What stands between the speaker and the clause's end: "am Freitag dem Sender".</summary>
    private int Rest(int at, int to)
    {
        var i = at;
        while (
            i < to
            && (prose.Tokens[i].IsWord || prose.QuotationOf[i] >= 0)
            && !lexicon.Conjunctions.Contains(prose.Tokens[i].Lower)
        )
        {
            i++;
        }
        return i;
    }
}
