using System.Text.Json;
using Perennial.Weave.Headlines;
using Perennial.Weave.Naming;
using Perennial.Weave.Questions;
using Perennial.Weave.Threads;
using Perennial.Weave.Timelines;

namespace Perennial.Weave.Stories;

/// <summary>Reads the articles of one story together: what none of them says alone.</summary>
/// <remarks>
/// It goes on from the articles that it read last: what an article costs that joins a long story is what it says, and not what the story
/// has said. When an article went or changed it begins anew. What it reads depends on nothing but what it is given.
/// </remarks>
public sealed class StoryReader
{
    /// <summary>The most articles that are read together: the newest.</summary>
    public const int MostArticles = 300;

    // So many of the oldest go at once, since each time the others are read anew.
    private const int Going = 100;

    // A headline names the newest of a story: it stands in the newest articles, or in the one it was taken from.
    private const int MostUnderHeadline = 40;

    private readonly Dictionary<string, (StoryArticle Article, SearchedText Text)> searched = new(
        StringComparer.Ordinal
    );
    private readonly Dictionary<string, (StoryArticle Article, IReadOnlyList<Said> Said)> said = new(
        StringComparer.Ordinal
    );
    private List<StoryArticle> read = [];
    private Dictionary<string, StoryArticle> sources = new(StringComparer.Ordinal);
    private StatementThreads threads = new();
    private FigureSides figures = new();
    private StoryDays days = new();
    private OpenQuestions questions = new();
    private StoryNaming naming = new();
    private SearchedHeadline? title;

    /// <summary>How many of the oldest articles of a story are not read any more.</summary>
    /// <param name="articles">How many articles it has.</param>
    public static int TooOld(int articles) =>
        articles <= MostArticles ? 0 : (articles - MostArticles + Going - 1) / Going * Going;

    /// <summary>Everything that the articles give together; nothing for a story without articles.</summary>
    /// <param name="after">The position of the entry that this follows from.</param>
    /// <param name="headline">The headline as readers see it.</param>
    /// <param name="since">The position since which the story has it.</param>
    /// <param name="carrier">The article that it was taken from; <see langword="null"/> when a person wrote it.</param>
    /// <param name="articles">The articles that are to be read, in order of arrival.</param>
    /// <param name="asked">The questions that editors ask of the story, or have said something of.</param>
    /// <param name="rules">What our own publication makes of headlines and sections.</param>
    public StoryRead Read(
        long after,
        string headline,
        long since,
        string? carrier,
        IReadOnlyList<StoryArticle> articles,
        IReadOnlyList<KnownQuestion>? asked = null,
        NamingRules? rules = null
    )
    {
        Take(articles);
        return articles.Count == 0
            ? new StoryRead { After = after, Questions = questions.All(asked ?? []) }
            : new StoryRead
            {
                After = after,
                Figures = StoryFigures.Of(figures.All(), sources),
                Threads = StoryThreads.Of(threads.All()),
                Timeline = StoryTimeline.Of(Timeline.Of(days, atLeast: StoryTimeline.AtLeast), sources),
                Headline = Checked(headline, since, carrier),
                Questions = questions.All(asked ?? []),
                Name = naming.Name(rules ?? NamingRules.None, Searched),
            };
    }

    internal static PassageAnchor Anchor(StoryArticle article, int start, int end) =>
        new(article.Id, article.Read, start, end);

    /// <summary>A sentence without what a wire puts before its first words: "SARN, March 12 (Sarn Wire) - ".</summary>
    internal static PassageAnchor Sentence(StoryArticle article, int start, int end)
    {
        const int longest = 60;
        var head = article.Article.Text.AsSpan(start, Math.Min(longest, end - start));
        foreach (var mark in (string[])[") - ", ") – ", ") — "])
        {
            if (head.IndexOf(mark, StringComparison.Ordinal) is >= 0 and var at)
            {
                return Anchor(article, start + at + mark.Length, end);
            }
        }
        return Anchor(article, start, end);
    }

    private void Take(IReadOnlyList<StoryArticle> articles)
    {
        if (!GoesOnFrom(articles))
        {
            (read, sources, threads, figures, days) = ([], new(StringComparer.Ordinal), new(), new(), new());
            (questions, naming) = (new(), new());
        }
        var begins = read.Count == 0;
        foreach (var article in articles.Skip(read.Count).ToList())
        {
            var threaded = new ThreadedArticle(article.Id, article.Article, article.At, article.EchoOf);
            threads.Add(SaidIn(article, threaded));
            figures.Add(threaded);
            days.Add(DatedArticle.Of(article.Id, article.Article, article.EchoOf));
            questions.Add(article);
            if (article.EchoOf is null)
            {
                naming.Add(article);
            }
            sources[article.Id] = article;
            read.Add(article);
        }
        if (begins)
        {
            Forget();
        }
    }

    /// <summary>Whether the articles are those that were read last, or more of them; a page that was read again and says the same is where it was.</summary>
    private bool GoesOnFrom(IReadOnlyList<StoryArticle> articles)
    {
        if (articles.Count < read.Count)
        {
            return false;
        }
        for (var i = 0; i < read.Count; i++)
        {
            if (SameReading.Instance.Equals(read[i], articles[i]))
            {
                continue;
            }
            if (!SayTheSame(read[i], articles[i]))
            {
                return false;
            }
            read[i] = sources[articles[i].Id] = articles[i];
        }
        return true;
    }

    private static bool SayTheSame(StoryArticle one, StoryArticle other) =>
        one.Id == other.Id
        && one.At == other.At
        && one.EchoOf == other.EchoOf
        && one.Article.Text == other.Article.Text
        && Read(one.Article).AsSpan().SequenceEqual(Read(other.Article));

    /// <summary>What is looked at of an article.</summary>
    private static byte[] Read(Article article) =>
        JsonSerializer.SerializeToUtf8Bytes(
            new Article
            {
                Published = article.Published,
                Statements = article.Statements,
                Figures = article.Figures,
                Moments = article.Moments,
            },
            PerennialJson.Lines.Article
        );

    /// <summary>Lets go of what was said in articles that are not read any more.</summary>
    private void Forget()
    {
        foreach (var gone in said.Keys.Where(id => !sources.ContainsKey(id)).ToList())
        {
            said.Remove(gone);
        }
        var all = said.Values.SelectMany(article => article.Said).ToHashSet();
        foreach (var one in all)
        {
            one.Forget(all);
        }
    }

    /// <summary>What was said in an article, with what it was compared with before.</summary>
    private IReadOnlyList<Said> SaidIn(StoryArticle article, ThreadedArticle threaded)
    {
        if (!said.TryGetValue(article.Id, out var known) || !SameReading.Instance.Equals(known.Article, article))
        {
            said[article.Id] = known = (article, Said.In(threaded));
        }
        return known.Said;
    }

    private StoryHeadline Checked(string headline, long since, string? carrier)
    {
        title = title?.Text == headline ? title : new SearchedHeadline(headline);
        var newest = read.AsEnumerable()
            .Reverse()
            .OrderByDescending(article => article.Id == carrier)
            .Take(MostUnderHeadline)
            .ToList();
        foreach (var gone in searched.Keys.Except(newest.Select(article => article.Id)).ToList())
        {
            searched.Remove(gone);
        }
        return new StoryHeadline
        {
            Since = since,
            Claims =
            [
                .. HeadlineCheck
                    .Of(title, [.. newest.Select(Searched)])
                    .Claims.Select(claim => new StoryClaim
                    {
                        Kind = claim.Kind,
                        Start = claim.Start,
                        End = claim.End,
                        Passages =
                        [
                            .. claim.Passages.Select(passage =>
                                Anchor(sources[passage.Article], passage.Start, passage.End)
                            ),
                        ],
                    }),
            ],
        };
    }

    private SearchedText Searched(StoryArticle article)
    {
        if (!searched.TryGetValue(article.Id, out var known) || !SameReading.Instance.Equals(known.Article, article))
        {
            searched[article.Id] = known = (article, new SearchedText(article.Id, article.Article));
        }
        return known.Text;
    }

    /// <summary>What was read of an article, and what it repeats.</summary>
    private sealed class SameReading : IEqualityComparer<StoryArticle>
    {
        public static SameReading Instance { get; } = new();

        public bool Equals(StoryArticle? one, StoryArticle? other) =>
            one?.Id == other?.Id && one?.Read == other?.Read && one?.EchoOf == other?.EchoOf;

        public int GetHashCode(StoryArticle article) => HashCode.Combine(article.Id, article.Read, article.EchoOf);
    }
}
