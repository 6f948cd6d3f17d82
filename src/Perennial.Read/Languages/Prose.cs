using System.Collections.Frozen;

namespace Perennial.Read.Languages;

/// <summary>A run of tokens: a sentence or a paragraph.</summary>
/// <param name="First">Its first token.</param>
/// <param name="Last">The token after its last.</param>
/// <param name="Paragraph">The number of its paragraph.</param>
[System.Runtime.InteropServices.StructLayout(System.Runtime.InteropServices.LayoutKind.Auto)]
internal readonly record struct Run(int First, int Last, int Paragraph);

/// <summary>A text in tokens, sentences, paragraphs and quotations: what every step of reading looks at.</summary>
internal sealed class Prose
{
    private Prose(
        string text,
        List<Token> tokens,
        List<Run> paragraphs,
        List<Run> sentences,
        List<Quotation> quotations
    )
    {
        Text = text;
        Tokens = tokens;
        Paragraphs = paragraphs;
        Sentences = sentences;
        Quotations = quotations;
        SentenceOf = new int[tokens.Count];
        QuotationOf = new int[tokens.Count];
        Array.Fill(QuotationOf, -1);
        for (var s = 0; s < sentences.Count; s++)
        {
            Array.Fill(SentenceOf, s, sentences[s].First, sentences[s].Last - sentences[s].First);
        }
        for (var q = 0; q < quotations.Count; q++)
        {
            Array.Fill(QuotationOf, q, quotations[q].First, quotations[q].Last - quotations[q].First);
        }
    }

    public string Text { get; }

    public IReadOnlyList<Token> Tokens { get; }

    public IReadOnlyList<Run> Paragraphs { get; }

    public IReadOnlyList<Run> Sentences { get; }

    public IReadOnlyList<Quotation> Quotations { get; }

    /// <summary>For each token the number of its sentence.</summary>
    public int[] SentenceOf { get; }

    /// <summary>For each token the number of the quotation it stands in (marks included), or -1.</summary>
    public int[] QuotationOf { get; }

    /// <summary>Cuts a text.</summary>
    /// <param name="text">The text; every line is a paragraph.</param>
    /// <param name="abbreviations">Words whose point does not end a sentence, as written, without the point.</param>
    public static Prose Of(string text, FrozenSet<string> abbreviations) =>
        Of(text, new Writing { Abbreviations = abbreviations });

    /// <summary>Cuts a text.</summary>
    /// <param name="text">The text; every line is a paragraph.</param>
    /// <param name="writing">How its language is written.</param>
    public static Prose Of(string text, Writing writing)
    {
        var tokens = new List<Token>(text.Length / 4);
        var paragraphs = new List<Run>();
        var sentences = new List<Run>();
        var quotations = new List<Quotation>();
        foreach (var block in Read.Paragraphs.Of(text))
        {
            var first = tokens.Count;
            Languages.Tokens.AddTo(tokens, text, block.Start!.Value, block.End!.Value, writing);
            if (tokens.Count > first)
            {
                var paragraph = new Run(first, tokens.Count, paragraphs.Count);
                paragraphs.Add(paragraph);
                sentences.AddRange(Languages.Sentences.Of(tokens, paragraph, writing));
                quotations.AddRange(QuotationMarks.Of(tokens, first, tokens.Count, paragraph.Paragraph));
            }
        }
        return new Prose(text, tokens, paragraphs, sentences, quotations);
    }

    /// <summary>The passage from one token up to another.</summary>
    public Passage Passage(int first, int last) =>
        Perennial.Passage.Of(Text, Tokens[first].Start, Tokens[last - 1].End);

    /// <summary>The text from one token up to another.</summary>
    public string Slice(int first, int last) => Text[Tokens[first].Start..Tokens[last - 1].End];
}
