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

    /// <summary>Who asks it, in order of time; what repeats another article is left out. Empty for one that only an editor asks.</summary>
    public IReadOnlyList<Asking> Asked { get; init; } = [];

    /// <summary>Passages that came later and may answer it, the likeliest first; empty where none is likely enough.</summary>
    public IReadOnlyList<PossibleAnswer> MayAnswer { get; init; } = [];
}

/// <summary>A place where a question is asked.</summary>
/// <param name="Id">The id of the words in their article: see <see cref="QuestionId"/>.</param>
/// <param name="Article">The article's id.</param>
/// <param name="At">When the article was published, else first seen.</param>
public sealed record Asking(string Id, string Article, DateTimeOffset At);

/// <summary>A passage that may answer a question. Nobody has said that it does.</summary>
public sealed record PossibleAnswer
{
    /// <summary>The article's id.</summary>
    public required string Article { get; init; }

    /// <summary>Where the sentence starts in the article's text.</summary>
    public required int Start { get; init; }

    /// <summary>Where it ends.</summary>
    public required int End { get; init; }

    /// <summary>The <see cref="QuestionId.MarkOf"/> of its words, by which a later reading shows that they still stand there.</summary>
    public required string Mark { get; init; }

    /// <summary>The statement in which it stands, where somebody is sure to have said it.</summary>
    public string? Statement { get; init; }

    /// <summary>When the article was published, else first seen.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The evidence, in words a person can check.</summary>
    public IReadOnlyList<string> Because { get; init; } = [];
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

/// <summary>The id of a question, which a better reading keeps as long as the words stay the same.</summary>
public static class QuestionId
{
    /// <summary><c>q</c>, the article's id and eight hex digits of a SHA-256 over the normalised words.</summary>
    /// <param name="article">The article's id.</param>
    /// <param name="question">The question.</param>
    public static string Of(string article, Question question) => $"q{article}{MarkOf(question.Text)}";

    /// <summary>Eight hex digits of a SHA-256 over the normalised words of a passage.</summary>
    /// <param name="text">Its words.</param>
    public static string MarkOf(string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(StatementId.WordsOf(text))))[..8];
}
