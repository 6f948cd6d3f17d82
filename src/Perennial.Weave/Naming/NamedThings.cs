using Perennial.Weave.Stories;

namespace Perennial.Weave.Naming;

/// <summary>Who and what a story's articles name, by how many origins do.</summary>
internal sealed class NamedThings
{
    private const int MostOfAKind = 8;

    // What one article of many names is its own affair.
    private const int ManyOrigins = 3;

    private readonly Dictionary<string, NamedThing> known = new(StringComparer.Ordinal);
    private readonly HashSet<string> outlets = new(StringComparer.Ordinal);
    private int origins;

    /// <summary>Takes in an article that is no echo.</summary>
    public void Add(StoryArticle article)
    {
        origins++;
        if (article.Article.SiteName is { } outlet)
        {
            outlets.Add(outlet);
        }
        foreach (var entity in article.Article.Entities.Where(Counts))
        {
            // One name is one thing, whatever a single reading takes it for.
            var key = StatementId.WordsOf(entity.Name);
            (known.TryGetValue(key, out var thing) ? thing : known[key] = new NamedThing(article)).Add(article, entity);
        }
    }

    /// <summary>People first, then organisations, then places; of each those that most origins name.</summary>
    public IReadOnlyList<NamedThing> Most()
    {
        var fewest = origins >= ManyOrigins ? 2 : 1;
        return
        [
            .. known
                .Values.Where(thing => thing.Origins >= fewest && !IsOutlet(thing))
                .OrderByDescending(thing => thing.Origins)
                .ThenByDescending(thing => thing.InHeadlines)
                .ThenBy(thing => thing.First.At)
                .ThenBy(thing => thing.Name, StringComparer.Ordinal)
                .GroupBy(thing => thing.Kind)
                .OrderBy(kind => kind.Key)
                .SelectMany(kind => kind.Take(MostOfAKind)),
        ];
    }

    private bool IsOutlet(NamedThing thing) =>
        thing.Kind == EntityKind.Organisation && outlets.Any(outlet => Trails.Names.AreOneOutlet(outlet, thing.Name));

    // A surname alone is anybody's.
    private static bool Counts(Entity entity) =>
        entity.Mentions.Count > 0
        && (
            entity.Kind is EntityKind.Organisation or EntityKind.Place
            || (entity.Kind == EntityKind.Person && entity.Name.Contains(' ', StringComparison.Ordinal))
        );
}

/// <summary>Something that articles name.</summary>
/// <param name="first">The article that named it first.</param>
internal sealed class NamedThing(StoryArticle first)
{
    private readonly List<(StoryArticle Article, Entity Entity)> places = [];
    private readonly HashSet<string> headlines = new(StringComparer.Ordinal);

    /// <summary>The article that named it first.</summary>
    public StoryArticle First => first;

    /// <summary>What most readings take it for.</summary>
    public EntityKind Kind => places.GroupBy(place => place.Entity.Kind).MaxBy(same => same.Count())!.Key;

    /// <summary>Its name, as most write it: a dateline shouts.</summary>
    public string Name => Form.Entity.Name;

    /// <summary>How many origins name it.</summary>
    public int Origins { get; private set; }

    /// <summary>In how many headlines it stands.</summary>
    public int InHeadlines => headlines.Count;

    private (StoryArticle Article, Entity Entity) Form =>
        places
            .Where(place => place.Entity.Kind == Kind)
            .GroupBy(place => place.Entity.Name, StringComparer.Ordinal)
            .OrderByDescending(same => same.Count())
            .ThenByDescending(same => same.Key.Any(char.IsLower))
            .First()
            .First();

    /// <summary>Takes in an article that names it.</summary>
    public void Add(StoryArticle article, Entity entity)
    {
        // Within one article two entities may have one name.
        Origins += places is [.., var last] && last.Article.Id == article.Id ? 0 : 1;
        places.Add((article, entity));
        if (article.Article.Title?.Contains(entity.Name, StringComparison.OrdinalIgnoreCase) == true)
        {
            headlines.Add(article.Id);
        }
    }

    /// <summary>Where it is named.</summary>
    public StoryEntity ToEntity() => new(Form.Article.Id, Form.Article.Read, Form.Entity.Id, Kind, Origins);
}
