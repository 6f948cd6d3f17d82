using Perennial.Read.Models;

namespace Perennial.Read.Languages.English;

/// <summary>Finds who said what: rules and two models, of which the second looks at what the first says (stacking; Wolpert, 1992).</summary>
/// <param name="likelihood">How likely words are cues, in four steps.</param>
/// <param name="first">The first model.</param>
/// <param name="second">The second model.</param>
/// <param name="confidence">The judge of what was found; <see langword="null"/> while it is being trained.</param>
internal sealed class SpeechTagger(
    Lexicon likelihood,
    SequenceModel first,
    SequenceModel second,
    TreeEnsemble? confidence
)
{
    private static readonly Lazy<SpeechTagger> Full = Shipped("speech-en.bin");
    private static readonly Lazy<SpeechTagger> Open = Shipped("speech-en-open.bin");

    /// <summary>The tagger with the chosen weights that come with the program; read at first use.</summary>
    public static SpeechTagger Shared => (Reader.Weights == WeightSet.Open ? Open : Full).Value;

    /// <summary>Reads a tagger: how likely words are cues, the first model, the second, the judge.</summary>
    public static SpeechTagger Read(BinaryReader reader) =>
        new(Lexicon.Read(reader), SequenceModel.Read(reader), SequenceModel.Read(reader), TreeEnsemble.Read(reader));

    /// <summary>How likely words are cues, in four steps.</summary>
    public Lexicon Likelihood => likelihood;

    /// <summary>The statements of a document, in order of the text.</summary>
    /// <param name="prose">The document.</param>
    /// <param name="words">The facts of its tokens.</param>
    /// <param name="tagged">Its names.</param>
    public List<Attribution> Find(
        Prose prose,
        WordFacts[] words,
        List<(EntityKind Kind, int First, int Last)> tagged
    ) => FindWithRows(prose, words, tagged).Found;

    /// <summary>The statements of a document, and the numbers that the judge looks at.</summary>
    public (List<Attribution> Found, float[][] Rows) FindWithRows(
        Prose prose,
        WordFacts[] words,
        List<(EntityKind Kind, int First, int Last)> tagged
    )
    {
        var clauses = new Clauses(prose);
        // Quotations first: humans agree about their ends, and what they hold is not read for cues again.
        var direct = new DirectSpeech(prose, clauses).Find();
        var indirect = new IndirectSpeech(prose, clauses).Find();
        foreach (var said in direct)
        {
            Told.InDamagedSentence(prose, said);
        }
        var features = new SpeechFeatures(
            prose,
            words,
            PosTagger.Shared.Of(prose, words),
            EntityTagger.Marks(prose, tagged),
            SpeechLabels.Of(prose, [.. direct, .. indirect]),
            likelihood
        );
        var opinion = Decode(first, prose, features, before: null);
        var certainty = new float[prose.Tokens.Count * SpeechLabels.Names.Length];
        var parts = new SpeechParts(prose, Decode(second, prose, features, opinion, certainty));
        var found = new SpeechLinks(prose, parts, clauses, direct, indirect).Link();
        var rows = found
            .ConvertAll(said => SpeechConfidence.Row(prose, words, parts, opinion, certainty, said, likelihood))
            .ToArray();
        var likely = confidence?.Probabilities(rows) ?? [];
        for (var i = 0; i < likely.Length; i++)
        {
            found[i].Likelihood = likely[i];
        }
        return (found, rows);
    }

    /// <summary>The labels of a document's tokens; see <see cref="SpeechLabels"/>.</summary>
    public byte[] Labels(Prose prose, SpeechFeatures features) =>
        Decode(second, prose, features, Decode(first, prose, features, before: null));

    /// <summary>What a model says of each token of a document.</summary>
    /// <param name="model">The model.</param>
    /// <param name="prose">The document.</param>
    /// <param name="features">What there is to see at its tokens.</param>
    /// <param name="before">What an earlier model said; <see langword="null"/> for the first.</param>
    /// <param name="likely">Takes how likely each label is at each token, where that is asked for.</param>
    public static byte[] Decode(
        SequenceModel model,
        Prose prose,
        SpeechFeatures features,
        byte[]? before,
        float[]? likely = null
    )
    {
        var labels = new byte[prose.Tokens.Count];
        var sequence = new FeatureSequence();
        foreach (var paragraph in prose.Paragraphs)
        {
            features.Fill(sequence, paragraph, before);
            var path = model.Decode(sequence);
            for (var i = 0; i < path.Length; i++)
            {
                labels[paragraph.First + i] = (byte)path[i];
            }
            if (likely is not null)
            {
                model.Likelihoods(sequence).CopyTo(likely, paragraph.First * SpeechLabels.Names.Length);
            }
        }
        return labels;
    }

    private static Lazy<SpeechTagger> Shipped(string name) => new(() => PackedFile.Shipped(name, Read));
}
