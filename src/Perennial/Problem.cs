namespace Perennial;

/// <summary>Why a document, a feed or a page could not be read; an expected outcome, not an exception.</summary>
/// <param name="Code">A short stable word for programs: <c>empty</c>, <c>binary</c>, <c>too-large</c>, <c>not-found</c>, …</param>
/// <param name="Message">One line for a person: what is wrong and, where possible, what to do.</param>
public sealed record Problem(string Code, string Message);
