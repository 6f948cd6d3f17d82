namespace Perennial.Read.Languages.English;

/// <summary>Puts contents, cues and sources together to statements: each content goes with the nearest cue, each cue with the nearest source.</summary>
/// <remarks>
/// Quotations that are speech keep the ends that their marks give them, since people agree about those; the tagger decides
/// about everything else. Pareti (2015) found linking easy once the parts are right.
/// </remarks>
/// <param name="prose">The document.</param>
/// <param name="parts">What the tagger sees in it.</param>
/// <param name="clauses">Who speaks in its sentences.</param>
/// <param name="direct">Quotations that are speech.</param>
/// <param name="indirect">What the rules found besides.</param>
internal sealed class SpeechLinks(
    Prose prose,
    SpeechParts parts,
    Clauses clauses,
    IReadOnlyList<Attribution> direct,
    IReadOnlyList<Attribution> indirect
)
{
    private readonly UnattributedSpeech unattributed = new(prose);

    /// <summary>The statements in order of the text.</summary>
    public List<Attribution> Link()
    {
        var found = Quotations();
        var quoted = Taken(found.SelectMany(said => said.Content));
        var byCue = parts
            .Contents.Where(content => Count(quoted, content) * 2 <= content.Length)
            .GroupBy(content => parts.Nearest(parts.Cues, content));
        foreach (var group in byCue)
        {
            if (group.Key is { } cue)
            {
                if (IsDamaged(cue))
                {
                    continue;
                }
                found.AddRange(Statements(cue, [.. group]));
            }
            else
            {
                found.AddRange(group.Select(Uncued).OfType<Attribution>());
            }
        }
        found.AddRange(Missed(found));
        found.Sort((one, other) => one.Content[0].First.CompareTo(other.Content[0].First));
        return WithUnattributed(found);
    }

    /// <summary>A quotation that nobody is named for goes on with what was said before it, in its paragraph or at the end of the one before.</summary>
    private List<Attribution> WithUnattributed(List<Attribution> found)
    {
        const int farthestBack = 4;
        var whole = new List<Attribution>(found.Count);
        foreach (var said in found)
        {
            var before = said is { Source: null, Quoted: true }
                ? Enumerable
                    .Reverse(whole)
                    .Take(farthestBack)
                    .Where(other => other.Source is not null && EndsBefore(other, said))
                    .ToList()
                : [];
            if (
                before.Find(other =>
                    HasQuotation(other) && Paragraph(other.Content[^1]) == Paragraph(said.Content[0])
                ) is
                { } same
            )
            {
                same.Content.AddRange(said.Content);
            }
            else
            {
                if (before is [var last, ..])
                {
                    (said.Source, said.Antecedent) = (last.Source, last.Antecedent);
                }
                whole.Add(said);
            }
        }
        return whole;
    }

    /// <summary>The token behind a statement with its attribution.</summary>
    private static int End(Attribution said) =>
        Math.Max(said.Content[^1].Last, Math.Max(said.Cue?.Last ?? 0, said.Source?.Last ?? 0));

    private bool HasQuotation(Attribution said) =>
        said.Quoted
        || said.Content.Exists(piece => prose.QuotationOf[piece.First] >= 0 || prose.QuotationOf[piece.Last - 1] >= 0);

    /// <summary>Whether a statement's sentence is the one before a quotation, and the quotation begins a sentence.</summary>
    private bool EndsBefore(Attribution before, Attribution said)
    {
        var start = said.Content[0].First;
        var end = End(before);
        return start >= end
            && prose.Sentences[prose.SentenceOf[start]].First == start
            && prose.SentenceOf[start] - prose.SentenceOf[end - 1] == 1;
    }

    /// <summary>The quotations that stand, each with its cue and source; what goes on after a statement belongs to it.</summary>
    private List<Attribution> Quotations()
    {
        var found = new List<Attribution>();
        foreach (var said in direct.SelectMany(Parted).Where(Stands))
        {
            Attribute(said);
            if (said.Source is null && found is [.., { Source: not null } before] && GoesOn(before, said))
            {
                before.Content.AddRange(said.Content);
            }
            else
            {
                found.Add(said);
            }
        }
        return found;
    }

    /// <summary>A quotation over paragraphs is parted where a later paragraph has a cue of its own.</summary>
    private IEnumerable<Attribution> Parted(Attribution said)
    {
        for (var i = 1; i < said.Content.Count && said.Cue is { } cue; i++)
        {
            var piece = said.Content[i];
            if (
                Paragraph(piece) != Paragraph(said.Content[i - 1])
                && Paragraph(cue) < Paragraph(piece)
                && prose.Quotations[prose.QuotationOf[said.Content[i - 1].First]].Closed
                && parts.AtQuotation(piece) is not null
            )
            {
                var rest = new Attribution { Quoted = true };
                rest.Content.AddRange(said.Content[i..]);
                said.Content.RemoveRange(i, said.Content.Count - i);
                return [said, .. Parted(rest)];
            }
        }
        return [said];
    }

    /// <summary>A quotation is left aside when nobody is named for it and the tagger sees no content in it.</summary>
    private bool Stands(Attribution said) =>
        said.Cue is not null || said.Content.Sum(parts.ContentWithin) * 3 >= said.Content.Sum(piece => piece.Length);

    /// <summary>Where the tagger sees the cue and source of a quotation too, its ends hold; where the rules saw none, the nearest do.</summary>
    private void Attribute(Attribution said)
    {
        if (said.Cue is { } cue)
        {
            var seen = SpeechParts.Overlapping(parts.Cues, cue);
            said.Cue = seen ?? cue;
            said.Agreement = seen is null ? 0 : 1;
            if (said.Source is { } source && said.Antecedent is null)
            {
                var own = SpeechParts.Overlapping(parts.Sources, source);
                said.Agreement += seen is not null && own is not null ? 2 : 0;
                said.Source = own ?? (seen is { } at ? parts.Nearest(parts.Sources, at) : null) ?? source;
                said.Antecedent = clauses.AntecedentOf(
                    said.Source.Value,
                    prose.Sentences[prose.SentenceOf[said.Source.Value.First]].First
                );
            }
            return;
        }
        var whole = new Span(said.Content[0].First, said.Content[^1].Last);
        if ((parts.AtQuotation(whole) ?? parts.Nearest(parts.Cues, whole)) is { } near)
        {
            Describe(said, near);
            (said.Source, said.Antecedent) = SourceOf(near);
        }
        else
        {
            said.Source = unattributed.SpeakerOf(whole);
        }
    }

    /// <summary>Whether nothing but the end of the attribution's sentence stands between a statement and a quotation.</summary>
    private bool GoesOn(Attribution before, Attribution said)
    {
        const int farthest = 25;
        var end = End(before);
        var start = said.Content[0].First;
        return Paragraph(before.Content[^1]) == Paragraph(said.Content[0])
            && start >= end
            && start - end <= farthest
            && prose.SentenceOf[start] - prose.SentenceOf[end - 1] <= 1
            && parts.PartsWithin(end, start) == 0;
    }

    private IEnumerable<Attribution> Statements(Span cue, List<Span> pieces)
    {
        var before = pieces.FindAll(piece => piece.Last <= cue.First);
        var after = pieces.FindAll(piece => piece.First >= cue.Last);
        // Around a cue: one statement in two pieces. Several on one side: one each, unless hardly anything stands between.
        if (before.Count == 1 && after.Count == 1)
        {
            yield return Statement(cue, [before[0], after[0]]);
            yield break;
        }
        foreach (var side in new[] { before, after })
        {
            for (var i = 0; i < side.Count; )
            {
                var next = i + 1;
                while (next < side.Count && side[next].First - side[next - 1].Last <= 2)
                {
                    next++;
                }
                yield return Statement(cue, side[i..next]);
                i = next;
            }
        }
    }

    private Attribution Statement(Span cue, IReadOnlyList<Span> pieces)
    {
        var said = new Attribution();
        (said.Source, said.Antecedent) = SourceOf(cue);
        // A source that the tagger took for content is none.
        var apart = pieces
            .Where(piece => said.Source is not { } source || !SpeechParts.Overlap(piece, source))
            .ToList();
        said.Content.AddRange((apart.Count > 0 ? apart : pieces).Select(WithMarks));
        Describe(said, cue);
        return said;
    }

    /// <summary>A content without a cue: of the nearest source, if there is one in its sentence.</summary>
    private Attribution? Uncued(Span content)
    {
        if (parts.Nearest(parts.Sources, content) is not { } source)
        {
            return null;
        }
        var said = new Attribution { Source = source };
        said.Content.Add(WithMarks(content));
        return said;
    }

    /// <summary>What the rules see where the tagger sees nothing, if it is plain: a clause after a verb of saying or asking.</summary>
    private IEnumerable<Attribution> Missed(List<Attribution> found)
    {
        var taken = Taken(found.SelectMany(said => said.Content.Concat(said.Cue is { } cue ? [cue] : [])));
        return indirect.Where(said =>
            said.Word is { } word
            && word.Sense.HasFlag(CueSense.Clause)
            && said.Cue is { } cue
            && Count(taken, cue) == 0
            && said.Content.TrueForAll(piece => Count(taken, piece) == 0)
            && prose.Tokens[said.Content[0].First].Lower is "that" or "whether" or "if" or "to"
        );
    }

    /// <summary>What is known of the attributing word: from the rules where they saw the same, else from the word itself.</summary>
    private void Describe(Attribution said, Span cue)
    {
        said.Cue = cue;
        if (indirect.FirstOrDefault(other => other.Cue is { } own && SpeechParts.Overlap(own, cue)) is { } known)
        {
            (said.Word, said.Told, said.Negated, said.Agreement) = (known.Word, known.Told, known.Negated, 1);
            if (known.Source is { } source && said.Source is { } mine && SpeechParts.Overlap(source, mine))
            {
                said.Antecedent = known.Antecedent;
                said.Agreement += 2;
            }
            return;
        }
        var sentence = prose.Sentences[prose.SentenceOf[cue.First]];
        for (var i = cue.Last - 1; i >= cue.First; i--)
        {
            said.Negated |= WordClasses.Negations.Contains(prose.Tokens[i].Lower);
            said.Word ??= Cues.Of(prose.Tokens[i].Lower);
            if (
                said.Told is null
                && CueSite.At(prose, i, sentence.First, sentence.Last, titleCase: false) is { } site
                && Addressees.After(prose, site, sentence.Last) is { } addressee
            )
            {
                said.Told = addressee.Who;
            }
        }
    }

    /// <summary>The nearest source in the cue's sentence; where the tagger saw none, the cue's grammatical subject.</summary>
    private (Span? Source, Span? Antecedent) SourceOf(Span cue)
    {
        if (parts.Nearest(parts.Sources, cue) is { } near)
        {
            return (near, clauses.AntecedentOf(near, prose.Sentences[prose.SentenceOf[near.First]].First));
        }
        var sentence = prose.Sentences[prose.SentenceOf[cue.First]];
        for (var i = cue.Last - 1; i >= cue.First; i--)
        {
            if (
                CueSite.At(prose, i, sentence.First, sentence.Last, titleCase: false) is { } site
                && clauses.SubjectOf(site, sentence.First) is { Source: not null } subject
            )
            {
                return subject;
            }
        }
        return (
            SubjectPhrase.Before(prose, cue.First, sentence.First)
                ?? SubjectPhrase.OfSentence(prose, sentence.First, cue.First),
            null
        );
    }

    /// <summary>"… in Bern. said our partner X": a sentence that lost its beginning says nothing by itself.</summary>
    private bool IsDamaged(Span cue)
    {
        var sentence = prose.Sentences[prose.SentenceOf[cue.First]];
        return sentence.First == cue.First
            && char.IsLower(prose.Tokens[cue.First].Text[0])
            && sentence.First != prose.Paragraphs[sentence.Paragraph].First;
    }

    /// <summary>The content with the marks of quotation that it begins and ends with.</summary>
    private Span WithMarks(Span content)
    {
        var (first, last) = (content.First, content.Last);
        if (
            first > 0
            && prose.Tokens[first - 1].IsQuotationMark
            && prose.QuotationOf[first - 1] is var opened and >= 0
            && opened == prose.QuotationOf[first]
        )
        {
            first--;
        }
        var inside = prose.QuotationOf[last - 1];
        while (
            inside >= 0 && last < prose.Tokens.Count && prose.QuotationOf[last] == inside && !prose.Tokens[last].IsWord
        )
        {
            last++;
        }
        return new Span(first, last);
    }

    private int Paragraph(Span span) => prose.Sentences[prose.SentenceOf[span.First]].Paragraph;

    private bool[] Taken(IEnumerable<Span> spans)
    {
        var taken = new bool[prose.Tokens.Count];
        foreach (var span in spans)
        {
            Array.Fill(taken, true, span.First, span.Length);
        }
        return taken;
    }

    private static int Count(bool[] marks, Span span) => marks.AsSpan(span.First, span.Length).Count(true);
}
