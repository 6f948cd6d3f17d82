using Perennial.Read.Models;

namespace Perennial.Read.Languages.English;

/// <summary>What the attribution model looks at, paragraph by paragraph: words, quotation marks, what could be a cue and how far it is.</summary>
/// <remarks>
/// The list follows what Pareti (2015) and the makers of Citron found to carry the task; without a parser, distance to the
/// nearest likely cue and what stands in between do its work.
/// </remarks>
internal sealed class AttributionFeatures
{
    // From this likelihood on (see Cues) a word counts as a cue for distances.
    private const int Likely = 3;

    private readonly Prose prose;
    private readonly WordFacts[] words;
    private readonly int[] cues;
    private readonly int[] entities;

    /// <param name="prose">The document.</param>
    /// <param name="likelihood">How likely each word is a cue, in four steps.</param>
    /// <param name="entities">For each token what kind of entity it is part of; see <see cref="EntityTagger"/>.</param>
    public AttributionFeatures(Prose prose, Lexicon likelihood, int[] entities)
    {
        this.prose = prose;
        this.entities = entities;
        words = [.. prose.Tokens.Select(token => WordFacts.Of(token.Text, WordClusters.Shared))];
        cues = new int[words.Length];
        for (var i = 0; i < cues.Length; i++)
        {
            var steps = likelihood.Find(prose.Tokens[i].Lower) is [var found] ? found : 0;
            // Within a quotation the speaker's own verbs are seldom cues.
            cues[i] = prose.QuotationOf[i] >= 0 && steps > 0 ? Math.Max(1, steps - 2) : steps;
        }
    }

    /// <summary>The features of a paragraph.</summary>
    /// <param name="paragraph">The paragraph.</param>
    /// <param name="before">What a first model said of each token of the paragraph; <see langword="null"/> for that first model.</param>
    public FeatureSequence Of(Run paragraph, int[]? before)
    {
        var sequence = new FeatureSequence();
        var (left, right) = Nearest(paragraph, i => cues[i] >= Likely);
        var told = before is null ? default : Nearest(paragraph, i => before[i - paragraph.First] == CueLabel);
        var quoted = QuotedShare(paragraph);
        for (var i = paragraph.First; i < paragraph.Last; i++)
        {
            var at = new Place(paragraph, i);
            AddWords(sequence, at);
            AddCues(sequence, at);
            AddQuotation(sequence, at, quoted);
            AddDistances(sequence, at, left[i - paragraph.First], right[i - paragraph.First]);
            AddPosition(sequence, at);
            if (before is not null)
            {
                AddBefore(sequence, at, before, told.Left[i - paragraph.First], told.Right[i - paragraph.First]);
            }
            sequence.Close(Step(at));
        }
        return sequence;
    }

    /// <summary>How many classes of steps between tokens there are.</summary>
    public const int Steps = 64;

    /// <summary>The labels: outside, then beginning and going on of content, cue and source.</summary>
    public static string[] Labels { get; } = SpanLabels.For(withEnds: false, "content", "cue", "source");

    private const int CueLabel = 3;

    private void AddWords(FeatureSequence s, Place at)
    {
        s.Add(FeatureHash.Of(0, 1));
        for (var k = -4; k <= 4; k++)
        {
            s.Add(FeatureHash.Of(5 + k, Lower(at, k)));
        }
        var word = Lower(at, 0);
        s.Add(FeatureHash.Of(10, Lower(at, -1), word));
        s.Add(FeatureHash.Of(11, word, Lower(at, 1)));
        s.Add(FeatureHash.Of(12, Lower(at, -2), Lower(at, -1)));
        s.Add(FeatureHash.Of(13, Lower(at, 1), Lower(at, 2)));
        s.Add(FeatureHash.Of(14, Lower(at, -1), Lower(at, 1)));
        s.Add(FeatureHash.Of(15, word, Lower(at, 1), Lower(at, 2)));
        s.Add(FeatureHash.Of(16, words[at.Token].Shape));
        s.Add(FeatureHash.Of(17, Shape(at, -1), words[at.Token].Shape, Shape(at, 1)));
        var text = words[at.Token].Text.AsSpan();
        for (var length = 1; length <= Math.Min(3, text.Length - 1); length++)
        {
            s.Add(FeatureHash.Of(17 + length, FeatureHash.Of(text[^length..])));
        }
        if (text.Length > 3)
        {
            s.Add(FeatureHash.Of(21, FeatureHash.Of(text[..3])));
        }
        for (var k = -2; k <= 2; k++)
        {
            s.Add(FeatureHash.Of(24 + k, Wide(at, k)));
            s.Add(FeatureHash.Of(29 + k, Narrow(at, k)));
        }
        s.Add(FeatureHash.Of(32, Wide(at, -1), Wide(at, 0)));
        s.Add(FeatureHash.Of(33, Wide(at, 0), Wide(at, 1)));
        s.Add(FeatureHash.Of(34, Wide(at, -1), Wide(at, 0), Wide(at, 1)));
        for (var k = -1; k <= 1; k++)
        {
            s.Add(FeatureHash.Of(36 + k, Entity(at, k)));
        }
        s.Add(FeatureHash.Of(38, Entity(at, -1), Entity(at, 0), Entity(at, 1)));
    }

    private void AddCues(FeatureSequence s, Place at)
    {
        for (var k = -3; k <= 3; k++)
        {
            s.Add(FeatureHash.Of(43 + k, Cue(at, k)));
        }
        s.Add(FeatureHash.Of(47, Cue(at, -1), Cue(at, 0), Cue(at, 1)));
        s.Add(FeatureHash.Of(48, Cue(at, 0), Wide(at, -1), Wide(at, 1)));
    }

    private void AddQuotation(FeatureSequence s, Place at, int quoted)
    {
        var around = Quoted(at, -1) + (3 * Quoted(at, 0)) + (9 * Quoted(at, 1));
        s.Add(FeatureHash.Of(50, around));
        s.Add(FeatureHash.Of(51, Quoted(at, 0), (ulong)quoted));
        s.Add(FeatureHash.Of(52, around, Lower(at, 0)));
        s.Add(FeatureHash.Of(53, around, (ulong)StrongestInSentence(at)));
    }

    private void AddDistances(FeatureSequence s, Place at, int left, int right)
    {
        var toLeft = Near(at, left) ? Bucket(at.Token - left) : 0;
        var toRight = Near(at, right) ? Bucket(right - at.Token) : 0;
        s.Add(FeatureHash.Of(60, (ulong)toLeft, (ulong)toRight));
        s.Add(FeatureHash.Of(61, (ulong)toLeft, (ulong)toRight, Quoted(at, 0)));
        s.Add(FeatureHash.Of(62, (ulong)toLeft, (ulong)toRight, Entity(at, 0)));
        s.Add(FeatureHash.Of(63, (ulong)toLeft, (ulong)toRight, Wide(at, 0)));
        if (toLeft > 0)
        {
            s.Add(FeatureHash.Of(64, words[left].Lower));
            s.Add(FeatureHash.Of(65, words[left].Lower, (ulong)toLeft));
            s.Add(FeatureHash.Of(66, words[left].Lower, left + 1 < at.Paragraph.Last ? words[left + 1].Lower : 0));
            s.Add(FeatureHash.Of(67, words[left].Clusters.Narrow, (ulong)toLeft));
            var (that, comma, mark) = Between(left + 1, at.Token);
            s.Add(FeatureHash.Of(68, (ulong)toLeft, (that ? 1UL : 0) + (comma ? 2UL : 0) + (mark ? 4UL : 0)));
        }
        if (toRight > 0)
        {
            s.Add(FeatureHash.Of(69, words[right].Lower, (ulong)toRight));
            s.Add(FeatureHash.Of(70, words[right].Clusters.Narrow, (ulong)toRight));
        }
    }

    private void AddPosition(FeatureSequence s, Place at)
    {
        var begins = at.Token == at.Paragraph.First || Sentence(at.Token - 1) != Sentence(at.Token);
        var ends = at.Token == at.Paragraph.Last - 1 || Sentence(at.Token + 1) != Sentence(at.Token);
        s.Add(FeatureHash.Of(75, (begins ? 1UL : 0) + (ends ? 2UL : 0), (ulong)StrongestInSentence(at)));
        s.Add(FeatureHash.Of(76, (ulong)Math.Min(4, at.Paragraph.Last - 1 - at.Token), Lower(at, 0)));
        s.Add(
            FeatureHash.Of(
                77,
                (ulong)Math.Min(3, at.Token - at.Paragraph.First),
                prose.QuotationOf[at.Paragraph.First] >= 0 ? 1UL : 0
            )
        );
    }

    private void AddBefore(FeatureSequence s, Place at, int[] before, int left, int right)
    {
        for (var k = -3; k <= 3; k++)
        {
            s.Add(FeatureHash.Of(83 + k, Told(at, before, k)));
        }
        var own = Told(at, before, 0);
        s.Add(FeatureHash.Of(87, Told(at, before, -1), own, Told(at, before, 1)));
        s.Add(FeatureHash.Of(88, own, Lower(at, 0)));
        s.Add(FeatureHash.Of(89, own, Quoted(at, -1) + (3 * Quoted(at, 0)) + (9 * Quoted(at, 1))));
        var (nearLeft, nearRight) = (Near(at, left), Near(at, right));
        var toLeft =
            nearLeft ? Bucket(at.Token - left)
            : left >= 0 ? 9
            : 0;
        var toRight =
            nearRight ? Bucket(right - at.Token)
            : right >= 0 ? 9
            : 0;
        s.Add(FeatureHash.Of(90, (ulong)toLeft, (ulong)toRight));
        s.Add(FeatureHash.Of(91, nearLeft || nearRight ? 1UL : 0, Quoted(at, 0), own));
        if (nearLeft)
        {
            s.Add(FeatureHash.Of(92, words[left].Lower, (ulong)toLeft));
        }
        if (nearRight)
        {
            s.Add(FeatureHash.Of(93, words[right].Lower, (ulong)toRight));
        }
        if (own > 1)
        {
            AddSegment(s, at, before, (int)own - 1);
        }
    }

    /// <summary>Of the span that the first model saw here: what stands before and after it, and how far its ends are.</summary>
    private void AddSegment(FeatureSequence s, Place at, int[] before, int label)
    {
        var kind = (label + 1) / 2;
        var goesOn = kind * 2;
        var first = at.Token - at.Paragraph.First;
        var last = first;
        while (last + 1 < before.Length && before[last + 1] == goesOn)
        {
            last++;
        }
        while (first > 0 && before[first] == goesOn)
        {
            first--;
        }
        var (start, end) = (first + at.Paragraph.First, last + at.Paragraph.First);
        s.Add(
            FeatureHash.Of(
                94,
                (ulong)kind,
                end + 1 < at.Paragraph.Last ? words[end + 1].Lower : 1,
                start > at.Paragraph.First ? words[start - 1].Lower : 1
            )
        );
        s.Add(FeatureHash.Of(95, (ulong)kind, (ulong)Bucket(end - at.Token), (ulong)Bucket(at.Token - start)));
    }

    /// <summary>The class of the step into a token: the mark or word before it, and whether a quotation or sentence begins or ends.</summary>
    private int Step(Place at)
    {
        var i = at.Token;
        var isFirst = i == at.Paragraph.First;
        var kind =
            isFirst ? 0
            : prose.Tokens[i - 1].IsQuotationMark ? 1
            : prose.Tokens[i - 1].Text == "," ? 2
            : prose.Tokens[i - 1].EndsSentence ? 3
            : prose.Tokens[i - 1].Text == ":" ? 4
            : prose.Tokens[i - 1].Lower == "that" ? 5
            : prose.Tokens[i].IsQuotationMark ? 6
            : 7;
        var quoted = (prose.QuotationOf[i] >= 0 ? 1 : 0) + (!isFirst && prose.QuotationOf[i - 1] >= 0 ? 2 : 0);
        var sentence = !isFirst && Sentence(i) != Sentence(i - 1) ? 32 : 0;
        return (kind * 4) + quoted + sentence;
    }

    private static (int[] Left, int[] Right) Nearest(Run paragraph, Func<int, bool> isOne)
    {
        var count = paragraph.Last - paragraph.First;
        var (left, right) = (new int[count], new int[count]);
        for (var (i, last) = (0, -1); i < count; i++)
        {
            left[i] = last;
            last = isOne(paragraph.First + i) ? paragraph.First + i : last;
        }
        for (var (i, last) = (count - 1, -1); i >= 0; i--)
        {
            right[i] = last;
            last = isOne(paragraph.First + i) ? paragraph.First + i : last;
        }
        return (left, right);
    }

    private (bool That, bool Comma, bool Mark) Between(int from, int to)
    {
        // What stands further back says nothing more.
        const int farthest = 40;
        var (that, comma, mark) = (false, false, false);
        for (var i = Math.Max(from, to - farthest); i < to; i++)
        {
            that |= prose.Tokens[i].Lower == "that";
            comma |= prose.Tokens[i].Text == ",";
            mark |= prose.Tokens[i].IsQuotationMark;
        }
        return (that, comma, mark);
    }

    private int StrongestInSentence(Place at)
    {
        var sentence = prose.Sentences[Sentence(at.Token)];
        var strongest = 0;
        for (var i = sentence.First; i < Math.Min(sentence.Last, sentence.First + 120); i++)
        {
            strongest = Math.Max(strongest, cues[i]);
        }
        return strongest;
    }

    private int QuotedShare(Run paragraph)
    {
        var quoted = 0;
        for (var i = paragraph.First; i < paragraph.Last; i++)
        {
            quoted += prose.QuotationOf[i] >= 0 ? 1 : 0;
        }
        return quoted == 0 ? 0
            : quoted >= paragraph.Last - paragraph.First - 2 ? 1
            : 2;
    }

    private bool Near(Place at, int other) => other >= 0 && Sentence(other) == Sentence(at.Token);

    private int Sentence(int token) => prose.SentenceOf[token];

    private ulong Lower(Place at, int offset) => at.Has(offset) ? words[at.Token + offset].Lower : at.Edge(offset);

    private ulong Shape(Place at, int offset) => at.Has(offset) ? words[at.Token + offset].Shape : at.Edge(offset);

    private ulong Wide(Place at, int offset) =>
        at.Has(offset) ? words[at.Token + offset].Clusters.Wide : 200 + at.Edge(offset);

    private ulong Narrow(Place at, int offset) =>
        at.Has(offset) ? words[at.Token + offset].Clusters.Narrow : 2000 + at.Edge(offset);

    private ulong Cue(Place at, int offset) => at.Has(offset) ? (ulong)cues[at.Token + offset] + 1 : 0;

    private ulong Entity(Place at, int offset) => at.Has(offset) ? (ulong)entities[at.Token + offset] + 1 : 0;

    private ulong Quoted(Place at, int offset) =>
        at.Has(offset) ? (prose.QuotationOf[at.Token + offset] >= 0 ? 1UL : 0) : 2;

    private static ulong Told(Place at, int[] before, int offset) =>
        at.Has(offset) ? (ulong)before[at.Token + offset - at.Paragraph.First] + 1 : 0;

    private static int Bucket(int distance) =>
        distance switch
        {
            <= 3 => distance + 1,
            <= 6 => 5,
            <= 12 => 6,
            <= 25 => 7,
            _ => 8,
        };

    /// <summary>A token within its paragraph.</summary>
    [System.Runtime.InteropServices.StructLayout(System.Runtime.InteropServices.LayoutKind.Auto)]
    private readonly record struct Place(Run Paragraph, int Token)
    {
        public bool Has(int offset) => Token + offset >= Paragraph.First && Token + offset < Paragraph.Last;

        public ulong Edge(int offset) => Token + offset < Paragraph.First ? 1UL : 2UL;
    }
}
