namespace Perennial.Weave;

/// <summary>Finds what an article repeats of those before it: the whole text, parts of it, or only a quotation.</summary>
/// <remarks>
/// Quotations are set aside before texts are compared: two reporters who quote the same long sentence have not copied
/// each other. Containment alone mistakes such articles for reprints (21 of 54 in the pairs studied).
/// </remarks>
internal sealed class EchoFinder
{
    // Jaccard of 3-word runs: real reprints have about 30 %, other outlets on the same event below 5 %.
    private const double CopyJaccard = 0.30;
    private const double CopyContainment = 0.60;
    private const double RewriteJaccard = 0.10;
    private const double RewriteContainment = 0.28;

    // A text so many times as long as an earlier one says more than it repeats: a report that grew out of a flash.
    private const int MuchLonger = 2;

    // So many runs of three in common are a passage of about fifty words.
    private const int ExcerptShingles = 45;

    // Below this an item is a headline with a line of text: its headline counts too.
    private const int ShortText = 60;
    private const int LeastSampleShared = 3;
    private const int LeastShingles = 12;

    // Of the articles with one run of words the earliest are looked at: a reprint leads to the earliest, and a standing phrase of an
    // outlet must not cost more from day to day.
    private const int MostPostings = 16;

    private static readonly TimeSpan Window = TimeSpan.FromDays(14);

    // Nearly every run of words stands in one article only: a list for each would take most of the memory.
    private readonly Dictionary<ulong, Known> samples = [];
    private readonly Dictionary<ulong, List<Known>> sharedSamples = [];
    private readonly Dictionary<ulong, (string Of, DateTimeOffset At)> quotations = [];
    private readonly Queue<Known> byAge = new();

    /// <summary>What an article repeats, and the quotations that it shares with others. Nothing is changed.</summary>
    public EchoLook Look(WovenArticle article)
    {
        var (own, quoted) = QuotedText.Of(article.Text);
        var shingles = ShinglesOf(article, own);
        var echo = Best(article.Source, shingles);
        var texts = article.Quotations.Count > 0 ? article.Quotations : quoted;
        var keys = texts.Select(Key).ToArray();
        var shared = texts
            .Select((text, i) => (Text: text, Known: quotations.GetValueOrDefault(keys[i])))
            .Where(pair => pair.Known.Of is { } of && of != echo?.Of && of != article.Id)
            .Select(pair => new SharedQuotation(pair.Known.Of, pair.Text));
        return new EchoLook(echo, [.. shared], shingles, keys);
    }

    /// <summary>Takes an article in, and forgets what is older than the window.</summary>
    /// <param name="article">The article.</param>
    /// <param name="look">What was seen when it was looked at.</param>
    /// <param name="at">When it came.</param>
    public void Remember(WovenArticle article, EchoLook look, DateTimeOffset at)
    {
        if (look.Shingles is not { } shingles)
        {
            return;
        }
        var earliest = look.Echo is { Relation: not EchoRelation.Excerpt } echo ? echo.Of : article.Id;
        var known = new Known(article.Id, article.Source, earliest, shingles, look.QuotationKeys, at);
        foreach (var hash in shingles.Sample)
        {
            if (!samples.TryAdd(hash, known))
            {
                if (!sharedSamples.TryGetValue(hash, out var with))
                {
                    sharedSamples.Add(hash, with = []);
                }
                with.Add(known);
            }
        }
        foreach (var key in look.QuotationKeys)
        {
            quotations.TryAdd(key, (article.Id, at));
        }
        byAge.Enqueue(known);
        Forget(at);
    }

    private Echo? Best(string? source, Shingles shingles)
    {
        if (shingles.Hashes.Length < LeastShingles)
        {
            return null;
        }
        var candidates = new Dictionary<Known, int>();
        foreach (var hash in shingles.Sample)
        {
            if (!samples.TryGetValue(hash, out var first))
            {
                continue;
            }
            candidates[first] = candidates.GetValueOrDefault(first) + 1;
            foreach (var known in (sharedSamples.GetValueOrDefault(hash) ?? []).Take(MostPostings))
            {
                candidates[known] = candidates.GetValueOrDefault(known) + 1;
            }
        }
        return candidates
            .Where(pair => pair.Value >= LeastSampleShared)
            .Select(pair => Compare(source, shingles, pair.Key))
            .OfType<Echo>()
            .OrderByDescending(echo => echo.Relation != EchoRelation.Excerpt)
            .ThenByDescending(echo => echo.Similarity)
            .ThenBy(echo => echo.Of, StringComparer.Ordinal)
            .FirstOrDefault();
    }

    private static Echo? Compare(string? source, Shingles article, Known known)
    {
        var shared = article.Shared(known.Shingles);
        if (known.Shingles.Hashes.Length < LeastShingles)
        {
            return null;
        }
        var jaccard = (double)shared / (article.Hashes.Length + known.Shingles.Hashes.Length - shared);
        // Of the later text: a long report that takes in an early flash whole has words of its own.
        var containment = (double)shared / article.Hashes.Length;
        var addsMore = article.WordCount > known.Shingles.WordCount * MuchLonger;
        EchoRelation? relation =
            addsMore ? (shared >= ExcerptShingles ? EchoRelation.Excerpt : null)
            : jaccard >= CopyJaccard || containment >= CopyContainment ? EchoRelation.Copy
            : jaccard >= RewriteJaccard || containment >= RewriteContainment ? EchoRelation.Rewrite
            : shared >= ExcerptShingles ? EchoRelation.Excerpt
            : null;
        // An outlet that carries its own background forward echoes nobody; only the whole text again is a copy.
        if (relation is not EchoRelation.Copy && source is not null && source == known.Source)
        {
            return null;
        }
        return relation is { } found ? new Echo(known.Earliest, found, Math.Max(jaccard, containment)) : null;
    }

    private void Forget(DateTimeOffset now)
    {
        while (byAge.TryPeek(out var oldest) && oldest.At < now - Window)
        {
            byAge.Dequeue();
            foreach (var hash in oldest.Shingles.Sample)
            {
                Forget(hash, oldest);
            }
            foreach (var key in oldest.Quotations)
            {
                if (quotations.TryGetValue(key, out var carrier) && carrier.Of == oldest.Id)
                {
                    quotations.Remove(key);
                }
            }
        }
    }

    private void Forget(ulong hash, Known known)
    {
        var others = sharedSamples.GetValueOrDefault(hash);
        if (others is not null && samples[hash] != known)
        {
            others.Remove(known);
        }
        else if (others is [var next, ..])
        {
            samples[hash] = next;
            others.RemoveAt(0);
        }
        else
        {
            samples.Remove(hash);
        }
        if (others is { Count: 0 })
        {
            sharedSamples.Remove(hash);
        }
    }

    private static Shingles ShinglesOf(WovenArticle article, string own)
    {
        var shingles = Shingles.Of(own);
        return shingles.WordCount < ShortText ? Shingles.Of(article.Title + "\n" + own) : shingles;
    }

    private static ulong Key(string quotation) =>
        Words.Of(quotation).Aggregate(Fnv1a.Start, (key, word) => Fnv1a.Add(Fnv1a.Add(key, word.Text), " "));

    private sealed record Known(
        string Id,
        string? Source,
        string Earliest,
        Shingles Shingles,
        IReadOnlyList<ulong> Quotations,
        DateTimeOffset At
    )
    {
        public bool Equals(Known? other) => ReferenceEquals(this, other);

        public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);
    }
}

/// <summary>What was seen of an article when it was compared with those before it.</summary>
/// <param name="Echo">What it repeats.</param>
/// <param name="Quotations">The quotations that it shares.</param>
/// <param name="Shingles">Its runs of words; <see langword="null"/> when it was not compared.</param>
/// <param name="QuotationKeys">The numbers of its quotations.</param>
internal sealed record EchoLook(
    Echo? Echo,
    IReadOnlyList<SharedQuotation> Quotations,
    Shingles? Shingles,
    IReadOnlyList<ulong> QuotationKeys
)
{
    /// <summary>It was not compared.</summary>
    public static readonly EchoLook None = new(null, [], null, []);
}
