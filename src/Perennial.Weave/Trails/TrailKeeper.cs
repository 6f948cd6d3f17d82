namespace Perennial.Weave.Trails;

/// <summary>
/// Follows quotations on their way through articles, as those arrive, change and go. Pure and deterministic but for the ids,
/// which come from outside.
/// </summary>
/// <param name="newId">Makes the id of a trail that begins.</param>
public sealed class TrailKeeper(Func<string> newId)
{
    // A quotation that nobody carried for so long is forgotten, and one in the same words begins anew; sooner where there
    // are more of them than a server's memory should hold (about 3 kB each).
    private static readonly TimeSpan Memory = TimeSpan.FromDays(30);
    private const int MostGroups = 100_000;

    private readonly QuotationIndex index = new();
    private readonly Dictionary<string, List<(QuotationGroup Group, Carriage Carriage)>> articles = new(
        StringComparer.Ordinal
    );
    private readonly PriorityQueue<QuotationGroup, (DateTimeOffset Newest, long Number)> byAge = new();
    private readonly HashSet<QuotationGroup> merged = [];
    private readonly HashSet<string> outlets = new(StringComparer.Ordinal);
    private DateTimeOffset now = DateTimeOffset.MinValue + Memory;
    private long groups;
    private int alive;

    /// <summary>Takes in a reading of an article, the first or a later one.</summary>
    /// <param name="article">Its quotations.</param>
    /// <param name="echo">The article that it was found to repeat; <see langword="null"/> when none was.</param>
    /// <returns>The trails that are new or have changed.</returns>
    public IReadOnlyList<KnownTrail> Take(CarryingArticle article, (string Of, EchoRelation Relation)? echo = null)
    {
        var touched = TakeOut(article.Id);
        touched.UnionWith(PutIn(article, echo));
        return Said(touched);
    }

    /// <summary>Learns that an article repeats another.</summary>
    /// <returns>The trails that have changed.</returns>
    public IReadOnlyList<KnownTrail> Repeats(string article, string of, EchoRelation relation)
    {
        if (!articles.TryGetValue(article, out var carried))
        {
            return [];
        }
        foreach (var (_, carriage) in carried)
        {
            carriage.Echo = (of, relation);
        }
        return Said([.. carried.Select(pair => pair.Group)]);
    }

    /// <summary>Forgets an article that is gone.</summary>
    /// <returns>The trails that have changed.</returns>
    public IReadOnlyList<KnownTrail> Lose(string article)
    {
        return Said(TakeOut(article));
    }

    /// <summary>Takes in, after a restart, an article that was taken in before; nothing is said about it again.</summary>
    public void Remember(CarryingArticle article, (string Of, EchoRelation Relation)? echo)
    {
        TakeOut(article.Id);
        PutIn(article, echo);
    }

    /// <summary>Learns, after all articles, what was said of a trail last.</summary>
    public void Remember(KnownTrail trail)
    {
        var statements = trail.Carriers.Select(carrier => carrier.Statement).ToHashSet(StringComparer.Ordinal);
        List<QuotationGroup> holding =
        [
            .. trail
                .Carriers.SelectMany(carrier => articles.GetValueOrDefault(carrier.Article) ?? [])
                .Where(pair => statements.Contains(pair.Carriage.Quotation.Id))
                .Select(pair => pair.Group)
                .Distinct()
                .OrderBy(group => group.Number),
        ];
        if (holding is not [var first, .. var others])
        {
            return;
        }
        // What joined two of them has been forgotten meanwhile; a trail stays one.
        foreach (var other in others)
        {
            Merge(first, other);
        }
        first.Trail = trail.Id;
        first.Said = trail.Carriers;
    }

    private HashSet<QuotationGroup> PutIn(CarryingArticle article, (string Of, EchoRelation Relation)? echo)
    {
        now = article.At > now ? article.At : now;
        Forget();
        if (article.Outlet is { } outlet)
        {
            outlets.Add(outlet);
        }
        var touched = new HashSet<QuotationGroup>();
        if (article.Quotations.Count == 0)
        {
            return touched;
        }
        var carried = articles[article.Id] = [];
        foreach (var quotation in article.Quotations)
        {
            var carriage = new Carriage(article, quotation) { Echo = echo };
            if (carriage.Words.Count >= 3 && GroupFor(carriage) is { } group)
            {
                index.Add(group, carriage);
                group.Newest = now;
                byAge.Enqueue(group, (now, group.Number));
                carried.Add((group, carriage));
                touched.Add(group);
            }
        }
        return touched;
    }

    /// <summary>The group of a quotation, a new one when nobody has it; <see langword="null"/> when there is no room.</summary>
    private QuotationGroup? GroupFor(Carriage carriage)
    {
        List<QuotationGroup> same =
        [
            .. index
                .Like(carriage.Words)
                .Where(group => group.Forms().Any(form => carriage.ComparedWith(form) is not null))
                .OrderBy(group => group.Trail is null)
                .ThenBy(group => group.Number),
        ];
        if (same is not [var first, .. var others])
        {
            alive++;
            return new QuotationGroup(++groups);
        }
        foreach (
            var other in others.Where(other => first.Members.Count + other.Members.Count < QuotationGroup.MostCarriers)
        )
        {
            Merge(first, other);
        }
        return first.Members.Count < QuotationGroup.MostCarriers ? first : null;
    }

    /// <summary>A fuller quotation joins two that share no words: both are parts of it.</summary>
    private void Merge(QuotationGroup group, QuotationGroup other)
    {
        foreach (var carriage in other.Members.ToList())
        {
            Remove(other, carriage);
            index.Add(group, carriage);
            if (articles.TryGetValue(carriage.Article.Id, out var carried))
            {
                carried[carried.FindIndex(pair => ReferenceEquals(pair.Carriage, carriage))] = (group, carriage);
            }
        }
        group.Newest = group.Newest > other.Newest ? group.Newest : other.Newest;
        merged.Add(other);
    }

    private HashSet<QuotationGroup> TakeOut(string article)
    {
        var touched = new HashSet<QuotationGroup>();
        if (articles.Remove(article, out var carried))
        {
            foreach (var (group, carriage) in carried)
            {
                Remove(group, carriage);
                touched.Add(group);
            }
        }
        return touched;
    }

    private void Remove(QuotationGroup group, Carriage carriage)
    {
        index.Remove(group, carriage);
        alive -= group.Members.Count == 0 ? 1 : 0;
    }

    /// <summary>What there is to say of groups: those that are trails, or were, and are not as they were said to be.</summary>
    private List<KnownTrail> Said(HashSet<QuotationGroup> touched)
    {
        touched.UnionWith(merged);
        merged.Clear();
        var said = new List<KnownTrail>();
        foreach (var group in touched.OrderBy(group => group.Number))
        {
            var carriers = TrailCarriers.Of(group.Members, outlets);
            if (carriers.Count == 0 && group.Said.Count == 0)
            {
                continue;
            }
            if (TrailCarriers.AreTheSame(carriers, group.Said))
            {
                continue;
            }
            group.Trail ??= newId();
            group.Said = carriers;
            said.Add(new KnownTrail(group.Trail, carriers));
        }
        return said;
    }

    private void Forget()
    {
        while (byAge.TryPeek(out var oldest, out var key) && (key.Newest < now - Memory || alive > MostGroups))
        {
            byAge.Dequeue();
            if (oldest.Newest > key.Newest || oldest.Members.Count == 0)
            {
                continue;
            }
            foreach (var carriage in oldest.Members.ToList())
            {
                Remove(oldest, carriage);
                if (articles.TryGetValue(carriage.Article.Id, out var carried))
                {
                    carried.RemoveAll(pair => ReferenceEquals(pair.Carriage, carriage));
                    if (carried.Count == 0)
                    {
                        articles.Remove(carriage.Article.Id);
                    }
                }
            }
        }
    }
}

/// <summary>The way of a quotation as it is known.</summary>
/// <param name="Id">The trail's id.</param>
/// <param name="Carriers">The articles that carry it in order of time; empty when it is no trail any more.</param>
public sealed record KnownTrail(string Id, IReadOnlyList<TrailCarrier> Carriers);
