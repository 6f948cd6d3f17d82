namespace Perennial.Read.Languages.English;

/// <summary>The people of a document: every way of naming one gathered under the fullest name.</summary>
internal sealed class People
{
    private readonly Prose prose;
    private readonly List<Person> all = [];
    private ILookup<string, Person> surnames = Array.Empty<Person>().ToLookup(person => person.Surname);

    private People(Prose prose, IReadOnlyList<NameMention> names)
    {
        this.prose = prose;
        Names = names;
    }

    public IReadOnlyList<Person> All => all;

    public IReadOnlyList<NameMention> Names { get; }

    /// <summary>Gathers the people among the names.</summary>
    /// <param name="prose">The text.</param>
    /// <param name="names">Its names; what turns out to be a person is marked so.</param>
    /// <param name="speakers">Noun phrases that say something: evidence that an unknown name is a person.</param>
    public static People Of(Prose prose, IReadOnlyList<NameMention> names, IEnumerable<Span> speakers)
    {
        var people = new People(prose, names);
        people.TakeUnknown(speakers);
        people.GatherFull();
        people.surnames = people.all.ToLookup(person => person.Surname, StringComparer.Ordinal);
        people.GatherShort();
        foreach (var person in people.all)
        {
            person.Role = RolePhrases.Of(prose, person);
        }
        return people;
    }

    /// <summary>An unknown name of two or three words that speaks, or beside which a role stands, is a person's.</summary>
    private void TakeUnknown(IEnumerable<Span> speakers)
    {
        var tokens = prose.Tokens;
        var speaking = new HashSet<int>();
        foreach (var span in speakers)
        {
            for (var i = span.First; i < span.Last; i++)
            {
                if (tokens[i].Text is "," or "(")
                {
                    break;
                }
                speaking.Add(i);
            }
        }
        // "Ms Gray" or "Gray said" says that "Xaviera Gray" is a person.
        var called = new HashSet<string>(StringComparer.Ordinal);
        foreach (var name in Names)
        {
            if (
                name.Last - name.First == 1
                && (name.Honorific is not null || (name.Kind == EntityKind.Other && speaking.Contains(name.First)))
            )
            {
                called.Add(name.Name);
            }
        }
        foreach (var name in Names)
        {
            if (name.Kind == EntityKind.Other && name.Last - name.First is 2 or 3)
            {
                var apposition =
                    name.Last + 1 < tokens.Count
                    && tokens[name.Last].Text == ","
                    && SubjectPhrase.BeginsApposition(tokens, name.Last + 1, tokens.Count)
                    && RoleWithin(name.Last + 1);
                var lead =
                    name.First > 0
                    && Roles.IsRole(tokens[name.First - 1].Lower)
                    && char.IsLower(tokens[name.First - 1].Text[0]);
                var speaks =
                    speaking.Contains(name.Last - 1) && !(name.First > 0 && tokens[name.First - 1].Lower == "the");
                if (apposition || lead || speaks || called.Contains(tokens[name.Last - 1].Text))
                {
                    name.Kind = EntityKind.Person;
                }
            }
        }
    }

    private bool RoleWithin(int at)
    {
        for (
            var i = at;
            i < prose.Tokens.Count && i < at + 9 && (prose.Tokens[i].IsWord || prose.Tokens[i].IsPossessive);
            i++
        )
        {
            if (Roles.IsRole(prose.Tokens[i].Lower) || prose.Tokens[i].Lower == "who")
            {
                return true;
            }
        }
        return false;
    }

    private void GatherFull()
    {
        var byKey = new Dictionary<string, Person>(StringComparer.Ordinal);
        foreach (var name in Names)
        {
            if (name.Kind != EntityKind.Person || name.Last - name.First < 2)
            {
                continue;
            }
            var parts = name.Name.Split(' ');
            // "Ann B. Gray" and "Ann Gray" are one.
            var key =
                parts[0]
                + " "
                + (parts[^1] is "Jr." or "Sr." or "II" or "III" && parts.Length > 2 ? parts[^2] : parts[^1]);
            if (!byKey.TryGetValue(key, out var person))
            {
                byKey[key] = person = new Person(name.Name) { Gender = GivenNames.Gender(parts[0]) };
                all.Add(person);
            }
            Add(person, name);
        }
    }

    private void GatherShort()
    {
        var byGiven = all.ToLookup(person => person.Parts[0], StringComparer.Ordinal);
        var single = new Dictionary<string, Person>(StringComparer.Ordinal);
        // "Mr Gray" anywhere says that "Gray" is a person, also before.
        foreach (var name in Names.OrderBy(name => name.Honorific is null && name.Title is null))
        {
            if (
                name.Last - name.First != 1
                || name.Person is not null
                || (
                    name.Kind is EntityKind.Place or EntityKind.Group or EntityKind.Organisation
                    && name.Honorific is null
                    && !surnames.Contains(name.Name)
                )
            )
            {
                continue;
            }
            var candidates = surnames[name.Name].ToList();
            if (candidates.Count == 0 && name.Honorific is null && byGiven[name.Name].Count() == 1)
            {
                candidates = [.. byGiven[name.Name]];
            }
            var gender = HonorificGender(name.Honorific);
            if (gender != ' ')
            {
                candidates.RemoveAll(person => person.Gender != ' ' && person.Gender != gender);
            }
            if (candidates.Count > 0)
            {
                // Of several the one named last before; whether that is sure is asked again where somebody speaks.
                var before = candidates.Count == 1 ? candidates[0] : LastNamed(candidates, name);
                name.Kind = EntityKind.Person;
                Add(before ?? candidates[0], name);
            }
            else if (name.Honorific is not null || name.Title is not null)
            {
                if (!single.TryGetValue(name.Name, out var person))
                {
                    single[name.Name] = person = new Person(name.Name);
                    all.Add(person);
                }
                name.Kind = EntityKind.Person;
                Add(person, name);
            }
            else if (single.TryGetValue(name.Name, out var known))
            {
                name.Kind = EntityKind.Person;
                Add(known, name);
            }
        }
    }

    // Short names are gathered in order of the text, so only the full mentions may stand behind the name.
    private static Person? LastNamed(List<Person> candidates, NameMention name)
    {
        Person? best = null;
        var latest = -1;
        foreach (var person in candidates.Take(8))
        {
            for (var i = person.Mentions.Count - 1; i >= 0 && i > person.Mentions.Count - 200; i--)
            {
                if (person.Mentions[i].First < name.First)
                {
                    if (person.Mentions[i].First > latest)
                    {
                        (best, latest) = (person, person.Mentions[i].First);
                    }
                    break;
                }
            }
        }
        return best;
    }

    private static void Add(Person person, NameMention name)
    {
        name.Person = person;
        person.Mentions.Add(name);
        if (person.Gender == ' ')
        {
            person.Gender = HonorificGender(name.Honorific);
        }
    }

    /// <summary>The full-named people that a short name might mean.</summary>
    public IEnumerable<Person> Called(string surname) => surnames[surname];

    /// <summary>The names between two tokens, in order; the way to them is found by halving.</summary>
    public IReadOnlyList<NameMention> Within(int first, int last)
    {
        var (low, high) = (0, Names.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (Names[middle].First < first)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }
        var within = new List<NameMention>();
        for (; low < Names.Count && Names[low].Last <= last; low++)
        {
            within.Add(Names[low]);
        }
        return within;
    }

    private static char HonorificGender(string? honorific) =>
        honorific switch
        {
            "mr" or "sir" or "lord" or "monsieur" => 'm',
            "mrs" or "ms" or "miss" or "lady" or "dame" or "madame" => 'f',
            _ => ' ',
        };
}
