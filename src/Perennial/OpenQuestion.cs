using System.Security.Cryptography;
using System.Text;

namespace Perennial;

/// <summary>What a story's articles leave open, those that ask the same taken together.</summary>
/// <remarks>It holds no words of articles: they stand in the readings, so that a takedown of an article takes them along.</remarks>
public sealed record OpenQuestion
{
    /// <summary>Its id: that of the asking that came first to this newsroom, or of the editor's own question.</summary>
    public required string Id { get; init; }

    /// <summary>What sort of answer it asks for.</summary>
    public QuestionKind Kind { get; init; }

    /// <summary>Who asks it, in order of time; of an article and what repeats it the first. Empty for one that only an editor asks.</summary>
    public IReadOnlyList<Asking> Asked
    {
        get => field ?? [];
        init;
    } = [];

    /// <summary>Passages that came later and may answer it, the likeliest first; empty where none is likely enough.</summary>
    public IReadOnlyList<PossibleAnswer> MayAnswer
    {
        get => field ?? [];
        init;
    } = [];
}

/// <summary>A place where a question is asked.</summary>
/// <param name="Id">The id of the words in their article: see <see cref="QuestionId"/>.</param>
/// <param name="Article">The article's id.</param>
/// <param name="At">When the article was published, else first seen.</param>
public sealed record Asking(string Id, string Article, DateTimeOffset At);

/// <summary>A passage that may answer a question. Nobody has said that it does.</summary>
public sealed record PossibleAnswer
{
    /// <summary>The sentence.</summary>
    public required PassageAnchor Passage { get; init; }

    /// <summary>The statement in which it stands, where somebody is sure to have said it.</summary>
    public string? Statement { get; init; }

    /// <summary>When the article was published, else first seen.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The evidence, in words a person can check.</summary>
    public IReadOnlyList<string> Because
    {
        get => field ?? [];
        init;
    } = [];
}

/// <summary>What sort of answer a question asks for.</summary>
public enum QuestionKind
{
    /// <summary>Something else, or it can't be told.</summary>
    Other,

    /// <summary>A person or an organisation.</summary>
    Who,

    /// <summary>A number.</summary>
    HowMany,

    /// <summary>A date or time.</summary>
    When,

    /// <summary>A place.</summary>
    Where,

    /// <summary>Yes or no.</summary>
    Whether,

    /// <summary>A cause or a reason.</summary>
    Why,
}

/// <summary>What became of a question.</summary>
public enum QuestionState
{
    /// <summary>Nobody has said that it is answered.</summary>
    Open,

    /// <summary>A person said that it is answered.</summary>
    Answered,

    /// <summary>A person said that it is not asked any more.</summary>
    Dropped,
}

/// <summary>What answers a question: a statement, words of an article, or words of our own.</summary>
public sealed record QuestionAnswer
{
    /// <summary>The statement's id.</summary>
    public string? Statement { get; init; }

    /// <summary>The article in which <see cref="Words"/> stand.</summary>
    public string? Article { get; init; }

    /// <summary>The words of the article, exactly.</summary>
    public string? Words { get; init; }

    /// <summary>Words of our own.</summary>
    public string? Text { get; init; }
}

/// <summary>The id of a question, which a better reading keeps as long as the words stay the same.</summary>
public static class QuestionId
{
    private const int Digits = 8;

    /// <summary><c>q</c>, the article's id and eight hex digits of a SHA-256 over the normalised words.</summary>
    /// <param name="article">The article's id.</param>
    /// <param name="question">The question.</param>
    public static string Of(string article, Question question) =>
        $"q{article}{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(StatementId.WordsOf(question.Text))))[..Digits]}";

    /// <summary>The article in which the question of an id is asked; <see langword="null"/> for an id of another form: an editor's own question.</summary>
    public static string? ArticleOf(string id) =>
        id.Length > Digits + 2 && id.StartsWith("qa", StringComparison.Ordinal) && id[2..^Digits].All(char.IsAsciiDigit)
            ? id[1..^Digits]
            : null;
}
