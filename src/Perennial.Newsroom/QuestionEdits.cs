using Perennial.Store;
using Perennial.Store.Views;

namespace Perennial.Newsroom;

/// <summary>Makes acts on questions out of what editors ask for, checked against what is there.</summary>
internal static class QuestionEdits
{
    private const int LongestText = 600;
    private const int LongestReason = 300;
    private const int LongestAnswer = 2000;
    private const int MostOwn = 200;

    /// <summary>An editor asks something of a story.</summary>
    /// <exception cref="RefusedCorrection">It can't be asked.</exception>
    public static StoryEdit Ask(ViewSnapshot snapshot, StoryRow story, QuestionRequest request, string author)
    {
        var text =
            Text(request.Text, "text", LongestText) ?? throw new RefusedCorrection("text must say what is asked");
        var asked = QuestionsView.Of(snapshot, story.Id);
        if (asked.Count >= MostOwn)
        {
            throw new RefusedCorrection($"a story may have {MostOwn} questions of editors at most");
        }
        return
            asked.FirstOrDefault(act =>
                act.Said.Text is { } own && StatementId.WordsOf(own) == StatementId.WordsOf(text)
            )
                is { } same
            ? throw new RefusedCorrection($"that is asked already, as {same.Id}")
            : Edit(
                ShortId.New('q'),
                author,
                new QuestionChanged
                {
                    Story = story.Id,
                    State = QuestionState.Open,
                    Text = text,
                    Reason = Text(request.Reason, "reason", LongestReason),
                }
            );
    }

    /// <summary>An editor says what became of a question.</summary>
    /// <param name="snapshot">The views.</param>
    /// <param name="reading">What was read last out of a story.</param>
    /// <param name="id">The question's id, or that of one of its askings.</param>
    /// <param name="request">What became of it.</param>
    /// <param name="author">The editor's opaque id.</param>
    /// <returns><see langword="null"/> when there is no such question.</returns>
    /// <exception cref="RefusedCorrection">It can't be said.</exception>
    public static StoryEdit? Change(
        ViewSnapshot snapshot,
        Func<string, StoryRead?> reading,
        string id,
        QuestionRequest request,
        string author
    )
    {
        if (Known(snapshot, reading, id) is not { } known)
        {
            return null;
        }
        if (
            !Enum.TryParse<QuestionState>(request.State, ignoreCase: true, out var state)
            || !Enum.IsDefined(state)
            || char.IsAsciiDigit(request.State![0])
        )
        {
            throw new RefusedCorrection("state must be one of open, answered, dropped");
        }
        if (state != QuestionState.Answered && request.Answer is not null)
        {
            throw new RefusedCorrection("only an answered question has an answer");
        }
        return Edit(
            known.Id,
            author,
            known.Said with
            {
                State = state,
                Answer = request.Answer is { } answer ? Answer(snapshot, answer) : null,
                Reason = Text(request.Reason, "reason", LongestReason),
            }
        );
    }

    /// <summary>The question that an id means, with what stays true of it.</summary>
    private static (string Id, QuestionChanged Said)? Known(
        ViewSnapshot snapshot,
        Func<string, StoryRead?> reading,
        string id
    )
    {
        if (QuestionsView.Find(snapshot, id) is { } act)
        {
            return (id, act.Said with { Story = act.Story });
        }
        if (
            QuestionId.ArticleOf(id) is not { } article
            || ArticlesView.Find(snapshot, article) is not { Story: { } story, Article: { } read }
            || read.Questions.FirstOrDefault(question => QuestionId.Of(article, question) == id) is not { } asked
        )
        {
            return null;
        }
        // Where several ask it, it is known by the id of the first, on which somebody may have said something already.
        var group = reading(story)
            ?.Questions.FirstOrDefault(question => question.Id == id || question.Asked.Any(asking => asking.Id == id));
        return group is not null && group.Id != id && Known(snapshot, reading, group.Id) is { } first
            ? first
            : (
                id,
                new QuestionChanged
                {
                    Story = story,
                    State = QuestionState.Open,
                    Words = StatementId.WordsOf(asked.Text),
                }
            );
    }

    private static QuestionAnswer Answer(ViewSnapshot snapshot, QuestionAnswer answer)
    {
        var text = Text(answer.Text, "answer.text", LongestAnswer);
        if (answer is { Statement: not null, Article: null, Words: null } && text is null)
        {
            return StatementsView.ArticleOf(snapshot, answer.Statement) is not null
                ? new QuestionAnswer { Statement = answer.Statement }
                : throw new RefusedCorrection("answer.statement must be the id of a statement");
        }
        if (answer is { Statement: null, Article: { } article, Words: not null } && text is null)
        {
            var words = Text(answer.Words, "answer.words", LongestAnswer);
            return
                words is not null
                && ArticlesView.Find(snapshot, article) is { Article.Text: { } whole }
                && whole.Contains(words, StringComparison.Ordinal)
                ? new QuestionAnswer { Article = article, Words = words }
                : throw new RefusedCorrection("answer.words must stand in the text of answer.article, exactly");
        }
        return answer is { Statement: null, Article: null, Words: null } && text is not null
            ? new QuestionAnswer { Text = text }
            : throw new RefusedCorrection("answer must be a statement, or an article with words of it, or a text");
    }

    private static string? Text(string? text, string of, int longest) =>
        text?.Trim() is not { Length: > 0 } trimmed ? null
        : trimmed.Length > longest ? throw new RefusedCorrection($"{of} may have {longest} characters at most")
        : trimmed;

    private static StoryEdit Edit(string id, string author, QuestionChanged said) =>
        new([EntryKinds.QuestionChanged.New(id, author, said)], said.Story);
}

/// <summary>What is asked, or what became of a question, as a form or the API gives it.</summary>
/// <param name="Text">The words of a new question.</param>
/// <param name="State"><c>open</c>, <c>answered</c> or <c>dropped</c>.</param>
/// <param name="Answer">What answers it.</param>
/// <param name="Reason">Why, for readers.</param>
public sealed record QuestionRequest(
    string? Text = null,
    string? State = null,
    QuestionAnswer? Answer = null,
    string? Reason = null
);
