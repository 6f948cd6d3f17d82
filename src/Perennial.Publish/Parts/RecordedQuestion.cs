using Perennial.Store.Views;

namespace Perennial.Publish.Parts;

/// <summary>A question of a story, with who asks it and what became of it.</summary>
public sealed record RecordedQuestion
{
    /// <summary>Its id, which stays whatever becomes of it.</summary>
    public required string Id { get; init; }

    /// <summary>Its words: those of the first article whose words may be shown, or of an editor.</summary>
    public required string Text { get; init; }

    /// <summary>Whether it is open, answered or dropped.</summary>
    public required QuestionState State { get; init; }

    /// <summary>The article whose words they are; <see langword="null"/> for an editor's own.</summary>
    public ArticleRow? Row { get; init; }

    /// <summary>How many articles ask it.</summary>
    public int Asked { get; init; }

    /// <summary>Since when it is asked.</summary>
    public required DateTimeOffset Since { get; init; }

    /// <summary>What may answer it, as long as nobody said what does.</summary>
    public IReadOnlyList<RecordedAnswer> MayAnswer { get; init; } = [];

    /// <summary>What a person said answers it.</summary>
    public RecordedAnswer? Answer { get; init; }

    /// <summary>Why a person said so.</summary>
    public string? Reason { get; init; }

    /// <summary>When a person said last what became of it; <see langword="null"/> when nobody did.</summary>
    public DateTimeOffset? Changed { get; init; }

    /// <summary>The questions of a story that readers may see: editors' own first, then those that most articles ask.</summary>
    /// <param name="snapshot">The views.</param>
    /// <param name="story">The story's id.</param>
    /// <param name="read">What was read out of the story.</param>
    /// <param name="articles">The articles that it points at.</param>
    /// <param name="upTo">A position for what people had said then; <see langword="null"/> for now.</param>
    internal static IReadOnlyList<RecordedQuestion> Of(
        ViewSnapshot snapshot,
        string story,
        StoryRead? read,
        CitedArticles articles,
        long? upTo
    )
    {
        var acts = QuestionsView.Of(snapshot, story, upTo).ToDictionary(act => act.Id, StringComparer.Ordinal);
        var known = (read?.Questions ?? []).Select(question => question.Id).ToHashSet(StringComparer.Ordinal);
        // What was asked a moment ago has not been read together with the articles yet.
        var own = acts
            .Values.Where(act => act.Said.Text is not null && !known.Contains(act.Id))
            .Select(act => new OpenQuestion { Id = act.Id });
        return
        [
            .. own.Concat(read?.Questions ?? [])
                .Select(question => Of(snapshot, question, acts.GetValueOrDefault(question.Id), articles))
                .OfType<RecordedQuestion>()
                .OrderByDescending(question => acts.GetValueOrDefault(question.Id)?.Said.Text is not null),
        ];
    }

    private static RecordedQuestion? Of(
        ViewSnapshot snapshot,
        OpenQuestion question,
        QuestionAct? act,
        CitedArticles articles
    )
    {
        var asked = question
            .Asked.Select(asking => (Asking: asking, Row: articles.Row(asking.Article)))
            .Where(pair => pair.Row is not null)
            .ToList();
        var shown = asked
            .Select(pair => (pair.Row, Text: articles.Question(pair.Asking.Article, pair.Asking.Id)))
            .FirstOrDefault(pair => pair.Text is not null);
        if ((act?.Said.Text ?? shown.Text) is not { } text)
        {
            return null;
        }
        var state = act?.Said.State ?? QuestionState.Open;
        return new RecordedQuestion
        {
            Id = question.Id,
            Text = text,
            State = state,
            Row = act?.Said.Text is null ? shown.Row : null,
            Asked = asked.DistinctBy(pair => pair.Asking.Article).Count(),
            Since = act?.Said.Text is not null ? act.First : asked[0].Asking.At,
            MayAnswer =
                state == QuestionState.Open
                    ?
                    [
                        .. question
                            .MayAnswer.Select(answer => RecordedAnswer.Of(answer, articles))
                            .OfType<RecordedAnswer>(),
                    ]
                    : [],
            Answer = act?.Said.Answer is { } answer ? RecordedAnswer.Of(snapshot, answer) : null,
            Reason = act?.Said.Reason,
            Changed =
                act is null || (act.At == act.First && act.Said is { Text: not null, State: QuestionState.Open })
                    ? null
                    : act.At,
        };
    }
}

/// <summary>A passage that answers a question, or may; or words of our own.</summary>
public sealed record RecordedAnswer
{
    /// <summary>Its words; <see langword="null"/> when they may not be shown.</summary>
    public string? Words { get; init; }

    /// <summary>Whether they are words of our own.</summary>
    public bool IsOurs { get; init; }

    /// <summary>Who said them, where that is sure.</summary>
    public string? Speaker { get; init; }

    /// <summary>The article; <see langword="null"/> for words of our own.</summary>
    public ArticleRow? Row { get; init; }

    /// <summary>Where they stand.</summary>
    public string? Address { get; init; }

    /// <summary>When the article was published, else first seen.</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>The evidence; empty where a person said so.</summary>
    public IReadOnlyList<string> Because { get; init; } = [];

    /// <summary>What may answer; <see langword="null"/> when the passage is not to be seen.</summary>
    internal static RecordedAnswer? Of(PossibleAnswer answer, CitedArticles articles) =>
        articles.Row(answer.Passage) is { } row
            ? new RecordedAnswer
            {
                Words = articles.Words(answer.Passage),
                Row = row,
                Speaker = answer.Statement is { } id ? articles.Statement(row.Id, id)?.Speaker?.ToShownName() : null,
                Address = articles.Address(answer.Passage),
                At = answer.At,
                Because = answer.Because,
            }
            : null;

    /// <summary>What a person named; <see langword="null"/> when it is not to be seen any more.</summary>
    internal static RecordedAnswer? Of(ViewSnapshot snapshot, QuestionAnswer answer)
    {
        if (answer.Text is { } ours)
        {
            return new RecordedAnswer { Words = ours, IsOurs = true };
        }
        // Whatever story the article is in.
        var id =
            answer.Article
            ?? StatementsView.Gone(snapshot, answer.Statement!)?.Article
            ?? StatementsView.ArticleOf(snapshot, answer.Statement!);
        if (
            id is null
            || ArticlesView.Find(snapshot, id) is not { Gone: null, Article: { Problem: null } article } row
            || GateView.HoldsArticle(snapshot, row)
        )
        {
            return null;
        }
        if (answer.Statement is { } statement)
        {
            var current = StatementsView.Gone(snapshot, statement) is { } gone ? gone.Successor : statement;
            var said = Rights
                .Statements(row)
                .Select(pair => pair.Statement)
                .FirstOrDefault(shown => StatementId.Of(row.Id, shown) == current);
            return new RecordedAnswer
            {
                Words = said is null ? null : StatementWords.Quoted(said.Text, said.Kind, article.Language),
                Speaker = said?.Speaker?.ToShownName(),
                Row = row,
                Address = $"/statements/{statement}",
            };
        }
        var start = article.Text.IndexOf(answer.Words!, StringComparison.Ordinal);
        return new RecordedAnswer
        {
            Words =
                start >= 0
                && Rights.MayShow(
                    row,
                    row.Licence == SourceLicence.Full ? null : Excerpt.Of(article),
                    start,
                    start + answer.Words!.Length
                )
                    ? answer.Words
                    : null,
            Row = row,
            Address = $"/articles/{row.Id}",
        };
    }
}
