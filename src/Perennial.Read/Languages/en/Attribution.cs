namespace Perennial.Read.Languages.English;

/// <summary>A statement in the making: content, cue and source as tokens, before anybody is named.</summary>
internal sealed class Attribution
{
    /// <summary>The pieces of what is said, in order.</summary>
    public List<Span> Content { get; } = [];

    /// <summary>The attributing words with their auxiliaries; <see langword="null"/> where there are none.</summary>
    public Span? Cue { get; set; }

    /// <summary>What the attributing word is.</summary>
    public Cue? Word { get; set; }

    /// <summary>The whole noun phrase that speaks.</summary>
    public Span? Source { get; set; }

    /// <summary>For "who" and "which": the noun phrase they stand for.</summary>
    public Span? Antecedent { get; set; }

    /// <summary>Whom they told.</summary>
    public Span? Told { get; set; }

    /// <summary>Whether the telling stands in a sentence that is whole.</summary>
    public bool ToldSure { get; set; } = true;

    /// <summary>Whether the attributing word is negated.</summary>
    public bool Negated { get; set; }

    /// <summary>Whether the content is a quotation of its own, not a clause with a quoted part.</summary>
    public bool Quoted { get; set; }

    /// <summary>Whether rules and tagger found it each on their own.</summary>
    public bool Agreed { get; set; }

    /// <summary>The paragraph of its last piece, for quotations that go on.</summary>
    public int LastParagraph { get; set; }

    /// <summary>Where it ends, attribution included: only quotations may stand between this and one that goes on.</summary>
    public int EndToken { get; set; }
}
