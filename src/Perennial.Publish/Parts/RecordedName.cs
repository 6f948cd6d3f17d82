using Perennial.Publish.Pages;
using Perennial.Store.Views;

namespace Perennial.Publish.Parts;

/// <summary>Somebody or something that a story's articles name.</summary>
public sealed record RecordedName
{
    /// <summary>The name.</summary>
    public required string Name { get; init; }

    /// <summary>What it is.</summary>
    public required EntityKind Kind { get; init; }

    /// <summary>The address of the page about it, where that is open.</summary>
    public string? Address { get; init; }

    /// <summary>How many independent origins name it.</summary>
    public required int Origins { get; init; }

    /// <summary>Those that readers may see, one of a kind and name.</summary>
    internal static IReadOnlyList<RecordedName> Of(
        ViewSnapshot snapshot,
        IReadOnlyList<StoryEntity> named,
        CitedArticles articles,
        bool holdsPeople
    )
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var names = new List<RecordedName>();
        foreach (var one in named)
        {
            if (
                articles.Row(one.Article) is not { Article: { } article } row
                || row.Read != one.Read
                || article.Entities.FirstOrDefault(entity => entity.Id == one.Entity) is not { } entity
            )
            {
                continue;
            }
            var lasting = EntitiesView.Named(snapshot, one.Article, one.Entity, one.Read);
            // Two names of one thing stand together: the lasting entity knows.
            if (lasting is not null && !seen.Add(lasting.Id))
            {
                continue;
            }
            names.Add(
                new RecordedName
                {
                    Name = entity.Name,
                    Kind = one.Kind,
                    Origins = one.Origins,
                    Address =
                        lasting is not null && EntityPageModel.IsShown(snapshot, lasting, holdsPeople)
                            ? EntityPageModel.AddressOf(lasting)
                            : null,
                }
            );
        }
        return names;
    }
}
