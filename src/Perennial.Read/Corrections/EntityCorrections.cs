namespace Perennial.Read.Corrections;

/// <summary>What people correct in the entities of one document, and in the speakers that hang on them.</summary>
internal static class EntityCorrections
{
    public static (Article, AppliedCorrection) Correct(Article article, long act, EntityCorrected correction)
    {
        if (correction.Entity.FindIn(article.Entities) is not { } entity)
        {
            return NotFound(article, act);
        }
        var right = entity with { Name = correction.Name ?? entity.Name, Kind = correction.Kind ?? entity.Kind };
        return (
            article with
            {
                Entities = [.. article.Entities.Select(known => known.Id == entity.Id ? right : known)],
                Statements = Respoken(article, entity, _ => right),
            },
            new AppliedCorrection(act, Found: true, null, entity.Id, entity.Name)
        );
    }

    public static (Article, AppliedCorrection) Join(Article article, long act, EntitiesJoined correction)
    {
        if (
            correction.Entity.FindIn(article.Entities) is not { } entity
            || correction.Other.FindIn([.. article.Entities.Where(known => known.Id != entity.Id)]) is not { } other
        )
        {
            return NotFound(article, act);
        }
        var joined = entity with
        {
            Mentions = [.. entity.Mentions.Concat(other.Mentions).OrderBy(mention => mention.Start)],
            SameAs = [.. entity.SameAs.Union(other.SameAs)],
        };
        return (
            article with
            {
                Entities =
                [
                    .. article
                        .Entities.Where(known => known.Id != other.Id)
                        .Select(known => known.Id == entity.Id ? joined : known),
                ],
                Statements = Respoken(article, other, _ => joined),
            },
            new AppliedCorrection(act, Found: true, null, entity.Id, other.Name)
        );
    }

    public static (Article, AppliedCorrection) Part(Article article, long act, EntityParted correction)
    {
        if (correction.Entity.FindIn(article.Entities) is not { } entity)
        {
            return NotFound(article, act);
        }
        var of = entity.Mentions.ToLookup(mention =>
            correction.Mentions.Any(anchor => anchor.Means(article.Text, mention))
        );
        if (!of[true].Any())
        {
            return NotFound(article, act);
        }
        var stays = entity with { Mentions = [.. of[false]] };
        Entity other = new()
        {
            Id = SpeakingEntities.FreeId(article),
            Name = correction.Name,
            Kind = correction.Kind,
            Mentions = [.. of[true]],
        };
        return (
            article with
            {
                Entities =
                [
                    .. article.Entities.SelectMany<Entity, Entity>(e => e.Id == entity.Id ? [stays, other] : [e]),
                ],
                Statements = Respoken(
                    article,
                    entity,
                    speaker =>
                        of[true].Any(mention => Holds(speaker, mention)) ? other
                        : of[false].Any(mention => Holds(speaker, mention)) ? stays
                        : null
                ),
            },
            new AppliedCorrection(act, Found: true, null, other.Id, entity.Name)
        );
    }

    /// <summary>The statements with what an entity said put under the name of whom it is now.</summary>
    /// <param name="article">The reading.</param>
    /// <param name="entity">Who was taken for the speaker.</param>
    /// <param name="who">Who is the speaker; <see langword="null"/> when the mix-up leaves that open, and then it isn't sure any more.</param>
    private static IReadOnlyList<Statement> Respoken(Article article, Entity entity, Func<Speaker, Entity?> who) =>
        [
            .. article.Statements.Select(statement =>
                statement.Speaker is not { } speaker || speaker.Entity != entity.Id ? statement
                : who(speaker) is { } right
                    ? statement with
                    {
                        Speaker = speaker with
                        {
                            Entity = right.Id,
                            Name = speaker.Name is null ? null : right.Name,
                            Kind = SpeakerKindOf(right.Kind) ?? speaker.Kind,
                        },
                    }
                : statement with { Speaker = speaker with { Sure = false } }
            ),
        ];

    /// <summary>Whether the words at the cue name a mention.</summary>
    private static bool Holds(Speaker speaker, Passage mention) =>
        speaker is { Start: { } start, End: { } end } && mention.Start >= start && mention.End <= end;

    private static SpeakerKind? SpeakerKindOf(EntityKind kind) =>
        kind switch
        {
            EntityKind.Person => SpeakerKind.Person,
            EntityKind.Organisation => SpeakerKind.Organisation,
            EntityKind.Group => SpeakerKind.Group,
            _ => null,
        };

    private static (Article, AppliedCorrection) NotFound(Article article, long act) =>
        (article, new AppliedCorrection(act, Found: false));
}
