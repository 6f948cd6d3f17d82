using System.Globalization;
using Perennial.Weave.Stories;

namespace Perennial.Weave.Questions;

/// <summary>What a story leaves open: its articles' questions, those that ask the same taken together, and what may answer them.</summary>
/// <remarks>
/// It takes in article after article, in order of arrival. What an echo asks with its original is asked once; what only one of them asks counts too:
/// which of them was cut, nobody knows. Whether one is answered, people say. Being right matters more here than finding many.
/// </remarks>
internal sealed class OpenQuestions
{
    private const int MostQuestions = 200;

    private readonly List<AskedQuestion> asked = [];
    private readonly HashSet<string> ids = new(StringComparer.Ordinal);
    private readonly AnswerSearch answers = new();
    private IReadOnlyList<KnownQuestion> known = [];
    private List<Group> groups = [];
    private int grouped;

    /// <summary>Takes in an article.</summary>
    public void Add(StoryArticle article)
    {
        asked.AddRange(AskedQuestion.In(article).Where(question => ids.Add(question.Id)));
        answers.Add(article);
    }

    /// <summary>The questions: those that can be understood alone first, of these those that most articles ask, then those asked last.</summary>
    /// <param name="known">The questions that editors ask of the story, or have said something of.</param>
    public IReadOnlyList<OpenQuestion> All(IReadOnlyList<KnownQuestion> known)
    {
        if (!this.known.SequenceEqual(known))
        {
            this.known = known;
            groups = [.. known.Take(MostQuestions).Select(question => new Group(AskedQuestion.Of(question)))];
            grouped = 0;
        }
        for (; grouped < asked.Count; grouped++)
        {
            if (groups.Find(group => group.Takes(asked[grouped])) is { } group)
            {
                group.Add(asked[grouped]);
            }
            else if (groups.Count < MostQuestions)
            {
                groups.Add(new Group(asked[grouped]));
            }
        }
        return
        [
            .. groups
                // "He did not say why" tells little beside a stream.
                .OrderByDescending(group => group.StandsAlone)
                .ThenByDescending(group => group.Origins)
                .ThenByDescending(group => group.Newest)
                .Select(group => group.ToQuestion(answers)),
        ];
    }

    private sealed class Group(AskedQuestion first)
    {
        private const int MostCompared = 8;

        private readonly List<AskedQuestion> asked = [first];

        public int Origins => First.Count();

        public bool StandsAlone => asked.Exists(one => one.StandsAlone);

        public DateTimeOffset Newest => First.Concat(asked.Where(one => one.Article is null)).Max(one => one.At);

        /// <summary>The first of each origin to ask it.</summary>
        private IEnumerable<AskedQuestion> First =>
            asked
                .Where(one => one.Article is not null)
                .OrderBy(one => one.At)
                .DistinctBy(one => one.Article!.EchoOf ?? one.Article.Id);

        // Of many wordings the first are compared: they are alike.
        public bool Takes(AskedQuestion other) => asked.Take(MostCompared).Any(other.Is);

        public void Add(AskedQuestion other) => asked.Add(other);

        public OpenQuestion ToQuestion(AnswerSearch answers) =>
            new()
            {
                // Articles come late and are dated early: what came first to us stays first. An editor's own keeps its id.
                Id = asked.Find(one => one.Article is null)?.Id ?? asked.MinBy(one => Arrival(one.Article!.Id))!.Id,
                Kind = first.Kind,
                Asked = [.. First.Select(one => new Asking(one.Id, one.Article!.Id, one.At))],
                MayAnswer = answers.For(asked, Newest),
            };

        private static (long, string) Arrival(string article) =>
            (
                article.Length > 1
                && long.TryParse(article.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var position)
                    ? position
                    : long.MaxValue,
                article
            );
    }
}

/// <summary>A question that an editor asks of a story, or has said something of: it keeps its id, and what asks the same goes up in it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Text">Its words.</param>
/// <param name="Asked">When the editor asked it; <see langword="null"/> for one that articles ask.</param>
public sealed record KnownQuestion(string Id, string Text, DateTimeOffset? Asked);
