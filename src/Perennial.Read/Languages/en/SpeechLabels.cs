using Perennial.Read.Models;

namespace Perennial.Read.Languages.English;

/// <summary>What a token is to a statement: part of its content, of its cue or of its source, or nothing.</summary>
internal static class SpeechLabels
{
    /// <summary>The names of the labels in the models: outside, then beginning and going on of each part.</summary>
    public static string[] Names { get; } = SpanLabels.For(withEnds: false, "content", "cue", "source");

    /// <summary>Nothing.</summary>
    public const byte Outside = 0;

    /// <summary>The first token of a content; the next number goes on with it.</summary>
    public const byte Content = 1;

    /// <summary>The first token of a cue; the next number goes on with it.</summary>
    public const byte Cue = 3;

    /// <summary>The first token of a source; the next number goes on with it.</summary>
    public const byte Source = 5;

    /// <summary>The first token of a content that is a quotation of its own; the next number goes on with it. Only rules tell it apart.</summary>
    public const byte Quotation = 7;

    /// <summary>The labels of a document's tokens, as some statements have them. Cues and sources stand over contents.</summary>
    public static byte[] Of(Prose prose, IReadOnlyList<Attribution> found)
    {
        var labels = new byte[prose.Tokens.Count];
        foreach (var said in found)
        {
            foreach (var span in said.Content)
            {
                Mark(labels, span, said.Quoted ? Quotation : Content);
            }
        }
        foreach (var said in found)
        {
            if (said.Cue is { } cue)
            {
                Mark(labels, cue, Cue);
            }
            if (said.Source is { } source)
            {
                Mark(labels, source, Source);
            }
        }
        return labels;
    }

    /// <summary>Marks a span.</summary>
    public static void Mark(byte[] labels, Span span, byte first)
    {
        for (var i = span.First; i < span.Last; i++)
        {
            labels[i] = i == span.First ? first : (byte)(first + 1);
        }
    }
}
