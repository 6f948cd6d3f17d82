using Perennial.Weave.Stories;

namespace Perennial.Weave.Naming;

/// <summary>Who and what a story's articles name, by how many origins do.</summary>
internal static class NamedThings
{
    private const int MostOfAKind = 8;

    // What one article of many names is its own affair.
    private const int ManyOrigins = 3;

    /// <summary>People first, then organisations, then places; of each those that most origins name.</summary>
    /// <param name="origins">The story's articles without echoes, in order of time.</param>
    public static IReadOnlyList<NamedThing> Of(IReadOnlyList<StoryArticle> origins)
    {
        var outlets = origins
            .Select(article => article.Article.SiteName)
            .OfType<string>()
            .Select(StatementId.WordsOf)
            .ToHashSet(StringComparer.Ordinal);
        var known = new Dictionary<(EntityKind, string), NamedThing>();
        foreach (var article in origins)
        {
            foreach (var entity in article.Article.Entities.Where(entity => Counts(entity) && !IsOutlet(entity)))
            {
                var key = (entity.Kind, StatementId.WordsOf(entity.Name));
                (known.TryGetValue(key, out var thing) ? thing : known[key] = new NamedThing(article, entity)).Add(
                    article,
                    entity
                );
            }
        }
        var fewest = origins.Count >= ManyOrigins ? 2 : 1;
        return
        [
            .. known
                .Values.Where(thing => thing.Origins >= fewest)
                .OrderByDescending(thing => thing.Origins)
                .ThenByDescending(thing => thing.InHeadlines)
                .ThenBy(thing => thing.First.At)
                .ThenBy(thing => thing.Name, StringComparer.Ordinal)
                .GroupBy(thing => thing.Kind)
                .OrderBy(kind => kind.Key)
                .SelectMany(kind => kind.Take(MostOfAKind)),
        ];

        bool IsOutlet(Entity entity) =>
            entity.Kind == EntityKind.Organisation && outlets.Contains(StatementId.WordsOf(entity.Name));
    }

    // A surname alone is anybody's.
    private static bool Counts(Entity entity) =>
        entity.Mentions.Count > 0
        && (
            entity.Kind is EntityKind.Organisation or EntityKind.Place
            || (entity.Kind == EntityKind.Person && entity.Name.Contains(' ', StringComparison.Ordinal))
        );
}

/// <summary>Something that articles name.</summary>
internal sealed class NamedThing(StoryArticle first, Entity entity)
{
    private readonly HashSet<string> articles = new(StringComparer.Ordinal);
    private readonly HashSet<string> headlines = new(StringComparer.Ordinal);

    /// <summary>The article that named it first.</summary>
    public StoryArticle First => first;

    /// <summary>What it is.</summary>
    public EntityKind Kind => entity.Kind;

    /// <summary>Its name.</summary>
    public string Name => entity.Name;

    /// <summary>How many origins name it.</summary>
    public int Origins => articles.Count;

    /// <summary>In how many headlines it stands.</summary>
    public int InHeadlines => headlines.Count;

    /// <summary>Takes in an article that names it.</summary>
    public void Add(StoryArticle article, Entity same)
    {
        articles.Add(article.Id);
        if (article.Article.Title?.Contains(same.Name, StringComparison.OrdinalIgnoreCase) == true)
        {
            headlines.Add(article.Id);
        }
    }

    /// <summary>Where it is named.</summary>
    public StoryEntity ToEntity() => new(first.Id, first.Read, entity.Id, entity.Kind, Origins);
}
