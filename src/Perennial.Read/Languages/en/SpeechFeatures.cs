using Perennial.Read.Models;

namespace Perennial.Read.Languages.English;

/// <summary>What the models of statements look at, paragraph by paragraph: words, marks, what rules found, and how far cues and verbs are.</summary>
/// <remarks>
/// The list follows what Pareti (2015) and the makers of Citron found to carry the task; without a parser, distances to the
/// nearest likely cue and the nearest verb do its work, and so does what the rules say.
/// </remarks>
internal sealed class SpeechFeatures
{
    // From this likelihood on a word counts as a cue for distances.
    private const int Likely = 3;

    // What stands further back says nothing more.
    private const int FarthestBetween = 40;
    private const int LongestLook = 120;

    private readonly Prose prose;
    private readonly WordFacts[] words;
    private readonly PartOfSpeech[] parts;
    private readonly byte[] names;
    private readonly byte[] rules;
    private readonly byte[] cues;

    // Per sentence the likeliest cue.
    private readonly byte[] strongest;

    /// <param name="prose">The document.</param>
    /// <param name="words">The facts of its tokens.</param>
    /// <param name="parts">Their parts of speech.</param>
    /// <param name="names">What kind of name each is part of; see <see cref="EntityTagger.Marks"/>.</param>
    /// <param name="rules">What rules say of each; see <see cref="SpeechLabels"/>.</param>
    /// <param name="likelihood">How likely words are cues, in four steps.</param>
    public SpeechFeatures(
        Prose prose,
        WordFacts[] words,
        PartOfSpeech[] parts,
        byte[] names,
        byte[] rules,
        Lexicon likelihood
    )
    {
        (this.prose, this.words, this.parts, this.names, this.rules) = (prose, words, parts, names, rules);
        cues = new byte[words.Length];
        strongest = new byte[prose.Sentences.Count];
        for (var i = 0; i < cues.Length; i++)
        {
            var steps = likelihood.Find(words[i].Lower) is [var found] ? (byte)found : (byte)0;
            // Within a quotation the speaker's own verbs are seldom cues.
            cues[i] = prose.QuotationOf[i] >= 0 && steps > 0 ? (byte)Math.Max(1, steps - 2) : steps;
            ref var inSentence = ref strongest[prose.SentenceOf[i]];
            inSentence = Math.Max(inSentence, cues[i]);
        }
    }

    /// <summary>Fills in the features of a paragraph.</summary>
    /// <param name="s">Where to; what it held is forgotten.</param>
    /// <param name="paragraph">The paragraph.</param>
    /// <param name="before">What a first model said of each token of the document; <see langword="null"/> for that first model.</param>
    public void Fill(FeatureSequence s, Run paragraph, byte[]? before)
    {
        s.Clear();
        var cue = Nearest(paragraph, i => cues[i] >= Likely);
        var verb = Nearest(
            paragraph,
            i => parts[i] is PartOfSpeech.VBD or PartOfSpeech.VBZ or PartOfSpeech.VBP or PartOfSpeech.MD
        );
        var told = before is null ? cue : Nearest(paragraph, i => before[i] == SpeechLabels.Cue);
        var quoted = QuotedShare(paragraph);
        for (var i = paragraph.First; i < paragraph.Last; i++)
        {
            var at = new Place(paragraph, i);
            var k = i - paragraph.First;
            AddWords(s, at);
            AddParts(s, at);
            AddClusters(s, at);
            AddNames(s, at);
            AddRules(s, at);
            AddCues(s, at);
            AddQuotation(s, at, quoted);
            AddDistances(s, at, cue.Left[k], cue.Right[k]);
            AddVerbs(s, at, verb.Left[k], verb.Right[k]);
            AddPosition(s, at);
            if (before is not null)
            {
                AddBefore(s, at, before, told.Left[k], told.Right[k]);
            }
            s.Close();
        }
    }

    private void AddWords(FeatureSequence s, Place at)
    {
        s.Add(FeatureHash.Join(0, 1));
        for (var k = -4; k <= 4; k++)
        {
            s.Add(FeatureHash.Join((uint)(5 + k), Lower(at, k)));
        }
        var word = Lower(at, 0);
        s.Add(FeatureHash.Join(10, Lower(at, -1), word));
        s.Add(FeatureHash.Join(11, word, Lower(at, 1)));
        s.Add(FeatureHash.Join(12, Lower(at, -2), Lower(at, -1)));
        s.Add(FeatureHash.Join(13, Lower(at, 1), Lower(at, 2)));
        s.Add(FeatureHash.Join(14, Lower(at, -1), Lower(at, 1)));
        s.Add(FeatureHash.Join(15, word, Lower(at, 1), Lower(at, 2)));
        s.Add(FeatureHash.Join(16, words[at.Token].Shape));
        s.Add(FeatureHash.Join(17, Shape(at, -1), words[at.Token].Shape, Shape(at, 1)));
        for (var k = 0; k < Math.Min(3, words[at.Token].Suffixes.Length); k++)
        {
            s.Add(FeatureHash.Join((uint)(18 + k), words[at.Token].Suffixes[k]));
        }
    }

    private void AddParts(FeatureSequence s, Place at)
    {
        for (var k = -3; k <= 3; k++)
        {
            s.Add(FeatureHash.Join((uint)(124 + k), Part(at, k)));
        }
        s.Add(FeatureHash.Join(130, Part(at, -1), Part(at, 0)));
        s.Add(FeatureHash.Join(131, Part(at, 0), Part(at, 1)));
        s.Add(FeatureHash.Join(132, Part(at, -1), Part(at, 0), Part(at, 1)));
        s.Add(FeatureHash.Join(133, Part(at, 0), Part(at, 1), Part(at, 2)));
        s.Add(FeatureHash.Join(134, Part(at, -2), Part(at, -1), Part(at, 0)));
        s.Add(FeatureHash.Join(135, Part(at, 0), Rule(at, 0), Rule(at, -1)));
        s.Add(FeatureHash.Join(136, Part(at, -1), Lower(at, 0)));
        s.Add(FeatureHash.Join(137, Part(at, 1), Lower(at, 0)));
    }

    private void AddClusters(FeatureSequence s, Place at)
    {
        for (var k = -2; k <= 2; k++)
        {
            s.Add(FeatureHash.Join((uint)(24 + k), Wide(at, k)));
            s.Add(FeatureHash.Join((uint)(29 + k), Narrow(at, k)));
        }
        s.Add(FeatureHash.Join(32, Wide(at, -1), Wide(at, 0)));
        s.Add(FeatureHash.Join(33, Wide(at, 0), Wide(at, 1)));
        s.Add(FeatureHash.Join(34, Wide(at, -1), Wide(at, 0), Wide(at, 1)));
    }

    private void AddNames(FeatureSequence s, Place at)
    {
        for (var k = -1; k <= 1; k++)
        {
            s.Add(FeatureHash.Join((uint)(36 + k), Name(at, k)));
        }
        s.Add(FeatureHash.Join(38, Name(at, -1), Name(at, 0), Name(at, 1)));
    }

    private void AddRules(FeatureSequence s, Place at)
    {
        for (var k = -2; k <= 2; k++)
        {
            s.Add(FeatureHash.Join((uint)(102 + k), Rule(at, k)));
        }
        s.Add(FeatureHash.Join(105, Rule(at, -1), Rule(at, 0), Rule(at, 1)));
        s.Add(FeatureHash.Join(106, Rule(at, 0), Lower(at, 0)));
        s.Add(FeatureHash.Join(107, Rule(at, -1), Rule(at, 0), Quoted(at, 0)));
        s.Add(FeatureHash.Join(108, Rule(at, 0), Rule(at, 1), Lower(at, 1)));
        s.Add(FeatureHash.Join(109, Rule(at, 0), Rule(at, -1), Lower(at, -1)));
    }

    private void AddCues(FeatureSequence s, Place at)
    {
        for (var k = -3; k <= 3; k++)
        {
            s.Add(FeatureHash.Join((uint)(43 + k), Cue(at, k)));
        }
        s.Add(FeatureHash.Join(47, Cue(at, -1), Cue(at, 0), Cue(at, 1)));
        s.Add(FeatureHash.Join(48, Cue(at, 0), Part(at, -1), Part(at, 1)));
    }

    private void AddQuotation(FeatureSequence s, Place at, uint quoted)
    {
        var around = Around(at);
        s.Add(FeatureHash.Join(50, around));
        s.Add(FeatureHash.Join(51, Quoted(at, 0), quoted));
        s.Add(FeatureHash.Join(52, around, Lower(at, 0)));
        s.Add(FeatureHash.Join(53, around, strongest[Sentence(at.Token)]));
    }

    private void AddDistances(FeatureSequence s, Place at, int left, int right)
    {
        var toLeft = Near(at, left) ? Bucket(at.Token - left) : 0;
        var toRight = Near(at, right) ? Bucket(right - at.Token) : 0;
        s.Add(FeatureHash.Join(60, toLeft, toRight));
        s.Add(FeatureHash.Join(61, toLeft, toRight, Quoted(at, 0)));
        s.Add(FeatureHash.Join(62, toLeft, toRight, Name(at, 0)));
        s.Add(FeatureHash.Join(63, toLeft, toRight, Part(at, 0)));
        if (toLeft > 0)
        {
            s.Add(FeatureHash.Join(64, words[left].Lower));
            s.Add(FeatureHash.Join(65, words[left].Lower, toLeft));
            s.Add(FeatureHash.Join(66, words[left].Lower, left + 1 < at.Paragraph.Last ? words[left + 1].Lower : 0));
            s.Add(FeatureHash.Join(67, words[left].Clusters.Narrow, toLeft));
            s.Add(FeatureHash.Join(68, toLeft, Between(left + 1, at.Token)));
            s.Add(FeatureHash.Join(71, words[left].Lower, Between(left + 1, at.Token)));
        }
        if (toRight > 0)
        {
            s.Add(FeatureHash.Join(69, words[right].Lower, toRight));
            s.Add(FeatureHash.Join(70, words[right].Clusters.Narrow, toRight));
        }
    }

    private void AddVerbs(FeatureSequence s, Place at, int left, int right)
    {
        if (Near(at, left))
        {
            s.Add(FeatureHash.Join(140, words[left].Lower, Bucket(at.Token - left)));
            s.Add(FeatureHash.Join(141, words[left].Clusters.Narrow, Part(at, 0)));
        }
        if (Near(at, right))
        {
            s.Add(FeatureHash.Join(142, words[right].Lower, Bucket(right - at.Token)));
            s.Add(FeatureHash.Join(143, words[right].Clusters.Narrow, Part(at, 0)));
            s.Add(FeatureHash.Join(144, words[right].Lower, Between(at.Token + 1, right), Name(at, 0)));
        }
    }

    private void AddPosition(FeatureSequence s, Place at)
    {
        var begins = at.Token == at.Paragraph.First || Sentence(at.Token - 1) != Sentence(at.Token);
        var ends = at.Token == at.Paragraph.Last - 1 || Sentence(at.Token + 1) != Sentence(at.Token);
        s.Add(FeatureHash.Join(75, (begins ? 1u : 0) + (ends ? 2u : 0), strongest[Sentence(at.Token)]));
        s.Add(FeatureHash.Join(76, (uint)Math.Min(4, at.Paragraph.Last - 1 - at.Token), Lower(at, 0)));
        s.Add(
            FeatureHash.Join(
                77,
                (uint)Math.Min(3, at.Token - at.Paragraph.First),
                prose.QuotationOf[at.Paragraph.First] >= 0 ? 1u : 0
            )
        );
    }

    private void AddBefore(FeatureSequence s, Place at, byte[] before, int left, int right)
    {
        for (var k = -3; k <= 3; k++)
        {
            s.Add(FeatureHash.Join((uint)(83 + k), Told(at, before, k)));
        }
        var own = Told(at, before, 0);
        s.Add(FeatureHash.Join(87, Told(at, before, -1), own, Told(at, before, 1)));
        s.Add(FeatureHash.Join(88, own, Lower(at, 0)));
        s.Add(FeatureHash.Join(89, own, Around(at)));
        s.Add(FeatureHash.Join(110, own, Rule(at, 0), Rule(at, -1)));
        var (nearLeft, nearRight) = (Near(at, left), Near(at, right));
        var toLeft =
            nearLeft ? Bucket(at.Token - left)
            : left >= 0 ? 9u
            : 0;
        var toRight =
            nearRight ? Bucket(right - at.Token)
            : right >= 0 ? 9u
            : 0;
        s.Add(FeatureHash.Join(90, toLeft, toRight));
        s.Add(FeatureHash.Join(91, nearLeft || nearRight ? 1u : 0, Quoted(at, 0), own));
        if (nearLeft)
        {
            s.Add(FeatureHash.Join(92, words[left].Lower, toLeft));
            s.Add(FeatureHash.Join(96, words[left].Lower, Between(left + 1, at.Token)));
        }
        if (nearRight)
        {
            s.Add(FeatureHash.Join(93, words[right].Lower, toRight));
        }
        if (own > 1)
        {
            AddSegment(s, at, before);
        }
    }

    /// <summary>Of the span that the first model saw here: what stands before and after it, and how far its ends are.</summary>
    private void AddSegment(FeatureSequence s, Place at, byte[] before)
    {
        var kind = (uint)(before[at.Token] + 1) / 2;
        var goesOn = kind * 2;
        var (start, end) = (at.Token, at.Token);
        while (end + 1 < at.Paragraph.Last && before[end + 1] == goesOn && end - at.Token < LongestLook)
        {
            end++;
        }
        while (start > at.Paragraph.First && before[start] == goesOn && at.Token - start < LongestLook)
        {
            start--;
        }
        var after = end + 1 < at.Paragraph.Last ? words[end + 1].Lower : 1;
        var ahead = start > at.Paragraph.First ? words[start - 1].Lower : 1;
        s.Add(FeatureHash.Join(94, kind, after, ahead));
        s.Add(FeatureHash.Join(95, kind, Bucket(end - at.Token), Bucket(at.Token - start)));
        s.Add(FeatureHash.Join(97, kind, after, Bucket(end - at.Token)));
        s.Add(FeatureHash.Join(98, kind, ahead, Bucket(at.Token - start)));
    }

    /// <summary>Per token of a paragraph the nearest other token of a sort before and after it, -1 for none.</summary>
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

    /// <summary>Whether "that", a comma and a mark of quotation stand between, a bit each.</summary>
    private uint Between(int from, int to)
    {
        var found = 0u;
        for (var i = Math.Max(from, to - FarthestBetween); i < to; i++)
        {
            found |=
                prose.Tokens[i].Lower == "that" ? 1u
                : prose.Tokens[i].Text == "," ? 2u
                : prose.Tokens[i].IsQuotationMark ? 4u
                : 0;
        }
        return found;
    }

    private uint QuotedShare(Run paragraph)
    {
        var quoted = 0;
        for (var i = paragraph.First; i < paragraph.Last; i++)
        {
            quoted += prose.QuotationOf[i] >= 0 ? 1 : 0;
        }
        return quoted == 0 ? 0u
            : quoted >= paragraph.Last - paragraph.First - 2 ? 1u
            : 2u;
    }

    private bool Near(Place at, int other) => other >= 0 && Sentence(other) == Sentence(at.Token);

    private int Sentence(int token) => prose.SentenceOf[token];

    private uint Around(Place at) => Quoted(at, -1) + (3 * Quoted(at, 0)) + (9 * Quoted(at, 1));

    private uint Lower(Place at, int offset) => at.Has(offset) ? words[at.Token + offset].Lower : at.Edge(offset);

    private uint Shape(Place at, int offset) => at.Has(offset) ? words[at.Token + offset].Shape : at.Edge(offset);

    private uint Part(Place at, int offset) => at.Has(offset) ? (uint)parts[at.Token + offset] : 100 + at.Edge(offset);

    private uint Wide(Place at, int offset) =>
        at.Has(offset) ? words[at.Token + offset].Clusters.Wide : 200 + at.Edge(offset);

    private uint Narrow(Place at, int offset) =>
        at.Has(offset) ? words[at.Token + offset].Clusters.Narrow : 2000 + at.Edge(offset);

    private uint Cue(Place at, int offset) => at.Has(offset) ? cues[at.Token + offset] + 1u : 0;

    private uint Name(Place at, int offset) => at.Has(offset) ? names[at.Token + offset] + 1u : 0;

    private uint Rule(Place at, int offset) => at.Has(offset) ? rules[at.Token + offset] + 1u : 0;

    private uint Quoted(Place at, int offset) =>
        at.Has(offset) ? (prose.QuotationOf[at.Token + offset] >= 0 ? 1u : 0) : 2;

    private static uint Told(Place at, byte[] before, int offset) =>
        at.Has(offset) ? before[at.Token + offset] + 1u : 0;

    private static uint Bucket(int distance) =>
        distance switch
        {
            <= 3 => (uint)distance + 1,
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

        public uint Edge(int offset) => Token + offset < Paragraph.First ? 1u : 2u;
    }
}
