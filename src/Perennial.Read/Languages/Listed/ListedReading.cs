using Perennial.Read.Languages.English;
using Perennial.Read.Languages.French;
using Perennial.Read.Languages.German;
using Perennial.Read.Languages.Spanish;

namespace Perennial.Read.Languages.Listed;

/// <summary>Reads a text by the word lists of its language: who said what, who and what is named, and when.</summary>
internal static class ListedReading
{
    /// <summary>The word lists of a language by the first part of its tag; <see langword="null"/> where there are none.</summary>
    public static Lexicon? LexiconOf(string tag) =>
        tag.Split('-', '_')[0].ToLowerInvariant() switch
        {
            "de" => GermanWords.Lexicon,
            "fr" => FrenchWords.Lexicon,
            "es" => SpanishWords.Lexicon,
            _ => null,
        };

    /// <summary>The order of the steps. Quotations first: what they hold is not read for verbs of speech again.</summary>
    public static Article Read(Article article, Lexicon lexicon)
    {
        var prose = Prose.Of(article.Text, lexicon.Writing);
        var taken = new bool[prose.Tokens.Count];
        var dialogues = Dialogues(prose, lexicon, taken);
        var quoted = new QuotedSpeech(prose, lexicon, taken).Find();
        var reported = new ReportedSpeech(prose, lexicon, taken).Find();
        var found = dialogues.Concat(quoted).Concat(reported).OrderBy(said => said.Content[0].First).ToList();
        found = GoingOn.Add(prose, lexicon, taken, found);
        var names = DocumentNames.Of(prose, lexicon);
        var speakers = new SpeakerSearch(prose, lexicon, names);
        // Speakers are asked for in the order of their cues, since "er" looks back.
        var named = found
            .OrderBy(said => said.Source?.First ?? said.Content[0].First)
            .ToDictionary(said => said, speakers.Of);
        var statements = found
            .Select(said => ToStatement(prose, lexicon, said, named[said].Speaker, named[said].Person))
            .ToList();
        return article with
        {
            Statements = [.. HeadlineQuotations.Of(article, statements), .. statements],
            Entities = names.Entities,
            Moments = ListedMoments.In(article.Text, article.Published, lexicon),
        };
    }

    private static List<Saying> Dialogues(Prose prose, Lexicon lexicon, bool[] taken)
    {
        var found = new List<Saying>();
        if (lexicon.IsGerman)
        {
            return found;
        }
        var attributions = new Attributions(prose, lexicon);
        foreach (var paragraph in prose.Paragraphs)
        {
            if (prose.Tokens[paragraph.First].Text is "—" or "–" && attributions.Dialogue(paragraph) is { } said)
            {
                found.Add(said);
                Array.Fill(taken, true, paragraph.First, paragraph.Last - paragraph.First);
            }
        }
        return found;
    }

    private static Statement ToStatement(
        Prose prose,
        Lexicon lexicon,
        Saying said,
        Speaker speaker,
        NamedPerson? person
    )
    {
        var spans = said
            .Content.OrderBy(span => span.First)
            .Select(span => new[] { prose.Tokens[span.First].Start, prose.Tokens[span.Last - 1].End })
            .ToList();
        var kind = Kind(prose, said);
        return new Statement
        {
            Kind = kind,
            Start = spans[0][0],
            End = spans[^1][1],
            Spans = spans,
            Text = string.Join(' ', spans.Select(span => prose.Text[span[0]..span[1]])),
            Cue = said.Cue is { } cue ? prose.Passage(cue.First, cue.Last) : null,
            // What somebody thinks of a thing is the reporter's reading of them: never shown as theirs without that mark.
            Speaker = said.IsAttitude && kind == StatementKind.Indirect ? speaker with { Sure = false } : speaker,
            Role = person?.Role,
            Told = said.Told is { } told ? new Told(prose.Slice(told.First, told.Last), Sure: true) : null,
            Stance = Softened(prose, lexicon, said),
            Hedges = [.. said.Content.SelectMany(span => Hedges(prose, lexicon, span))],
        };
    }

    /// <summary>A word such as "angeblich" at the head of a report in other words softens it.</summary>
    private static Stance Softened(Prose prose, Lexicon lexicon, Saying said) =>
        said.Stance == Stance.Asserted
        && !said.IsQuoted
        && said.Content.Exists(span => lexicon.Hedges.Contains(prose.Tokens[span.First].Lower))
            ? Stance.Hedged
            : said.Stance;

    private static IEnumerable<Passage> Hedges(Prose prose, Lexicon lexicon, Span span)
    {
        for (var i = span.First; i < span.Last; i++)
        {
            if (lexicon.Hedges.Contains(prose.Tokens[i].Lower))
            {
                yield return prose.Passage(i, i + 1);
            }
        }
    }

    private static StatementKind Kind(Prose prose, Saying said)
    {
        var (words, quoted) = (0, 0);
        foreach (var span in said.Content)
        {
            for (var i = span.First; i < span.Last; i++)
            {
                words += prose.Tokens[i].IsWord ? 1 : 0;
                quoted += prose.Tokens[i].IsWord && (said.IsQuoted || prose.QuotationOf[i] >= 0) ? 1 : 0;
            }
        }
        // The share that people who marked quotations by hand use for "direct".
        return quoted * 100 >= words * 97 && words > 0 ? StatementKind.Direct
            : quoted > 0 ? StatementKind.Mixed
            : StatementKind.Indirect;
    }
}
