namespace Perennial.Read.Languages.Listed;

/// <summary>A verb of speech where it stands.</summary>
/// <param name="First">The first token of the verb group, with auxiliaries and the short words before it.</param>
/// <param name="Head">The verb's own token.</param>
/// <param name="Last">The token after the group.</param>
/// <param name="Tail">The token of the particle or participle that closes the clause, or -1.</param>
/// <param name="Verb">The verb.</param>
/// <param name="Stance">How it says what follows.</param>
/// <param name="Subject">A pronoun that hangs on the verb: "a-t-il dit"; -1 for none.</param>
internal sealed record VerbSite(int First, int Head, int Last, int Tail, SpeechVerb Verb, Stance Stance, int Subject)
{
    /// <summary>Whether nobody is named as its subject: "wurde mitgeteilt".</summary>
    public bool IsPassive { get; init; }
}
