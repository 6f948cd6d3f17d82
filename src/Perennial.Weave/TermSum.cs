namespace Perennial.Weave;

/// <summary>The sum of the terms of several articles.</summary>
internal sealed class TermSum
{
    private readonly Dictionary<uint, float> sum;
    private double squares;

    /// <summary>The terms of one article.</summary>
    public TermSum(Terms terms)
    {
        sum = new Dictionary<uint, float>(terms.Keys.Length);
        Add(terms);
    }

    /// <summary>The length of the sum.</summary>
    public float Length => squares > 1e-9 ? (float)Math.Sqrt(squares) : 0;

    /// <summary>The words' numbers.</summary>
    public IReadOnlyCollection<uint> Keys => sum.Keys;

    /// <summary>The weight of a word, 0 for a word that none has.</summary>
    public float this[uint term] => sum.GetValueOrDefault(term);

    /// <summary>The words that weigh most, the heaviest first.</summary>
    public IEnumerable<(uint Term, float Weight)> Heaviest(int most)
    {
        // The lightest of those kept is on top; a long story has thousands of words.
        var kept = new PriorityQueue<uint, (float Weight, uint Term)>(most);
        foreach (var (term, weight) in sum)
        {
            if (kept.Count < most)
            {
                kept.Enqueue(term, (weight, term));
            }
            else
            {
                kept.EnqueueDequeue(term, (weight, term));
            }
        }
        return kept
            .UnorderedItems.Select(item => (item.Element, item.Priority.Weight))
            .OrderByDescending(word => word.Weight)
            .ThenByDescending(word => word.Element);
    }

    /// <summary>Adds an article's terms.</summary>
    public void Add(Terms terms)
    {
        squares += (2 * Product(terms)) + (terms.IsEmpty ? 0 : 1);
        for (var i = 0; i < terms.Keys.Length; i++)
        {
            System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(sum, terms.Keys[i], out _) +=
                terms.Weights[i];
        }
    }

    /// <summary>Takes an article's terms away again.</summary>
    public void Remove(Terms terms)
    {
        squares += (terms.IsEmpty ? 0 : 1) - (2 * Product(terms));
        for (var i = 0; i < terms.Keys.Length; i++)
        {
            var left = sum[terms.Keys[i]] - terms.Weights[i];
            if (left > 1e-5f)
            {
                sum[terms.Keys[i]] = left;
            }
            else
            {
                sum.Remove(terms.Keys[i]);
            }
        }
    }

    /// <summary>The sum of what each article's cosine with these terms is.</summary>
    public float Product(Terms terms)
    {
        float product = 0;
        for (var i = 0; i < terms.Keys.Length; i++)
        {
            product += terms.Weights[i] * sum.GetValueOrDefault(terms.Keys[i]);
        }
        return product;
    }

    /// <summary>The cosine of two sums.</summary>
    public float Cosine(TermSum other)
    {
        var lengths = Length * other.Length;
        return lengths > 0 ? Product(other) / lengths : 0;
    }

    /// <summary>The sum of the cosines of all pairs.</summary>
    public float Product(TermSum other)
    {
        var (small, large) = sum.Count < other.sum.Count ? (sum, other.sum) : (other.sum, sum);
        float product = 0;
        foreach (var (term, weight) in small)
        {
            product += weight * large.GetValueOrDefault(term);
        }
        return product;
    }
}
