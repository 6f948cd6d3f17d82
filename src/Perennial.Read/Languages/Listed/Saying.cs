namespace Perennial.Read.Languages.Listed;

/// <summary>A statement in the making: content, cue and source as tokens, before anybody is named.</summary>
internal sealed class Saying
{
    /// <summary>The pieces of what is said, in order.</summary>
    public List<Span> Content { get; } = [];

    /// <summary>The attributing words; <see langword="null"/> where there are none.</summary>
    public Span? Cue { get; set; }

    /// <summary>The verb that attributes, if it is one.</summary>
    public SpeechVerb? Verb { get; set; }

    /// <summary>The whole noun phrase that speaks.</summary>
    public Span? Source { get; set; }

    /// <summary>Whoever spoke before goes on, or is meant without a word: "añadió".</summary>
    public bool SameAsBefore { get; set; }

    /// <summary>Whom they told.</summary>
    public Span? Told { get; set; }

    /// <summary>How it is said.</summary>
    public Stance Stance { get; set; }

    /// <summary>Whether it is speech in marks of its own or after a dash.</summary>
    public bool IsQuoted { get; set; }

    /// <summary>Whether it names what somebody thinks of a thing, in the reporter's words: "lobte die Helfer".</summary>
    public bool IsAttitude { get; set; }

    /// <summary>The paragraph of its last piece.</summary>
    public int LastParagraph { get; set; }

    /// <summary>Where it ends, attribution included.</summary>
    public int EndToken { get; set; }
}
