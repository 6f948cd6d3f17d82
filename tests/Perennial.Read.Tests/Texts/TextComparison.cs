using System.Globalization;

namespace Perennial.Read.Tests.Texts;

/// <summary>Compares what is marked in texts with what the program reads in them.</summary>
internal sealed class TextComparison
{
    private readonly Tally statements = new("statements");
    private readonly Tally direct = new("direct");
    private readonly Tally headline = new("headline");
    private readonly Tally speakers = new("speaker", IsShare: true);
    private readonly Tally shown = new("shown", IsShare: true);
    private readonly Tally speakerKinds = new("speakerKind", IsShare: true);
    private readonly Tally roles = new("role");
    private readonly Tally told = new("told");
    private readonly Tally stances = new("stance", IsShare: true);
    private readonly Tally translations = new("translated");
    private readonly Tally allegations = new("allegation");
    private readonly Tally carriers = new("via");
    private readonly Tally earlier = new("previously");
    private readonly Tally people = new("person");
    private readonly Tally organisations = new("organisation");
    private readonly Tally places = new("place");
    private readonly Tally groups = new("group");
    private readonly Tally figures = new("figures");
    private readonly Tally moments = new("moments");
    private readonly Tally questions = new("questions");

    /// <summary>Every property, in the order of the table.</summary>
    public IReadOnlyList<Tally> Tallies =>
        [
            statements,
            direct,
            headline,
            speakers,
            shown,
            speakerKinds,
            roles,
            told,
            stances,
            translations,
            allegations,
            carriers,
            earlier,
            people,
            organisations,
            places,
            groups,
            figures,
            moments,
            questions,
        ];

    /// <summary>The comparison of every text of a part.</summary>
    public static TextComparison OfPart(string part)
    {
        var comparison = new TextComparison();
        foreach (var annotated in AnnotatedText.OfPart(part))
        {
            comparison.Add(annotated);
        }
        return comparison;
    }

    /// <summary>The table, a line for each property.</summary>
    public string Table => string.Join('\n', Tallies);

    private void Add(AnnotatedText annotated)
    {
        var article = Reader.ReadText(annotated.Text, annotated.Title, annotated.Published, "en", url: null);
        article.Problem.ShouldBeNull();
        AddStatements(annotated, article);
        AddHeadline(annotated, article);
        AddEntities(annotated, article);
        AddFigures(annotated, article);
        AddMoments(annotated, article);
        AddQuestions(annotated, article);
    }

    private void AddStatements(AnnotatedText annotated, Article article)
    {
        var marked = annotated.Statements.Where(statement => statement.Spans.Count > 0).ToList();
        var found = article.Statements.Where(statement => statement.In == StatementPlace.Body).ToList();
        var pairs = Overlap.Pairs(
            marked,
            found,
            (a, b) => Overlap.OfWords(annotated.Text, a.Spans, [.. b.Spans.Select(span => (span[0], span[1]))])
        );
        foreach (var statement in marked)
        {
            var read = pairs.GetValueOrDefault(statement);
            if (read is null)
            {
                statements.Missed(annotated.Name, statement.Text);
            }
            else
            {
                statements.Hit();
                AddAttribution(annotated.Name, statement, read);
            }
            if (statement.IsDirect)
            {
                var isDirect = read?.Kind == StatementKind.Direct;
                direct.Compare(annotated.Name, "direct", read?.Kind.ToString(), isDirect, statement.Text);
            }
        }
        AddShown(annotated.Name, found, pairs);
        var paired = pairs.Values.ToHashSet();
        foreach (var read in found.Where(read => !paired.Contains(read)))
        {
            statements.Extra(annotated.Name, $"{read.Text} | {read.Speaker?.Text} {read.Cue?.Text}");
        }
        foreach (var read in found.Where(read => read.Kind == StatementKind.Direct))
        {
            if (!pairs.Any(pair => pair.Value == read && pair.Key.IsDirect))
            {
                direct.Extra(annotated.Name, read.Text);
            }
        }
    }

    /// <summary>What is shown under a person's name: how much of it is that person's.</summary>
    private void AddShown(string text, List<Statement> found, Dictionary<MarkedStatement, Statement> pairs)
    {
        foreach (var read in found)
        {
            if (read.Speaker is not { Sure: true, Kind: SpeakerKind.Person, Name: { } name })
            {
                continue;
            }
            var marked = pairs.FirstOrDefault(pair => pair.Value == read).Key;
            if (marked?.Source is not null && IsSpeaker(marked, read.Speaker))
            {
                shown.Hit();
            }
            else
            {
                shown.Missed(text, marked?.Name ?? "none", $"{name} | {read.Text}");
            }
        }
    }

    private void AddAttribution(string text, MarkedStatement marked, Statement read)
    {
        var about = marked.Text.Length > 60 ? marked.Text[..60] + "…" : marked.Text;
        stances.Compare(text, Word(marked.Stance), Word(read.Stance), marked.Stance == read.Stance, about);
        told.Compare(text, marked.Told, read.Told?.Name, SameWords(marked.Told, read.Told?.Name), about);
        var language = read.Translated?.From ?? (read.Translated is null ? null : "?");
        translations.Compare(text, marked.Translated, language, marked.Translated == language, about);
        carriers.Compare(text, marked.Via, read.Via?.Name, SameWords(marked.Via, read.Via?.Name), about);
        var (alleges, alleged) = (marked.IsAllegation ? "alleges" : null, read.Allegation?.Passage.Text);
        allegations.Compare(text, alleges, alleged, alleged is not null, about);
        var (before, saidBefore) = (marked.IsPrevious ? "before" : null, read.Earlier?.Text);
        earlier.Compare(text, before, saidBefore, saidBefore is not null, about);
        if (marked.Source is null)
        {
            return;
        }
        var right = IsSpeaker(marked, read.Speaker);
        speakers.Compare(
            text,
            marked.Name ?? marked.Source,
            $"{read.Speaker?.Name ?? "none"} ({read.Speaker?.Text})",
            right,
            about
        );
        if (!right)
        {
            return;
        }
        var kind = read.Speaker?.Kind ?? SpeakerKind.Unknown;
        speakerKinds.Compare(text, Word(marked.Kind), Word(kind), marked.Kind == kind, $"{marked.Source} | {about}");
        if (marked is { Kind: SpeakerKind.Person, Name: not null })
        {
            roles.Compare(text, marked.Role, read.Role, SameRole(marked.Role, read.Role), $"{marked.Source} | {about}");
        }
    }

    private void AddHeadline(AnnotatedText annotated, Article article)
    {
        var found = article.Statements.Where(statement => statement.In == StatementPlace.Headline).ToList();
        foreach (var statement in annotated.Statements.Where(statement => statement.Spans.Count == 0))
        {
            var read = found.Find(read => SameWords(read.Text, statement.Text));
            found.Remove(read!);
            var expected = $"{statement.Text} {statement.Name}";
            var same = read is not null && SameWords(read.Speaker?.Name, statement.Name);
            headline.Compare(
                annotated.Name,
                expected,
                read is null ? null : $"{read.Text} {read.Speaker?.Name}",
                same,
                ""
            );
        }
        found.ForEach(read => headline.Extra(annotated.Name, read.Text));
    }

    private void AddEntities(AnnotatedText annotated, Article article)
    {
        var found = article
            .Entities.SelectMany(entity => entity.Mentions.Select(mention => (entity.Kind, mention)))
            .Where(mention => mention.mention.Start is not null)
            .ToDictionary(
                mention => (mention.Kind, mention.mention.Start!.Value, mention.mention.End!.Value),
                mention => mention.mention.Text
            );
        foreach (var (kind, mark) in annotated.Entities)
        {
            var tally = TallyOf(kind)!;
            if (found.Remove((kind, mark.Start, mark.End)))
            {
                tally.Hit();
            }
            else
            {
                var others = found.Where(other => other.Key.Item2 < mark.End && mark.Start < other.Key.Item3);
                tally.Missed(
                    annotated.Name,
                    mark.Text,
                    string.Join(", ", others.Select(other => $"{other.Key.Kind} {other.Value}"))
                );
            }
        }
        foreach (var (key, words) in found)
        {
            TallyOf(key.Kind)?.Extra(annotated.Name, words);
        }
    }

    private void AddFigures(AnnotatedText annotated, Article article)
    {
        var marked = annotated.Of("figure").ToList();
        var pairs = Overlap.Pairs(marked, article.Figures, (a, b) => Overlap.OfSpans(a.Start, a.End, b.Start, b.End));
        foreach (var mark in marked)
        {
            var figure = pairs.GetValueOrDefault(mark);
            var wanted = Words(
                mark.Number("value"),
                mark["approximation"],
                mark["unit"],
                mark.Number("low"),
                mark.Number("high")
            );
            var there = figure is null ? null : Words(figure, mark);
            figures.Compare(annotated.Name, wanted, there, wanted == there, mark.Text + " | " + figure?.Text);
        }
        var paired = pairs.Values.ToHashSet();
        foreach (var figure in article.Figures.Where(figure => !paired.Contains(figure)))
        {
            figures.Extra(annotated.Name, figure.Text);
        }
    }

    private void AddMoments(AnnotatedText annotated, Article article)
    {
        var marked = annotated.Of("moment").ToList();
        var pairs = Overlap.Pairs(marked, article.Moments, (a, b) => Overlap.OfSpans(a.Start, a.End, b.Start, b.End));
        foreach (var mark in marked)
        {
            var moment = pairs.GetValueOrDefault(mark);
            var same = moment is not null && mark["value"] == moment.Value;
            moments.Compare(
                annotated.Name,
                mark["value"] ?? "no value",
                moment is null ? null : moment.Value ?? "no value",
                same,
                mark.Text + " | " + moment?.Text
            );
        }
        var paired = pairs.Values.ToHashSet();
        foreach (var moment in article.Moments.Where(moment => !paired.Contains(moment)))
        {
            moments.Extra(annotated.Name, $"{moment.Text} {moment.Value}");
        }
    }

    private void AddQuestions(AnnotatedText annotated, Article article)
    {
        var body = article.Questions.Where(question => question.In == StatementPlace.Body).ToList();
        var marked = annotated.Of("question").ToList();
        var pairs = Overlap.Pairs(
            marked,
            body,
            (a, b) => Overlap.OfWords(annotated.Text, [(a.Start, a.End)], [(b.Start!.Value, b.End!.Value)])
        );
        foreach (var mark in marked)
        {
            var found = pairs.GetValueOrDefault(mark);
            questions.Compare(annotated.Name, mark.Text, found?.Text, found is not null, "");
        }
        foreach (var question in body.Except(pairs.Values))
        {
            questions.Extra(annotated.Name, question.Text);
        }
    }

    private Tally? TallyOf(EntityKind kind) =>
        kind switch
        {
            EntityKind.Person => people,
            EntityKind.Organisation => organisations,
            EntityKind.Place => places,
            EntityKind.Group => groups,
            _ => null,
        };

    /// <summary>A group, a document and somebody unnamed may also be left without name, or be called by a part of their phrase.</summary>
    private static bool IsSpeaker(MarkedStatement marked, Speaker? speaker)
    {
        var called = marked.Kind is SpeakerKind.Person or SpeakerKind.Organisation ? marked.Name : null;
        return called is not null
            ? SameWords(called, speaker?.Name)
            : speaker is not null
                && (
                    speaker.Name is null
                    || marked.Source!.Contains(speaker.Name, StringComparison.OrdinalIgnoreCase)
                    || speaker.Name.Contains(marked.Name ?? marked.Source, StringComparison.OrdinalIgnoreCase)
                );
    }

    private static bool SameRole(string? marked, string? read) =>
        marked is not null && read is not null && Overlap.OfWords(Bare(marked), Bare(read)) >= 0.7;

    private static bool SameWords(string? one, string? other) =>
        one is null || other is null
            ? one == other
            : string.Equals(Bare(one), Bare(other), StringComparison.OrdinalIgnoreCase);

    /// <summary>Without article, possessive and the comma of a quotation.</summary>
    private static string Bare(string words)
    {
        foreach (var article in (string[])["the ", "a ", "an ", "its ", "his ", "her ", "their "])
        {
            if (words.StartsWith(article, StringComparison.OrdinalIgnoreCase))
            {
                return words[article.Length..].Trim();
            }
        }
        return words.Trim();
    }

    // Bounds are compared where the text marks them: for ranges and vague numbers.
    private static string Words(Figure figure, Mark mark) =>
        Words(
            figure.Value,
            Word(figure.Approximation),
            figure.Unit,
            mark["low"] is null ? null : figure.Low,
            mark["high"] is null ? null : figure.High
        );

    private static string Words(decimal? value, string? approximation, string? unit, decimal? low, decimal? high) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{approximation} {value:0.##}{(low is null && high is null ? "" : $"{low:0.##}..{high:0.##}")} {unit}"
        );

    private static string? Word<T>(T? value)
        where T : struct, Enum => value?.ToString().ToLowerInvariant();

    private static string Word<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();
}
