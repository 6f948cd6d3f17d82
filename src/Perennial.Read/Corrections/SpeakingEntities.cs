using System.Globalization;

namespace Perennial.Read.Corrections;

/// <summary>The entity of a document that a person names as a speaker.</summary>
internal static class SpeakingEntities
{
    /// <summary>The entity of that name; where the document has none, the reading gets one.</summary>
    /// <returns>The reading, and the entity's id; <see langword="null"/> for a speaker that is no entity.</returns>
    public static (Article Article, string? Entity) Of(Article article, string name, SpeakerKind kind)
    {
        if (ToEntityKind(kind) is not { } wanted)
        {
            return (article, null);
        }
        var anchor = new EntityAnchor(name, wanted);
        if (anchor.FindIn([.. article.Entities.Where(entity => entity.Kind == wanted)]) is { } known)
        {
            return (article, known.Id);
        }
        var made = new Entity
        {
            Id = FreeId(article),
            Name = name,
            Kind = wanted,
        };
        return (article with { Entities = [.. article.Entities, made] }, made.Id);
    }

    /// <summary>An id that no entity of the document has.</summary>
    public static string FreeId(Article article)
    {
        var number = article.Entities.Count + 1;
        while (article.Entities.Any(entity => entity.Id == Id(number)))
        {
            number++;
        }
        return Id(number);
    }

    private static string Id(int number) => "e" + number.ToString(CultureInfo.InvariantCulture);

    private static EntityKind? ToEntityKind(SpeakerKind kind) =>
        kind switch
        {
            SpeakerKind.Person => EntityKind.Person,
            SpeakerKind.Organisation => EntityKind.Organisation,
            _ => null,
        };
}
