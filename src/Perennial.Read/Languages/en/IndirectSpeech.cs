namespace Perennial.Read.Languages.English;

/// <summary>Finds what is reported in a clause: after a cue, before one, around one.</summary>
internal sealed class IndirectSpeech(Prose prose, Clauses clauses)
{
    /// <summary>The cue "according to".</summary>
    public static readonly Cue According = new(
        "according to",
        VerbForm.None,
        CueSense.Clause,
        Stance.Asserted,
        NounToo: false
    );

    /// <summary>The cue that is a colon after a name.</summary>
    public static readonly Cue Colon = new(":", VerbForm.None, CueSense.Clause, Stance.Asserted, NounToo: false);

    private static readonly HashSet<string> Openers = new(StringComparer.Ordinal)
    {
        "when",
        "while",
        "after",
        "although",
        "though",
        "if",
        "because",
        "since",
        "before",
        "whereas",
        "once",
    };

    private static readonly HashSet<string> Askers = new(StringComparer.Ordinal)
    {
        "if",
        "whether",
        "why",
        "what",
        "how",
        "who",
        "where",
        "when",
    };

    // Verbs with many other meanings: without "that" only a plain clause after them is a statement.
    private static readonly System.Collections.Frozen.FrozenSet<string> Weak = WordClasses.Set(
        "add continue read charge rule figure reflect write post answer reply respond repeat recall observe guess recommend boast joke volunteer email text plead count certify document"
    );

    private readonly List<Attribution> found = [];

    /// <summary>The indirect and mixed statements in order of the text.</summary>
    public IReadOnlyList<Attribution> Find()
    {
        for (var s = 0; s < prose.Sentences.Count; s++)
        {
            ReadSentence(prose.Sentences[s], s);
        }
        return found;
    }

    private void ReadSentence(Run sentence, int number)
    {
        var tokens = prose.Tokens;
        if (ReadsAsTranscript(sentence))
        {
            return;
        }
        var titleCase = Clauses.IsTitleCase(prose, sentence);
        var (from, to) = (sentence.First, WithoutEnd(sentence));
        if (from == to)
        {
            return;
        }
        // "called him “a smart man. He will win.”": the sentence ends where the quotation does.
        if (prose.QuotationOf[to - 1] is var inside and >= 0 && prose.QuotationOf[from] != inside)
        {
            to = Math.Max(to, prose.Quotations[inside].Last);
        }
        var sites = new List<CueSite>();
        for (var i = from; i < to; i++)
        {
            if (clauses.Taken[i] || prose.QuotationOf[i] >= 0)
            {
                continue;
            }
            if (tokens[i].Lower == "according" && i + 2 < to && tokens[i + 1].Lower == "to")
            {
                ReadAccording(i, from, to, number);
            }
            else if (NominalCues.At(prose, i, from, to) is { } nominal)
            {
                nominal.Content.Add(new Span(i + 1, ClauseEnd(i + 1, to, [], CueSense.That, from, relative: false)));
                found.Add(nominal);
            }
            else if (CueSite.At(prose, i, from, to, titleCase) is { } site)
            {
                sites.Add(site);
                i = site.Last - 1;
            }
        }
        foreach (var site in sites)
        {
            ReadSite(site, sites, from, to, number);
        }
    }

    /// <summary>"SPEAKER: …" in a transcript.</summary>
    private bool ReadsAsTranscript(Run sentence)
    {
        var tokens = prose.Tokens;
        var paragraph = prose.Paragraphs[sentence.Paragraph];
        if (sentence.First != paragraph.First)
        {
            return found.Count > 0
                && found[^1] is { Word: { } word, LastParagraph: var last }
                && word == Colon
                && last == sentence.Paragraph;
        }
        var i = sentence.First;
        while (
            i < sentence.Last
            && i - sentence.First < 5
            && tokens[i].IsWord
            && tokens[i].Text.Length > 1
            && tokens[i].Text.All(letter => !char.IsLower(letter))
        )
        {
            i++;
        }
        if (
            i == sentence.First
            || i + 3 >= paragraph.Last
            || tokens[i].Text != ":"
            || !tokens[sentence.First].IsCapital
            || clauses.Taken[i]
        )
        {
            return false;
        }
        var said = new Attribution
        {
            Cue = new Span(i, i + 1),
            Word = Colon,
            Source = new Span(sentence.First, i),
            LastParagraph = sentence.Paragraph,
        };
        said.Content.Add(new Span(i + 1, paragraph.Last));
        found.Add(said);
        return true;
    }

    private int WithoutEnd(Run sentence)
    {
        var to = sentence.Last;
        while (to > sentence.First && prose.Tokens[to - 1].EndsSentence)
        {
            to--;
        }
        return to;
    }

    private void ReadAccording(int at, int from, int to, int sentence)
    {
        var tokens = prose.Tokens;
        if (SubjectPhrase.After(prose, at + 2, to) is not { } source)
        {
            return;
        }
        if (at <= from + 1 && (source.Last >= to || tokens[source.Last].Text != ","))
        {
            // What looked like an apposition is the clause: "According to Gray, the bridge was closed."
            var comma = CommaAfter(at + 2, source.Last);
            if (comma < 0)
            {
                return;
            }
            source = new Span(source.First, comma);
        }
        var said = new Attribution
        {
            Cue = new Span(at, at + 2),
            Word = According,
            Source = source,
        };
        if (at <= from + 1)
        {
            var start = source.Last;
            while (start < to && tokens[start].Text != ",")
            {
                start++;
            }
            if (start + 1 >= to)
            {
                return;
            }
            said.Content.Add(new Span(start + 1, to));
        }
        else
        {
            var end = tokens[at - 1].Text is "," or "—" or "–" ? at - 1 : at;
            Add(said, LeftStart(from, end), end);
            var after = source.Last;
            if (after + 3 < to && tokens[after].Text == "," && said.Content.Count > 0)
            {
                Add(said, after + 1, to);
            }
        }
        if (said.Content.Count > 0)
        {
            clauses.Take(at, at + 2);
            clauses.Remember(sentence, source);
            found.Add(said);
        }
    }

    private void ReadSite(CueSite site, List<CueSite> sites, int from, int to, int sentence)
    {
        var tokens = prose.Tokens;
        if ((site.First == from && !site.Participle) || clauses.Taken[site.Head])
        {
            return;
        }
        if (Inverted(site, from, to) is { } inverted)
        {
            clauses.Remember(sentence, inverted.Source!.Value);
            clauses.Take(site.First, inverted.Source.Value.Last);
            found.Add(inverted);
            return;
        }
        var (source, antecedent) = clauses.SubjectOf(site, from);
        if (source is not { } speaker || !MaySpeak(antecedent ?? speaker))
        {
            return;
        }
        var said = new Attribution
        {
            Cue = new Span(site.First, site.Last),
            Word = site.Word,
            Source = speaker,
            Antecedent = antecedent,
            Negated = site.Negated,
        };
        if (!Parenthetical(said, site, speaker, from, to))
        {
            var (start, told, sense) = RightStart(site, to);
            if (start < 0)
            {
                return;
            }
            said.Told = told;
            var relative = antecedent is not null || site.Participle;
            Add(said, start, ClauseEnd(start, to, sites, sense, from, relative));
        }
        if (said.Content.Count > 0)
        {
            clauses.Remember(sentence, antecedent ?? speaker);
            found.Add(said);
        }
    }

    private void Add(Attribution said, int start, int end)
    {
        var tokens = prose.Tokens;
        while (
            end > start
            && !tokens[end - 1].IsWord
            && !tokens[end - 1].IsQuotationMark
            && tokens[end - 1].Text is not (")" or "]" or "%")
        )
        {
            end--;
        }
        if (end > start)
        {
            said.Content.Add(new Span(start, end));
        }
    }

    /// <summary>"Prices will rise, Gray said." / "Prices, she said, will rise." / "As Gray said, prices will rise."</summary>
    private bool Parenthetical(Attribution said, CueSite site, Span source, int from, int to)
    {
        var tokens = prose.Tokens;
        if ((site.Word.Sense & CueSense.Clause) == CueSense.None || site.Participle || source.Last > site.First + 1)
        {
            return false;
        }
        if (source.First > from && tokens[source.First - 1].Lower == "as")
        {
            var comma = CommaAfter(site.Last, to);
            if (source.First - 1 <= from + 1 && comma > 0)
            {
                Add(said, comma + 1, to);
                return true;
            }
            var left = source.First - 1;
            Add(said, LeftStart(from, left), left);
            return true;
        }
        var end = source.First;
        var marks = 0;
        while (end > from && tokens[end - 1].Text is "”" or "\"" or "," or "—" or "–")
        {
            marks += tokens[end - 1].Text is "," or "—" or "–" ? 1 : 0;
            end--;
        }
        if (marks == 0 || end <= from)
        {
            return false;
        }
        var rest = RestAfter(site.Last, to);
        if (rest < 0)
        {
            return false;
        }
        var contentEnd = end;
        while (
            contentEnd < source.First && tokens[contentEnd].IsQuotationMark
            || (
                contentEnd < source.First
                && tokens[contentEnd].Text == ","
                && contentEnd + 1 < source.First
                && tokens[contentEnd + 1].IsQuotationMark
            )
        )
        {
            contentEnd++;
        }
        var start = LeftStart(from, end);
        if (contentEnd - start < 2)
        {
            return false;
        }
        Add(said, start, contentEnd);
        if (rest < to && said.Content.Count > 0)
        {
            Add(said, rest, to);
        }
        return true;
    }

    /// <summary>"Prices will rise, said an official who asked not to be named."</summary>
    private Attribution? Inverted(CueSite site, int from, int to)
    {
        var tokens = prose.Tokens;
        if (
            site.First != site.Head
            || site.Participle
            || site.First <= from + 2
            || tokens[site.First - 1].Text is not ("," or "—" or "–" or "”")
            || !site.Word.Sense.HasFlag(CueSense.Clause)
            || site.Last >= to
            || !(tokens[site.Last].IsCapital || WordClasses.Determiners.Contains(tokens[site.Last].Lower))
            || SubjectPhrase.After(prose, site.Last, to) is not { } source
        )
        {
            return null;
        }
        var rest = source.Last;
        if (rest < to && tokens[rest].Text != "," && tokens[rest].Lower is not ("in" or "on" or "during" or "after"))
        {
            return null;
        }
        for (var i = rest; i < to; i++)
        {
            if (tokens[i].Lower == "that")
            {
                return null;
            }
        }
        var said = new Attribution
        {
            Cue = new Span(site.First, site.Last),
            Word = site.Word,
            Source = source,
        };
        Add(said, LeftStart(from, site.First - 1), site.First - 1);
        return said.Content.Count > 0 ? said : null;
    }

    /// <summary>Where the content goes on after a parenthesis; the end where nothing follows; -1 when it is no parenthesis.</summary>
    private int RestAfter(int at, int to)
    {
        var tokens = prose.Tokens;
        if (at >= to)
        {
            return to;
        }
        if (tokens[at].Text is "," or "—" or "–")
        {
            return
                at + 1 < to
                && (
                    WordClasses.Conjunctions.Contains(tokens[at + 1].Lower)
                    || tokens[at + 1].Lower.EndsWith("ing", StringComparison.Ordinal)
                )
                ? to
                : at + 1;
        }
        if (WordClasses.IsTime(tokens[at].Lower) || WordClasses.Prepositions.Contains(tokens[at].Lower))
        {
            for (var i = at; i < to; i++)
            {
                if (tokens[i].Lower == "that" || clauses.Taken[i])
                {
                    return -1;
                }
                if (tokens[i].Text == ",")
                {
                    return to;
                }
            }
            return to;
        }
        return -1;
    }

    private int LeftStart(int from, int end)
    {
        for (var i = end - 1; i > from; i--)
        {
            if (clauses.Taken[i] || prose.Tokens[i].Text == ";")
            {
                return i + 1;
            }
        }
        return from;
    }

    private int CommaAfter(int at, int to)
    {
        for (var i = at; i < to && i < at + 14; i++)
        {
            if (prose.Tokens[i].Text == ",")
            {
                return i;
            }
        }
        return -1;
    }

    private (int Start, Span? Told, CueSense Sense) RightStart(CueSite site, int to)
    {
        var tokens = prose.Tokens;
        var sense = site.Word.Sense;
        var at = site.Last;
        Span? told = null;
        if (
            Addressees.After(prose, site, to) is { } addressee
            && (
                site.Word.Lemma is "tell" or "remind" or "assure" or "inform" or "notify" or "convince" or "reassure"
                || FollowsClause(addressee.Next, to)
            )
        )
        {
            told = addressee.Who;
            at = addressee.Next;
            sense |= CueSense.Clause | CueSense.Infinitive;
        }
        while (
            at < to
            && (
                WordClasses.IsTime(tokens[at].Lower)
                || (
                    WordClasses.IsAdverb(tokens[at].Lower)
                    && tokens[at].Lower is not ("both" or "all" or "so" or "once" or "not")
                )
                || (
                    tokens[at].Lower is "on" or "in" or "last" or "late" or "early"
                    && at + 1 < to
                    && WordClasses.IsTime(tokens[at + 1].Lower)
                )
            )
        )
        {
            at++;
        }
        if (at >= to)
        {
            return (-1, told, sense);
        }
        var next = tokens[at];
        if (clauses.Taken[at])
        {
            return (-1, told, sense);
        }
        if (next.Lower == "that")
        {
            return (at, told, (sense & (CueSense.Clause | CueSense.That)) != CueSense.None ? CueSense.Clause : sense);
        }
        if (next.Lower == "to")
        {
            return sense.HasFlag(CueSense.Infinitive) && at + 1 < to && char.IsLower(tokens[at + 1].Text[0])
                ? (at, told, CueSense.Infinitive)
                : (-1, told, sense);
        }
        if (Askers.Contains(next.Lower) && (sense & (CueSense.Clause | CueSense.That)) != CueSense.None)
        {
            return (at, told, CueSense.Clause);
        }
        if (next.IsQuotationMark && prose.QuotationOf[at] >= 0)
        {
            return (at, told, sense);
        }
        if (WordClasses.Prepositions.Contains(next.Lower) || next.Text == ",")
        {
            return told is not null && next.Lower is "about" or "of"
                ? (at, told, CueSense.Object)
                : (ThatAfter(at, to, sense), told, CueSense.Clause);
        }
        if (!next.IsWord || WordClasses.Conjunctions.Contains(next.Lower) || next.Lower is "because" or "than")
        {
            return (-1, told, sense);
        }
        if (WordClasses.IsAuxiliary(next.Lower))
        {
            return (-1, told, sense);
        }
        if (sense.HasFlag(CueSense.Object) && Weak.Contains(site.Word.Lemma))
        {
            return (at, told, CueSense.Object);
        }
        if (
            (sense.HasFlag(CueSense.Clause) || told is not null)
            && (!Weak.Contains(site.Word.Lemma) || FollowsClause(at, to))
        )
        {
            return (at, told, sense);
        }
        if (sense.HasFlag(CueSense.Object))
        {
            return (at, told, CueSense.Object);
        }
        if (sense.HasFlag(CueSense.That) && FollowsClause(at, to))
        {
            return (at, told, CueSense.Clause);
        }
        return (-1, told, sense);
    }

    /// <summary>"said in a statement on Tuesday that …", "told CNN in an interview he …".</summary>
    private int ThatAfter(int at, int to, CueSense sense)
    {
        var tokens = prose.Tokens;
        if ((sense & (CueSense.Clause | CueSense.That)) == CueSense.None)
        {
            return -1;
        }
        for (var i = at + 1; i < to && i < at + 16; i++)
        {
            if (clauses.Taken[i])
            {
                return -1;
            }
            if (tokens[i].Lower == "that" && !WordClasses.Prepositions.Contains(tokens[i - 1].Lower))
            {
                return i;
            }
            if (
                i > at + 1
                && sense.HasFlag(CueSense.Clause)
                && tokens[i].Lower is "he" or "she" or "they" or "it" or "there" or "we"
                && tokens[i - 1].Lower is not "as"
            )
            {
                return i;
            }
        }
        return -1;
    }

    private bool FollowsClause(int at, int to)
    {
        var tokens = prose.Tokens;
        if (at >= to)
        {
            return false;
        }
        if (
            tokens[at].Lower is "that" or "to"
            || WordClasses.Pronouns.Contains(tokens[at].Lower)
            || Askers.Contains(tokens[at].Lower)
        )
        {
            return true;
        }
        for (var i = at + 1; i < to && i < at + 6; i++)
        {
            if (WordClasses.IsAuxiliary(tokens[i].Lower) && !tokens[i].IsPossessive)
            {
                return true;
            }
            if (!tokens[i].IsWord)
            {
                return false;
            }
        }
        return false;
    }

    private int ClauseEnd(int start, int to, IReadOnlyList<CueSite> sites, CueSense sense, int from, bool relative)
    {
        var tokens = prose.Tokens;
        var plain = (sense & (CueSense.Clause | CueSense.That)) == CueSense.None;
        var opened = Openers.Contains(tokens[from].Lower) && CommaAfter(from, start) < 0;
        for (var i = start + 1; i < to; i++)
        {
            if (prose.QuotationOf[i] >= 0 && !clauses.Taken[i])
            {
                continue;
            }
            if (clauses.Taken[i])
            {
                return i;
            }
            var text = tokens[i].Lower;
            if (text == ";")
            {
                return i;
            }
            if (text is "," or "and" or "but" or "—" or "–" && StartsCue(sites, i))
            {
                return i;
            }
            if (
                text is "," or "—" or "–"
                && (opened || (plain && !IsList(i, to)) || (relative && i - start > 3 && !IsList(i, to)))
            )
            {
                return i;
            }
            if (
                plain
                && i - start > 2
                && text is "when" or "while" or "because" or "although" or "after" or "before" or "if"
            )
            {
                return i;
            }
        }
        return to;
    }

    /// <summary>"…, adding that", "… and called it".</summary>
    private bool StartsCue(IReadOnlyList<CueSite> sites, int mark)
    {
        // In order of the text: the first one behind the mark is found by halving.
        var (low, high) = (0, sites.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = sites[middle].First <= mark ? (middle + 1, high) : (low, middle);
        }
        for (; low < sites.Count && sites[low].First <= mark + 3; low++)
        {
            var site = sites[low];
            var next = mark + 1;
            while (
                next < site.First
                && (
                    WordClasses.Conjunctions.Contains(prose.Tokens[next].Lower)
                    || WordClasses.IsAdverb(prose.Tokens[next].Lower)
                )
            )
            {
                next++;
            }
            if (
                next == site.First
                && (site.Participle || (site.Word.Form & (VerbForm.Past | VerbForm.Third)) != VerbForm.None)
            )
            {
                return true;
            }
        }
        return false;
    }

    /// <summary>"guns, drugs and money": a comma within a list of things.</summary>
    private bool IsList(int comma, int to)
    {
        for (var i = comma + 1; i < to && i < comma + 6; i++)
        {
            if (prose.Tokens[i].Lower is "and" or "or")
            {
                return i - comma > 1;
            }
            if (!prose.Tokens[i].IsWord && prose.Tokens[i].Text != ",")
            {
                return false;
            }
        }
        return false;
    }

    /// <summary>Whether a phrase can say something at all.</summary>
    private bool MaySpeak(Span source)
    {
        var last = prose.Tokens[source.Last - 1];
        return last.Lower is not ("it" or "there" or "this" or "these" or "what" or "which")
            && !(source.Length == 1 && char.IsDigit(last.Text[0]));
    }
}
