namespace Perennial;

/// <summary>Which statement of an article is meant, so that it is found again in another reading or another capture.</summary>
/// <param name="Id">Its id in the reading that was looked at.</param>
/// <param name="Words">Its words, as <see cref="StatementId.WordsOf"/> gives them.</param>
/// <param name="Nth">Which it was, from 1, of the statements with these words; several where one id is said twice.</param>
/// <param name="Of">How many statements had these words.</param>
/// <param name="Beside">The ids of the others with these words: the same words, said by somebody else.</param>
public sealed record StatementAnchor(
    string Id,
    string Words,
    IReadOnlyList<int> Nth,
    int Of,
    IReadOnlyList<string> Beside
);
