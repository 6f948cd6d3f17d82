using Perennial.Read.Models;

namespace Perennial.Read.Languages.English;

/// <summary>Finds names in a document with the entity model, and says what kind each is.</summary>
internal sealed class EntityTagger(SequenceModel model)
{
    /// <summary>The tagger with the model that comes with the program; read at first use.</summary>
    public static EntityTagger Shared =>
        field ??= new EntityTagger(PackedFile.Shipped("entities-en.bin", SequenceModel.Read));

    /// <summary>The names: kind, first token, token after the last.</summary>
    /// <param name="prose">The document.</param>
    /// <param name="words">The facts of its tokens.</param>
    public List<(EntityKind Kind, int First, int Last)> Names(Prose prose, WordFacts[] words)
    {
        var features = new EntityFeatures(prose, words);
        var sequence = new FeatureSequence();
        var names = new List<(EntityKind, int, int)>();
        foreach (var sentence in prose.Sentences)
        {
            sequence.Clear();
            features.AddTo(sequence, sentence);
            foreach (var (kind, first, last) in SpanLabels.Spans(model.Labels, model.Decode(sequence)))
            {
                names.Add((Enum.Parse<EntityKind>(kind), sentence.First + first, sentence.First + last));
            }
        }
        return names;
    }

    /// <summary>For each token nought, or one more than the kind of the name it is part of; for features of other models.</summary>
    public static byte[] Marks(Prose prose, List<(EntityKind Kind, int First, int Last)> names)
    {
        var marks = new byte[prose.Tokens.Count];
        foreach (var (kind, first, last) in names)
        {
            Array.Fill(marks, (byte)(kind + 1), first, last - first);
        }
        return marks;
    }
}
