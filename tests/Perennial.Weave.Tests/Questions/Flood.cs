using Perennial.Weave.Stories;

namespace Perennial.Weave.Tests.Questions;

/// <summary>Articles of an invented flood, each with what a reader finds in it.</summary>
internal static class Flood
{
    public static readonly DateTimeOffset Morning = new(2031, 3, 12, 6, 0, 0, TimeSpan.Zero);

    private static readonly (string Name, EntityKind Kind)[] Known =
    [
        ("Ivo Tal", EntityKind.Person),
        ("Mira Holt", EntityKind.Person),
        ("Valley Water", EntityKind.Organisation),
        ("Sarn", EntityKind.Place),
        ("Velta", EntityKind.Place),
        ("Lower Quay", EntityKind.Place),
    ];

    /// <summary>An article; each question is a sentence of its text, or its headline.</summary>
    public static StoryArticle Of(string id, double hours, string text, params string[] questions) =>
        new()
        {
            Id = id,
            Read = 100,
            At = Morning.AddHours(hours),
            Article = new Article
            {
                Title = $"Report {id}",
                Text = text,
                Language = "en",
                Questions =
                [
                    .. questions.Select(question =>
                        text.IndexOf(question, StringComparison.Ordinal) is >= 0 and var start
                            ? new Question(start, start + question.Length, question, StatementPlace.Body)
                            : new Question(null, null, question, StatementPlace.Headline)
                    ),
                ],
                Entities =
                [
                    .. Known
                        .Select(
                            (known, i) =>
                                new Entity
                                {
                                    Id = $"e{i}",
                                    Name = known.Name,
                                    Kind = known.Kind,
                                    Mentions = [.. Places(text, known.Name)],
                                }
                        )
                        .Where(entity => entity.Mentions.Count > 0),
                ],
            },
        };

    public static StoryArticle WithFigure(this StoryArticle article, string words, decimal value) =>
        article with
        {
            Article = article.Article with
            {
                Figures =
                [
                    .. Places(article.Article.Text, words)
                        .Select(place => new Figure
                        {
                            Start = place.Start!.Value,
                            End = place.End!.Value,
                            Text = words,
                            Value = value,
                        }),
                ],
            },
        };

    public static StoryArticle WithMoment(this StoryArticle article, string words, string value) =>
        article with
        {
            Article = article.Article with
            {
                Moments =
                [
                    .. Places(article.Article.Text, words)
                        .Select(place => new Moment
                        {
                            Start = place.Start!.Value,
                            End = place.End!.Value,
                            Text = words,
                            Value = value,
                            Precision = "day",
                        }),
                ],
            },
        };

    public static StoryArticle WithStatement(
        this StoryArticle article,
        string words,
        string speaker,
        Stance stance = Stance.Asserted
    ) =>
        article with
        {
            Article = article.Article with
            {
                Statements =
                [
                    .. Places(article.Article.Text, words)
                        .Select(place => new Statement
                        {
                            Start = place.Start,
                            End = place.End,
                            Text = words,
                            Stance = stance,
                            Kind = StatementKind.Indirect,
                            Speaker = new Speaker
                            {
                                Name = speaker,
                                Sure = true,
                                Kind = SpeakerKind.Person,
                            },
                        }),
                ],
            },
        };

    private static IEnumerable<Passage> Places(string text, string words)
    {
        for (
            var at = text.IndexOf(words, StringComparison.Ordinal);
            at >= 0;
            at = text.IndexOf(words, at + 1, StringComparison.Ordinal)
        )
        {
            yield return Passage.Of(text, at, at + words.Length);
        }
    }
}
