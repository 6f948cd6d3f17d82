namespace Perennial.Read.Linking;

/// <summary>Which of several known entities of one name a document means.</summary>
internal static class Rivals
{
    // So much more has to speak for one than for another that it might be as well.
    private const double Lead = 1.0;

    // Of two organisations or places of one name, the one that so many times more documents name is meant.
    private const int TimesAsMany = 5;

    /// <summary>The one that is meant.</summary>
    /// <param name="entity">The entity of the document.</param>
    /// <param name="alike">Those that it may be, the likeliest first; not empty.</param>
    /// <returns><see langword="null"/> when nothing is sure enough.</returns>
    public static Likeness? Decide(DocumentEntity entity, IReadOnlyList<Likeness> alike)
    {
        var enough = alike
            .Where(likeness =>
                likeness.Score
                >= Needed.For(
                    entity,
                    likeness,
                    isAlone: alike.All(other => likeness.MayBe(other.Known) || IsLesser(entity, other, likeness))
                )
            )
            .ToList();
        if (enough.Count == 0)
        {
            return null;
        }
        // What was not sure to be another goes no further where the first will do.
        var best =
            enough.FirstOrDefault(first =>
                enough[0].Known.Possibly == first.Known.Id && first.Score > enough[0].Score - Lead
            ) ?? enough[0];
        return enough.All(rival => rival.MayBe(best.Known) || IsBehind(entity, rival, best)) ? best : null;
    }

    private static bool IsBehind(DocumentEntity entity, Likeness rival, Likeness best) =>
        rival.Score <= best.Score - Lead || IsLesser(entity, rival, best);

    private static bool IsLesser(DocumentEntity entity, Likeness rival, Likeness best) =>
        entity.Kind != EntityKind.Person && rival.Known.Articles * TimesAsMany <= best.Known.Articles;
}
