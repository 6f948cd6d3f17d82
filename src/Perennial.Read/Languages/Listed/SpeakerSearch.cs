namespace Perennial.Read.Languages.Listed;

/// <summary>Says who the noun phrase at a cue is, and how sure that is. Where the text does not say, nobody is named.</summary>
internal sealed class SpeakerSearch(Prose prose, Lexicon lexicon, DocumentNames names)
{
    // Whoever spoke or was named within so many paragraphs before may be meant by a pronoun.
    private const int PronounReach = 2;
    private const int FarthestBack = 1500;
    private const int MostNear = 60;
    private const int MostHolders = 1000;

    private readonly List<(int Token, NamedPerson Person)> spoken = [];
    private Speaker? previous;
    private NamedPerson? previousPerson;

    /// <summary>The speaker of a statement, and the person if it is one. Asked in the order of the text.</summary>
    public (Speaker Speaker, NamedPerson? Person) Of(Saying said)
    {
        var (speaker, person) = said switch
        {
            { Source: { } source } => AtCue(source),
            { SameAsBefore: true } when previous is not null => (
                previous with
                {
                    Start = null,
                    End = null,
                    Text = null,
                    By = ResolvedBy.Inferred,
                    Sure = false,
                },
                previousPerson
            ),
            _ => (new Speaker { By = ResolvedBy.Inferred }, null),
        };
        if (said.Source is not null)
        {
            (previous, previousPerson) = (speaker, person);
            if (person is not null)
            {
                spoken.Add((said.Source.Value.First, person));
            }
        }
        return (speaker, person);
    }

    private (Speaker, NamedPerson?) AtCue(Span source)
    {
        var passage = prose.Passage(source.First, source.Last);
        var (speaker, person) = Resolve(source);
        return (
            speaker with
            {
                Start = passage.Start,
                End = passage.End,
                Text = passage.Text,
                Entity = speaker.Name is { } name ? names.IdOf(name) : null,
            },
            person
        );
    }

    private (Speaker, NamedPerson?) Resolve(Span source)
    {
        if (source.Length == 1 && lexicon.Pronouns.TryGetValue(prose.Tokens[source.First].Lower, out var gender))
        {
            return Pronoun(source.First, gender);
        }
        var inside = names.Within(source.First, source.Last).ToList();
        var persons = inside.Where(name => name.Person is not null && !IsBehindLink(name, source)).ToList();
        if (persons.Count > 1 && persons[0].Person != persons[1].Person && IsJoined(persons[0].Last, persons[1].First))
        {
            return (
                Named(prose.Slice(source.First, source.Last), SpeakerKind.Group, ResolvedBy.Name, sure: true),
                null
            );
        }
        if (persons.Count > 0)
        {
            return OfPerson(persons[0]);
        }
        return WithoutName(source, inside);
    }

    /// <summary>"der Sprecher von Mara Lind", "la sœur de Jean Roux": another person is meant.</summary>
    private bool IsBehindLink(NamedThing name, Span source)
    {
        for (var i = name.First - 1; i > source.First && i > name.First - 5; i--)
        {
            var lower = prose.Tokens[i].Lower;
            if (prose.Tokens[i].Text == ",")
            {
                return false;
            }
            if (lexicon.Links.Contains(lower))
            {
                return i > source.First && !lexicon.Roles.Contains(prose.Tokens[name.First - 1].Lower);
            }
        }
        return false;
    }

    private bool IsJoined(int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if (lexicon.Conjunctions.Contains(prose.Tokens[i].Lower))
            {
                return true;
            }
        }
        return false;
    }

    private (Speaker, NamedPerson?) OfPerson(NamedThing name)
    {
        var person = name.Person!;
        var isFull = name.Last - name.First > 1;
        var sure = person.IsFull && (isFull || names.Called(name.Name).Count <= 1);
        return (Named(person.Name, SpeakerKind.Person, isFull ? ResolvedBy.Name : ResolvedBy.Surname, sure), person);
    }

    private (Speaker, NamedPerson?) WithoutName(Span source, List<NamedThing> inside)
    {
        var head = Head(source);
        var lower = head < 0 ? "" : prose.Tokens[head].Lower;
        // "Minister" is one or several: the article tells.
        var isOne = lexicon.Roles.Contains(lower) && lexicon.Singular.Contains(prose.Tokens[source.First].Lower);
        if (lexicon.Groups.Contains(lower) && !isOne)
        {
            return (Named(Bare(source), SpeakerKind.Group, ResolvedBy.Role, sure: true), null);
        }
        if (lexicon.Roles.Contains(lower))
        {
            return Role(source, lower);
        }
        if (lexicon.Documents.Contains(lower))
        {
            return (Named(Bare(source), SpeakerKind.Document, ResolvedBy.Name, sure: true), null);
        }
        var organisation = inside.Find(name => name.Kind == EntityKind.Organisation);
        if (lexicon.Organisations.Contains(lower) || lexicon.Media.Contains(lower) || organisation is not null)
        {
            return organisation is not null
                ? (Named(organisation.Name, SpeakerKind.Organisation, ResolvedBy.Name, sure: true), null)
                : (
                    Named(
                        IsNamedByKind(source) ? Bare(source) : null,
                        SpeakerKind.Organisation,
                        ResolvedBy.Role,
                        sure: false
                    ),
                    null
                );
        }
        return inside is [{ } only, ..]
            ? (
                Named(
                    only.Name,
                    only.Kind == EntityKind.Place ? SpeakerKind.Organisation : SpeakerKind.Unknown,
                    ResolvedBy.Name,
                    sure: false
                ),
                null
            )
            : (Named(null, SpeakerKind.Unknown, ResolvedBy.Role, sure: false), null);
    }

    // "die Feuerwehr", "la policía": said of the one that everybody knows.
    private bool IsNamedByKind(Span source) =>
        source.Length == 1 || source.Length <= 6 && lexicon.Definite.Contains(prose.Tokens[source.First].Lower);

    private (Speaker, NamedPerson?) Role(Span source, string head)
    {
        var isDefinite =
            lexicon.Definite.Contains(prose.Tokens[source.First].Lower) || prose.Tokens[source.First].Lower == head;
        var stem = head.Length > 6 ? head[..^2] : head;
        var holders = names
            .People.Take(MostHolders)
            .Where(person => person.Role?.Contains(stem, StringComparison.OrdinalIgnoreCase) == true)
            .Take(2)
            .ToList();
        return isDefinite && holders.Count == 1
            ? (Named(holders[0].Name, SpeakerKind.Person, ResolvedBy.Role, sure: true), holders[0])
            : (Named(null, SpeakerKind.Person, ResolvedBy.Role, sure: false), null);
    }

    /// <summary>The noun that says what the phrase is: the first that speaks.</summary>
    private int Head(Span source)
    {
        var first = -1;
        for (var i = source.First; i < source.Last; i++)
        {
            var lower = prose.Tokens[i].Lower;
            if (prose.Tokens[i].Text == "," || lexicon.Links.Contains(lower) && first >= 0)
            {
                break;
            }
            if (!prose.Tokens[i].IsWord || lexicon.Determiners.Contains(lower))
            {
                continue;
            }
            if (
                lexicon.Roles.Contains(lower)
                || lexicon.Groups.Contains(lower)
                || lexicon.Organisations.Contains(lower)
                || lexicon.Documents.Contains(lower)
                || lexicon.Media.Contains(lower)
            )
            {
                return i;
            }
            first = first < 0 ? i : first;
        }
        return first;
    }

    private string Bare(Span source)
    {
        var first = source.First;
        while (
            first < source.Last - 1
            && (
                lexicon.Definite.Contains(prose.Tokens[first].Lower)
                || lexicon.Indefinite.Contains(prose.Tokens[first].Lower)
            )
        )
        {
            first++;
        }
        var last = source.Last;
        for (var i = first + 1; i < last; i++)
        {
            if (prose.Tokens[i].Text is "," or "(")
            {
                last = i;
            }
        }
        return prose.Slice(first, last);
    }

    private (Speaker, NamedPerson?) Pronoun(int token, char gender)
    {
        if (gender is not ('m' or 'f'))
        {
            return (
                Named(null, gender == 'p' ? SpeakerKind.Group : SpeakerKind.Unknown, ResolvedBy.Pronoun, sure: false),
                null
            );
        }
        var paragraph = prose.Sentences[prose.SentenceOf[token]].Paragraph;
        var from = Math.Max(token - FarthestBack, prose.Paragraphs[Math.Max(0, paragraph - PronounReach)].First);
        var near = names
            .Within(from, token)
            .Where(name => name.Person is not null && prose.QuotationOf[name.First] < 0)
            .Select(name => (Token: name.First, Person: name.Person!))
            .TakeLast(MostNear)
            .Where(entry => entry.Person.Gender == ' ' || entry.Person.Gender == gender)
            .ToList();
        var speaker = LastSpoken(from, token, gender);
        var chosen = speaker ?? (near.Count > 0 ? near[^1].Person : null);
        if (chosen is null)
        {
            return (Named(null, SpeakerKind.Person, ResolvedBy.Pronoun, sure: false), null);
        }
        // Sure only where nobody else can be meant.
        var sure = chosen.Gender == gender && chosen.IsFull && near.TrueForAll(entry => entry.Person == chosen);
        return (Named(chosen.Name, SpeakerKind.Person, ResolvedBy.Pronoun, sure), chosen);
    }

    private NamedPerson? LastSpoken(int from, int token, char gender)
    {
        for (var i = spoken.Count - 1; i >= 0 && spoken[i].Token >= from; i--)
        {
            if (spoken[i].Token < token && (spoken[i].Person.Gender == ' ' || spoken[i].Person.Gender == gender))
            {
                return spoken[i].Person;
            }
        }
        return null;
    }

    private static Speaker Named(string? name, SpeakerKind kind, ResolvedBy by, bool sure) =>
        new()
        {
            Name = name,
            Kind = kind,
            By = by,
            Sure = sure,
        };
}
