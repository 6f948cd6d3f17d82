using System.Text.Json.Serialization;

namespace Perennial;

/// <summary>What a person says is so about a reading: one of the records below, and nothing else.</summary>
/// <remarks>
/// The first nine are about one article; the last four about an entity across documents. Each names what it is about by
/// what stays when a better reader reads it again: by ids that are made from words, and by the words themselves.
/// </remarks>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "what")]
[JsonDerivedType(typeof(SpeakerCorrected), "speaker")]
[JsonDerivedType(typeof(StatementStruck), "no-statement")]
[JsonDerivedType(typeof(StanceCorrected), "stance")]
[JsonDerivedType(typeof(AllegationCorrected), "allegation")]
[JsonDerivedType(typeof(WordsConfirmed), "verbatim")]
[JsonDerivedType(typeof(EntityCorrected), "entity")]
[JsonDerivedType(typeof(EntitiesJoined), "one-entity")]
[JsonDerivedType(typeof(EntityParted), "two-entities")]
[JsonDerivedType(typeof(CorrectionWithdrawn), "withdrawn")]
[JsonDerivedType(typeof(KnownAsOne), "known-as-one")]
[JsonDerivedType(typeof(KnownAsTwo), "known-as-two")]
[JsonDerivedType(typeof(MentionsMoved), "mentions-moved")]
[JsonDerivedType(typeof(EntityNamed), "named")]
public abstract record ReadingCorrection
{
    private protected ReadingCorrection() { }
}

/// <summary>Somebody else said it, or it is unclear who did.</summary>
/// <param name="Statement">The statement.</param>
/// <param name="Name">The speaker's full name; <see langword="null"/> when it is unclear.</param>
/// <param name="Kind">What sort of speaker.</param>
/// <param name="Role">The speaker's role, as the text gives it.</param>
public sealed record SpeakerCorrected(StatementAnchor Statement, string? Name, SpeakerKind Kind, string? Role)
    : ReadingCorrection;

/// <summary>It is no statement.</summary>
/// <param name="Statement">What was read as one.</param>
public sealed record StatementStruck(StatementAnchor Statement) : ReadingCorrection;

/// <summary>It is said in another way.</summary>
/// <param name="Statement">The statement.</param>
/// <param name="Stance">How it is said.</param>
public sealed record StanceCorrected(StatementAnchor Statement, Stance Stance) : ReadingCorrection;

/// <summary>It alleges something else, or nothing.</summary>
/// <param name="Statement">The statement.</param>
/// <param name="Allegation">What it alleges; <see langword="null"/> for nothing.</param>
public sealed record AllegationCorrected(StatementAnchor Statement, AllegationKind? Allegation) : ReadingCorrection;

/// <summary>The words are the speaker's own, exactly: an editor knows it from elsewhere.</summary>
/// <param name="Statement">The statement.</param>
public sealed record WordsConfirmed(StatementAnchor Statement) : ReadingCorrection;

/// <summary>An entity has another name or is something else; <see langword="null"/> where the reading is right.</summary>
/// <param name="Entity">The entity.</param>
/// <param name="Name">Its full name.</param>
/// <param name="Kind">What it is.</param>
public sealed record EntityCorrected(EntityAnchor Entity, string? Name, EntityKind? Kind) : ReadingCorrection;

/// <summary>What was read as two in one document is one.</summary>
/// <param name="Entity">The one that gives the name.</param>
/// <param name="Other">The one that goes up in it.</param>
public sealed record EntitiesJoined(EntityAnchor Entity, EntityAnchor Other) : ReadingCorrection;

/// <summary>What was read as one in one document is two.</summary>
/// <param name="Entity">The one that was read.</param>
/// <param name="Mentions">The mentions that are of the other.</param>
/// <param name="Name">The other's full name.</param>
/// <param name="Kind">What the other is.</param>
public sealed record EntityParted(
    EntityAnchor Entity,
    IReadOnlyList<MentionAnchor> Mentions,
    string Name,
    EntityKind Kind
) : ReadingCorrection;

/// <summary>An earlier correction of the same article was wrong: what the reader reads stands again.</summary>
/// <param name="Act">The position of that correction.</param>
public sealed record CorrectionWithdrawn(long Act) : ReadingCorrection;

/// <summary>Across documents, another entity is the same thing as the subject, which keeps its id.</summary>
/// <param name="Other">The id that goes up in it, and redirects to it.</param>
public sealed record KnownAsOne(string Other) : ReadingCorrection;

/// <summary>Across documents, another entity that may look like the subject is not the same thing.</summary>
/// <param name="Other">Its id.</param>
public sealed record KnownAsTwo(string Other) : ReadingCorrection;

/// <summary>Some articles that were taken to name the subject name another thing.</summary>
/// <param name="Into">The id of the other thing: a new one, or one that is known.</param>
/// <param name="Articles">The ids of the articles.</param>
public sealed record MentionsMoved(string Into, IReadOnlyList<string> Articles) : ReadingCorrection;

/// <summary>Across documents, the subject has this name or is this; <see langword="null"/> where what is known is right.</summary>
/// <param name="Name">Its full name.</param>
/// <param name="Kind">What it is.</param>
public sealed record EntityNamed(string? Name, EntityKind? Kind) : ReadingCorrection;

/// <summary>Which entity of a document is meant.</summary>
/// <param name="Name">Its name, or the words of a mention.</param>
/// <param name="Kind">What the reading took it for.</param>
public sealed record EntityAnchor(string Name, EntityKind Kind)
{
    /// <summary>The entity in a reading; a better reader may know a fuller name or another kind.</summary>
    /// <returns><see langword="null"/> when it names no such thing.</returns>
    public Entity? FindIn(IReadOnlyList<Entity> entities) =>
        entities.FirstOrDefault(entity => IsNamed(entity) && entity.Kind == Kind)
        ?? entities.FirstOrDefault(IsNamed)
        ?? entities.FirstOrDefault(entity => IsMentioned(entity) && entity.Kind == Kind)
        ?? entities.FirstOrDefault(IsMentioned);

    private bool IsNamed(Entity entity) => entity.Name.Equals(Name, StringComparison.OrdinalIgnoreCase);

    private bool IsMentioned(Entity entity) =>
        entity.Mentions.Any(mention => mention.Text.Equals(Name, StringComparison.OrdinalIgnoreCase));
}

/// <summary>Which mentions of an entity are meant.</summary>
/// <param name="Text">Their words.</param>
/// <param name="Before">How the text before them ends, where not all mentions of these words are meant.</param>
public sealed record MentionAnchor(string Text, string? Before = null)
{
    /// <summary>Whether a mention in a text is one of them.</summary>
    public bool Means(string text, Passage mention) =>
        mention.Text == Text
        && (
            Before is null
            || (mention.Start is { } start && text.AsSpan(0, start).EndsWith(Before, StringComparison.Ordinal))
        );
}

/// <summary>What a correction did to one reading.</summary>
/// <param name="Act">The position of the correction, where it says who made it and when.</param>
/// <param name="Found">Whether the reading has what it is about; a later reading may have it again.</param>
/// <param name="Statement">The id of the statement as corrected; <see langword="null"/> when it is about none, or struck it.</param>
/// <param name="Entity">The id of the entity within the document.</param>
/// <param name="Was">What the reader had read: a name, a stance, the words of what is no statement.</param>
/// <param name="Confirms">Whether it says that the reading is right rather than what is wrong with it.</param>
public sealed record AppliedCorrection(
    long Act,
    bool Found,
    string? Statement = null,
    string? Entity = null,
    string? Was = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool Confirms = false
);
