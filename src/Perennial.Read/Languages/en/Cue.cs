namespace Perennial.Read.Languages.English;

/// <summary>What may follow an attributing word.</summary>
[Flags]
internal enum CueSense
{
    None = 0,

    /// <summary>A clause, with or without "that", or a quotation: said, argued.</summary>
    Clause = 1,

    /// <summary>A clause only after "that": knows, decided.</summary>
    That = 2,

    /// <summary>"to" and a verb: wants, vowed.</summary>
    Infinitive = 4,

    /// <summary>A thing: supports, criticised.</summary>
    Object = 8,

    /// <summary>First somebody, then a clause: told, warned.</summary>
    Addressee = 16,
}

/// <summary>The form of a verb.</summary>
[Flags]
internal enum VerbForm
{
    None = 0,
    Base = 1,
    Third = 2,
    Past = 4,
    Participle = 8,
    Ing = 16,
}

/// <summary>An attributing word in one of its forms.</summary>
/// <param name="Lemma">The word in its plain form: "say", "call for".</param>
/// <param name="Form">Which forms the spelling can be.</param>
/// <param name="Sense">What may follow.</param>
/// <param name="Stance">How what follows is said.</param>
/// <param name="NounToo">Whether the spelling is as often a noun ("claims", "plan").</param>
internal sealed record Cue(string Lemma, VerbForm Form, CueSense Sense, Stance Stance, bool NounToo);
