using Perennial.Publish.Parts;
using Perennial.Store.Views;

namespace Perennial.Publish.Pages;

/// <summary>What a page about a person, an organisation or a place shows: only what articles say that readers may see.</summary>
public sealed record EntityPageModel
{
    private const int MostArticles = 50;
    private const int MostRoles = 30;
    private const int MostStatements = 40;
    private const int MostLinked = 60;

    /// <summary>Its address.</summary>
    public required string Address { get; init; }

    /// <summary>The key of what it is, among the interface's words.</summary>
    public required string Key { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>Whether an editor opened the page.</summary>
    public required bool Opened { get; init; }

    /// <summary>Other names.</summary>
    public required IReadOnlyList<string> Names { get; init; }

    /// <summary>Another that it may be, where its page is shown too.</summary>
    public (string Name, string Address)? Possibly { get; init; }

    /// <summary>A person's roles, the last one first.</summary>
    public required IReadOnlyList<EntityRole> Roles { get; init; }

    /// <summary>What it said, with the article that carries it.</summary>
    public required IReadOnlyList<(ArticleRow Row, Statement Statement, int Number)> Statements { get; init; }

    /// <summary>Where the page of an entity is.</summary>
    /// <returns><see langword="null"/> for what has no page: groups.</returns>
    public static string? AddressOf(EntityRow entity) =>
        entity.Kind switch
        {
            EntityKind.Person => $"/people/{entity.Id}",
            EntityKind.Organisation => $"/organisations/{entity.Id}",
            EntityKind.Place => $"/places/{entity.Id}",
            _ => null,
        };

    /// <summary>The pages about what an article names that readers may see.</summary>
    /// <returns>Addresses by the names that the article gives.</returns>
    public static IReadOnlyDictionary<string, string> AddressesIn(
        ViewSnapshot snapshot,
        string article,
        bool holdsPeople
    )
    {
        var addresses = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var link in EntitiesView.Of(snapshot, article).Take(MostLinked))
        {
            if (
                EntitiesView.Find(snapshot, link.Entity) is { } entity
                && IsShown(snapshot, entity, holdsPeople)
                && AddressOf(entity) is { } address
            )
            {
                addresses.TryAdd(link.Name, address);
            }
        }
        return addresses;
    }

    /// <summary>The page of an entity.</summary>
    /// <param name="snapshot">The views.</param>
    /// <param name="entity">The entity.</param>
    /// <param name="holdsPeople">Whether a page about a person waits until an editor opens it.</param>
    /// <returns><see langword="null"/> when there is nothing to show, or it is held.</returns>
    public static EntityPageModel? Of(ViewSnapshot snapshot, EntityRow entity, bool holdsPeople)
    {
        var links = EntitiesView.Shown(snapshot, entity.Id, MostArticles);
        if (!IsShown(snapshot, entity, holdsPeople) || links.Count == 0 || AddressOf(entity) is not { } address)
        {
            return null;
        }
        var name = NameOf(entity, links);
        return new EntityPageModel
        {
            Address = address,
            Key = entity.Kind.ToString().ToLowerInvariant(),
            Name = name,
            // What a machine put together about a person is for search engines only when somebody has looked at it.
            Opened = entity.Kind != EntityKind.Person || GateView.IsOpened(snapshot, entity.Id),
            Names =
            [
                .. links.SelectMany(link => link.Names.Prepend(link.Name)).Distinct().Where(other => other != name),
            ],
            Possibly = Other(snapshot, entity, holdsPeople),
            Roles = EntitiesView.Roles(snapshot, entity.Id, MostRoles, shown: true),
            Statements =
            [
                .. EntitiesView
                    .Statements(snapshot, entity.Id, MostStatements)
                    .GroupBy(statement => statement.Article)
                    .SelectMany(group => Allowed(snapshot, group.Key, [.. group.Select(statement => statement.Id)]))
                    .Select((said, i) => (said.Row, said.Statement, i + 1)),
            ],
        };
    }

    /// <summary>Whether its page is open to readers, where there is anything on it.</summary>
    internal static bool IsShown(ViewSnapshot snapshot, EntityRow entity, bool holdsPeople) =>
        !GateView.IsHeld(snapshot, entity.Id)
        && (!holdsPeople || entity.Kind != EntityKind.Person || GateView.IsOpened(snapshot, entity.Id));

    private static string NameOf(EntityRow entity, IReadOnlyList<EntityLink> links) =>
        entity.IsNamed || links.Any(link => link.Name == entity.Name) ? entity.Name : links[0].Name;

    private static (string, string)? Other(ViewSnapshot snapshot, EntityRow entity, bool holdsPeople) =>
        entity.Possibly is { } id
        && EntitiesView.Find(snapshot, id) is { } other
        && IsShown(snapshot, other, holdsPeople)
        && AddressOf(other) is { } address
        && EntitiesView.Shown(snapshot, other.Id, 1) is [_, ..] links
            ? (NameOf(other, links), address)
            : null;

    /// <summary>The statements of an article that readers may see under the article's rights.</summary>
    private static IEnumerable<(ArticleRow Row, Statement Statement)> Allowed(
        ViewSnapshot snapshot,
        string article,
        HashSet<string> ids
    ) =>
        ArticlesView.Find(snapshot, article) is { Article: not null, Gone: null } row
        && !GateView.HoldsArticle(snapshot, row)
            ? Rights
                .Statements(row)
                .Where(listed => ids.Contains(StatementId.Of(article, listed.Statement)))
                .Select(listed => (row, listed.Statement))
            : [];
}
