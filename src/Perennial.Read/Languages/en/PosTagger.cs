using Perennial.Read.Models;

namespace Perennial.Read.Languages.English;

/// <summary>Says what part of speech each word of a document is.</summary>
/// <remarks>
/// Words that are always the same are looked up, others have the parts of speech they were seen with, unknown ones any open
/// one; among those a model decides for a sentence at once.
/// </remarks>
internal sealed class PosTagger
{
    /// <summary>What a word may be that is not known: the parts of speech that take in new words.</summary>
    public static readonly ulong Open = Bits(
        PartOfSpeech.Other,
        PartOfSpeech.CD,
        PartOfSpeech.FW,
        PartOfSpeech.JJ,
        PartOfSpeech.JJR,
        PartOfSpeech.JJS,
        PartOfSpeech.NN,
        PartOfSpeech.NNP,
        PartOfSpeech.NNPS,
        PartOfSpeech.NNS,
        PartOfSpeech.RB,
        PartOfSpeech.RBR,
        PartOfSpeech.UH,
        PartOfSpeech.VB,
        PartOfSpeech.VBD,
        PartOfSpeech.VBG,
        PartOfSpeech.VBN,
        PartOfSpeech.VBP,
        PartOfSpeech.VBZ
    );

    private readonly SequenceModel model;
    private readonly Lexicon lexicon;
    private readonly PartOfSpeech[] parts;

    private PosTagger(SequenceModel model, Lexicon lexicon)
    {
        this.model = model;
        this.lexicon = lexicon;
        parts = [.. model.Labels.Select(Enum.Parse<PartOfSpeech>)];
    }

    /// <summary>The tagger with the model that comes with the program; read at first use.</summary>
    public static PosTagger Shared => field ??= PackedFile.Shipped("pos-en.bin", Read);

    /// <summary>One part of speech a token.</summary>
    /// <param name="prose">The document.</param>
    /// <param name="words">The facts of its tokens.</param>
    public PartOfSpeech[] Of(Prose prose, WordFacts[] words)
    {
        var tagged = new PartOfSpeech[words.Length];
        var sequence = new FeatureSequence();
        var candidates = new List<ulong>();
        foreach (var sentence in prose.Sentences)
        {
            sequence.Clear();
            candidates.Clear();
            for (var i = sentence.First; i < sentence.Last; i++)
            {
                var may = Candidates(words[i]);
                candidates.Add(may);
                if (!System.Numerics.BitOperations.IsPow2(may))
                {
                    PosFeatures.AddTo(sequence, words, sentence, i);
                }
                sequence.Close();
            }
            var path = model.Decode(sequence, System.Runtime.InteropServices.CollectionsMarshal.AsSpan(candidates));
            for (var i = 0; i < path.Length; i++)
            {
                tagged[sentence.First + i] = parts[path[i]];
            }
        }
        return tagged;
    }

    /// <summary>Reads a tagger: the model, and for each known word which parts of speech it may be.</summary>
    public static PosTagger Read(BinaryReader reader) => new(SequenceModel.Read(reader), Lexicon.Read(reader));

    /// <summary>Some parts of speech, a bit each.</summary>
    public static ulong Bits(params ReadOnlySpan<PartOfSpeech> parts)
    {
        var bits = 0UL;
        foreach (var part in parts)
        {
            bits |= 1UL << (int)part;
        }
        return bits;
    }

    private ulong Candidates(WordFacts word)
    {
        var row = lexicon.Find(word.Exact);
        var bits = 0UL;
        for (var i = 0; i < row.Length; i++)
        {
            bits |= (ulong)(byte)row[i] << (8 * i);
        }
        return bits == 0 ? Open : bits;
    }
}
