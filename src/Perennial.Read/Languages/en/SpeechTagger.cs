using Perennial.Read.Models;

namespace Perennial.Read.Languages.English;

/// <summary>Says of every token whether it is part of what somebody said, of the words that attribute it, or of who said it.</summary>
/// <remarks>Two models, of which the second looks at what the first says (stacking; Wolpert, 1992).</remarks>
internal sealed class SpeechTagger(Lexicon likelihood, SequenceModel first, SequenceModel second)
{
    /// <summary>The tagger with the models that come with the program; read at first use.</summary>
    public static SpeechTagger Shared => field ??= PackedFile.Shipped("speech-en.bin", Read);

    /// <summary>Reads a tagger: how likely words are cues, the first model, the second.</summary>
    public static SpeechTagger Read(BinaryReader reader) =>
        new(Lexicon.Read(reader), SequenceModel.Read(reader), SequenceModel.Read(reader));

    /// <summary>The label of each token; see <see cref="SpeechLabels"/>.</summary>
    /// <param name="prose">The document.</param>
    /// <param name="words">The facts of its tokens.</param>
    /// <param name="parts">Their parts of speech.</param>
    /// <param name="names">What kind of name each is part of.</param>
    /// <param name="rules">What rules say of each.</param>
    public byte[] Of(Prose prose, WordFacts[] words, PartOfSpeech[] parts, byte[] names, byte[] rules)
    {
        var features = new SpeechFeatures(prose, words, parts, names, rules, likelihood);
        return Decode(second, prose, features, Decode(first, prose, features, before: null));
    }

    /// <summary>What a model says of each token of a document.</summary>
    public static byte[] Decode(SequenceModel model, Prose prose, SpeechFeatures features, byte[]? before)
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
        }
        return labels;
    }
}
