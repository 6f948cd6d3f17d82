using System.Text.Json.Serialization;

namespace Perennial;

/// <summary>Somebody said something, and where the text says so.</summary>
public sealed record Statement
{
    /// <summary>Whether the words are quoted.</summary>
    public StatementKind Kind { get; init; }

    /// <summary>Start of the hull of <see cref="Spans"/> in the text; <see langword="null"/> for a statement of the headline.</summary>
    public int? Start { get; init; }

    /// <summary>End of the hull.</summary>
    public int? End { get; init; }

    /// <summary>The real pieces in order, each <c>[start, end]</c>: <c>"X," he said. "Y"</c> has two.</summary>
    public IReadOnlyList<int[]> Spans
    {
        get => field ?? [];
        init;
    } = [];

    /// <summary>The words, pieces joined by a blank.</summary>
    public required string Text { get; init; }

    /// <summary>The word that attributes: "said"; <see langword="null"/> where there is none.</summary>
    public Passage? Cue { get; init; }

    /// <summary>Who said it; <see langword="null"/> where the text does not say.</summary>
    public Speaker? Speaker { get; init; }

    /// <summary>The speaker's role as the text gives it: "director of the Institute".</summary>
    public string? Role { get; init; }

    /// <summary>Whom they told, an outlet or a person; <see langword="null"/> when the text names nobody.</summary>
    public Told? Told { get; init; }

    /// <summary>From which language the words were translated, where the text says so; such words are never verbatim.</summary>
    public Translation? Translated { get; init; }

    /// <summary>Where the statement stands.</summary>
    public StatementPlace In { get; init; } = StatementPlace.Body;

    /// <summary>How it is said.</summary>
    public Stance Stance { get; init; } = Stance.Asserted;

    /// <summary>The words that soften it, each with its place.</summary>
    public IReadOnlyList<Passage> Hedges
    {
        get => field ?? [];
        init;
    } = [];

    /// <summary>That it alleges crime, misconduct or illness of somebody; <see langword="null"/> where no words do.</summary>
    public Allegation? Allegation { get; init; }

    /// <summary>The outlet by which the text has it, "first reported by", "quoted by"; <see langword="null"/> when it names none.</summary>
    public Carrier? Via { get; init; }

    /// <summary>The word by which it was said before what the text tells: "previously"; <see langword="null"/> where none stands.</summary>
    public Passage? Earlier { get; init; }

    /// <summary>For a statement of the headline: the statement in the text that carries its words, whole; <see langword="null"/> where none does.</summary>
    public Passage? Carried { get; init; }

    /// <summary>Whether an editor confirmed that the words are the speaker's own, exactly.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Confirmed { get; init; }

    /// <summary>What the speaker says that others said, in order; each stands within this statement's words.</summary>
    public IReadOnlyList<Statement> Inner
    {
        get => field ?? [];
        init;
    } = [];
}

/// <summary>Whether the words of a statement are quoted.</summary>
public enum StatementKind
{
    /// <summary>Nearly all of the words stand in quotation marks.</summary>
    Direct,

    /// <summary>A clause with a quoted part.</summary>
    Mixed,

    /// <summary>No quotation marks.</summary>
    Indirect,
}

/// <summary>Where a statement or a question stands.</summary>
public enum StatementPlace
{
    /// <summary>In the text.</summary>
    Body,

    /// <summary>In the headline.</summary>
    Headline,
}

/// <summary>How something is said.</summary>
public enum Stance
{
    /// <summary>As a fact.</summary>
    Asserted,

    /// <summary>With doubt or as likelihood.</summary>
    Hedged,

    /// <summary>As not so.</summary>
    Denied,

    /// <summary>As a question.</summary>
    Asked,

    /// <summary>As an intention.</summary>
    Planned,
}

/// <summary>Who said a statement, and how sure we are of it.</summary>
public sealed record Speaker
{
    /// <summary>Start of the whole noun phrase at the cue; <see langword="null"/> when inferred from elsewhere.</summary>
    public int? Start { get; init; }

    /// <summary>End of the noun phrase.</summary>
    public int? End { get; init; }

    /// <summary>The noun phrase: "Mr Gray", "he", "the minister".</summary>
    public string? Text { get; init; }

    /// <summary>The full name as this document knows it, bare; <see langword="null"/> when the document has none.</summary>
    public string? Name { get; init; }

    /// <summary>The id of the <see cref="Entity"/> in the same document.</summary>
    public string? Entity { get; init; }

    /// <summary>What sort of speaker.</summary>
    public SpeakerKind Kind { get; init; } = SpeakerKind.Unknown;

    /// <summary>What the name was resolved by.</summary>
    public ResolvedBy By { get; init; } = ResolvedBy.Name;

    /// <summary>Whether it may be shown as a fact. What is not sure is never shown without that mark.</summary>
    public bool Sure { get; init; }

    /// <summary>How readers may be told who it is; <see langword="null"/> when that is unclear.</summary>
    /// <remarks>Whom the text only describes is called by its words, "the district office", which name nobody.</remarks>
    public string? ToShownName() =>
        Sure ? Name ?? Text
        : this
            is {
                Name: null,
                Kind: not (SpeakerKind.Unknown or SpeakerKind.Person),
                By: ResolvedBy.Role or ResolvedBy.Name
            }
            ? Text
        : null;
}

/// <summary>What sort of thing speaks.</summary>
public enum SpeakerKind
{
    /// <summary>A person.</summary>
    Person,

    /// <summary>An organisation.</summary>
    Organisation,

    /// <summary>Several people without names: "officials".</summary>
    Group,

    /// <summary>A report, a letter, a post.</summary>
    Document,

    /// <summary>The text does not say.</summary>
    Unknown,
}

/// <summary>What a speaker's name was resolved by.</summary>
public enum ResolvedBy
{
    /// <summary>The full name at the cue.</summary>
    Name,

    /// <summary>A surname, with or without honorific.</summary>
    Surname,

    /// <summary>A role: "the minister".</summary>
    Role,

    /// <summary>A pronoun.</summary>
    Pronoun,

    /// <summary>The run of the text, without words at a cue.</summary>
    Inferred,

    /// <summary>An editor, who corrected the reading.</summary>
    Editor,
}

/// <summary>Whom somebody told something.</summary>
/// <param name="Name">The outlet's or person's name.</param>
/// <param name="Sure">Whether the sentence is whole enough to say so.</param>
public sealed record Told(string Name, bool Sure);

/// <summary>That the words of a statement are a translation.</summary>
/// <param name="From">The language as a BCP 47 tag, when the text names it.</param>
/// <param name="By">Who translated, when the text says so.</param>
public sealed record Translation(string? From, string? By);

/// <summary>What a statement alleges of somebody, and by which words.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Passage">The first words that say so: "accused", "took bribes".</param>
public sealed record Allegation(AllegationKind Kind, Passage Passage);

/// <summary>What is alleged.</summary>
public enum AllegationKind
{
    /// <summary>An act against the law.</summary>
    Crime,

    /// <summary>Something else that nobody wants to be said of them: a lie, neglect, harassment.</summary>
    Misconduct,

    /// <summary>An illness.</summary>
    Illness,
}

/// <summary>The outlet that carried somebody's words to this text.</summary>
/// <param name="Name">Its name, bare.</param>
/// <param name="Passage">The words that say so: "first reported by Nord News".</param>
public sealed record Carrier(string Name, Passage Passage);
