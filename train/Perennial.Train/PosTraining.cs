using System.Diagnostics;
using System.Globalization;
using Perennial.Read.Languages.English;
using Perennial.Read.Models;

namespace Perennial.Train;

/// <summary>Trains the model of parts of speech on tokens with tags of the Penn Treebank.</summary>
internal static class PosTraining
{
    private const int Epochs = 8;
    private const int Cutoff = 3;
    private const float Dropout = 0.1f;
    private const float Least = 0.3f;

    // A word seen so often has only the parts of speech it was seen with, those of less than a share left aside.
    private const int Often = 10;
    private const double SmallestShare = 0.005;

    private static readonly string[] Labels = Enum.GetNames<PartOfSpeech>();

    /// <summary>Trains on a file and writes the model; scores it on others.</summary>
    public static void Run(string output, string train, IReadOnlyList<string> held)
    {
        var texts = LabelledText.Of(train).Select(text => (Text: text, Tags: Tags(text))).ToList();
        var known = Known(texts);
        var perceptron = new Perceptron(Labels);
        perceptron.Train(
            [.. texts.SelectMany(pair => Examples(pair.Text, pair.Tags, known))],
            Epochs,
            Cutoff,
            Dropout,
            "pos"
        );
        using (var file = File.Create(output))
        {
            PackedFile.Write(
                file,
                writer =>
                {
                    perceptron.Write(writer, Least);
                    Lexicon.Write(writer, known.Select(pair => (pair.Key, Bytes(pair.Value))));
                }
            );
        }
        using var read = File.OpenRead(output);
        var tagger = PackedFile.Read(read, PosTagger.Read);
        foreach (var file in held)
        {
            Score(file, tagger);
        }
    }

    private static void Score(string file, PosTagger tagger)
    {
        var (right, all) = (0, 0);
        var watch = new Stopwatch();
        foreach (var text in LabelledText.Of(file).ToList())
        {
            watch.Start();
            var told = tagger.Of(text.Prose, text.Words);
            watch.Stop();
            right += told.Zip(Tags(text)).Count(pair => pair.First == pair.Second);
            all += told.Length;
        }
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{Path.GetFileName(file)}: {1.0 * right / all:0.0000} of {all} right; {all / watch.Elapsed.TotalSeconds:0} tokens/s"
            )
        );
    }

    private static sbyte[] Bytes(ulong bits) =>
        [.. Enumerable.Range(0, (Labels.Length + 7) / 8).Select(i => unchecked((sbyte)(bits >> (8 * i))))];

    private static Dictionary<string, ulong> Known(List<(LabelledText Text, PartOfSpeech[] Tags)> texts) =>
        texts
            .SelectMany(pair => pair.Text.Prose.Tokens.Zip(pair.Tags, (token, tag) => (token.Text, tag)))
            .GroupBy(pair => pair.Text, StringComparer.Ordinal)
            .Where(word => word.Count() >= Often)
            .ToDictionary(
                word => word.Key,
                word =>
                    word.CountBy(pair => pair.tag)
                        .Where(tag => tag.Value > word.Count() * SmallestShare)
                        .Aggregate(0UL, (bits, tag) => bits | PosTagger.Bits(tag.Key)),
                StringComparer.Ordinal
            );

    private static IEnumerable<Example> Examples(
        LabelledText text,
        PartOfSpeech[] tags,
        Dictionary<string, ulong> known
    )
    {
        foreach (var sentence in text.Prose.Sentences)
        {
            var sequence = new FeatureSequence();
            var gold = new int[sentence.Last - sentence.First];
            var candidates = new ulong[gold.Length];
            for (var i = 0; i < gold.Length; i++)
            {
                var token = sentence.First + i;
                gold[i] = (int)tags[token];
                // What the look-up rules out stays right where it is: the weights must not be blamed for it.
                candidates[i] =
                    known.GetValueOrDefault(text.Prose.Tokens[token].Text, PosTagger.Open)
                    | PosTagger.Bits(tags[token]);
                PosFeatures.AddTo(sequence, text.Words, sentence, token);
                sequence.Close();
            }
            yield return new Example(sequence, gold, candidates);
        }
    }

    /// <summary>The part of speech of each token of ours: "don't" has that of "do", "well-known" that of "known".</summary>
    private static PartOfSpeech[] Tags(LabelledText text)
    {
        var tags = new PartOfSpeech[text.Prose.Tokens.Count];
        var at = 0;
        for (var i = 0; i < tags.Length; i++)
        {
            var token = text.Prose.Tokens[i];
            while (text.Tokens[at].End <= token.Start)
            {
                at++;
            }
            var first = at;
            while (text.Tokens[at].End < token.End)
            {
                at++;
            }
            var negated = at > first && text.Tokens[at].Text.EndsWith('t') && text.Tokens[at].Text.Length == 3;
            // Annotators disagree about dashes between words: for us they are all one.
            tags[i] = token.Text is "-" or "–" or "—"
                ? PartOfSpeech.Colon
                : Part(text.Tokens[negated ? at - 1 : at].Label);
        }
        return tags;
    }

    private static PartOfSpeech Part(string tag) =>
        tag switch
        {
            "." => PartOfSpeech.Stop,
            "," => PartOfSpeech.Comma,
            ":" or "HYPH" => PartOfSpeech.Colon,
            "``" or "''" => PartOfSpeech.Quote,
            "-LRB-" or "-RRB-" => PartOfSpeech.Bracket,
            "PRP$" => PartOfSpeech.PRPS,
            "WP$" => PartOfSpeech.WPS,
            _ => Enum.TryParse<PartOfSpeech>(tag, out var part) ? part : PartOfSpeech.Other,
        };
}
