using Perennial.Weave.Stories;

namespace Perennial.Weave.Questions;

/// <summary>A sentence in which an answer may stand.</summary>
internal sealed class AnsweringSentence
{
    private const int LongestText = 200_000;

    private AnsweringSentence(StoryArticle article, int start, int end)
    {
        (Article, Start, End) = (article, start, end);
        Words = TextWord.In(article.Article.Text, start, end);
        Roots = Words.Select(word => word.Root).ToHashSet(StringComparer.Ordinal);
        Statement = article.Article.Statements.FirstOrDefault(statement =>
            statement is { In: StatementPlace.Body, Speaker: { Sure: true, Name: not null }, Stance: not Stance.Asked }
            && statement.Start < end
            && statement.End > start
        );
    }

    /// <summary>Its article.</summary>
    public StoryArticle Article { get; }

    /// <summary>Where it starts in the article's text.</summary>
    public int Start { get; }

    /// <summary>Where it ends.</summary>
    public int End { get; }

    /// <summary>Its words.</summary>
    public IReadOnlyList<TextWord> Words { get; }

    /// <summary>The roots of its words.</summary>
    public HashSet<string> Roots { get; }

    /// <summary>What of its words counts.</summary>
    public string Normal => field ??= StatementId.WordsOf(Article.Article.Text[Start..End]);

    /// <summary>What somebody is sure to have said in it.</summary>
    public Statement? Statement { get; }

    /// <summary>The sentences of an article that answer something rather than ask it.</summary>
    public static IEnumerable<AnsweringSentence> In(StoryArticle article)
    {
        var text = article.Article.Text;
        var open = article.Article.Questions.Where(question => question.Start is not null).ToList();
        return Sentences
            .In(text.Length <= LongestText ? text : text[..LongestText])
            .Where(span => !text.AsSpan(span.Start, span.End - span.Start).Contains('?'))
            .Where(span => !open.Exists(question => question.Start < span.End && question.End > span.Start))
            .Select(span => new AnsweringSentence(article, span.Start, span.End));
    }

    /// <summary>Where what is named in it stands, in order: the place of its first word and that of its last.</summary>
    public IEnumerable<(int First, int Last, Entity Entity)> Named(Func<EntityKind, bool> kind) =>
        Article
            .Article.Entities.Where(entity => kind(entity.Kind))
            .SelectMany(entity => entity.Mentions.Select(mention => (Place: At(mention.Start, mention.End), entity)))
            .Where(pair => pair.Place is not null)
            .Select(pair => (pair.Place!.Value.First, pair.Place.Value.Last, pair.entity))
            .OrderBy(named => named.First);

    /// <summary>The places of the words of a passage; <see langword="null"/> for one that is not within the sentence.</summary>
    public (int First, int Last)? At(int? start, int? end)
    {
        if (start < Start || end > End || start is null || end is null)
        {
            return null;
        }
        var within = Enumerable
            .Range(0, Words.Count)
            .Where(i => Words[i].Start >= start && Words[i].End <= end)
            .ToList();
        return within.Count == 0 ? null : (within[0], within[^1]);
    }
}
