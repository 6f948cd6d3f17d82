using Perennial.Weave.Trails;

namespace Perennial.Weave.Threads;

/// <summary>A statement by a sure speaker, in words that can be compared.</summary>
internal sealed class Said
{
    /// <summary>So many telling words must two share that only report the same: enough to say something.</summary>
    public const int FewestAlike = 4;

    // Reported words are the reporters' own: half of them alike.
    private const double AlikeEnough = 0.5;

    private readonly Dictionary<Said, bool> compared = [];

    private Said(ThreadedArticle article, Statement statement) => (Article, Statement) = (article, statement);

    /// <summary>The article.</summary>
    public ThreadedArticle Article { get; }

    /// <summary>The statement.</summary>
    public Statement Statement { get; }

    /// <summary>Its words.</summary>
    public QuotedWords Words => field ??= QuotedWords.Of(Statement.Text);

    /// <summary>The runs of three words in it.</summary>
    public HashSet<ulong> Runs => field ??= Words.Runs();

    /// <summary>The words in it that say something by themselves.</summary>
    public HashSet<string> Telling =>
        field ??= [
            .. Weave.Words.Of(Words.Joined).Select(word => word.Text).Where(word => !CommonWords.Contains(word)),
        ];

    /// <summary>The statements of an article that can be in threads.</summary>
    public static IReadOnlyList<Said> In(ThreadedArticle article) =>
        [
            .. article
                .Article.Statements.Where(statement =>
                    statement is { In: StatementPlace.Body, Speaker: { Sure: true, Name: not null } }
                )
                .Select(statement => new Said(article, statement)),
        ];

    /// <summary>Whether it is the same statement as another. Laying two beside each other is dear, and stories are read more than once.</summary>
    public bool Is(Said other) => compared.TryGetValue(other, out var known) ? known : compared[other] = Compare(other);

    private bool Compare(Said other)
    {
        if (Names.AreOneSpeaker(Statement.Speaker!.Name, other.Statement.Speaker!.Name) != true)
        {
            return false;
        }
        // Without three words in a row that both have nothing is the same; looking for them is quick.
        if (
            Runs.Overlaps(other.Runs)
            && Alignment.Of(other.Words, Words).IsSame(speakers: true, Article.At - other.Article.At)
        )
        {
            return true;
        }
        if (Statement.Kind == StatementKind.Direct && other.Statement.Kind == StatementKind.Direct)
        {
            return false;
        }
        var shared = Telling.Count(other.Telling.Contains);
        return shared >= FewestAlike && shared >= Math.Min(Telling.Count, other.Telling.Count) * AlikeEnough;
    }

    /// <summary>Forgets what it was compared with, but for those that are read still.</summary>
    public void Forget(IReadOnlySet<Said> read)
    {
        foreach (var gone in compared.Keys.Where(other => !read.Contains(other)).ToList())
        {
            compared.Remove(gone);
        }
    }
}
