using Perennial.Weave.Trails;

namespace Perennial.Weave.Threads;

/// <summary>Which statements of a story's articles are one: the same person, the same or overlapping words.</summary>
public static class StatementThreads
{
    private const int MostStatements = 5000;

    // Of one speaker so many are compared; a spokesman who says more than that in one story says it again.
    private const int MostOfASpeaker = 200;

    // Reported words are the reporters' own: half of them alike, and enough of them to say something.
    private const double AlikeEnough = 0.5;
    private const int FewestAlike = 4;

    /// <summary>The threads in the order in which they began; a statement that stands alone is one too.</summary>
    /// <param name="articles">The story's articles.</param>
    public static IReadOnlyList<StatementThread> Of(IReadOnlyList<ThreadedArticle> articles)
    {
        var bySpeaker = new Dictionary<string, List<Growing>>(StringComparer.Ordinal);
        var threads = new List<Growing>();
        var carried = articles
            .OrderBy(article => article.At)
            .SelectMany(article => article.Article.Statements.Select(statement => (article, statement)))
            .Where(pair => pair.statement is { In: StatementPlace.Body, Speaker: { Sure: true, Name: not null } })
            .Take(MostStatements);
        foreach (var (article, statement) in carried)
        {
            var said = new Said(article, statement);
            // A surname is all that a later report may give.
            var key = Words.Of(statement.Speaker!.Name!).Select(word => word.Text).LastOrDefault() ?? "";
            if (!bySpeaker.TryGetValue(key, out var known))
            {
                bySpeaker.Add(key, known = []);
            }
            var thread = known.FirstOrDefault(thread => thread.Takes(said));
            if (thread is null)
            {
                thread = new Growing();
                threads.Add(thread);
                if (known.Count < MostOfASpeaker)
                {
                    known.Add(thread);
                }
            }
            thread.Add(said);
        }
        return [.. threads.Select(thread => thread.Grown())];
    }

    private sealed class Said(ThreadedArticle article, Statement statement)
    {
        public ThreadedArticle Article { get; } = article;

        public Statement Statement { get; } = statement;

        public QuotedWords Words { get; } = QuotedWords.Of(statement.Text);

        public bool Is(Said other)
        {
            var alignment = Alignment.Of(other.Words, Words);
            if (Names.AreOneSpeaker(Statement.Speaker!.Name, other.Statement.Speaker!.Name) != true)
            {
                return false;
            }
            if (alignment.IsSame(speakers: true, Article.At - other.Article.At))
            {
                return true;
            }
            if (Statement.Kind == StatementKind.Direct && other.Statement.Kind == StatementKind.Direct)
            {
                return false;
            }
            var (own, theirs) = (Telling(Words), Telling(other.Words));
            var shared = own.Count(theirs.Contains);
            return shared >= FewestAlike && shared >= Math.Min(own.Count, theirs.Count) * AlikeEnough;
        }

        private static HashSet<string> Telling(QuotedWords words) =>
            [.. Weave.Words.Of(words.Joined).Select(word => word.Text).Where(word => !CommonWords.Contains(word))];
    }

    private sealed class Growing
    {
        private readonly List<Said> forms = [];
        private readonly List<ThreadCarrier> carriers = [];
        private readonly HashSet<string> origins = new(StringComparer.Ordinal);

        public bool Takes(Said said) => forms.Exists(form => said.Is(form));

        public void Add(Said said)
        {
            const int mostForms = 8;
            if (forms.Count < mostForms && !forms.Exists(form => form.Words.Joined == said.Words.Joined))
            {
                forms.Add(said);
            }
            carriers.Add(
                new ThreadCarrier(
                    StatementId.Of(said.Article.Id, said.Statement),
                    said.Article.Id,
                    said.Article.At,
                    said.Statement
                )
            );
            origins.Add(said.Article.Origin);
        }

        /// <summary>A thread is shown by its fullest quoted form, else by its first.</summary>
        public StatementThread Grown() =>
            new(
                carriers.Select(carrier => carrier.Statement.Speaker!.Name!).MaxBy(name => name.Length)!,
                carriers
                    .OrderBy(carrier => carrier.Statement.Kind)
                    .ThenByDescending(carrier => carrier.Statement.Text.Length)
                    .First()
                    .Statement.Text,
                carriers,
                origins.Count
            );
    }
}

/// <summary>One statement with all that carry it.</summary>
/// <param name="Speaker">Who said it, by the fullest name that a carrier gives.</param>
/// <param name="Text">Its fullest quoted words, or else the words of the first carrier.</param>
/// <param name="Carriers">Where it stands, in order of time.</param>
/// <param name="Origins">How many independent origins they go back to, echoes folded.</param>
public sealed record StatementThread(string Speaker, string Text, IReadOnlyList<ThreadCarrier> Carriers, int Origins);

/// <summary>A place where a statement stands.</summary>
/// <param name="Id">The statement's id.</param>
/// <param name="Article">The article's id.</param>
/// <param name="At">When the article was published, else first seen.</param>
/// <param name="Statement">The statement.</param>
public sealed record ThreadCarrier(string Id, string Article, DateTimeOffset At, Statement Statement);
