using Perennial.Store;
using Perennial.Store.Views;

namespace Perennial.Newsroom;

/// <summary>Makes corrections of an entity across articles out of what editors ask for, checked against what is known.</summary>
internal static class EntityCorrections
{
    private const int MostArticles = 1000;

    /// <summary>The correction that a request asks for.</summary>
    /// <exception cref="RefusedCorrection">It can't be made.</exception>
    public static ReadingCorrection Of(ViewSnapshot snapshot, EntityRow subject, CorrectionRequest request) =>
        request.What switch
        {
            "known-as-one" => Other(snapshot, subject, request.Other, "other") is var other
            && other.Kind == subject.Kind
                ? new KnownAsOne(other.Id)
                : throw new RefusedCorrection($"{other.Id} is of another kind; correct that first, with named"),
            "known-as-two" => new KnownAsTwo(Other(snapshot, subject, request.Other, "other").Id),
            "mentions-moved" => new MentionsMoved(
                request.Into is null ? ShortId.New('e') : Other(snapshot, subject, request.Into, "into").Id,
                Articles(snapshot, subject, request.Articles)
            ),
            "named" when request is { Name: null, Kind: null } => throw new RefusedCorrection(
                "give the entity's right name, its right kind, or both"
            ),
            "named" => new EntityNamed(
                ArticleCorrections.Name(request.Name),
                request.Kind is null ? null : ArticleCorrections.Value<EntityKind>(request.Kind, "kind")
            ),
            _ => throw new RefusedCorrection("what must be one of known-as-one, known-as-two, mentions-moved, named"),
        };

    private static EntityRow Other(ViewSnapshot snapshot, EntityRow subject, string? id, string of) =>
        id is null || EntitiesView.Find(snapshot, id) is not { } row
            ? throw new RefusedCorrection($"{of} must be the id of a known entity")
        : row.Id == subject.Id ? throw new RefusedCorrection($"{of} is the entity itself, {subject.Id}")
        : row;

    private static IReadOnlyList<string> Articles(
        ViewSnapshot snapshot,
        EntityRow subject,
        IReadOnlyList<string>? articles
    )
    {
        if (articles is not { Count: > 0 and <= MostArticles })
        {
            throw new RefusedCorrection($"articles must list 1 to {MostArticles} articles that name the other one");
        }
        return articles.All(article =>
            article is not null && EntitiesView.Of(snapshot, article).Any(link => link.Entity == subject.Id)
        )
            ? articles
            : throw new RefusedCorrection($"articles must be such as name {subject.Id}, and not all of them do");
    }
}
