using Perennial.Read.Models;

namespace Perennial.Read.Languages.English;

/// <summary>Puts contents, cues and sources together to statements: each content goes with the nearest cue, each cue with the nearest source.</summary>
/// <remarks>
/// Quotations that are speech keep the ends that their marks give them, since people agree about those; the tagger decides
/// about everything else. Pareti (2015) found linking easy once the parts are right.
/// </remarks>
internal sealed class SpeechLinks
{
    // A part in between makes a link less likely than so many words would.
    private const int WordsPerPart = 20;
    private const int Farthest = 70;

    private readonly Prose prose;
    private readonly Clauses clauses;
    private readonly IReadOnlyList<Attribution> direct;
    private readonly IReadOnlyList<Attribution> indirect;
    private readonly byte[] labels;
    private readonly List<Span> contents = [];
    private readonly List<Span> cues = [];
    private readonly List<Span> sources = [];

    /// <param name="prose">The document.</param>
    /// <param name="clauses">Who speaks in its sentences.</param>
    /// <param name="labels">What the tagger says of each token; see <see cref="SpeechLabels"/>.</param>
    /// <param name="direct">Quotations that are speech.</param>
    /// <param name="indirect">What the rules found besides.</param>
    public SpeechLinks(
        Prose prose,
        Clauses clauses,
        byte[] labels,
        IReadOnlyList<Attribution> direct,
        IReadOnlyList<Attribution> indirect
    )
    {
        (this.prose, this.clauses, this.labels) = (prose, clauses, labels);
        (this.direct, this.indirect) = (direct, indirect);
        foreach (var paragraph in prose.Paragraphs)
        {
            var path = Array.ConvertAll(labels[paragraph.First..paragraph.Last], label => (int)label);
            foreach (var (kind, first, last) in SpanLabels.Spans(SpeechLabels.Names, path))
            {
                var span = new Span(paragraph.First + first, paragraph.First + last);
                (
                    kind switch
                    {
                        "content" => contents,
                        "cue" => cues,
                        _ => sources,
                    }
                ).Add(span);
            }
        }
    }

    /// <summary>The statements in order of the text.</summary>
    public List<Attribution> Link()
    {
        var found = new List<Attribution>();
        var quoted = new bool[prose.Tokens.Count];
        foreach (var said in direct)
        {
            if (Stands(said))
            {
                Improve(said);
                found.Add(said);
                foreach (var piece in said.Content)
                {
                    Array.Fill(quoted, true, piece.First, piece.Length);
                }
            }
        }
        var byCue = contents
            .Where(content => Count(quoted, content) * 2 <= content.Length)
            .GroupBy(content => Nearest(cues, content));
        foreach (var group in byCue)
        {
            if (group.Key is { } cue)
            {
                found.AddRange(Statements(cue, [.. group]));
            }
            else
            {
                found.AddRange(group.Select(Uncued).OfType<Attribution>());
            }
        }
        found.AddRange(Missed(found));
        found.Sort((one, other) => one.Content[0].First.CompareTo(other.Content[0].First));
        return found;
    }

    /// <summary>What the rules see where the tagger sees nothing, if it is plain: a clause after a verb of saying or asking.</summary>
    private IEnumerable<Attribution> Missed(List<Attribution> found)
    {
        var taken = new bool[prose.Tokens.Count];
        foreach (var span in found.SelectMany(said => said.Content.Concat(said.Cue is { } cue ? [cue] : [])))
        {
            Array.Fill(taken, true, span.First, span.Length);
        }
        return indirect.Where(said =>
            said.Word is { } word
            && word.Sense.HasFlag(CueSense.Clause)
            && said.Cue is { } cue
            && Count(taken, cue) == 0
            && said.Content.TrueForAll(piece => Count(taken, piece) == 0)
            && prose.Tokens[said.Content[0].First].Lower is "that" or "whether" or "if" or "to"
        );
    }

    /// <summary>A quotation is left aside when nobody is named for it and the tagger sees no content in it, or a longer one around it.</summary>
    private bool Stands(Attribution said)
    {
        var length = said.Content.Sum(piece => piece.Length);
        var seen = said.Content.Sum(piece => CountContent(piece));
        return said.Cue is not null || seen * 3 >= length;
    }

    /// <summary>Where the tagger sees the cue and source of a quotation too, its ends hold; where the rules saw none, the nearest do.</summary>
    private void Improve(Attribution said)
    {
        if (said.Cue is { } cue)
        {
            said.Agreed = Overlapping(cues, cue) is not null;
            said.Cue = Overlapping(cues, cue) ?? cue;
            if (said.Source is { } source && said.Antecedent is null)
            {
                said.Source = Overlapping(sources, source) ?? source;
            }
            return;
        }
        if (Nearest(cues, new Span(said.Content[0].First, said.Content[^1].Last)) is { } near)
        {
            Describe(said, near);
            (said.Source, said.Antecedent) = SourceOf(near);
        }
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
        var apart = pieces.Where(piece => said.Source is not { } source || !Overlap(piece, source)).ToList();
        said.Content.AddRange((apart.Count > 0 ? apart : pieces).Select(WithMarks));
        Describe(said, cue);
        return said;
    }

    /// <summary>A content without a cue: of the nearest source, if there is one in its sentence.</summary>
    private Attribution? Uncued(Span content)
    {
        if (Nearest(sources, content) is not { } source)
        {
            return null;
        }
        var said = new Attribution { Source = source };
        said.Content.Add(WithMarks(content));
        return said;
    }

    /// <summary>What is known of the attributing word: from the rules where they saw the same, else from the word itself.</summary>
    private void Describe(Attribution said, Span cue)
    {
        said.Cue = cue;
        if (indirect.FirstOrDefault(other => other.Cue is { } own && Overlap(own, cue)) is { } known)
        {
            (said.Word, said.Told, said.Negated) = (known.Word, known.Told, known.Negated);
            if (known.Source is { } source && said.Source is { } mine && Overlap(source, mine))
            {
                said.Antecedent = known.Antecedent;
                said.Agreed = said.Content.Exists(piece => known.Content.Exists(other => Overlap(piece, other)));
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
        if (Nearest(sources, cue) is { } near)
        {
            return (near, null);
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

    /// <summary>The nearest part of a list in the same sentence, what stands in between weighed.</summary>
    private Span? Nearest(List<Span> parts, Span to)
    {
        Span? nearest = null;
        var least = double.PositiveInfinity;
        var at = FirstBehind(parts, to.First - Farthest);
        for (; at < parts.Count && parts[at].First < to.Last + Farthest; at++)
        {
            var part = parts[at];
            if (!SameSentence(part, to))
            {
                continue;
            }
            var (from, end) = part.Last <= to.First ? (part.Last, to.First) : (to.Last, part.First);
            // Of two as near the one before is likelier: three in five quotations, four in five other statements.
            var cost = end - from + (WordsPerPart * PartsBetween(from, end)) + (part.First > to.First ? 0.5 : 0);
            if (cost < least)
            {
                (nearest, least) = (part, cost);
            }
        }
        return nearest;
    }

    private int PartsBetween(int from, int end)
    {
        var parts = 0;
        for (var i = from; i < end; i++)
        {
            parts += labels[i] is SpeechLabels.Content or SpeechLabels.Cue or SpeechLabels.Source ? 1 : 0;
        }
        return parts;
    }

    private bool SameSentence(Span one, Span other)
    {
        var (first, last) = (prose.SentenceOf[one.First], prose.SentenceOf[one.Last - 1]);
        return first <= prose.SentenceOf[other.Last - 1] && last >= prose.SentenceOf[other.First];
    }

    private static int FirstBehind(List<Span> parts, int token)
    {
        var (low, high) = (0, parts.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = parts[middle].Last <= token ? (middle + 1, high) : (low, middle);
        }
        return low;
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

    private static Span? Overlapping(List<Span> parts, Span span)
    {
        var at = FirstBehind(parts, span.First);
        return at < parts.Count && Overlap(parts[at], span) ? parts[at] : null;
    }

    private static bool Overlap(Span one, Span other) => one.First < other.Last && other.First < one.Last;

    private static int Count(bool[] marks, Span span)
    {
        var count = 0;
        for (var i = span.First; i < span.Last; i++)
        {
            count += marks[i] ? 1 : 0;
        }
        return count;
    }

    private int CountContent(Span span)
    {
        var count = 0;
        for (var i = span.First; i < span.Last; i++)
        {
            count += labels[i] is SpeechLabels.Content or SpeechLabels.Content + 1 ? 1 : 0;
        }
        return count;
    }
}
