using Perennial.Read.Models;

namespace Perennial.Read.Languages.English;

/// <summary>What tells how likely it is that a statement and its source are right: how they were found.</summary>
internal static class SpeechConfidence
{
    /// <summary>From this likelihood on a speaker may be sure. Chosen on statements that neither tagger nor judge had seen.</summary>
    public const float Sure = 0.7f;

    /// <summary>The numbers of a statement that the judge looks at.</summary>
    /// <param name="prose">The document.</param>
    /// <param name="words">The facts of its tokens.</param>
    /// <param name="parts">What the tagger saw.</param>
    /// <param name="first">What its first model said of each token.</param>
    /// <param name="likely">How likely the second holds each label to be at each token.</param>
    /// <param name="said">The statement.</param>
    /// <param name="likelihood">How likely words are cues.</param>
    public static float[] Row(
        Prose prose,
        WordFacts[] words,
        SpeechParts parts,
        byte[] first,
        float[] likely,
        Attribution said,
        Lexicon likelihood
    )
    {
        var contents = said
            .Content.SelectMany(piece => Enumerable.Range(piece.First, piece.Length))
            .Where(i => prose.Tokens[i].IsWord)
            .Select(i => Of(likely, i, SpeechLabels.Content))
            .DefaultIfEmpty(0)
            .ToList();
        var whole = new Span(said.Content[0].First, said.Content[^1].Last);
        var length = said.Content.Sum(piece => piece.Length);
        var begins = prose.Tokens[said.Content[0].First].Lower;
        var sentence = prose.Sentences[prose.SentenceOf[said.Cue?.First ?? whole.First]];
        return
        [
            said.Quoted ? 1 : 0,
            (float)Share(said, i => prose.QuotationOf[i] >= 0),
            (float)Share(said, i => parts.Labels[i] is SpeechLabels.Content or SpeechLabels.Content + 1),
            (float)Share(said, i => first[i] is SpeechLabels.Content or SpeechLabels.Content + 1),
            Agrees(first, parts.Labels, whole),
            said.Agreement,
            said.Content.Count,
            length,
            begins == "that" ? 1
            : begins == "to" ? 2
            : 0,
            said.Cue is { } cue ? cue.Length : 0,
            said.Cue is { } cued ? Likelihood(words, cued, likelihood) : -1,
            said.Cue is { } told ? Agrees(first, parts.Labels, told) : -1,
            said.Word is null ? 0 : (float)said.Word.Sense,
            said.Negated ? 1 : 0,
            said.Source is { } source ? source.Length : 0,
            said.Source is { } speaker ? Agrees(first, parts.Labels, speaker) : -1,
            said.Source is { } labelled && parts.Labels[labelled.First] == SpeechLabels.Source ? 1 : 0,
            said.Antecedent is null ? 0 : 1,
            Distance(said.Cue, said.Source),
            Distance(said.Cue, said.Content[0]),
            Distance(said.Cue, said.Content[^1]),
            parts.PartsWithin(sentence.First, sentence.Last),
            sentence.Last - sentence.First,
            said.Source is { } at && words[at.Last - 1].IsCapital ? 1 : 0,
            contents.Average(),
            contents.Min(),
            Of(likely, whole.First, SpeechLabels.Content),
            Least(likely, said.Cue, SpeechLabels.Cue),
            Least(likely, said.Source, SpeechLabels.Source),
            Most(likely, said.Cue, SpeechLabels.Cue),
            Most(likely, said.Source, SpeechLabels.Source),
            said.Source is { } who && prose.Tokens[who.First].Lower is "he" or "she" ? 1 : 0,
            prose.SentenceOf[whole.First] == 0 ? 0
            : prose.Sentences[prose.SentenceOf[whole.First]].Paragraph == 0 ? 1
            : 2,
            whole.Last < prose.Tokens.Count ? Of(likely, whole.Last, SpeechLabels.Content) : 0,
            whole.First > 0 ? Of(likely, whole.First - 1, SpeechLabels.Content) : 0,
            said.Source is { } mine
                ? prose.SentenceOf[mine.First] == 0
                    ? 0
                    : mine.First - prose.Sentences[prose.SentenceOf[mine.First]].First
                : -1,
            Ends(prose, whole),
            prose.Sentences.Count,
            said.Source is { } where ? prose.SentenceOf[whole.First] - prose.SentenceOf[where.First] : 99,
        ];
    }

    private static float Ends(Prose prose, Span whole)
    {
        var sentence = prose.Sentences[prose.SentenceOf[whole.Last - 1]];
        return sentence.Last - whole.Last;
    }

    private static float Of(float[] likely, int token, byte label) =>
        likely[(token * SpeechLabels.Names.Length) + label] + likely[(token * SpeechLabels.Names.Length) + label + 1];

    private static float Least(float[] likely, Span? span, byte label) =>
        span is { } tokens ? Enumerable.Range(tokens.First, tokens.Length).Min(i => Of(likely, i, label)) : -1;

    private static float Most(float[] likely, Span? span, byte label) =>
        span is { } tokens ? Enumerable.Range(tokens.First, tokens.Length).Max(i => Of(likely, i, label)) : -1;

    private static double Share(Attribution said, Func<int, bool> isOne)
    {
        var (ones, all) = (0, 0);
        foreach (var piece in said.Content)
        {
            for (var i = piece.First; i < piece.Last; i++)
            {
                ones += isOne(i) ? 1 : 0;
                all++;
            }
        }
        return (double)ones / all;
    }

    /// <summary>The share of a span's tokens, and one on each side, of which both models say the same.</summary>
    private static float Agrees(byte[] first, byte[] second, Span span)
    {
        var (from, to) = (Math.Max(0, span.First - 1), Math.Min(first.Length, span.Last + 1));
        var same = 0;
        for (var i = from; i < to; i++)
        {
            same += first[i] == second[i] ? 1 : 0;
        }
        return (float)same / (to - from);
    }

    private static float Likelihood(WordFacts[] words, Span cue, Lexicon likelihood)
    {
        var most = 0;
        for (var i = cue.First; i < cue.Last; i++)
        {
            most = Math.Max(most, likelihood.Find(words[i].Lower) is [var steps] ? steps : 0);
        }
        return most;
    }

    /// <summary>Tokens between two spans, negative when the second stands before the first; 99 where one is missing.</summary>
    private static float Distance(Span? one, Span? other) =>
        (one, other) switch
        {
            ({ } from, { } to) => to.First >= from.Last ? to.First - from.Last : to.Last - from.First - 1,
            _ => 99,
        };
}
