namespace Perennial;

/// <summary>The kinds of entries. Kinds are added, never renamed; <c>docs/ledger.md</c> describes each payload.</summary>
public static class EntryKinds
{
    /// <summary>Our own publication got its name, sections or policies, or changed them.</summary>
    public static EntryKind<SiteChanged> SiteChanged { get; } = new("site-changed", PerennialJson.Lines.SiteChanged);

    /// <summary>Somebody subscribed to a source.</summary>
    public static EntryKind<SourceAdded> SourceAdded { get; } = new("source-added", PerennialJson.Lines.SourceAdded);

    /// <summary>A source moved, or its name or licence changed.</summary>
    public static EntryKind<SourceChanged> SourceChanged { get; } =
        new("source-changed", PerennialJson.Lines.SourceChanged);

    /// <summary>A page was fetched.</summary>
    public static EntryKind<PageCaptured> PageCaptured { get; } =
        new("page-captured", PerennialJson.Lines.PageCaptured);

    /// <summary>A page that had been captured is no longer there.</summary>
    public static EntryKind<PageGone> PageGone { get; } = new("page-gone", PerennialJson.Lines.PageGone);

    /// <summary>The reader read a capture.</summary>
    public static EntryKind<ArticleRead> ArticleRead { get; } = new("article-read", PerennialJson.Lines.ArticleRead);

    /// <summary>The weaver put an article into a story, or into none.</summary>
    public static EntryKind<ArticlePlaced> ArticlePlaced { get; } =
        new("article-placed", PerennialJson.Lines.ArticlePlaced);

    /// <summary>The weaver found that an article repeats another.</summary>
    public static EntryKind<EchoFound> EchoFound { get; } = new("echo-found", PerennialJson.Lines.EchoFound);

    /// <summary>A running story began.</summary>
    public static EntryKind<StoryOpened> StoryOpened { get; } = new("story-opened", PerennialJson.Lines.StoryOpened);

    /// <summary>A story's headline, standfirst, section, slug or state changed.</summary>
    public static EntryKind<StoryChanged> StoryChanged { get; } =
        new("story-changed", PerennialJson.Lines.StoryChanged);

    /// <summary>A post went onto a story's page.</summary>
    public static EntryKind<PostPublished> PostPublished { get; } =
        new("post-published", PerennialJson.Lines.PostPublished);

    /// <summary>A post changed.</summary>
    public static EntryKind<PostEdited> PostEdited { get; } = new("post-edited", PerennialJson.Lines.PostEdited);

    /// <summary>The gate: something is not shown to readers until it is opened.</summary>
    public static EntryKind<GateMoved> Held { get; } = new("held", PerennialJson.Lines.GateMoved);

    /// <summary>The gate: something held is shown to readers.</summary>
    public static EntryKind<GateMoved> Opened { get; } = new("opened", PerennialJson.Lines.GateMoved);

    /// <summary>A person corrected a reading; later readings respect it.</summary>
    public static EntryKind<ReadingCorrected> ReadingCorrected { get; } =
        new("reading-corrected", PerennialJson.Lines.ReadingCorrected);

    /// <summary>The linker found which lasting entities an article names, and what it says of them.</summary>
    public static EntryKind<EntitiesLinked> EntitiesLinked { get; } =
        new("entities-linked", PerennialJson.Lines.EntitiesLinked);

    /// <summary>The weaver found a quotation in several articles, or what it found of one changed.</summary>
    public static EntryKind<TrailExtended> TrailExtended { get; } =
        new("trail-extended", PerennialJson.Lines.TrailExtended);

    /// <summary>The weaver read a story's articles together, or what it reads there changed.</summary>
    public static EntryKind<StoryRead> StoryRead { get; } = new("story-read", PerennialJson.Lines.StoryRead);

    /// <summary>A story became part of another; its address leads there for ever.</summary>
    public static EntryKind<StoryMerged> StoryMerged { get; } = new("story-merged", PerennialJson.Lines.StoryMerged);

    /// <summary>A part of a story became a story of its own.</summary>
    public static EntryKind<StorySplit> StorySplit { get; } = new("story-split", PerennialJson.Lines.StorySplit);

    /// <summary>A person put an article somewhere else.</summary>
    public static EntryKind<ArticleMoved> ArticleMoved { get; } =
        new("article-moved", PerennialJson.Lines.ArticleMoved);

    /// <summary>A person said that two stories are not one.</summary>
    public static EntryKind<StoriesKeptApart> StoriesKeptApart { get; } =
        new("stories-kept-apart", PerennialJson.Lines.StoriesKeptApart);

    /// <summary>A piece went onto our site.</summary>
    public static EntryKind<PiecePublished> PiecePublished { get; } =
        new("piece-published", PerennialJson.Lines.PiecePublished);

    /// <summary>A piece changed, or was withdrawn.</summary>
    public static EntryKind<PieceEdited> PieceEdited { get; } = new("piece-edited", PerennialJson.Lines.PieceEdited);

    /// <summary>A person asked something of a story, or said what became of a question.</summary>
    public static EntryKind<QuestionChanged> QuestionChanged { get; } =
        new("question-changed", PerennialJson.Lines.QuestionChanged);

    /// <summary>All of them, in the order of this file.</summary>
    public static IReadOnlyList<IEntryKind> All { get; } =
    [
        SiteChanged,
        SourceAdded,
        SourceChanged,
        PageCaptured,
        PageGone,
        ArticleRead,
        ArticlePlaced,
        EchoFound,
        StoryOpened,
        StoryChanged,
        PostPublished,
        PostEdited,
        Held,
        Opened,
        ReadingCorrected,
        EntitiesLinked,
        TrailExtended,
        StoryRead,
        StoryMerged,
        StorySplit,
        ArticleMoved,
        StoriesKeptApart,
        PiecePublished,
        PieceEdited,
        QuestionChanged,
    ];
}
