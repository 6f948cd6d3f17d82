using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Perennial;

/// <summary>How Perennial's nouns are written as JSON: in the ledger's payloads, on the command line and in the API.</summary>
/// <remarks>
/// Names are camelCase, enumerations their camelCase names, unknown values <c>null</c>, and text in any script stands as
/// itself. The serialisers are generated at build time, so that nothing is looked up at run time.
/// </remarks>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    NumberHandling = JsonNumberHandling.Strict,
    Converters = [
        typeof(NamedEnum<ArticleKind>),
        typeof(NamedEnum<CreditKind>),
        typeof(NamedEnum<Evidence>),
        typeof(NamedEnum<BlockKind>),
        typeof(NamedEnum<StatementKind>),
        typeof(NamedEnum<StatementPlace>),
        typeof(NamedEnum<Stance>),
        typeof(NamedEnum<AllegationKind>),
        typeof(NamedEnum<SpeakerKind>),
        typeof(NamedEnum<ResolvedBy>),
        typeof(NamedEnum<EntityKind>),
        typeof(NamedEnum<Approximation>),
        typeof(NamedEnum<SourceKind>),
        typeof(NamedEnum<SourceLicence>),
        typeof(NamedEnum<EchoRelation>),
        typeof(NamedEnum<PostKind>),
        typeof(NamedEnum<PostChange>),
        typeof(NamedEnum<PieceGenre>),
        typeof(NamedEnum<TrailRelation>),
        typeof(NamedEnum<TrailRunKind>),
        typeof(NamedEnum<ClaimKind>),
        typeof(NamedEnum<QuestionKind>),
        typeof(NamedEnum<QuestionState>),
    ]
)]
[JsonSerializable(typeof(Article))]
[JsonSerializable(typeof(Listing))]
[JsonSerializable(typeof(Site))]
[JsonSerializable(typeof(Post))]
[JsonSerializable(typeof(SiteChanged))]
[JsonSerializable(typeof(SourceAdded))]
[JsonSerializable(typeof(SourceChanged))]
[JsonSerializable(typeof(PageCaptured))]
[JsonSerializable(typeof(PageGone))]
[JsonSerializable(typeof(ArticleRead))]
[JsonSerializable(typeof(ArticlePlaced))]
[JsonSerializable(typeof(EchoFound))]
[JsonSerializable(typeof(StoryOpened))]
[JsonSerializable(typeof(StoryChanged))]
[JsonSerializable(typeof(PostPublished))]
[JsonSerializable(typeof(PostEdited))]
[JsonSerializable(typeof(GateMoved))]
[JsonSerializable(typeof(TrailExtended))]
[JsonSerializable(typeof(StoryRead))]
[JsonSerializable(typeof(ReadingCorrected))]
[JsonSerializable(typeof(EntitiesLinked))]
[JsonSerializable(typeof(StoryMerged))]
[JsonSerializable(typeof(StorySplit))]
[JsonSerializable(typeof(ArticleMoved))]
[JsonSerializable(typeof(StoriesKeptApart))]
[JsonSerializable(typeof(PiecePublished))]
[JsonSerializable(typeof(PieceEdited))]
[JsonSerializable(typeof(Piece))]
[JsonSerializable(typeof(QuestionChanged))]
[JsonSerializable(typeof(EntityLink))]
[JsonSerializable(typeof(IReadOnlyList<string>))]
[JsonSerializable(typeof(IReadOnlyList<AppliedCorrection>))]
public sealed partial class PerennialJson : JsonSerializerContext
{
    /// <summary>The serialisers to use: any script as itself, each value on one line.</summary>
    public static PerennialJson Lines =>
        // Made at first use, since the generated Default is not there yet while static fields are initialised.
        field ??=
            new PerennialJson(
                new JsonSerializerOptions(Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }
            );
}

/// <summary>An enumeration written as the camelCase name of its member; a number is refused.</summary>
internal sealed class NamedEnum<TEnum>()
    : JsonStringEnumConverter<TEnum>(JsonNamingPolicy.CamelCase, allowIntegerValues: false)
    where TEnum : struct, Enum;
