namespace Perennial.Weave.Threads;

/// <summary>Which statements of a story's articles are one: the same person, the same or overlapping words.</summary>
public sealed class StatementThreads
{
    private const int MostStatements = 5000;

    // Of one speaker so many are compared; a spokesman who says more than that in one story says it again.
    private const int MostOfASpeaker = 200;

    private readonly Dictionary<string, SpeakersThreads> bySpeaker = new(StringComparer.Ordinal);
    private readonly List<Growing> threads = [];
    private int statements;

    /// <summary>The threads in the order in which they began; a statement that stands alone is one too.</summary>
    /// <param name="articles">The story's articles.</param>
    public static IReadOnlyList<StatementThread> Of(IReadOnlyList<ThreadedArticle> articles)
    {
        var growing = new StatementThreads();
        foreach (var article in articles.OrderBy(article => article.At))
        {
            growing.Add(article);
        }
        return growing.All();
    }

    /// <summary>Takes in one more article.</summary>
    public void Add(ThreadedArticle article) => Add(Said.In(article));

    /// <summary>Takes in what was said in one more article.</summary>
    internal void Add(IReadOnlyList<Said> article)
    {
        foreach (var said in article.Take(MostStatements - statements))
        {
            statements++;
            Add(said);
        }
    }

    /// <summary>The threads so far, in the order in which they began.</summary>
    public IReadOnlyList<StatementThread> All() => [.. threads.Select(thread => thread.Grown)];

    private void Add(Said said)
    {
        // A surname is all that a later report may give.
        var key = Words.Of(said.Statement.Speaker!.Name!).Select(word => word.Text).LastOrDefault() ?? "";
        if (!bySpeaker.TryGetValue(key, out var known))
        {
            bySpeaker.Add(key, known = new SpeakersThreads());
        }
        var thread = known.Find(said);
        if (thread is null)
        {
            thread = new Growing();
            threads.Add(thread);
        }
        if (thread.Add(said))
        {
            known.Learn(thread, said);
        }
    }

    /// <summary>The threads of one speaker, found by the words that something new shares with them.</summary>
    private sealed class SpeakersThreads
    {
        private readonly List<Growing> known = [];
        private readonly Dictionary<ulong, List<int>> byRun = [];
        private readonly Dictionary<string, List<int>> byWord = new(StringComparer.Ordinal);

        /// <summary>The first thread that takes it.</summary>
        public Growing? Find(Said said)
        {
            var candidates = new SortedSet<int>();
            foreach (var run in said.Runs)
            {
                candidates.UnionWith(byRun.GetValueOrDefault(run) ?? []);
            }
            var shared = new int[known.Count];
            foreach (var word in said.Telling)
            {
                foreach (var thread in byWord.GetValueOrDefault(word) ?? [])
                {
                    if (++shared[thread] == Said.FewestAlike)
                    {
                        candidates.Add(thread);
                    }
                }
            }
            return candidates.Select(thread => known[thread]).FirstOrDefault(thread => thread.Takes(said));
        }

        /// <summary>Remembers a form of a thread, which may be new.</summary>
        public void Learn(Growing thread, Said form)
        {
            var number = known.IndexOf(thread);
            if (number < 0)
            {
                if (known.Count >= MostOfASpeaker)
                {
                    return;
                }
                number = known.Count;
                known.Add(thread);
            }
            foreach (var run in form.Runs)
            {
                Note(byRun, run, number);
            }
            foreach (var word in form.Telling)
            {
                Note(byWord, word, number);
            }
        }

        private static void Note<T>(Dictionary<T, List<int>> index, T key, int thread)
            where T : notnull
        {
            if (!index.TryGetValue(key, out var threads))
            {
                index.Add(key, threads = []);
            }
            if (!threads.Contains(thread))
            {
                threads.Add(thread);
            }
        }
    }

    private sealed class Growing
    {
        private readonly List<Said> forms = [];
        private readonly List<ThreadCarrier> carriers = [];
        private readonly HashSet<string> origins = new(StringComparer.Ordinal);
        private StatementThread? grown;

        /// <summary>The thread as it is now: shown by its fullest quoted form, else by its first.</summary>
        public StatementThread Grown =>
            grown ??= new(
                carriers.Select(carrier => carrier.Statement.Speaker!.Name!).MaxBy(name => name.Length)!,
                carriers
                    .OrderBy(carrier => carrier.Statement.Kind)
                    .ThenByDescending(carrier => carrier.Statement.Text.Length)
                    .First()
                    .Statement.Text,
                [.. carriers.OrderBy(carrier => carrier.At)],
                origins.Count
            );

        public bool Takes(Said said) => forms.Exists(form => said.Is(form));

        /// <summary>Takes in a carrier.</summary>
        /// <returns>Whether it is another form, by which the thread can be found.</returns>
        public bool Add(Said said)
        {
            const int mostForms = 8;
            grown = null;
            carriers.Add(
                new ThreadCarrier(
                    StatementId.Of(said.Article.Id, said.Statement),
                    said.Article.Id,
                    said.Article.At,
                    said.Statement
                )
            );
            origins.Add(said.Article.Origin);
            if (forms.Count >= mostForms || forms.Exists(form => form.Words.Joined == said.Words.Joined))
            {
                return false;
            }
            forms.Add(said);
            return true;
        }
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
