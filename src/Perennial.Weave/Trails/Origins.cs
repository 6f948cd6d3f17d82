namespace Perennial.Weave.Trails;

/// <summary>How many independent origins a quotation has: what is left when those that have it from others are folded.</summary>
internal static class Origins
{
    /// <summary>The number of each carrier's origin, from 1; <see langword="null"/> for what came from a carrier that nobody named.</summary>
    public static IReadOnlyList<int?> Of(IReadOnlyList<Carriage> carriers, IReadOnlyList<Provenance> provenances)
    {
        var folded = Enumerable.Range(0, carriers.Count).ToArray();
        for (var i = 0; i < carriers.Count; i++)
        {
            for (var j = 0; j < i; j++)
            {
                if (HaveOneOrigin(i, j) || HaveOneOrigin(j, i))
                {
                    folded[Root(i)] = Root(j);
                }
            }
        }
        var numbers = new Dictionary<int, int>();
        var origins = new int?[carriers.Count];
        for (var i = 0; i < carriers.Count; i++)
        {
            if (
                provenances[i].Relation != TrailRelation.Unnamed
                || Enumerable.Range(0, carriers.Count).Any(j => j != i && Root(j) == Root(i))
            )
            {
                numbers.TryAdd(Root(i), numbers.Count + 1);
                origins[i] = numbers[Root(i)];
            }
        }
        // Somebody said it, even if every carrier has it from nobody knows whom.
        return numbers.Count > 0 ? origins : [.. origins.Select(_ => (int?)1)];

        bool HaveOneOrigin(int one, int other) =>
            ReferenceEquals(provenances[one].From, carriers[other])
            || Names.AreOneOutlet(carriers[one].Article.Outlet, carriers[other].Article.Outlet)
            // The carrier that both name was not seen here, and is one all the same.
            || (
                IsFromElsewhere(one)
                && IsFromElsewhere(other)
                && Names.AreOneOutlet(provenances[one].By, provenances[other].By)
            )
            || (
                carriers[one].Echo is { Relation: EchoRelation.Copy or EchoRelation.Rewrite } echo
                && (echo.Of == carriers[other].Article.Id || echo.Of == carriers[other].Echo?.Of)
            );

        bool IsFromElsewhere(int i) =>
            provenances[i]
                is { Relation: TrailRelation.ByWayOf or TrailRelation.Agency or TrailRelation.Echo, By: not null };

        int Root(int i)
        {
            while (folded[i] != i)
            {
                i = folded[i];
            }
            return i;
        }
    }
}
