namespace Perennial.Weave;

/// <summary>Some articles taken together: one that has just come, a whole story, or a part of one.</summary>
internal sealed class Bundle
{
    // The newest of a story speak for it: a saga's first month must not outweigh today.
    private const int MostMembers = 64;

    // What repeats one of the newest so closely adds nothing to what the story is about: fourteen reprints are one origin.
    private const float Repeats = 0.8f;
    private const int MostCompared = 16;

    private readonly List<Sketch> members = [];
    private readonly Dictionary<string, string> repeats = new(StringComparer.Ordinal);

    /// <summary>A bundle of one article.</summary>
    public Bundle(Sketch first)
    {
        Title = new TermSum(first.Title);
        All = new TermSum(first.All);
        Names = new TermSum(first.Names);
        Numbers = new TermSum(first.Numbers);
        members.Add(first);
        (Oldest, Newest) = (first.At, first.At);
        HeadlinesOnly = first.HeadlineOnly ? 1 : 0;
    }

    /// <summary>A bundle of some articles; there is at least one.</summary>
    public static Bundle Of(IReadOnlyList<Sketch> articles)
    {
        var bundle = new Bundle(articles[0]);
        foreach (var article in articles.Skip(1))
        {
            bundle.Add(article);
        }
        return bundle;
    }

    /// <summary>The words of the headlines.</summary>
    public TermSum Title { get; }

    /// <summary>The words of headlines and leads.</summary>
    public TermSum All { get; }

    /// <summary>The words of names.</summary>
    public TermSum Names { get; }

    /// <summary>The numbers.</summary>
    public TermSum Numbers { get; }

    /// <summary>The newest articles, in order of arrival.</summary>
    public IReadOnlyList<Sketch> Members => members;

    /// <summary>How many articles there are in all.</summary>
    public int Count { get; private set; } = 1;

    /// <summary>How many of the members are nothing but headlines.</summary>
    public int HeadlinesOnly { get; private set; }

    /// <summary>When the first was published.</summary>
    public DateTimeOffset Oldest { get; private set; }

    /// <summary>When the last was published.</summary>
    public DateTimeOffset Newest { get; private set; }

    /// <summary>The ids of its members and of what repeats them.</summary>
    public IEnumerable<string> Ids => members.Select(member => member.Id).Concat(repeats.Keys);

    /// <summary>The articles of both.</summary>
    public Bundle With(Bundle other)
    {
        var both = Of([.. members.Concat(other.members).OrderBy(member => member.At)]);
        both.TakeRepeats(this);
        both.TakeRepeats(other);
        both.Count = Count + other.Count;
        return both;
    }

    /// <summary>Some of these members, with what repeats them; there is at least one.</summary>
    public Bundle Part(IReadOnlyList<Sketch> some)
    {
        var part = Of(some);
        part.TakeRepeats(this);
        part.Count = part.members.Count + part.repeats.Count;
        return part;
    }

    /// <summary>Whether at least half of the newest members have a word.</summary>
    public bool IsCore(uint term)
    {
        var (first, with) = (Math.Max(0, members.Count - MostCompared), 0);
        for (var i = first; i < members.Count; i++)
        {
            with += Array.BinarySearch(members[i].All.Keys, term) >= 0 ? 1 : 0;
        }
        return 2 * with >= members.Count - first;
    }

    /// <summary>Something happened that adds nothing to what the story is about: a live blog went on.</summary>
    public void Touch(DateTimeOffset at) => Newest = at > Newest ? at : Newest;

    /// <summary>Adds an article.</summary>
    public void Add(Sketch article)
    {
        Oldest = article.At < Oldest ? article.At : Oldest;
        Newest = article.At > Newest ? article.At : Newest;
        Count++;
        for (var i = members.Count - 1; i >= Math.Max(0, members.Count - MostCompared); i--)
        {
            if (members[i].All.Cosine(article.All) >= Repeats)
            {
                repeats[article.Id] = members[i].Id;
                return;
            }
        }
        Title.Add(article.Title);
        All.Add(article.All);
        Names.Add(article.Names);
        Numbers.Add(article.Numbers);
        members.Add(article);
        HeadlinesOnly += article.HeadlineOnly ? 1 : 0;
        if (members.Count > MostMembers)
        {
            var eldest = members[0];
            members.RemoveAt(0);
            foreach (var gone in repeats.Where(pair => pair.Value == eldest.Id).Select(pair => pair.Key).ToList())
            {
                repeats.Remove(gone);
            }
            Title.Remove(eldest.Title);
            All.Remove(eldest.All);
            Names.Remove(eldest.Names);
            Numbers.Remove(eldest.Numbers);
            HeadlinesOnly -= eldest.HeadlineOnly ? 1 : 0;
        }
    }

    private void TakeRepeats(Bundle other)
    {
        foreach (var (article, member) in other.repeats)
        {
            // What it repeats may itself have been folded into another.
            var kept = repeats.GetValueOrDefault(member, member);
            if (members.Exists(one => one.Id == kept))
            {
                repeats[article] = kept;
            }
        }
    }
}
