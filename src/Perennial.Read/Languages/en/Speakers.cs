using System.Collections.Frozen;

namespace Perennial.Read.Languages.English;

/// <summary>Says who the noun phrase at a cue is, and how sure that is. Where the text does not say, nobody is named.</summary>
internal sealed class Speakers(Prose prose, People people, Entities entities)
{
    private static readonly FrozenSet<string> Documents = WordClasses.Set(
        "report letter statement study poll survey document memo article analysis data figures filing book email paper research documents emails records polls studies reports "
            + "transcript indictment complaint lawsuit filings tweet headline editorial story website survey audit review investigation ad video brief ruling disclosures dossier file files leaflet manifesto census"
    );

    private static readonly FrozenSet<string> OrganisationNouns = WordClasses.Set(
        "company agency ministry group government party campaign administration police committee organization organisation newspaper paper magazine network department office union "
            + "bank firm commission council parliament court university institute coalition army military team board embassy authorities charity foundation association federation tank think-tank regulator publisher"
    );

    private static readonly FrozenSet<string> GroupNouns = WordClasses.Set(
        "people men women police critics sources aides allies observers rivals friends relatives families parents authorities others some many most few experts voters supporters opponents insiders colleagues "
            + "backers organizers organisers investigators protesters protestors demonstrators rebels troops militants users viewers readers locals islanders villagers"
    );

    private static readonly FrozenSet<string> IndefiniteArticles = WordClasses.Set("a an one another some");

    // Where people are called by a family name, the last one who spoke stays in mind for about two paragraphs.
    private const int PronounReach = 2;

    // Bounds for hostile texts: one endless paragraph of names and pronouns stays quick.
    private const int FarthestBack = 2000;
    private const int MostNear = 60;
    private const int MostHolders = 1000;

    private readonly List<(int Token, Person Person)> spoken = [];

    /// <summary>The speaker of a statement, and the person if it is one.</summary>
    public (Speaker Speaker, Person? Person) Of(Attribution said)
    {
        if (said.Source is not { } source)
        {
            return (new Speaker { By = ResolvedBy.Inferred }, null);
        }
        var passage = prose.Passage(source.First, source.Last);
        var (answer, person) = Resolve(said.Antecedent ?? source);
        if (person is not null)
        {
            spoken.Add((source.First, person));
        }
        var speaker = answer with
        {
            // What only one of two ways of reading sees is never sure.
            Sure = answer.Sure && said.Agreed,
            Start = passage.Start,
            End = passage.End,
            Text = passage.Text,
            Entity =
                person is not null ? entities.IdOf(person)
                : answer.Name is { } name ? entities.IdOf(name)
                : null,
        };
        return (speaker, person);
    }

    private (Speaker, Person?) Resolve(Span source)
    {
        var tokens = prose.Tokens;
        if (source.Length == 1 && WordClasses.Pronouns.Contains(tokens[source.First].Lower))
        {
            return Pronoun(source.First);
        }
        var core = Core(source);
        if (IsSeveral(source, core))
        {
            return (Named(prose.Slice(core.First, core.Last), SpeakerKind.Group, ResolvedBy.Name, sure: true), null);
        }
        if (people.Within(core.First, core.Last) is [.., var last] && last.Last == core.Last)
        {
            if (last.Person is { } person)
            {
                return (OfPerson(person, last), person);
            }
            if (last.Kind is EntityKind.Organisation or EntityKind.Place)
            {
                return (Named(last.Name, SpeakerKind.Organisation, ResolvedBy.Name, sure: true), null);
            }
            if (last.Kind == EntityKind.Group)
            {
                return (Named(Bare(core), SpeakerKind.Group, ResolvedBy.Name, sure: true), null);
            }
            return (Named(last.Name, SpeakerKind.Unknown, ResolvedBy.Name, sure: false), null);
        }
        // "a spokesman, Ann Gray," and "the governor, Ann Gray,": the name stands in the apposition.
        if (
            core.Last + 1 < source.Last
            && tokens[core.Last].Text == ","
            && people.Within(core.Last + 1, source.Last).FirstOrDefault(name => name.First <= core.Last + 3)
                is { Person: { Full: true } apposed } apposition
        )
        {
            return (OfPerson(apposed, apposition), apposed);
        }
        return Common(core);
    }

    private static Speaker Named(string? name, SpeakerKind kind, ResolvedBy by, bool sure) =>
        new()
        {
            Name = name,
            Kind = kind,
            By = by,
            Sure = sure,
        };

    private Speaker OfPerson(Person person, NameMention mention)
    {
        var full = mention.Last - mention.First > 1;
        var by = full ? ResolvedBy.Name : ResolvedBy.Surname;
        return Named(
            person.Name,
            SpeakerKind.Person,
            by,
            sure: full
                || people
                    .Called(mention.Name)
                    .Count(other => mention.Honorific is null || other.Gender == person.Gender) <= 1
        );
    }

    /// <summary>The phrase without what comes after its head: ", a nurse", "of the Institute", "(R-Ohio)".</summary>
    private Span Core(Span source)
    {
        var tokens = prose.Tokens;
        for (var i = source.First + 1; i < source.Last; i++)
        {
            var token = tokens[i];
            if (
                token.Text is "," or "(" or "[" or "—" or "–"
                || token.Lower is "who" or "which" or "whose"
                || (WordClasses.Prepositions.Contains(token.Lower) && !InName(i))
            )
            {
                return new Span(source.First, i);
            }
        }
        return source;
    }

    private bool InName(int token) =>
        people.Within(token - 10, token + 10).Any(name => name.First < token && token < name.Last);

    private bool IsSeveral(Span source, Span core)
    {
        var tokens = prose.Tokens;
        for (var i = core.First; i < core.Last; i++)
        {
            if (
                tokens[i].Lower == "and"
                && i + 1 < core.Last
                && (tokens[i + 1].IsCapital || WordClasses.Determiners.Contains(tokens[i + 1].Lower))
                && people
                    .Within(core.First, i)
                    .Any(name => name.Last == i && name.Kind is EntityKind.Person or EntityKind.Organisation)
            )
            {
                return true;
            }
        }
        return core.Last < source.Last
            && tokens[core.Last].Text == ","
            && people
                .Within(core.Last + 1, source.Last)
                .Any(name =>
                    name.First == core.Last + 1
                    && name.Person is not null
                    && name.Last < source.Last
                    && tokens[name.Last].Lower is "and" or ","
                )
            && people.Within(core.First, core.Last).Any(name => name.Last == core.Last && name.Person is not null);
    }

    private string Bare(Span core)
    {
        var first = core.First;
        if (core.Length > 1 && prose.Tokens[first].Lower is "the" or "a" or "an" or "some" or "several" or "many")
        {
            first++;
        }
        return prose.Slice(first, core.Last);
    }

    private (Speaker, Person?) Common(Span core)
    {
        var tokens = prose.Tokens;
        var head = tokens[core.Last - 1].Lower;
        if (Roles.IsPlural(head) || GroupNouns.Contains(head))
        {
            return (Named(Bare(core), SpeakerKind.Group, ResolvedBy.Role, sure: true), null);
        }
        if (Documents.Contains(head))
        {
            return (Named(Bare(core), SpeakerKind.Document, ResolvedBy.Name, sure: true), null);
        }
        if (OrganisationNouns.Contains(head))
        {
            return (Named(null, SpeakerKind.Organisation, ResolvedBy.Role, sure: false), null);
        }
        if (Roles.IsRole(head) || head is "man" or "woman")
        {
            var definite = !IndefiniteArticles.Contains(tokens[core.First].Lower);
            var holders = people
                .All.Take(MostHolders)
                .Where(person =>
                    person.Role is { } role
                    && role.Contains(head, StringComparison.OrdinalIgnoreCase)
                    && person.Mentions[0].First < core.First
                )
                .Take(2)
                .ToList();
            return definite && holders.Count == 1
                ? (Named(holders[0].Name, SpeakerKind.Person, ResolvedBy.Role, sure: true), holders[0])
                : (Named(null, SpeakerKind.Person, ResolvedBy.Role, sure: false), null);
        }
        return (Named(null, SpeakerKind.Unknown, ResolvedBy.Name, sure: false), null);
    }

    private (Speaker, Person?) Pronoun(int token)
    {
        var gender = prose.Tokens[token].Lower switch
        {
            "he" => 'm',
            "she" => 'f',
            _ => ' ',
        };
        if (gender == ' ')
        {
            return (
                new Speaker
                {
                    By = ResolvedBy.Pronoun,
                    Kind = prose.Tokens[token].Lower == "they" ? SpeakerKind.Group : SpeakerKind.Unknown,
                },
                null
            );
        }
        var paragraph = prose.Sentences[prose.SentenceOf[token]].Paragraph;
        var from = prose.Paragraphs[Math.Max(0, paragraph - PronounReach)].First;
        var near = Spoken(from, token)
            .Select(entry => (entry.Token, entry.Person, Spoke: true))
            .Concat(Mentioned(from, token).Select(name => (Token: name.First, Person: name.Person!, Spoke: false)))
            .Where(entry => entry.Person.Gender == ' ' || entry.Person.Gender == gender)
            .Take(MostNear)
            .ToList();
        if (near.Count == 0)
        {
            return (new Speaker { By = ResolvedBy.Pronoun, Kind = SpeakerKind.Person }, null);
        }
        // Whoever spoke last and fits; else the subject (the first name) of the nearest sentence that names somebody.
        var speaker = near.Where(entry => entry.Spoke)
            .OrderByDescending(entry => entry.Token)
            .Select(entry => entry.Person)
            .FirstOrDefault();
        var nearest = near.Max(entry => prose.SentenceOf[entry.Token]);
        var subject = near.Where(entry => prose.SentenceOf[entry.Token] == nearest).MinBy(entry => entry.Token).Person;
        var chosen = speaker ?? subject;
        var sure = near.TrueForAll(entry => entry.Person == chosen) || (speaker == subject && chosen.Gender == gender);
        if (chosen.Gender == ' ' && sure)
        {
            chosen.Gender = gender;
        }
        return (Named(chosen.Name, SpeakerKind.Person, ResolvedBy.Pronoun, sure), chosen);
    }

    /// <summary>People named outside quotations, nearest first.</summary>
    private IEnumerable<NameMention> Mentioned(int from, int to) =>
        people
            .Within(Math.Max(from, to - FarthestBack), to)
            .Reverse()
            .Where(name =>
                name.Person is not null
                && prose.QuotationOf[name.First] < 0
                && !(name.Last < prose.Tokens.Count && prose.Tokens[name.Last].IsPossessive)
            );

    /// <summary>Those who spoke, nearest first.</summary>
    private IEnumerable<(int Token, Person Person)> Spoken(int from, int to)
    {
        for (var i = spoken.Count - 1; i >= 0 && spoken[i].Token >= from; i--)
        {
            if (spoken[i].Token < to)
            {
                yield return spoken[i];
            }
        }
    }
}
