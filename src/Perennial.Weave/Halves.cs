namespace Perennial.Weave;

/// <summary>Parts the articles of a story in two, as unlike each other as can be.</summary>
internal static class Halves
{
    private const int Rounds = 8;

    /// <summary>The half with the oldest article, and the other, which may be empty.</summary>
    /// <remarks>Two means by cosine, begun from the pair that is least alike.</remarks>
    public static (List<Sketch> Oldest, List<Sketch> Other) Of(IReadOnlyList<Sketch> articles)
    {
        var (one, other) = LeastAlike(articles);
        var isOther = new bool[articles.Count];
        var (ones, others) = (new TermSum(articles[one].All), new TermSum(articles[other].All));
        for (var round = 0; round < Rounds; round++)
        {
            var changed = false;
            for (var i = 0; i < articles.Count; i++)
            {
                var closer =
                    others.Product(articles[i].All) * ones.Length > ones.Product(articles[i].All) * others.Length;
                changed |= closer != isOther[i];
                isOther[i] = closer;
            }
            if (!changed && round > 0)
            {
                break;
            }
            (ones, others) = (new TermSum(Terms.None), new TermSum(Terms.None));
            for (var i = 0; i < articles.Count; i++)
            {
                (isOther[i] ? others : ones).Add(articles[i].All);
            }
        }
        var halves = articles.Index().ToLookup(article => isOther[article.Index], article => article.Item);
        return isOther[0] ? ([.. halves[true]], [.. halves[false]]) : ([.. halves[false]], [.. halves[true]]);
    }

    private static (int, int) LeastAlike(IReadOnlyList<Sketch> articles)
    {
        var (pair, least) = ((0, articles.Count - 1), float.MaxValue);
        for (var i = 0; i < articles.Count; i++)
        {
            for (var j = i + 1; j < articles.Count; j++)
            {
                var cosine = articles[i].All.Cosine(articles[j].All);
                if (cosine < least)
                {
                    (pair, least) = ((i, j), cosine);
                }
            }
        }
        return pair;
    }
}
