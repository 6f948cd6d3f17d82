namespace Perennial.Read.Languages.Listed;

/// <summary>Finds statements outside quotations of their own: "sagte, dass", "a expliqué que", "laut Polizei", "…, añadió".</summary>
internal sealed partial class ReportedSpeech(Prose prose, Lexicon lexicon, bool[] taken)
{
    private const int FewestWordsBefore = 3;
    private const int LongestDescription = 10;

    private readonly List<Saying> found = [];
    private readonly NounPhrases phrases = new(prose, lexicon);
    private readonly VerbSites sites = new(prose, lexicon);

    private Subjects Subjects => field ??= new Subjects(prose, lexicon, phrases);

    private Contents Contents => field ??= new Contents(prose, lexicon, phrases, Subjects);

    private SourcePhrases Sources => field ??= new SourcePhrases(prose, lexicon, phrases);

    private HowClauses Hows => field ??= new HowClauses(prose, lexicon, phrases, sites, Subjects);

    /// <summary>The statements in order of the text. Tokens that are taken belong to quotations and their attributions.</summary>
    public IReadOnlyList<Saying> Find()
    {
        foreach (var sentence in prose.Sentences)
        {
            Read(sentence);
        }
        return found;
    }

    private void Read(Run sentence)
    {
        var from = sentence.First;
        Span? last = null;
        for (var i = sentence.First; i < sentence.Last; i++)
        {
            if (taken[i])
            {
                from = i + 1;
                continue;
            }
            if (prose.QuotationOf[i] >= 0 || !prose.Tokens[i].IsWord)
            {
                continue;
            }
            var said =
                WithoutVerb(i, from, sentence)
                ?? How(i, from, sentence)
                ?? Hearsay(i, from, sentence)
                ?? WithVerb(i, from, sentence, last);
            if (said is null)
            {
                continue;
            }
            found.Add(said);
            last = said.Source ?? last;
            var next = Math.Max(said.EndToken, i + 1);
            from = next;
            i = next - 1;
        }
    }

    private Saying? WithoutVerb(int at, int from, Run sentence)
    {
        if (Sources.At(at, from, sentence.Last) is not { } source)
        {
            return null;
        }
        var said = new Saying { Cue = source.Cue, Source = source.Source };
        return Around(said, source.All, from, sentence);
    }

    private Saying? How(int at, int from, Run sentence)
    {
        if (Hows.At(at, from, sentence.Last) is not { } how)
        {
            return null;
        }
        var said = new Saying
        {
            Cue = how.Cue,
            Verb = how.Verb,
            Source = how.Source,
            Stance = how.Verb.Stance,
        };
        return Around(said, how.All, from, sentence);
    }

    /// <summary>Everything in the sentence around an attribution is what is said.</summary>
    private Saying? Around(Saying said, Span attribution, int from, Run sentence)
    {
        var end = Untaken(attribution.Last, sentence.Last);
        if (Words(from, attribution.First) > 0 && Contents.Trimmed(from, attribution.First) is { } before)
        {
            said.Content.Add(before);
        }
        // "D'après une étude publiée mardi, les prix…": what describes the source ends with the comma.
        var begin =
            attribution.First == from && !lexicon.IsGerman ? BehindComma(attribution.Last, end) : attribution.Last;
        if (Contents.Trimmed(begin, end) is { } after && !(said.Content.Count > 0 && IsAside(attribution.Last, end)))
        {
            said.Content.Add(after);
        }
        if (said.Content.Count == 0 || said.Content.Sum(span => Words(span.First, span.Last)) < FewestWordsBefore)
        {
            return null;
        }
        said.Stance = Doubted(said);
        return Ended(said, Math.Max(attribution.Last, said.Content[^1].Last), sentence);
    }

    /// <summary>"Der Fahrer soll geflohen sein": somebody says so, and the text does not vouch for it.</summary>
    private Saying? Hearsay(int at, int from, Run sentence)
    {
        if (!lexicon.IsGerman || !lexicon.Doubting.Contains(prose.Tokens[at].Lower))
        {
            return null;
        }
        var end = at + 1;
        while (end < sentence.Last && (prose.Tokens[end].IsWord || prose.QuotationOf[end] >= 0))
        {
            end++;
        }
        if (
            end - at < 3
            || prose.Tokens[end - 1].Lower is not ("haben" or "sein")
            || prose.Tokens[end - 2] is not { IsCapital: false } participle
            || !(participle.Lower.EndsWith('t') || participle.Lower.EndsWith("en", StringComparison.Ordinal))
            || IsAttributed(end, from, sentence.Last)
            || Contents.Trimmed(from, Untaken(at, sentence.Last)) is not { } content
        )
        {
            return null;
        }
        var said = new Saying { Cue = new Span(at, at + 1), Stance = Stance.Hedged };
        said.Content.Add(content);
        return Ended(said, content.Last, sentence);
    }

    private Saying? WithVerb(int at, int from, Run sentence, Span? last)
    {
        var to = Untaken(at, sentence.Last);
        if (sites.At(at, from, to) is not { } site)
        {
            return null;
        }
        if (IsAttributedBehind(site, to))
        {
            return null;
        }
        to = Coordinated(site, to);
        var said = new Saying
        {
            Cue = new Span(site.First, lexicon.IsGerman ? site.First + 1 : site.Head + 1),
            Verb = site.Verb,
            Stance = site.Stance,
        };
        if (lexicon.IsGerman && site.Tail == site.Head)
        {
            said.Cue = new Span(site.Head, site.Head + 1);
        }
        if (site.IsPassive)
        {
            return Behind(said, site, site.Last, to, sentence);
        }
        // "sagte er", "a-t-il dit": the pronoun behind the verb is its subject, unless a phrase before it is.
        var before = Subjects.Before(from, site.First);
        if (before is { } subject && !(site.Subject >= 0 && prose.Tokens[site.First - 1].Text == ","))
        {
            said.Source = subject;
            return Behind(said, site, site.Last, to, sentence);
        }
        if (Subjects.IsJoined(from, site.First))
        {
            said.Source = last;
            said.SameAsBefore = last is null;
            return last is null && site.First == from ? null : Behind(said, site, site.Last, to, sentence);
        }
        said.Source = Subjects.After(site, to);
        var behind = said.Source is { } named ? Math.Max(named.Last, site.Last) : site.Last;
        var isAnonymous = said.Source is { } nobody && IsNobody(nobody);
        if (isAnonymous)
        {
            said.Source = InDocument(behind, to);
            behind = said.Source?.Last ?? behind;
            // "Aus dem Ministerium hieß es"
            said.Source ??= InDocument(from, site.First);
        }
        if (said.Source is null && !isAnonymous)
        {
            if (lexicon.IsGerman)
            {
                return null;
            }
            said.SameAsBefore = true;
        }
        if (
            site.First > from
            && !prose.Tokens[site.First - 1].IsWord
            && site.Verb.Follows.HasFlag(Follows.Clause)
            && Words(from, site.First) >= (behind < to && prose.Tokens[behind].Text == "," ? 1 : FewestWordsBefore)
            && !IsAdverbial(from, site, behind, to)
        )
        {
            return InFront(said, site, from, behind, to, sentence);
        }
        return said.SameAsBefore && site.First > sentence.First ? null : Behind(said, site, behind, to, sentence);
    }

    private Saying? Behind(Saying said, VerbSite site, int at, int to, Run sentence)
    {
        if (Contents.After(site, said.Source, at, to) is not { } content || Words(content.First, content.Last) == 0)
        {
            return null;
        }
        said.Content.Add(content);
        if (said.Stance == Stance.Denied && prose.Tokens[content.First - 1].Text == ":")
        {
            said.Stance = Stance.Asserted;
        }
        // "demandent des explications" is no question.
        if (
            said.Stance == Stance.Asked
            && (Contents.IsThing(site, content) || prose.Tokens[content.First].Lower is "que" or "qu'" or "dass")
        )
        {
            said.Stance = Stance.Asserted;
        }
        said.IsAttitude = Contents.IsThing(site, content);
        said.Told = Subjects.Told(at, content.First);
        return Ended(said, content.Last, sentence);
    }

    /// <summary>"…, sagte Kowal": what is said stands before the verb, and may go on behind the speaker.</summary>
    private Saying? InFront(Saying said, VerbSite site, int from, int behind, int to, Run sentence)
    {
        if (Contents.Trimmed(from, site.First) is not { } content)
        {
            return null;
        }
        said.Content.Add(content);
        said.Told = Subjects.Told(behind, to);
        var end = Math.Max(behind, site.Tail + 1);
        if (
            end < to
            && prose.Tokens[end].Text == ","
            && end + 3 < to
            && !IsAside(end, to)
            && Contents.Trimmed(end, to) is { } rest
        )
        {
            said.Content.Add(rest);
            end = rest.Last;
        }
        return Ended(said, Math.Max(end, behind), sentence);
    }

    private static Saying Ended(Saying said, int end, Run sentence)
    {
        said.EndToken = end;
        said.LastParagraph = sentence.Paragraph;
        return said;
    }
}
