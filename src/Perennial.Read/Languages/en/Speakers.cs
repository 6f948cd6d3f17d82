using System.Collections.Frozen;

namespace Perennial.Read.Languages.English;

/// <summary>Says who the noun phrase at a cue is, and how sure that is. Where the text does not say, nobody is named.</summary>
internal sealed class Speakers(Prose prose, People people, Entities entities)
{
    private static readonly FrozenSet<string> Documents = WordClasses.Set(
        "report letter statement study poll survey document memo article analysis data figures filing sheet caption evaluation register notes note images photographs footage minutes log e-mail page script report-card inventory book email paper research documents emails records polls studies reports "
            + "transcript indictment complaint lawsuit filings tweet headline editorial story website survey audit review investigation ad video brief ruling disclosures dossier file files leaflet manifesto census"
    );

    private static readonly FrozenSet<string> OrganisationNouns = WordClasses.Set(
        "company agency ministry group government party campaign administration police committee organization organisation newspaper paper magazine network department office union "
            + "bank firm commission council parliament court university institute coalition army military team board embassy authorities charity foundation association federation tank think-tank regulator publisher service centre center trust fund utility operator airline club contractor authority institute cooperative exchange"
    );

    private static readonly FrozenSet<string> GroupNouns = WordClasses.Set(
        "people men women police critics sources aides allies observers rivals friends relatives families parents authorities others some many most few experts voters supporters opponents insiders colleagues "
            + "backers organizers organisers investigators protesters protestors demonstrators rebels troops militants users viewers readers locals islanders villagers"
    );

    private static readonly FrozenSet<string> IndefiniteArticles = WordClasses.Set("a an one another some");

    // Where people are called by a family name, the last one who spoke stays in mind for about two paragraphs.
    private const int PronounReach = 2;

    // Somebody of the same family name who was named further back is not meant any more.
    private const int SurnameReach = 3;

    // Bounds for hostile texts: one endless paragraph of names and pronouns stays quick.
    private const int FarthestBack = 2000;
    private const int MostNear = 60;
    private const int MostHolders = 1000;
    private const int NearSentences = 6;
    private const int BodyReach = 800;

    private readonly List<(int Token, Person Person)> spoken = [];

    // The tokens at which organisations that spoke are named.
    private readonly HashSet<int> bodies = [];

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
            Name = answer is { Kind: SpeakerKind.Organisation, Name: { } called }
                ? entities.FullName(called)
                : answer.Name,
            Sure = answer.Sure && said.Likelihood >= SpeechConfidence.Sure,
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
                bodies.Add(last.First);
                return (Named(last.Name, SpeakerKind.Organisation, ResolvedBy.Name, sure: true), null);
            }
            if (last.Kind == EntityKind.Group)
            {
                return (Named(Bare(core), SpeakerKind.Group, ResolvedBy.Name, sure: true), null);
            }
            return (Named(last.Name, SpeakerKind.Unknown, ResolvedBy.Name, sure: false), null);
        }
        // "a spokesman, Ann Gray," and "the head of the council, Ann Gray,": the name stands in the apposition.
        var comma = core.Last;
        while (comma < source.Last && tokens[comma].Text != ",")
        {
            comma++;
        }
        if (
            comma + 1 < source.Last
            && people.Within(comma + 1, source.Last).FirstOrDefault(name => name.First <= comma + 3)
                is { Person: { Full: true } apposed } apposition
        )
        {
            return (OfPerson(apposed, apposition), apposed);
        }
        // "council director of public affairs Ann Gray": the name ends a phrase that no preposition binds it to.
        if (
            people.Within(core.Last, comma) is [.., { Person: { Full: true } ending } end]
            && end.Last == comma
            && tokens[end.First - 1] is { IsWord: true, IsPossessive: false } ahead
            && !WordClasses.Prepositions.Contains(ahead.Lower)
            && !WordClasses.Determiners.Contains(ahead.Lower)
            && !WordClasses.Conjunctions.Contains(ahead.Lower)
        )
        {
            return (OfPerson(ending, end), ending);
        }
        // The source may end before the comma: "said its director, Ann Gray."
        if (
            source.Last + 1 < tokens.Count
            && tokens[source.Last].Text == ","
            && IsDefinite(tokens[core.First].Lower)
            && Roles.IsRole(tokens[core.Last - 1].Lower)
            && people.Within(source.Last + 1, source.Last + 8) is [var next, ..]
            && next.First == source.Last + 1
        )
        {
            if (next.Person is { Full: true } behind)
            {
                return (OfPerson(behind, next), behind);
            }
            // A name that nothing else shows to be a person's.
            if (next.Kind == EntityKind.Other && next.Last - next.First is 2 or 3)
            {
                return (Named(next.Name, SpeakerKind.Person, ResolvedBy.Name, sure: false), null);
            }
        }
        return Common(core);
    }

    private static bool IsDefinite(string lower) =>
        lower is "the" or "its" or "his" or "her" or "their" or "our" or "my";

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
        return Named(person.Name, SpeakerKind.Person, by, sure: full || !AnotherIsNear(person, mention));
    }

    /// <summary>Whether somebody else of that name has just been named: then a bare family name may mean either.</summary>
    private bool AnotherIsNear(Person person, NameMention mention)
    {
        var paragraph = prose.Sentences[prose.SentenceOf[mention.First]].Paragraph;
        var from = prose.Paragraphs[Math.Max(0, paragraph - SurnameReach)].First;
        return people
            .Called(mention.Name)
            .Take(MostHolders)
            .Any(other =>
                other != person
                && (mention.Honorific is null || other.Gender == person.Gender)
                && other.Mentions.Exists(name => name.First >= from && name.First < mention.First)
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
            var (name, sure) = IsDefinite(tokens[core.First].Lower) ? Body(head, core.First) : (null, false);
            return (Named(name, SpeakerKind.Organisation, ResolvedBy.Role, sure), null);
        }
        var holders = IsDefinite(tokens[core.First].Lower) || Roles.IsRole(head) ? Holders(head, core.First) : [];
        var isIndefinite = IndefiniteArticles.Contains(tokens[core.First].Lower);
        if (holders.Count == 1 && !isIndefinite)
        {
            return (Named(holders[0].Name, SpeakerKind.Person, ResolvedBy.Role, sure: true), holders[0]);
        }
        if (Roles.IsRole(head) || head is "man" or "woman")
        {
            return (Named(null, SpeakerKind.Person, ResolvedBy.Role, sure: false), null);
        }
        // "European donors", "the two"
        if (head is "two" or "three" or "four" || IsPluralNoun(core))
        {
            return (Named(Bare(core), SpeakerKind.Group, ResolvedBy.Role, sure: true), null);
        }
        return (Named(null, SpeakerKind.Unknown, ResolvedBy.Name, sure: false), null);
    }

    // "The minister" is whoever was called so before; of two, nobody.
    private List<Person> Holders(string head, int before) =>
        people
            .All.Take(MostHolders)
            .Where(person => person.Role is { } role && HasWord(role, head) && person.Mentions[0].First < before)
            .Take(2)
            .ToList();

    private static bool HasWord(string role, string word)
    {
        var at = role.IndexOf(word, StringComparison.OrdinalIgnoreCase);
        return at >= 0
            && (at == 0 || !char.IsLetter(role[at - 1]))
            && (at + word.Length == role.Length || !char.IsLetter(role[at + word.Length]));
    }

    private bool IsPluralNoun(Span core)
    {
        var head = prose.Tokens[core.Last - 1];
        return char.IsLower(head.Text[0])
            && head.Lower.Length > 4
            && head.Lower[^1] == 's'
            && head.Lower[^2] is not ('s' or 'u' or 'i');
    }

    /// <summary>Which organisation "the ministry" or "the company" is: the one of that word, or in apposition to it; else the last to speak, unsure.</summary>
    private (string? Name, bool Sure) Body(string head, int at)
    {
        var tokens = prose.Tokens;
        string? ofWord = null;
        string? spoke = null;
        var several = false;
        var before = people.Within(Math.Max(0, at - BodyReach), at);
        for (var i = before.Count - 1; i >= 0; i--)
        {
            var name = before[i];
            if (name.Person is not null || name.Kind is EntityKind.Place or EntityKind.Group or EntityKind.Person)
            {
                continue;
            }
            if (name.Name.Contains(head, StringComparison.OrdinalIgnoreCase) || IsApposed(head, name))
            {
                several |= ofWord is not null && ofWord != name.Name;
                ofWord ??= name.Name;
            }
            else if (
                spoke is null
                && bodies.Contains(name.First)
                && prose.SentenceOf[at] - prose.SentenceOf[name.First] < NearSentences
            )
            {
                spoke = name.Name;
            }
        }
        return ofWord is not null ? (ofWord, !several) : (spoke, false);
    }

    // "Drummond Pacific, the company," and "the Sarn Institute, a think tank,".
    private bool IsApposed(string head, NameMention name)
    {
        var tokens = prose.Tokens;
        if (name.Last + 2 >= tokens.Count || tokens[name.Last].Text != ",")
        {
            return false;
        }
        for (var i = name.Last + 1; i < tokens.Count && i < name.Last + 8 && tokens[i].IsWord; i++)
        {
            if (tokens[i].Lower == head)
            {
                return true;
            }
        }
        return false;
    }

    private (Speaker, Person?) Pronoun(int token)
    {
        var gender = prose.Tokens[token].Lower switch
        {
            "he" => 'm',
            "she" => 'f',
            _ => ' ',
        };
        if (prose.Tokens[token].Lower == "it")
        {
            return (Thing(token), null);
        }
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
        // "Her brother, Tomas Gray, wept. He said": who is named since, in the same paragraph, goes before who spoke.
        var newest = near.Where(entry => entry.Spoke).Select(entry => entry.Token).DefaultIfEmpty(-1).Max();
        var isNewer =
            nearest > (newest < 0 ? -1 : prose.SentenceOf[newest])
            && prose.Sentences[nearest].Paragraph == paragraph
            && (newest < 0 || prose.Sentences[prose.SentenceOf[newest]].Paragraph != paragraph);
        var chosen = isNewer ? subject : speaker ?? subject;
        var sure = near.TrueForAll(entry => entry.Person == chosen) || (speaker == subject && chosen.Gender == gender);
        if (chosen.Gender == ' ' && sure)
        {
            chosen.Gender = gender;
        }
        return (Named(chosen.Name, SpeakerKind.Person, ResolvedBy.Pronoun, sure), chosen);
    }

    /// <summary>"It said": the organisation that spoke last, sure where no other is named since.</summary>
    private Speaker Thing(int token)
    {
        var paragraph = prose.Sentences[prose.SentenceOf[token]].Paragraph;
        var from = prose.Paragraphs[Math.Max(0, paragraph - PronounReach)].First;
        var named = people
            .Within(Math.Max(from, token - FarthestBack), token)
            .Where(name => name.Kind == EntityKind.Organisation && prose.QuotationOf[name.First] < 0)
            .ToList();
        var spoke = named.FindLast(name => bodies.Contains(name.First));
        if (spoke is null)
        {
            return new Speaker { By = ResolvedBy.Pronoun };
        }
        var full = entities.FullName(spoke.Name);
        return Named(
            full,
            SpeakerKind.Organisation,
            ResolvedBy.Pronoun,
            sure: named.TrueForAll(name => name.First <= spoke.First || entities.FullName(name.Name) == full)
        );
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
