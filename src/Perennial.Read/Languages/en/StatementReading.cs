namespace Perennial.Read.Languages.English;

/// <summary>Who said what in an English text. The order of its steps stands in <see cref="Read"/>.</summary>
internal static class StatementReading
{
    /// <summary>The statements, those of the headline first, and the entities.</summary>
    public static (IReadOnlyList<Statement> Statements, IReadOnlyList<Entity> Entities) Read(Article article)
    {
        var prose = Prose.Of(article.Text, Abbreviations.All);
        var words = WordFacts.Of(prose);
        var tagged = EntityTagger.Shared.Names(prose, words);
        var found = SpeechTagger.Shared.Find(prose, words, tagged);
        var names = Names.Of(prose, tagged);
        var people = People.Of(
            prose,
            names,
            found.Where(said => said.Source is not null).Select(said => said.Source!.Value)
        );
        var entities = Entities.Of(prose, people);
        var speakers = new Speakers(prose, people, entities);
        // Speakers are asked for in the order of their cues, since "he" looks back.
        var named = found
            .OrderBy(said => said.Source?.First ?? said.Content[0].First)
            .ToDictionary(said => said, speakers.Of);
        var statements = found
            .Select(said =>
                ToStatement(prose, people, said, named[said]) with
                {
                    Inner =
                    [
                        .. InnerStatements
                            .Of(prose, said)
                            .Select(inner =>
                                ToStatement(prose, people, inner, speakers.Of(inner)) with
                                {
                                    Kind = inner.Quoted ? StatementKind.Direct : StatementKind.Indirect,
                                }
                            ),
                    ],
                }
            )
            .ToList();
        return ([.. HeadlineQuotations.Of(article, statements), .. statements], entities.All);
    }

    private static Statement ToStatement(
        Prose prose,
        People people,
        Attribution said,
        (Speaker Speaker, Person? Person) named
    )
    {
        var (speaker, person) = named;
        var spans = said
            .Content.Select(span => new[] { prose.Tokens[span.First].Start, prose.Tokens[span.Last - 1].End })
            .ToList();
        var kind = Kind(prose, said);
        var stance = Stances.Of(prose, said);
        var hedges = said.Content.SelectMany(span => Hedges.Within(prose, span.First, span.Last));
        if (said.Cue is { } cue && stance == Stance.Hedged)
        {
            hedges = hedges.Prepend(prose.Passage(cue.First, cue.Last));
        }
        return new Statement
        {
            Kind = kind,
            Start = spans[0][0],
            End = spans[^1][1],
            Spans = spans,
            Text = string.Join(' ', spans.Select(span => prose.Text[span[0]..span[1]])),
            Cue = said.Cue is { } words ? prose.Passage(words.First, words.Last) : null,
            Speaker = speaker,
            Role = person?.Role ?? Told.RoleIn(prose, said, speaker),
            Told = Told.Of(prose, people, said),
            Translated = Translations.Of(prose, said),
            Stance = stance,
            Hedges = [.. hedges],
            Allegation = Allegations.Of(prose, people, said, stance),
            Via = Carriers.Of(prose, people, said),
            Earlier = Carriers.Earlier(prose, said),
        };
    }

    /// <summary>Direct when nearly all words stand in marks, mixed when some do.</summary>
    private static StatementKind Kind(Prose prose, Attribution said)
    {
        var words = 0;
        var quoted = 0;
        foreach (var span in said.Content)
        {
            for (var i = span.First; i < span.Last; i++)
            {
                if (prose.Tokens[i].IsWord)
                {
                    words++;
                    quoted += prose.QuotationOf[i] >= 0 ? 1 : 0;
                }
            }
        }
        // The share that people who marked quotations by hand use for "direct".
        return quoted * 100 >= words * 97 && words > 0 ? StatementKind.Direct
            : quoted > 0 ? StatementKind.Mixed
            : StatementKind.Indirect;
    }
}
