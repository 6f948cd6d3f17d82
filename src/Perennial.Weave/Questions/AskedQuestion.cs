using Perennial.Weave.Stories;

namespace Perennial.Weave.Questions;

/// <summary>A question as one article, or an editor, asks it.</summary>
internal sealed class AskedQuestion
{
    // Two that ask the same in other words share most of what the shorter one says, and half of what the longer one does.
    private const double OfShorter = 0.75;
    private const double OfLonger = 0.5;

    private static readonly HashSet<string> Auxiliaries =
    [
        "is",
        "are",
        "was",
        "were",
        "be",
        "been",
        "has",
        "have",
        "had",
        "did",
        "does",
        "do",
        "will",
    ];

    private static readonly HashSet<string> Pronouns =
    [
        "he",
        "she",
        "it",
        "they",
        "him",
        "her",
        "them",
        "his",
        "its",
        "their",
        "this",
        "that",
        "these",
        "those",
    ];

    private AskedQuestion(string id, StoryArticle? article, DateTimeOffset at, string text)
    {
        (Id, Article, At) = (id, article, at);
        Words = TextWord.In(text, 0, text.Length);
        Normal = StatementId.WordsOf(text);
        (Kind, Opener) = QuestionFrame.KindOf(Words, text.AsSpan().TrimEnd(" )”’\"'»").EndsWith("?"));
        // Who has not said it is beside the question, unless a pronoun in it means them. What asks for a cause need not be told by that word.
        var behind = Told(Words.Skip(Opener + 1));
        Telling =
            Opener < 0 || (behind.Count >= 2 && !Words.Skip(Opener).Any(word => Pronouns.Contains(word.Text)))
                ? behind
                : Told(Words.Where((_, i) => Kind != QuestionKind.Why || i != Opener));
    }

    private static HashSet<string> Told(IEnumerable<TextWord> words) =>
        [.. words.Where(QuestionFrame.IsTelling).Select(word => word.Root)];

    /// <summary>Its id.</summary>
    public string Id { get; }

    /// <summary>The article; <see langword="null"/> for an editor's own.</summary>
    public StoryArticle? Article { get; }

    /// <summary>When it was asked.</summary>
    public DateTimeOffset At { get; }

    /// <summary>Its words.</summary>
    public IReadOnlyList<TextWord> Words { get; }

    /// <summary>What it asks for.</summary>
    public QuestionKind Kind { get; }

    /// <summary>The place of the word that says so; -1 where none does.</summary>
    public int Opener { get; }

    /// <summary>The roots of the words that say what is asked about.</summary>
    public HashSet<string> Telling { get; }

    /// <summary>Those of them that are names or numbers: where these differ, something else is asked.</summary>
    public HashSet<string> Names { get; private init; } = [];

    /// <summary>Whether it can be understood without the sentences around it.</summary>
    public bool StandsAlone => Telling.Count >= 2;

    private string Normal { get; }

    /// <summary>From the question word on, without "is" and "has": "it is not known what was burning" and "what is burning" ask alike. Empty where a pronoun means whom it does in its own text.</summary>
    private string Asking =>
        Opener < 0 || Words.Skip(Opener).Any(word => Pronouns.Contains(word.Text))
            ? ""
            : string.Join(
                ' ',
                Words.Skip(Opener).Where(word => !Auxiliaries.Contains(word.Text)).Select(word => word.Root)
            );

    /// <summary>The questions of an article, in order.</summary>
    public static IEnumerable<AskedQuestion> In(StoryArticle article)
    {
        var names = NamesIn(article.Article);
        return article.Article.Questions.Select(question =>
            Make(QuestionId.Of(article.Id, question), article, article.At, question.Text, names)
        );
    }

    /// <summary>One that an editor asked, or said something of.</summary>
    public static AskedQuestion Of(KnownQuestion known) =>
        Make(known.Id, null, known.Asked ?? DateTimeOffset.MinValue, known.Text, []);

    /// <summary>The roots of the words of an article's names.</summary>
    public static HashSet<string> NamesIn(Article article) =>
        article
            .Entities.SelectMany(entity => entity.Mentions.Select(mention => mention.Text).Prepend(entity.Name))
            .Distinct(StringComparer.Ordinal)
            .SelectMany(name => TextWord.In(name, 0, name.Length))
            .Where(word => word.Capital)
            .Select(word => word.Root)
            .ToHashSet(StringComparer.Ordinal);

    /// <summary>Whether two ask the same.</summary>
    public bool Is(AskedQuestion other)
    {
        if (Kind != other.Kind || Telling.Count == 0 || other.Telling.Count == 0)
        {
            return false;
        }
        if (Normal == other.Normal || (Asking.Length > 0 && Asking == other.Asking))
        {
            return true;
        }
        var shared = Telling.Count(other.Telling.Contains);
        var (fewer, more) = Telling.Count < other.Telling.Count ? (Telling, other.Telling) : (other.Telling, Telling);
        return shared >= 2
            && shared >= fewer.Count * OfShorter
            && shared >= more.Count * OfLonger
            // "The dam at Sarn" and "the dam at Velta" are two; a name that only one of them gives tells nothing.
            && (Names.IsSubsetOf(other.Telling) || other.Names.IsSubsetOf(Telling));
    }

    private static AskedQuestion Make(
        string id,
        StoryArticle? article,
        DateTimeOffset at,
        string text,
        HashSet<string> names
    )
    {
        var asked = new AskedQuestion(id, article, at, text);
        return new AskedQuestion(id, article, at, text)
        {
            Names =
            [
                .. asked
                    .Words.Where(
                        (word, i) => names.Contains(word.Root) || char.IsDigit(word.Text[0]) || (word.Capital && i > 0)
                    )
                    .Select(word => word.Root)
                    .Where(asked.Telling.Contains),
            ],
        };
    }
}
