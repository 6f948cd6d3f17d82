namespace Perennial.Read.Languages.Listed;

/// <summary>What may follow a verb of speech.</summary>
[Flags]
internal enum Follows
{
    /// <summary>Nothing that would be a statement.</summary>
    None = 0,

    /// <summary>A quotation or a clause: "sagte, dass", "a dit que".</summary>
    Clause = 1,

    /// <summary>A clause with an infinitive: "versprach zu", "promet de".</summary>
    Infinitive = 2,

    /// <summary>A thing: "lobte die Helfer".</summary>
    Thing = 4,
}

/// <summary>Which part of a verb a form is.</summary>
internal enum VerbPart
{
    /// <summary>A form with a subject of its own.</summary>
    Finite,

    /// <summary>A form that needs an auxiliary.</summary>
    Participle,
}

/// <summary>A verb that attributes.</summary>
/// <param name="Lemma">Its plain form.</param>
/// <param name="Follows">What may follow it.</param>
/// <param name="Stance">How what follows is said.</param>
/// <param name="Holds">Whether it holds an opinion: not to hold it is to deny.</param>
/// <param name="Particle">The word that is split off its finite forms in a main clause, as in "teilte … mit".</param>
internal sealed record SpeechVerb(string Lemma, Follows Follows, Stance Stance, bool Holds, string? Particle);

/// <summary>A form of a verb of speech.</summary>
/// <param name="Verb">The verb.</param>
/// <param name="Part">Which part of it.</param>
/// <param name="IsSplit">Whether the verb's particle must stand elsewhere in the clause.</param>
/// <param name="IsConditional">Whether the form itself doubts: "affirmerait".</param>
internal sealed record VerbForm(SpeechVerb Verb, VerbPart Part, bool IsSplit, bool IsConditional);
