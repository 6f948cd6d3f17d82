namespace Perennial;

/// <summary>What a source is.</summary>
public enum SourceKind
{
    /// <summary>A feed or a sitemap, whose entries lead to pages.</summary>
    Feed,

    /// <summary>A page that is itself captured whenever it changes.</summary>
    Page,

    /// <summary>Files that somebody imported: nothing is fetched from there.</summary>
    File,
}

/// <summary>How much of a source's texts readers may be shown.</summary>
public enum SourceLicence
{
    /// <summary>No licence: headline, link and one excerpt budget an article.</summary>
    None,

    /// <summary>The whole text.</summary>
    Full,
}

/// <summary>How one article repeats another.</summary>
public enum EchoRelation
{
    /// <summary>The other's text whole, cut short, lightly edited or with a local insert.</summary>
    Copy,

    /// <summary>The same report in other words or abridged.</summary>
    Rewrite,

    /// <summary>A text of its own that carries a long passage.</summary>
    Excerpt,
}
