namespace Perennial.Read.Linking;

/// <summary>Finds which lasting entities a document names. Pure: what is remembered and new ids come in from outside.</summary>
/// <remarks>
/// First it says by which keys to look; then, given what is remembered under them, which entity each is: the same as a known
/// one, a new one, or a new one that is possibly a known one. Two things are never taken for one because they share a name alone
/// where that name tells nobody apart; what is uncertain is told as such, and people decide.
/// </remarks>
public sealed class EntityLinker
{
    // More than that a document of news does not name; what goes beyond stays within it.
    private const int MostEntities = 300;

    private readonly Article article;

    // Places first: what is known of people may hang on them.
    private static readonly EntityKind[] Order =
    [
        EntityKind.Place,
        EntityKind.Group,
        EntityKind.Organisation,
        EntityKind.Person,
    ];

    private readonly IReadOnlyList<DocumentEntity> entities;

    private EntityLinker(Article article, IReadOnlyList<DocumentEntity> entities)
    {
        this.article = article;
        this.entities = entities;
        Keys = entities
            .GroupBy(entity => entity.Kind)
            .ToDictionary(
                group => group.Key,
                group => (IReadOnlyList<string>)[.. group.SelectMany(entity => entity.Keys).Distinct()]
            );
    }

    /// <summary>The keys to look up, by the kind of thing that they name.</summary>
    public IReadOnlyDictionary<EntityKind, IReadOnlyList<string>> Keys { get; }

    /// <summary>The keys of what it names besides, whose commonness is asked for.</summary>
    public IEnumerable<string> Company => Linking.Company.KeysOf(entities);

    /// <summary>Takes up a document.</summary>
    public static EntityLinker Of(Article article)
    {
        var countries = Linking.Company.CountriesIn(article.Entities.SelectMany(entity => entity.SameAs));
        List<DocumentEntity> found =
        [
            .. article
                .Entities.Take(MostEntities)
                .Select(entity => DocumentEntity.Of(article, entity, countries))
                .OfType<DocumentEntity>()
                .OrderBy(entity => Array.IndexOf(Order, entity.Kind)),
        ];
        FormerNames.Find(article.Text, found);
        return new EntityLinker(article, found);
    }

    /// <summary>Decides which lasting entity each is.</summary>
    /// <param name="memory">What is remembered.</param>
    /// <param name="newId">Makes the id of a new entity.</param>
    public IReadOnlyList<EntityLink> Link(LinkingMemory memory, Func<string> newId)
    {
        var company = new Company(entities, memory);
        var settled = Settled(memory);
        var linked = new Dictionary<DocumentEntity, EntityLink>();
        foreach (var entity in entities)
        {
            var affiliations = Affiliations(entity, linked);
            var choice =
                settled.GetValueOrDefault(entity) ?? Choose(entity, affiliations, company, memory, linked, settled);
            // A police or a ministry of which nobody can tell which it is stays within its document: there are too many.
            if (
                choice.Entity is not null
                || !entity.IsInstitution
                || (choice.Possibly is null && entity.Country is not null)
            )
            {
                linked[entity] = ToLink(entity, affiliations, choice, newId);
            }
        }
        return [.. article.Entities.SelectMany(entity => linked.Values.Where(link => link.In == entity.Id).Take(1))];
    }

    private static Choice Choose(
        DocumentEntity entity,
        IReadOnlyList<string> affiliations,
        Company company,
        LinkingMemory memory,
        IReadOnlyDictionary<DocumentEntity, EntityLink> linked,
        IReadOnlyDictionary<DocumentEntity, Choice> settled
    )
    {
        var taken = linked
            .Select(pair => (pair.Key, pair.Value.Entity))
            .Concat(settled.Select(pair => (pair.Key, pair.Value.Entity!)))
            .ToList();
        var alike = Alike(entity, affiliations, company, memory, taken);
        if (alike.Count == 0)
        {
            return Renamed(entity, affiliations, company, memory, linked, taken);
        }
        if (alike.FirstOrDefault(likeness => IsAt(entity.Address, likeness.Known)) is { } place)
        {
            return new Choice(place.Known.Id, null, [entity.Address!]);
        }
        return Rivals.Decide(entity, alike) is { } same
            ? new Choice(same.Known.Id, null, same.Because)
            : new Choice(null, First(alike), alike[0].Because);
    }

    /// <summary>The best known of those that it may be, or the one which that may be.</summary>
    private static string First(List<Likeness> alike)
    {
        var known = alike.MaxBy(likeness => likeness.Known.Articles)!.Known;
        return known.Possibly ?? known.Id;
    }

    /// <summary>What is known under no name of its own may be known by the one that the document says it had before, or has now.</summary>
    private static Choice Renamed(
        DocumentEntity entity,
        IReadOnlyList<string> affiliations,
        Company company,
        LinkingMemory memory,
        IReadOnlyDictionary<DocumentEntity, EntityLink> linked,
        IReadOnlyList<(DocumentEntity, string)> taken
    )
    {
        if ((entity.Formerly ?? entity.Nowadays) is not { } other)
        {
            return new Choice(null, null, []);
        }
        var because = $"{(entity.Formerly is null ? "now" : "formerly")} called {other.Name}";
        if (linked.TryGetValue(other, out var link))
        {
            return new Choice(link.Entity, null, [because]);
        }
        return Alike(other, affiliations, company, memory, taken) switch
        {
            [var only] => new Choice(only.Known.Id, null, [because]),
            [var first, ..] => new Choice(null, first.Known.Id, [because]),
            [] => new Choice(null, null, []),
        };
    }

    private static List<Likeness> Alike(
        DocumentEntity entity,
        IReadOnlyList<string> affiliations,
        Company company,
        LinkingMemory memory,
        IReadOnlyList<(DocumentEntity, string)> taken
    ) =>
        [
            .. memory
                .Known.Where(known =>
                    known.Kind == entity.Kind && entity.Keys.Any(known.Keys.Contains) && IsFree(known.Id, entity, taken)
                )
                .Select(known => Likeness.Of(entity, affiliations, company, known))
                .Where(likeness => !likeness.Excluded)
                .OrderByDescending(likeness => likeness.Score)
                .ThenByDescending(likeness => likeness.Known.Possibly is null)
                .ThenByDescending(likeness => likeness.Known.Articles)
                .ThenBy(likeness => likeness.Known.Id, StringComparer.Ordinal),
        ];

    private static bool IsAt(string? address, KnownEntity known) => address is not null && known.Keys.Contains(address);

    /// <summary>Which of the document's entities are what an editor or an earlier reading said that the article names.</summary>
    private Dictionary<DocumentEntity, Choice> Settled(LinkingMemory memory)
    {
        var settled = new Dictionary<DocumentEntity, Choice>();
        Settle(memory.Ruled, "as an editor corrected");
        Settle(memory.Before, "as in an earlier reading of the article");
        return settled;

        void Settle(IEnumerable<NamedEntity> names, string because)
        {
            foreach (var (kind, key, id, isMain) in names)
            {
                var found = entities
                    .Where(entity => entity.Kind == kind && entity.Keys.Contains(key) && !settled.ContainsKey(entity))
                    .MinBy(entity => entity.Keys[0] == key ? 0 : 1);
                // Two who are read as two may have been said to be one.
                if (
                    found is not null
                    && (
                        (isMain && found.Keys[0] == key)
                        || IsFree(id, found, settled.Select(pair => (pair.Key, pair.Value.Entity!)))
                    )
                )
                {
                    settled[found] = new Choice(id, null, [because]);
                }
            }
        }
    }

    /// <summary>Two people of one document are never one, nor two places; two names of an organisation may be.</summary>
    private static bool IsFree(
        string id,
        DocumentEntity entity,
        IEnumerable<(DocumentEntity Entity, string Id)> taken
    ) =>
        entity.Kind is not (EntityKind.Person or EntityKind.Place)
        || !taken.Any(other => other.Id == id && (entity.Address is null || other.Entity.Address != entity.Address));

    /// <summary>The organisations and places that a person's roles name.</summary>
    private static IReadOnlyList<string> Affiliations(
        DocumentEntity entity,
        IReadOnlyDictionary<DocumentEntity, EntityLink> linked
    ) =>
        entity.Roles.Count == 0
            ? []
            :
            [
                .. linked
                    .Where(pair =>
                        pair.Key.Kind is EntityKind.Organisation or EntityKind.Place
                        && entity.Roles.Any(role => HasWords(role, pair.Key))
                    )
                    .Select(pair => pair.Value.Entity)
                    .Distinct(),
            ];

    private static bool HasWords(string role, DocumentEntity entity) =>
        entity
            .Names.Prepend(entity.Name)
            .Any(name =>
                $" {EntityNames.Folded(role)} ".Contains($" {EntityNames.Folded(name)} ", StringComparison.Ordinal)
            );

    private static EntityLink ToLink(
        DocumentEntity entity,
        IReadOnlyList<string> affiliations,
        Choice choice,
        Func<string> newId
    ) =>
        new()
        {
            In = entity.Entity.Id,
            Entity = choice.Entity ?? newId(),
            Kind = entity.Kind,
            Name = entity.Name,
            Names = entity.Names,
            Country = entity.Country,
            Roles = entity.Roles,
            Affiliations = affiliations,
            SameAs = entity.Entity.SameAs,
            Possibly = choice.Possibly,
            Because = choice.Because,
        };

    private sealed record Choice(string? Entity, string? Possibly, IReadOnlyList<string> Because);
}
