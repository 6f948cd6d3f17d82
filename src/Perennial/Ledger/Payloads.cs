namespace Perennial;

// The payloads of entries, one record a kind, in the order of EntryKinds. A property may be added with a default, never
// renamed or removed: payloads already in a ledger are read for ever. V counts up when the meaning of one changes.
// The generated readers set what a payload leaves out to null whatever the initialiser says, so that getters give the default.

/// <summary>Our own publication as readers see it.</summary>
public sealed record SiteChanged
{
    /// <summary>The version of this payload.</summary>
    public int V { get; init; } = 1;

    /// <summary>The publication.</summary>
    public required Site Site { get; init; }
}

/// <summary>A subscription.</summary>
public sealed record SourceAdded
{
    /// <summary>The version of this payload.</summary>
    public int V { get; init; } = 1;

    /// <summary>The address that is followed.</summary>
    public required string Url { get; init; }

    /// <summary>Whether it is a feed or a page.</summary>
    public required SourceKind Kind { get; init; }

    /// <summary>The outlet's name, as the feed or page gives it.</summary>
    public required string Name { get; init; }

    /// <summary>How much of its texts may be shown.</summary>
    public SourceLicence Licence { get; init; }
}

/// <summary>What changed about a source; <see langword="null"/> where nothing did.</summary>
public sealed record SourceChanged
{
    /// <summary>The version of this payload.</summary>
    public int V { get; init; } = 1;

    /// <summary>The new address.</summary>
    public string? Url { get; init; }

    /// <summary>The new name.</summary>
    public string? Name { get; init; }

    /// <summary>The new licence.</summary>
    public SourceLicence? Licence { get; init; }
}

/// <summary>One fetch of a page. The article's id is the subject: <c>a</c> and the position of its first capture.</summary>
public sealed record PageCaptured
{
    /// <summary>The version of this payload.</summary>
    public int V { get; init; } = 1;

    /// <summary>The id of the source that led here.</summary>
    public required string Source { get; init; }

    /// <summary>The address that was asked for, in canonical form.</summary>
    public required string Url { get; init; }

    /// <summary>The address that answered, after redirects.</summary>
    public required string FinalUrl { get; init; }

    /// <summary>The <c>Content-Type</c> header.</summary>
    public string? ContentType { get; init; }

    /// <summary>The <c>ETag</c> header.</summary>
    public string? Etag { get; init; }

    /// <summary>The <c>Last-Modified</c> header.</summary>
    public string? LastModified { get; init; }

    /// <summary>The SHA-256 of the body in lower-case hex; the body is the blob of that name.</summary>
    public required string Blob { get; init; }

    /// <summary>The body's length in bytes, decompressed.</summary>
    public required long Size { get; init; }

    /// <summary>What the feed said of the page.</summary>
    public Listing? Listing { get; init; }

    /// <summary>The version that a wire gives its item; <see langword="null"/> for a page.</summary>
    public string? Version { get; init; }
}

/// <summary>That a page is no longer there.</summary>
public sealed record PageGone
{
    /// <summary>The version of this payload.</summary>
    public int V { get; init; } = 1;

    /// <summary>The HTTP status: 404 or 410.</summary>
    public required int Status { get; init; }
}

/// <summary>Everything that was read from one capture.</summary>
public sealed record ArticleRead
{
    /// <summary>The version of this payload.</summary>
    public int V { get; init; } = 1;

    /// <summary>The position of the capture that was read.</summary>
    public required long Capture { get; init; }

    /// <summary>What was read, with the corrections of people.</summary>
    public required Article Article { get; init; }

    /// <summary>The corrections that it respects, in the order in which people made them.</summary>
    public IReadOnlyList<AppliedCorrection> Corrected
    {
        get => field ?? [];
        init;
    } = [];
}

/// <summary>Where an article belongs.</summary>
public sealed record ArticlePlaced
{
    /// <summary>The version of this payload.</summary>
    public int V { get; init; } = 1;

    /// <summary>The position of the reading that this rests on.</summary>
    public required long Read { get; init; }

    /// <summary>The story's id; <see langword="null"/> for what belongs to none.</summary>
    public string? Story { get; init; }

    /// <summary>The evidence, in words a person can check.</summary>
    public IReadOnlyList<string> Because
    {
        get => field ?? [];
        init;
    } = [];

    /// <summary>How alike article and story were, from 0 to 1.</summary>
    public double Similarity { get; init; }

    /// <summary>The ids of other stories that a live blog or a round-up touches.</summary>
    public IReadOnlyList<string> AlsoIn
    {
        get => field ?? [];
        init;
    } = [];
}

/// <summary>That an article repeats another.</summary>
public sealed record EchoFound
{
    /// <summary>The version of this payload.</summary>
    public int V { get; init; } = 1;

    /// <summary>The position of the reading that this rests on.</summary>
    public required long Read { get; init; }

    /// <summary>The id of the earliest article seen here with this text.</summary>
    public required string Of { get; init; }

    /// <summary>In what way it repeats it.</summary>
    public required EchoRelation Relation { get; init; }

    /// <summary>How alike the two are, from 0 to 1.</summary>
    public double Similarity { get; init; }
}

/// <summary>The beginning of a running story.</summary>
public sealed record StoryOpened
{
    /// <summary>The version of this payload.</summary>
    public int V { get; init; } = 1;

    /// <summary>The name in its address; an address is for ever.</summary>
    public required string Slug { get; init; }

    /// <summary>Its headline.</summary>
    public required string Headline { get; init; }

    /// <summary>Its standfirst.</summary>
    public string? Standfirst { get; init; }

    /// <summary>The slug of the section of our site.</summary>
    public string? Section { get; init; }

    /// <summary>The language of its articles as a BCP 47 tag.</summary>
    public string? Language { get; init; }

    /// <summary>The article that opened it; <see langword="null"/> when a person did.</summary>
    public string? Article { get; init; }
}

/// <summary>What changed about a story; <see langword="null"/> where nothing did.</summary>
public sealed record StoryChanged
{
    /// <summary>The version of this payload.</summary>
    public int V { get; init; } = 1;

    /// <summary>The new headline.</summary>
    public string? Headline { get; init; }

    /// <summary>The new standfirst.</summary>
    public string? Standfirst { get; init; }

    /// <summary>The new section.</summary>
    public string? Section { get; init; }

    /// <summary>The new slug; the old one redirects.</summary>
    public string? Slug { get; init; }

    /// <summary>The article whose headline or standfirst it takes; <see langword="null"/> when a person wrote it.</summary>
    public string? Article { get; init; }

    /// <summary>The new kicker, the label above the headline; empty leaves it to the machine again.</summary>
    public string? Kicker { get; init; }

    /// <summary>That an editor closed the story, or opened it again.</summary>
    public bool? Closed { get; init; }
}

/// <summary>A post on a story's page.</summary>
public sealed record PostPublished
{
    /// <summary>The version of this payload.</summary>
    public int V { get; init; } = 1;

    /// <summary>The story's id.</summary>
    public required string Story { get; init; }

    /// <summary>What the post says.</summary>
    public required Post Post { get; init; }
}

/// <summary>A post as it stands after a change.</summary>
public sealed record PostEdited
{
    /// <summary>The version of this payload.</summary>
    public int V { get; init; } = 1;

    /// <summary>The story's id.</summary>
    public required string Story { get; init; }

    /// <summary>What the post says now, whole.</summary>
    public required Post Post { get; init; }

    /// <summary>Why it changed.</summary>
    public required PostChange Reason { get; init; }
}

/// <summary>That the gate was moved for something.</summary>
public sealed record GateMoved
{
    /// <summary>The version of this payload.</summary>
    public int V { get; init; } = 1;

    /// <summary>The rule or the reason, for editors.</summary>
    public required string Reason { get; init; }
}

/// <summary>That a person corrected a reading. The subject is the article, or the entity where it is about more than one document.</summary>
public sealed record ReadingCorrected
{
    /// <summary>The version of this payload.</summary>
    public int V { get; init; } = 1;

    /// <summary>What is so, whatever a reader makes of it.</summary>
    public required ReadingCorrection Correction { get; init; }
}

/// <summary>Which lasting entities an article names.</summary>
public sealed record EntitiesLinked
{
    /// <summary>The version of this payload.</summary>
    public int V { get; init; } = 1;

    /// <summary>The position of the reading that this rests on.</summary>
    public required long Read { get; init; }

    /// <summary>When the article was published, or seen where it does not say: when what it says of roles was so.</summary>
    public required DateTimeOffset When { get; init; }

    /// <summary>One for each entity of the document that is told apart from others of its name.</summary>
    public IReadOnlyList<EntityLink> Links
    {
        get => field ?? [];
        init;
    } = [];
}

/// <summary>The way of a quotation through several articles as it is known now, whole. The subject is the trail.</summary>
public sealed record TrailExtended
{
    /// <summary>The version of this payload.</summary>
    public int V { get; init; } = 1;

    /// <summary>The position of the entry that this follows from: a reading, an echo that was found, a page that is gone.</summary>
    public required long After { get; init; }

    /// <summary>The articles that carry it, in order of time; fewer than two when it is no trail any more.</summary>
    public IReadOnlyList<TrailCarrier> Carriers
    {
        get => field ?? [];
        init;
    } = [];
}

/// <summary>Everything that was read out of a story's articles together, whole. The subject is the story.</summary>
public sealed record StoryRead
{
    /// <summary>The version of this payload.</summary>
    public int V { get; init; } = 1;

    /// <summary>The position of the entry that this follows from: an article that came, changed or went, a headline.</summary>
    public required long After { get; init; }

    /// <summary>What the articles count differently.</summary>
    public IReadOnlyList<StoryFigure> Figures
    {
        get => field ?? [];
        init;
    } = [];

    /// <summary>What was said, each statement once, in the order in which they were first carried.</summary>
    public IReadOnlyList<StoryThread> Threads
    {
        get => field ?? [];
        init;
    } = [];

    /// <summary>The dated moments, in order.</summary>
    public IReadOnlyList<StoryMoment> Timeline
    {
        get => field ?? [];
        init;
    } = [];

    /// <summary>What carries the headline; <see langword="null"/> for a story without articles.</summary>
    public StoryHeadline? Headline { get; init; }

    /// <summary>What they leave open, those that most articles ask first.</summary>
    public IReadOnlyList<OpenQuestion> Questions
    {
        get => field ?? [];
        init;
    } = [];

    /// <summary>What the story may be called; <see langword="null"/> for a story without articles, and in what was read by earlier versions.</summary>
    public StoryName? Name { get; init; }

    /// <summary>Where it is told in other languages, one a language.</summary>
    public IReadOnlyList<StoryTelling> Tellings
    {
        get => field ?? [];
        init;
    } = [];
}

/// <summary>That a story became part of another. The subject is the story that ends.</summary>
public sealed record StoryMerged
{
    /// <summary>The version of this payload.</summary>
    public int V { get; init; } = 1;

    /// <summary>The id of the story that goes on.</summary>
    public required string Into { get; init; }

    /// <summary>The evidence, in words a person can check; empty when a person did it.</summary>
    public IReadOnlyList<string> Because
    {
        get => field ?? [];
        init;
    } = [];

    /// <summary>How likely the two were one, from 0 to 1; 0 when a person did it.</summary>
    public double Similarity { get; init; }
}

/// <summary>That a part of a story became a story of its own. The subject is the story that the part leaves.</summary>
public sealed record StorySplit
{
    /// <summary>The version of this payload.</summary>
    public int V { get; init; } = 1;

    /// <summary>The id of the new story, which was opened right before.</summary>
    public required string Into { get; init; }

    /// <summary>The articles that move; the posts made from them go along.</summary>
    public IReadOnlyList<string> Articles
    {
        get => field ?? [];
        init;
    } = [];

    /// <summary>The posts that move.</summary>
    public IReadOnlyList<string> Posts
    {
        get => field ?? [];
        init;
    } = [];

    /// <summary>The evidence, in words a person can check; empty when a person did it.</summary>
    public IReadOnlyList<string> Because
    {
        get => field ?? [];
        init;
    } = [];

    /// <summary>How likely the two were one, from 0 to 1; 0 when a person did it.</summary>
    public double Similarity { get; init; }
}

/// <summary>That a person put an article somewhere else, with the post made from it. It stays there.</summary>
public sealed record ArticleMoved
{
    /// <summary>The version of this payload.</summary>
    public int V { get; init; } = 1;

    /// <summary>The story that it was in; <see langword="null"/> for none.</summary>
    public string? From { get; init; }

    /// <summary>The story it belongs to from now on; <see langword="null"/> for none.</summary>
    public string? Into { get; init; }
}

/// <summary>That a person said that two stories are not one, however alike they may become.</summary>
public sealed record StoriesKeptApart
{
    /// <summary>The version of this payload.</summary>
    public int V { get; init; } = 1;

    /// <summary>The id of the other story.</summary>
    public required string Other { get; init; }
}

/// <summary>A piece on our site.</summary>
public sealed record PiecePublished
{
    /// <summary>The version of this payload.</summary>
    public int V { get; init; } = 1;

    /// <summary>What the piece says.</summary>
    public required Piece Piece { get; init; }
}

/// <summary>A piece as it stands after a change.</summary>
public sealed record PieceEdited
{
    /// <summary>The version of this payload.</summary>
    public int V { get; init; } = 1;

    /// <summary>What the piece says now, whole.</summary>
    public required Piece Piece { get; init; }
}

/// <summary>That a person asked something of a story, or said what became of a question. The subject is the question.</summary>
public sealed record QuestionChanged
{
    /// <summary>The version of this payload.</summary>
    public int V { get; init; } = 1;

    /// <summary>The id of the story.</summary>
    public required string Story { get; init; }

    /// <summary>Whether it is open, answered or dropped now.</summary>
    public required QuestionState State { get; init; }

    /// <summary>The words of a question of our own; <see langword="null"/> for one that articles ask.</summary>
    public string? Text { get; init; }

    /// <summary>The normalised words of one that articles ask, so that it is known again in another wording.</summary>
    public string? Words { get; init; }

    /// <summary>What answers it; <see langword="null"/> where the person named nothing.</summary>
    public QuestionAnswer? Answer { get; init; }

    /// <summary>Why, for readers.</summary>
    public string? Reason { get; init; }
}
