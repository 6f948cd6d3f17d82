using Perennial.Store.Views;

namespace Perennial.Publish.Parts;

/// <summary>The articles that a story's reading points at, as far as readers may see them: nothing gone, nothing held, no words beyond our rights.</summary>
internal sealed class CitedArticles
{
    private readonly Func<string, ArticleRow?> find;
    private readonly bool past;
    private readonly Dictionary<string, Cited?> cited = new(StringComparer.Ordinal);

    private CitedArticles(Func<string, ArticleRow?> find, bool past) => (this.find, this.past) = (find, past);

    /// <summary>Those of a story's articles that readers may see.</summary>
    /// <param name="articles">The articles.</param>
    /// <param name="past">Whether they stand as they stood: without a licence there is one excerpt, and it is that of now.</param>
    public static CitedArticles Among(IReadOnlyList<ArticleRow> articles, bool past)
    {
        var rows = articles.ToDictionary(row => row.Id, StringComparer.Ordinal);
        return new CitedArticles(rows.GetValueOrDefault, past);
    }

    /// <summary>Those of a story, each looked up when it is pointed at.</summary>
    public static CitedArticles Of(ViewSnapshot snapshot, string story) =>
        new(
            id =>
                ArticlesView.Find(snapshot, id) is { Gone: null, Article: not null } row
                && row.Story == story
                && !GateView.HoldsArticle(snapshot, row)
                    ? row
                    : null,
            past: false
        );

    /// <summary>An article; <see langword="null"/> for one that readers may not see.</summary>
    public ArticleRow? Row(string id) => Find(id)?.Row;

    /// <summary>The article of a passage, as long as it is the reading that the passage stands in.</summary>
    public ArticleRow? Row(PassageAnchor passage) =>
        Row(passage.Article) is { } row
        && row.Read == passage.Read
        && passage.Start >= 0
        && passage.Start < passage.End
        && passage.End <= row.Article!.Text.Length
            ? row
            : null;

    /// <summary>The words of a passage; <see langword="null"/> when they may not be shown.</summary>
    public string? Words(PassageAnchor passage) =>
        Row(passage) is { } row && Find(passage.Article)!.MayShow(passage.Start, passage.End)
            ? row.Article!.Text[passage.Start..passage.End]
            : null;

    /// <summary>The words of a question by its id; <see langword="null"/> when they may not be shown.</summary>
    public string? Question(string article, string id) =>
        Find(article) is { } asking
        && asking.Row.Article!.Questions.FirstOrDefault(one => QuestionId.Of(article, one) == id) is { } question
        // A headline may always be shown.
        && (question.Start is not { } start || asking.MayShow(start, question.End!.Value))
            ? question.Text
            : null;

    /// <summary>Where a passage stands on the page of its article.</summary>
    public string? Address(PassageAnchor passage) =>
        Row(passage) is { } row ? $"/articles/{row.Id}" + Find(row.Id)!.Anchor(passage.Start) : null;

    /// <summary>A statement by its id, whether its words may be shown or not.</summary>
    public Statement? Statement(string article, string id) => Find(article)?.Statement(id);

    /// <summary>Whether the words of a statement may be shown.</summary>
    public bool MayShow(string article, Statement statement) => Find(article)?.MayShow(statement) == true;

    private Cited? Find(string id) =>
        cited.TryGetValue(id, out var known)
            ? known
            : cited[id] = find(id) is { Article: not null } row ? new Cited(row, past) : null;

    private sealed class Cited(ArticleRow row, bool past)
    {
        private readonly Lazy<ILookup<string, Statement>> statements = new(() =>
            row.Article!.Statements.ToLookup(statement => StatementId.Of(row.Id, statement), StringComparer.Ordinal)
        );
        private readonly Lazy<Excerpt?> excerpt = new(() =>
            row.Licence == SourceLicence.Full ? null : Excerpt.Of(row.Article!)
        );
        private HashSet<Statement>? shown;

        public ArticleRow Row => row;

        public Statement? Statement(string id) => statements.Value[id].FirstOrDefault();

        // Without a licence there is one excerpt, and it is that of now.
        private bool IsWithheld => past && row.Licence != SourceLicence.Full;

        public bool MayShow(Statement statement) =>
            !IsWithheld
            && (
                shown ??= Rights
                    .Statements(row, excerpt.Value)
                    .Select(pair => pair.Statement)
                    .ToHashSet<Statement>(ReferenceEqualityComparer.Instance)
            ).Contains(statement);

        public bool MayShow(int start, int end) => !IsWithheld && Rights.MayShow(row, excerpt.Value, start, end);

        public string Anchor(int start) =>
            row.Licence == SourceLicence.Full
            && row.Article!.Blocks.LastOrDefault(block => block.Start <= start && block.End > start)
                is { Start: { } at }
                ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"#b{at}")
                : "";
    }
}
