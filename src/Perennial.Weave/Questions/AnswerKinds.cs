namespace Perennial.Weave.Questions;

/// <summary>Whether a sentence gives what a question asks for: a person who did it, a number of what is counted, a date of what happened.</summary>
/// <remarks>That a sentence is about the same and names somebody is not enough: the name has to stand where the answer would.</remarks>
internal static class AnswerKinds
{
    // So many words may stand between what happened and who did it, or when.
    private const int Near = 4;
    private const int NearInTime = 6;

    // Yes or no is easily misread: it takes more of the question's words.
    private const double LeastForYes = 0.75;
    private const int FewestForYes = 3;

    private static readonly HashSet<string> Doubts =
    [
        "may",
        "might",
        "could",
        "would",
        "should",
        "if",
        "whether",
        "unless",
        "perhaps",
        "possibly",
        "reportedly",
        "allegedly",
        "asked",
        "believe",
        "believes",
        "believed",
        "suspect",
        "suspects",
        "suspected",
        "likely",
        "unlikely",
        "expected",
        "rumour",
        "rumours",
        "suggest",
        "suggests",
        "suggested",
    ];

    private static readonly HashSet<string> Negations =
    [
        "not",
        "no",
        "never",
        "nobody",
        "none",
        "denied",
        "denies",
        "deny",
    ];

    /// <summary>What a sentence gives, in words a person can check; <see langword="null"/> where it is not what is asked for.</summary>
    public static string? Given(AskedQuestion question, AnsweringSentence sentence) =>
        // "In May" doubts nothing.
        sentence.Words.Any(word => Doubts.Contains(word.Text) && !(word.Capital && word.Text == "may"))
            ? null
        : sentence.Statement is { Stance: Stance.Hedged or Stance.Planned } && question.Kind != QuestionKind.When ? null
        : question.Kind switch
        {
            QuestionKind.Who => Doer(question, sentence),
            QuestionKind.HowMany => Number(question, sentence),
            QuestionKind.When => Time(question, sentence),
            QuestionKind.Where => Place(question, sentence),
            QuestionKind.Whether => YesOrNo(question, sentence),
            QuestionKind.Why => Cause(question, sentence),
            _ => null,
        };

    /// <summary>"X ordered the move", "the move was ordered by X": the name at the verb that follows "who".</summary>
    private static string? Doer(AskedQuestion question, AnsweringSentence sentence)
    {
        if (Verb(question) is not { } verb)
        {
            return null;
        }
        var people = sentence.Named(kind => kind is EntityKind.Person or EntityKind.Organisation).ToList();
        foreach (var at in PlacesOf(sentence, verb))
        {
            var before = people.LastOrDefault(person => person.Last < at);
            if (
                before.Entity is not null
                && at - before.Last <= Near
                && !Between(sentence, before.Last, at)
                    .Any(word => Negations.Contains(word) || word == "by" || word == "and")
                && !IsPassive(sentence, at)
                && IsNew(question, before.Entity)
            )
            {
                return $"names {before.Entity.Name}";
            }
            var after = people.FirstOrDefault(person => person.First > at);
            if (
                after.Entity is not null
                && after.First - at <= Near
                && Between(sentence, at, after.First).Contains("by")
                && !Enumerable
                    .Range(Math.Max(0, at - 3), Math.Min(3, at))
                    .Any(i => Negations.Contains(sentence.Words[i].Text))
                && IsNew(question, after.Entity)
            )
            {
                return $"names {after.Entity.Name}";
            }
        }
        return null;
    }

    /// <summary>A number of what is counted: the noun behind "how many".</summary>
    private static string? Number(AskedQuestion question, AnsweringSentence sentence)
    {
        var noun =
            question.Opener + 1 < question.Words.Count && question.Words[question.Opener].Text == "many"
                ? question.Words[question.Opener + 1].Root
                : null;
        return
            sentence
                .Article.Article.Figures.Where(figure =>
                    figure.Start >= sentence.Start
                    && figure.End <= sentence.End
                    && (figure.Value ?? figure.Low ?? figure.High) is not null
                )
                .FirstOrDefault(figure =>
                    noun is not null && TextWord.In(figure.Text, 0, figure.Text.Length).Any(word => word.Root == noun)
                )
                is { } found
            ? $"counts {found.Text}"
            : null;
    }

    private static string? Time(AskedQuestion question, AnsweringSentence sentence)
    {
        foreach (var moment in sentence.Article.Article.Moments.Where(moment => moment.Value is not null))
        {
            if (sentence.At(moment.Start, moment.End) is { } at && IsAt(question, sentence, at))
            {
                return $"dates it {moment.Text}";
            }
        }
        return null;
    }

    private static string? Place(AskedQuestion question, AnsweringSentence sentence) =>
        sentence
            .Named(kind => kind == EntityKind.Place)
            .FirstOrDefault(place =>
                place.First > 0
                && sentence.Words[place.First - 1].Text is "in" or "at" or "near" or "to" or "from" or "off"
                && IsNew(question, place.Entity)
                && IsAt(question, sentence, (place.First, place.Last))
            )
            .Entity
            is { } found
            ? $"names the place {found.Name}"
            : null;

    private static string? YesOrNo(AskedQuestion question, AnsweringSentence sentence)
    {
        var shared = question.Telling.Count(sentence.Roots.Contains);
        var enough =
            shared >= question.Telling.Count * LeastForYes
            && (shared >= FewestForYes || sentence.Statement is not null);
        return !enough ? null
            : sentence.Statement is { Stance: Stance.Denied }
            || sentence.Words.Any(word =>
                Negations.Contains(word.Text) || word.Text.EndsWith("n't", StringComparison.Ordinal)
            )
                ? "says no"
            : "says yes";
    }

    private static string? Cause(AskedQuestion question, AnsweringSentence sentence)
    {
        var words = string.Join(' ', sentence.Words.Select(word => word.Text));
        return
            Array.Find(
                ["because", "due to", "caused by", "owing to", "as a result of", "blamed on", "so that"],
                cause => $" {words} ".Contains($" {cause} ", StringComparison.Ordinal)
            )
                is { } found
            ? $"gives a cause: {found}"
            : null;
    }

    /// <summary>The first telling word behind "who".</summary>
    private static string? Verb(AskedQuestion question) =>
        question
            .Words.Skip(question.Opener + 1)
            .Take(Near)
            .FirstOrDefault(word => !word.Capital && question.Telling.Contains(word.Root))
            ?.Root;

    private static IEnumerable<int> PlacesOf(AnsweringSentence sentence, string root) =>
        Enumerable.Range(0, sentence.Words.Count).Where(i => sentence.Words[i].Root == root);

    private static IEnumerable<string> Between(AnsweringSentence sentence, int first, int last) =>
        sentence.Words.Skip(first + 1).Take(last - first - 1).Select(word => word.Text);

    /// <summary>"was ordered", "has been ordered": whoever stands before it did not do it.</summary>
    private static bool IsPassive(AnsweringSentence sentence, int verb) =>
        verb > 0 && sentence.Words[verb - 1].Text is "was" or "were" or "been" or "be" or "being" or "is" or "are";

    /// <summary>Whether a date or a place stands at what happened, and not at something else that the sentence tells: near a word of the question, with no comma or "and" between.</summary>
    private static bool IsAt(AskedQuestion question, AnsweringSentence sentence, (int First, int Last) what)
    {
        var happened = question.Telling.Where(root => !question.Names.Contains(root)).ToHashSet(StringComparer.Ordinal);
        var asked = question.Words.LastOrDefault(word => happened.Contains(word.Root));
        return asked is not null
            && PlacesOf(sentence, asked.Root)
                .Any(at =>
                {
                    var (first, last) = at < what.First ? (at, what.First) : (what.Last, at);
                    return last - first <= NearInTime && !IsParted(sentence, first, last);
                });
    }

    private static bool IsParted(AnsweringSentence sentence, int first, int last)
    {
        var from = sentence.Words[first].End;
        return sentence
                .Article.Article.Text.AsSpan(from, Math.Max(0, sentence.Words[last].Start - from))
                .ContainsAny(",;:–—")
            || Between(sentence, first, last).Any(word => word is "and" or "but" or "after" or "before");
    }

    private static bool IsNew(AskedQuestion question, Entity entity) =>
        !TextWord.In(entity.Name, 0, entity.Name.Length).Any(word => question.Telling.Contains(word.Root));
}
