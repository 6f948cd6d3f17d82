using Perennial.Read.Models;

namespace Perennial.Read.Languages.English;

/// <summary>The contents, cues and sources that the tagger sees in a document, and which are near each other.</summary>
internal sealed class SpeechParts
{
    // A part in between makes a link less likely than so many words would.
    private const int WordsPerPart = 20;
    private const int Farthest = 70;

    private readonly Prose prose;

    /// <param name="prose">The document.</param>
    /// <param name="labels">What the tagger says of each token; see <see cref="SpeechLabels"/>.</param>
    public SpeechParts(Prose prose, byte[] labels)
    {
        this.prose = prose;
        Labels = labels;
        foreach (var paragraph in prose.Paragraphs)
        {
            var path = Array.ConvertAll(labels[paragraph.First..paragraph.Last], label => (int)label);
            foreach (var (kind, first, last) in SpanLabels.Spans(SpeechLabels.Names, path))
            {
                var span = new Span(paragraph.First + first, paragraph.First + last);
                (
                    kind switch
                    {
                        "content" => Contents,
                        "cue" => Cues,
                        _ => Sources,
                    }
                ).Add(span);
            }
        }
    }

    /// <summary>What the tagger says of each token.</summary>
    public byte[] Labels { get; }

    /// <summary>What is said, in order.</summary>
    public List<Span> Contents { get; } = [];

    /// <summary>The words that attribute, in order.</summary>
    public List<Span> Cues { get; } = [];

    /// <summary>Who says it, in order.</summary>
    public List<Span> Sources { get; } = [];

    /// <summary>The nearest part of a list in the same sentence, what stands in between weighed.</summary>
    public Span? Nearest(List<Span> parts, Span to)
    {
        Span? nearest = null;
        var least = double.PositiveInfinity;
        for (
            var at = FirstBehind(parts, to.First - Farthest);
            at < parts.Count && parts[at].First < to.Last + Farthest;
            at++
        )
        {
            var part = parts[at];
            if (!SameSentence(part, to))
            {
                continue;
            }
            var (from, end) = Between(part, to);
            // Of two as near the one before is likelier: three in five quotations, four in five other statements.
            var cost = end - from + (WordsPerPart * PartsWithin(from, end)) + (part.First > to.First ? 0.5 : 0);
            if (cost < least)
            {
                (nearest, least) = (part, cost);
            }
        }
        return nearest;
    }

    /// <summary>The cue that clings to a quotation in its paragraph: hardly a word stands in between, and no sentence ends there.</summary>
    public Span? AtQuotation(Span quotation)
    {
        const int hardlyAWord = 8;
        Span? nearest = null;
        var least = hardlyAWord + 1;
        var paragraph = Paragraph(quotation.First);
        for (
            var at = FirstBehind(Cues, quotation.First - hardlyAWord - 1);
            at < Cues.Count && Cues[at].First <= quotation.Last + hardlyAWord;
            at++
        )
        {
            var cue = Cues[at];
            var (from, end) = Between(cue, quotation);
            if (
                !Overlap(cue, quotation)
                && Paragraph(cue.First) == paragraph
                && end - from < least
                && !Ends(from, end)
                && !IsOfNextSentence(cue, quotation)
            )
            {
                (nearest, least) = (cue, end - from);
            }
        }
        return nearest;
    }

    /// <summary>The part of a list that shares tokens with a span.</summary>
    public static Span? Overlapping(List<Span> parts, Span span)
    {
        var at = FirstBehind(parts, span.First);
        return at < parts.Count && Overlap(parts[at], span) ? parts[at] : null;
    }

    /// <summary>Whether two spans share tokens.</summary>
    public static bool Overlap(Span one, Span other) => one.First < other.Last && other.First < one.Last;

    /// <summary>How many parts begin among some tokens.</summary>
    public int PartsWithin(int from, int end)
    {
        var parts = 0;
        for (var i = from; i < end; i++)
        {
            parts += Labels[i] is SpeechLabels.Content or SpeechLabels.Cue or SpeechLabels.Source ? 1 : 0;
        }
        return parts;
    }

    /// <summary>How many tokens of a span are content.</summary>
    public int ContentWithin(Span span)
    {
        var count = 0;
        for (var i = span.First; i < span.Last; i++)
        {
            count += Labels[i] is SpeechLabels.Content or SpeechLabels.Content + 1 ? 1 : 0;
        }
        return count;
    }

    private static (int From, int End) Between(Span part, Span to) =>
        part.Last <= to.First ? (part.Last, to.First) : (to.Last, Math.Max(to.Last, part.First));

    private int Paragraph(int token) => prose.Sentences[prose.SentenceOf[token]].Paragraph;

    /// <summary>"…!” Gray said he would go.": a sentence of its own behind one that is over.</summary>
    private bool IsOfNextSentence(Span cue, Span quotation) =>
        cue.First >= quotation.Last
        && quotation.Length > 2
        && prose.Tokens[quotation.Last - 2].EndsSentence
        && !DirectSpeech.Rests(prose, cue.Last, prose.Sentences[prose.SentenceOf[cue.Last - 1]].Last, word: null);

    private bool Ends(int from, int end)
    {
        for (var i = from; i < end; i++)
        {
            if (prose.Tokens[i].EndsSentence || prose.QuotationOf[i] >= 0)
            {
                return true;
            }
        }
        return false;
    }

    private bool SameSentence(Span one, Span other) =>
        prose.SentenceOf[one.First] <= prose.SentenceOf[other.Last - 1]
        && prose.SentenceOf[one.Last - 1] >= prose.SentenceOf[other.First];

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
}
