using System.Text.Json.Serialization;

namespace Perennial;

/// <summary>A capture, read: what stands on the page, who said what in it, and what it mentions.</summary>
public sealed record Article
{
    /// <summary>The address the capture came from.</summary>
    public string? Url { get; init; }

    /// <summary>The address the page names as its own.</summary>
    public string? CanonicalUrl { get; init; }

    /// <summary>The publication's name as the page gives it.</summary>
    public string? SiteName { get; init; }

    /// <summary>The publication's tagline, where it stands beside the masthead.</summary>
    public string? Tagline { get; init; }

    /// <summary>What sort of page it is.</summary>
    public ArticleKind Kind { get; init; } = ArticleKind.Article;

    /// <summary>The label above the headline, when the page has one.</summary>
    public string? Kicker { get; init; }

    /// <summary>The headline, without kicker, site name or section.</summary>
    public string? Title { get; init; }

    /// <summary>The standfirst (deck, summary line) under the headline.</summary>
    public string? Standfirst { get; init; }

    /// <summary>Every name that the byline gives, handles and agencies too.</summary>
    public IReadOnlyList<string> Authors
    {
        get => field ?? [];
        init;
    } = [];

    /// <summary>The same names, each with what it is.</summary>
    public IReadOnlyList<Credit> Credits
    {
        get => field ?? [];
        init;
    } = [];

    /// <summary>The section of the publication.</summary>
    public string? Section { get; init; }

    /// <summary>When the page says it was published.</summary>
    public StatedTime? Published { get; init; }

    /// <summary>When the page says it was last changed.</summary>
    public StatedTime? Modified { get; init; }

    /// <summary>The language of the text as a BCP 47 tag, such as <c>en</c>.</summary>
    public string? Language { get; init; }

    /// <summary>The keywords that the page gives itself.</summary>
    public IReadOnlyList<string> Tags
    {
        get => field ?? [];
        init;
    } = [];

    /// <summary>The pictures that stand for the article or in it.</summary>
    public IReadOnlyList<ArticleImage> Images
    {
        get => field ?? [];
        init;
    } = [];

    /// <summary>Whether all of the text is for everybody; <see langword="null"/> when the page does not say.</summary>
    public bool? IsFree { get; init; }

    /// <summary>The licence of the text as the page gives it: an address or words.</summary>
    public string? Licence { get; init; }

    /// <summary>What each of the values above rests on.</summary>
    public ArticleEvidence Evidence
    {
        get => field ?? new();
        init;
    } = new();

    /// <summary>
    /// The body: paragraphs and subheads separated by a blank line, without title, standfirst, captions and tables.
    /// Every offset in this record counts UTF-16 code units into it.
    /// </summary>
    public string Text
    {
        get => field ?? "";
        init;
    } = "";

    /// <summary>The blocks of <see cref="Text"/> in order, and those beside it (captions, tables).</summary>
    public IReadOnlyList<Block> Blocks
    {
        get => field ?? [];
        init;
    } = [];

    /// <summary>The timed posts of a live blog, or the explainers in an article.</summary>
    public IReadOnlyList<ArticlePost> Posts
    {
        get => field ?? [];
        init;
    } = [];

    /// <summary>Who said what, in order of the text; those of the headline first.</summary>
    public IReadOnlyList<Statement> Statements
    {
        get => field ?? [];
        init;
    } = [];

    /// <summary>The people, organisations, places and groups mentioned.</summary>
    public IReadOnlyList<Entity> Entities
    {
        get => field ?? [];
        init;
    } = [];

    /// <summary>The quantities mentioned.</summary>
    public IReadOnlyList<Figure> Figures
    {
        get => field ?? [];
        init;
    } = [];

    /// <summary>The dates and times mentioned.</summary>
    public IReadOnlyList<Moment> Moments
    {
        get => field ?? [];
        init;
    } = [];

    /// <summary>The questions that the text leaves open.</summary>
    public IReadOnlyList<Question> Questions
    {
        get => field ?? [];
        init;
    } = [];

    /// <summary>Why there is nothing to read here; <see langword="null"/> when all is well.</summary>
    public Problem? Problem { get; init; }

    /// <summary>What is wrong or worth knowing although it could be read: a wire's item that breaks its own format, an embargo.</summary>
    public IReadOnlyList<Problem> Warnings
    {
        get => field ?? [];
        init;
    } = [];
}

/// <summary>Where on a page a value stands.</summary>
public enum Evidence
{
    /// <summary>In the page's JSON-LD.</summary>
    [JsonStringEnumMemberName("json-ld")]
    JsonLd,

    /// <summary>In a meta or link element of its head, or the language of its root.</summary>
    [JsonStringEnumMemberName("meta")]
    Meta,

    /// <summary>In an element marked with <c>itemprop</c>.</summary>
    [JsonStringEnumMemberName("microdata")]
    Microdata,

    /// <summary>In what readers see.</summary>
    [JsonStringEnumMemberName("visible")]
    Visible,

    /// <summary>In the page's address.</summary>
    [JsonStringEnumMemberName("address")]
    Address,

    /// <summary>In the state of a script.</summary>
    [JsonStringEnumMemberName("script")]
    Script,
}

/// <summary>What each value of an <see cref="Article"/> rests on; <see langword="null"/> for a value that is not there.</summary>
public sealed record ArticleEvidence
{
    /// <summary>Of <see cref="Article.Title"/>.</summary>
    public Evidence? Title { get; init; }

    /// <summary>Of <see cref="Article.Standfirst"/>.</summary>
    public Evidence? Standfirst { get; init; }

    /// <summary>Of <see cref="Article.Authors"/>.</summary>
    public Evidence? Authors { get; init; }

    /// <summary>Of <see cref="Article.Published"/>.</summary>
    public Evidence? Published { get; init; }

    /// <summary>Of <see cref="Article.Modified"/>.</summary>
    public Evidence? Modified { get; init; }

    /// <summary>Of <see cref="Article.Section"/>.</summary>
    public Evidence? Section { get; init; }

    /// <summary>Of <see cref="Article.Tags"/>.</summary>
    public Evidence? Tags { get; init; }

    /// <summary>Of <see cref="Article.Language"/>.</summary>
    public Evidence? Language { get; init; }

    /// <summary>Of <see cref="Article.CanonicalUrl"/>.</summary>
    public Evidence? CanonicalUrl { get; init; }

    /// <summary>Of <see cref="Article.SiteName"/>.</summary>
    public Evidence? SiteName { get; init; }

    /// <summary>Of <see cref="Article.IsFree"/>.</summary>
    public Evidence? IsFree { get; init; }

    /// <summary>Of <see cref="Article.Licence"/>.</summary>
    public Evidence? Licence { get; init; }
}

/// <summary>A picture of an article.</summary>
/// <param name="Url">Its address, absolute.</param>
/// <param name="Caption">What the page says under it.</param>
/// <param name="Credit">Whom the page names for it: photographer, agency or both, as given.</param>
/// <param name="Evidence">Where on the page it stands.</param>
public sealed record ArticleImage(string Url, string? Caption, string? Credit, Evidence Evidence);

/// <summary>What sort of page an article is.</summary>
public enum ArticleKind
{
    /// <summary>One text.</summary>
    Article,

    /// <summary>Two or more timed posts.</summary>
    Liveblog,

    /// <summary>A page that is no article: a front page, a list, an error page.</summary>
    Page,
}

/// <summary>A name in a byline.</summary>
/// <param name="Name">The name as given, without "By".</param>
/// <param name="Kind">What the name is.</param>
public sealed record Credit(string Name, CreditKind Kind);

/// <summary>What a name in a byline is.</summary>
public enum CreditKind
{
    /// <summary>A person's name.</summary>
    Person,

    /// <summary>A wire or another organisation.</summary>
    Agency,

    /// <summary>A user name.</summary>
    Handle,
}

/// <summary>One piece of a page's content.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Start">Offset into <see cref="Article.Text"/>; <see langword="null"/> for what stands beside the text.</param>
/// <param name="End">Offset after its last code unit; <see langword="null"/> together with <paramref name="Start"/>.</param>
/// <param name="Text">The words of a block beside the text; <see langword="null"/> for one within it.</param>
/// <param name="Language">Its language as a BCP 47 tag; <see langword="null"/> when it is as the document's, or too short to be sure.</param>
public sealed record Block(BlockKind Kind, int? Start, int? End, string? Text = null, string? Language = null);

/// <summary>What a block is.</summary>
public enum BlockKind
{
    /// <summary>A paragraph.</summary>
    Paragraph,

    /// <summary>A subhead within the text.</summary>
    Heading,

    /// <summary>An item of a list.</summary>
    ListItem,

    /// <summary>A paragraph that is set off as a quotation.</summary>
    Quote,

    /// <summary>A row-by-row text of a table; beside the text.</summary>
    Table,

    /// <summary>The caption of a picture; beside the text.</summary>
    Caption,
}

/// <summary>A timed post of a live blog, or an explainer that stands in an article under its own headline.</summary>
public sealed record ArticlePost
{
    /// <summary>The post's id on its page; <see langword="null"/> when it has none.</summary>
    public string? Id { get; init; }

    /// <summary>The post's own address.</summary>
    public string? Url { get; init; }

    /// <summary>The post's headline.</summary>
    public string? Title { get; init; }

    /// <summary>When the post says it was published.</summary>
    public StatedTime? Published { get; init; }

    /// <summary>Who wrote it.</summary>
    public IReadOnlyList<string> Authors
    {
        get => field ?? [];
        init;
    } = [];

    /// <summary>Its words, without its headline.</summary>
    public string Text
    {
        get => field ?? "";
        init;
    } = "";

    /// <summary>Where they start in <see cref="Article.Text"/>.</summary>
    public int Start { get; init; }

    /// <summary>Where they end in <see cref="Article.Text"/>.</summary>
    public int End { get; init; }
}
