using Perennial.Weave.Stories;

namespace Perennial.Weave.Questions;

/// <summary>Finds sentences that may answer questions: later ones, about the same, that give the sort of thing that was asked for.</summary>
internal sealed class AnswerSearch
{
    private const int MostSentences = 20_000;
    private const int MostAnswers = 3;

    // So much of what a question says its answer says again, in words of its own; and never less than two of them.
    private const double LeastShared = 0.6;
    private const int FewestShared = 2;

    private readonly List<AnsweringSentence> sentences = [];
    private readonly Dictionary<string, List<int>> byRoot = new(StringComparer.Ordinal);

    /// <summary>Takes in an article.</summary>
    public void Add(StoryArticle article)
    {
        foreach (var sentence in AnsweringSentence.In(article).Take(MostSentences - sentences.Count))
        {
            foreach (var root in sentence.Roots)
            {
                (byRoot.TryGetValue(root, out var with) ? with : byRoot[root] = []).Add(sentences.Count);
            }
            sentences.Add(sentence);
        }
    }

    /// <summary>What may answer a question, the likeliest first.</summary>
    /// <param name="asked">The question in each of its wordings.</param>
    /// <param name="since">When somebody asked it last: who asks again has not been answered by what came before.</param>
    public IReadOnlyList<PossibleAnswer> For(IReadOnlyList<AskedQuestion> asked, DateTimeOffset since)
    {
        var asking = asked.Select(one => one.Article?.Id).ToHashSet();
        return
        [
            .. asked
                .SelectMany(question => Answers(question).Select(found => (question, found)))
                .Where(pair =>
                    pair.found.Sentence.Article.At > since && !asking.Contains(pair.found.Sentence.Article.Id)
                )
                .OrderByDescending(pair => pair.found.Shared.Count)
                .ThenBy(pair => pair.found.Sentence.Article.At)
                // A reprint says it in the same words.
                .DistinctBy(pair => pair.found.Sentence.Normal, StringComparer.Ordinal)
                .Take(MostAnswers)
                .Select(pair => Answer(pair.question, pair.found)),
        ];
    }

    private IEnumerable<Found> Answers(AskedQuestion question)
    {
        var least = Math.Max(FewestShared, (int)Math.Ceiling(question.Telling.Count * LeastShared));
        if (question.Kind == QuestionKind.Other || question.Telling.Count < least)
        {
            yield break;
        }
        // Whatever shares enough has one of the rarest words.
        var places = question
            .Telling.Select(root => byRoot.GetValueOrDefault(root) ?? [])
            .OrderBy(with => with.Count)
            .Take(question.Telling.Count - least + 1)
            .SelectMany(with => with)
            .Distinct()
            .Order();
        foreach (var sentence in places.Select(i => sentences[i]).Where(Shares))
        {
            if (question.Names.All(sentence.Roots.Contains) && AnswerKinds.Given(question, sentence) is { } given)
            {
                yield return new Found(sentence, [.. question.Telling.Where(sentence.Roots.Contains)], given);
            }
        }

        bool Shares(AnsweringSentence sentence) => question.Telling.Count(sentence.Roots.Contains) >= least;
    }

    private static PossibleAnswer Answer(AskedQuestion question, Found found)
    {
        var sentence = found.Sentence;
        return new PossibleAnswer
        {
            Passage = StoryReader.Anchor(sentence.Article, sentence.Start, sentence.End),
            Statement = sentence.Statement is { } statement ? StatementId.Of(sentence.Article.Id, statement) : null,
            At = sentence.Article.At,
            Because =
            [
                "shares "
                    + string.Join(
                        ", ",
                        question
                            .Words.Where(word => found.Shared.Contains(word.Root))
                            .DistinctBy(word => word.Root)
                            .Select(word => word.Text)
                    ),
                found.Given,
            ],
        };
    }

    private sealed record Found(AnsweringSentence Sentence, IReadOnlyList<string> Shared, string Given);
}
