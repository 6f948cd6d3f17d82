using Perennial.Read.Models;

namespace Perennial.Read.Languages.English;

/// <summary>Finds names in a document with the entity model, and says what kind each is.</summary>
internal sealed class EntityTagger
{
    private readonly SequenceModel model;

    private EntityTagger(SequenceModel model) => this.model = model;

    /// <summary>The tagger with the model that comes with the program; read at first use.</summary>
    public static EntityTagger Shared => field ??= new EntityTagger(ModelFile.LoadEmbedded("entities-en.bin"));

    /// <summary>The names: kind, first token, token after the last.</summary>
    public List<(EntityKind Kind, int First, int Last)> Names(Prose prose)
    {
        var sentences = prose
            .Sentences.Select(sentence =>
                (
                    sentence.First,
                    Words: (IReadOnlyList<string>)
                        [
                            .. Enumerable
                                .Range(sentence.First, sentence.Last - sentence.First)
                                .Select(i => prose.Tokens[i].Text),
                        ]
                )
            )
            .ToList();
        var features = new EntityFeatures(sentences.Select(sentence => sentence.Words));
        var names = new List<(EntityKind, int, int)>();
        foreach (var (start, words) in sentences)
        {
            foreach (var (kind, first, last) in SpanLabels.Spans(model.Labels, model.Decode(features.Of(words))))
            {
                names.Add((Kind(kind), start + first, start + last));
            }
        }
        return names;
    }

    /// <summary>For each token nought, or one more than the kind of the name it is part of; for features of other models.</summary>
    public int[] Marks(Prose prose)
    {
        var marks = new int[prose.Tokens.Count];
        foreach (var (kind, first, last) in Names(prose))
        {
            Array.Fill(marks, (int)kind + 1, first, last - first);
        }
        return marks;
    }

    private static EntityKind Kind(string kind) =>
        kind switch
        {
            "person" => EntityKind.Person,
            "organisation" => EntityKind.Organisation,
            "place" => EntityKind.Place,
            "group" => EntityKind.Group,
            _ => EntityKind.Other,
        };
}
