using Perennial.Store.Views;

namespace Perennial.Newsroom;

/// <summary>Makes corrections of one article out of what editors ask for, checked against the reading that they look at.</summary>
internal static class ArticleCorrections
{
    private const int LongestName = 200;
    private const int MostMentions = 200;

    /// <summary>The correction that a request asks for.</summary>
    /// <param name="row">The article as it stands.</param>
    /// <param name="isCorrection">Whether there is a correction of this article at a position.</param>
    /// <param name="request">What is asked for.</param>
    /// <exception cref="RefusedCorrection">It can't be made.</exception>
    public static ReadingCorrection Of(ArticleRow row, Func<long, bool> isCorrection, CorrectionRequest request)
    {
        if (row.Article is not { } article)
        {
            throw new RefusedCorrection($"article {row.Id} has not been read yet");
        }
        return request.What switch
        {
            "speaker" => new SpeakerCorrected(
                Statement(row.Id, article, request),
                Name(request.Name),
                request.Name is null
                    ? SpeakerKind.Unknown
                    : Value<SpeakerKind>(request.Kind, "kind", SpeakerKind.Person),
                Name(request.Role, "role")
            ),
            "no-statement" => new StatementStruck(Statement(row.Id, article, request)),
            "stance" => new StanceCorrected(
                Statement(row.Id, article, request),
                Value<Stance>(request.Stance, "stance")
            ),
            "allegation" => new AllegationCorrected(
                Statement(row.Id, article, request),
                request.Allegation is null ? null : Value<AllegationKind>(request.Allegation, "allegation")
            ),
            "verbatim" => new WordsConfirmed(Quotation(row.Id, article, request)),
            "entity" when request is { Name: null, Kind: null } => throw new RefusedCorrection(
                "give the entity's right name, its right kind, or both"
            ),
            "entity" => new EntityCorrected(
                Anchor(Entity(row.Id, article, request.Entity, "entity")),
                Name(request.Name),
                request.Kind is null ? null : Value<EntityKind>(request.Kind, "kind")
            ),
            "one-entity" => Join(row.Id, article, request),
            "two-entities" => Part(row.Id, article, request),
            "withdrawn" => request.Act is { } act && isCorrection(act)
                ? new CorrectionWithdrawn(act)
                : throw new RefusedCorrection($"act must be the position of a correction of article {row.Id}"),
            _ => throw new RefusedCorrection(
                "what must be one of speaker, no-statement, stance, allegation, verbatim, entity, one-entity, two-entities, withdrawn"
            ),
        };
    }

    /// <summary>A name that was given: its words, without blanks around.</summary>
    /// <exception cref="RefusedCorrection">It is empty, or too long for a name.</exception>
    public static string? Name(string? name, string of = "name") =>
        name?.Trim() switch
        {
            null => null,
            { Length: > 0 and <= LongestName } trimmed when !trimmed.Any(char.IsControl) => trimmed,
            _ => throw new RefusedCorrection($"{of} must have 1 to {LongestName} characters on one line"),
        };

    /// <summary>One of the names of an enumeration.</summary>
    /// <exception cref="RefusedCorrection">It is none of them.</exception>
    public static TEnum Value<TEnum>(string? name, string of, TEnum? missing = null)
        where TEnum : struct, Enum
    {
        if (name is null && missing is { } usual)
        {
            return usual;
        }
        foreach (var value in Enum.GetValues<TEnum>())
        {
            if (value.ToString().Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                return value;
            }
        }
        throw new RefusedCorrection(
            $"{of} must be one of {string.Join(", ", Enum.GetNames<TEnum>().Select(n => n.ToLowerInvariant()))}"
        );
    }

    private static EntitiesJoined Join(string id, Article article, CorrectionRequest request)
    {
        var entity = Entity(id, article, request.Entity, "entity");
        var other = Entity(id, article, request.Other, "other");
        return entity.Id == other.Id
            ? throw new RefusedCorrection($"entity and other are one already: {entity.Name}")
            : new EntitiesJoined(Anchor(entity), Anchor(other));
    }

    private static EntityParted Part(string id, Article article, CorrectionRequest request)
    {
        var entity = Entity(id, article, request.Entity, "entity");
        var name = Name(request.Name) ?? throw new RefusedCorrection("name must be the name of the other one");
        if (article.Entities.Any(known => known.Name.Equals(name, StringComparison.OrdinalIgnoreCase)))
        {
            throw new RefusedCorrection(
                $"article {id} has an entity of that name already; give the other one a name of its own"
            );
        }
        if (
            request.Mentions is not { Count: > 0 and <= MostMentions } mentions
            || mentions.Any(anchor =>
                anchor is not { Text.Length: > 0 and <= LongestName, Before: null or { Length: <= LongestName } }
            )
        )
        {
            throw new RefusedCorrection(
                $"mentions must list 1 to {MostMentions} mentions of the other one, each with its text"
            );
        }
        if (
            mentions.FirstOrDefault(anchor => !entity.Mentions.Any(mention => anchor.Means(article.Text, mention))) is
            { } missing
        )
        {
            throw new RefusedCorrection($"{entity.Name} is not mentioned as {missing.Text} there");
        }
        return new EntityParted(Anchor(entity), mentions, name, Value<EntityKind>(request.Kind, "kind", entity.Kind));
    }

    private static StatementAnchor Statement(string id, Article article, CorrectionRequest request)
    {
        var index = new StatementIndex(id, article.Statements);
        for (var i = 0; i < index.Ids.Count; i++)
        {
            if (index.Ids[i] == request.Statement)
            {
                return index.AnchorOf(i);
            }
        }
        throw new RefusedCorrection($"statement must be the id of a statement of article {id} as it is read now");
    }

    /// <summary>The anchor of a statement whose words are quoted: others are nobody's own.</summary>
    private static StatementAnchor Quotation(string id, Article article, CorrectionRequest request)
    {
        var anchor = Statement(id, article, request);
        return
            article.Statements.First(statement => StatementId.Of(id, statement) == anchor.Id)
                is { Kind: not StatementKind.Indirect, Translated: null }
            ? anchor
            : throw new RefusedCorrection("only quoted words can be verbatim: these are reported, or translated");
    }

    private static Entity Entity(string id, Article article, string? given, string of)
    {
        var name = Name(given, of);
        var named = article
            .Entities.Where(entity => entity.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
            .ToList();
        return named switch
        {
            [var entity] => entity,
            [] => throw new RefusedCorrection($"{of} must be the name of an entity of article {id}; it has no {name}"),
            _ => throw new RefusedCorrection(
                $"article {id} has {named.Count} entities of that name; correct the name of one first"
            ),
        };
    }

    private static EntityAnchor Anchor(Entity entity) => new(entity.Name, entity.Kind);
}
