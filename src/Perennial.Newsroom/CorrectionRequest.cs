namespace Perennial.Newsroom;

/// <summary>What an editor wants to be corrected, as a form or the API gives it; what is not needed stays <see langword="null"/>.</summary>
/// <param name="What">The correction's name in the ledger: <c>speaker</c>, <c>no-statement</c>, <c>stance</c>, …</param>
/// <param name="Statement">The id of the statement.</param>
/// <param name="Entity">The name of the entity in the document.</param>
/// <param name="Other">The name of another entity of the document, or the id of another known entity.</param>
/// <param name="Name">The right name.</param>
/// <param name="Kind">What sort of speaker or entity.</param>
/// <param name="Role">The speaker's role.</param>
/// <param name="Stance">How it is said.</param>
/// <param name="Allegation">What it alleges.</param>
/// <param name="Mentions">The mentions that are of the other.</param>
/// <param name="Act">The position of an earlier correction.</param>
/// <param name="Articles">The ids of articles.</param>
/// <param name="Into">The id of a known entity.</param>
public sealed record CorrectionRequest(
    string? What,
    string? Statement = null,
    string? Entity = null,
    string? Other = null,
    string? Name = null,
    string? Kind = null,
    string? Role = null,
    string? Stance = null,
    string? Allegation = null,
    IReadOnlyList<MentionAnchor>? Mentions = null,
    long? Act = null,
    IReadOnlyList<string>? Articles = null,
    string? Into = null
);

/// <summary>What became of a request.</summary>
/// <param name="Position">The position of the correction; <see langword="null"/> when it was refused.</param>
/// <param name="Refusal">Why it was refused, in one line.</param>
/// <param name="Entity">The id of the entity that mentions were moved to.</param>
public sealed record CorrectionOutcome(long? Position, string? Refusal, string? Entity = null);

/// <summary>That a request can't be taken as it is; the message is one line for whoever sent it.</summary>
internal sealed class RefusedCorrection(string message) : Exception(message);
