namespace Perennial.Read.Languages.Listed;

/// <summary>Who and what a document names: surnames belong to the full names, and every thing is one entity.</summary>
internal sealed class DocumentNames
{
    private const int MostNames = 20_000;

    private readonly Prose prose;
    private readonly Lexicon lexicon;
    private readonly Dictionary<string, NamedPerson> byName = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<NamedPerson>> bySurname = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> entityIds = new(StringComparer.Ordinal);

    private DocumentNames(Prose prose, Lexicon lexicon, List<NamedThing> names)
    {
        this.prose = prose;
        this.lexicon = lexicon;
        All = names;
    }

    /// <summary>The names in order of the text.</summary>
    public IReadOnlyList<NamedThing> All { get; private set; }

    /// <summary>The people whom the text names, in order of first mention.</summary>
    public List<NamedPerson> People { get; } = [];

    /// <summary>The entities in order of first mention.</summary>
    public List<Entity> Entities { get; } = [];

    /// <summary>The names of a text.</summary>
    public static DocumentNames Of(Prose prose, Lexicon lexicon)
    {
        var found = new NameSearch(prose, lexicon).Find();
        if (found.Count > MostNames)
        {
            found.RemoveRange(MostNames, found.Count - MostNames);
        }
        var names = new DocumentNames(prose, lexicon, found);
        names.Gather();
        names.Name();
        return names;
    }

    /// <summary>The full-named people who are called by a surname.</summary>
    public IReadOnlyList<NamedPerson> Called(string surname) => bySurname.GetValueOrDefault(surname, []);

    /// <summary>The names between two tokens, in order; the way to them is found by halving.</summary>
    public IEnumerable<NamedThing> Within(int first, int last)
    {
        var (low, high) = (0, All.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = All[middle].First < first ? (middle + 1, high) : (low, middle);
        }
        for (; low < All.Count && All[low].Last <= last; low++)
        {
            yield return All[low];
        }
    }

    /// <summary>The id of what is called so, or <see langword="null"/>.</summary>
    public string? IdOf(string name) => entityIds.GetValueOrDefault(name);

    private void Gather()
    {
        foreach (var name in All)
        {
            if (name.Person is { IsFull: true } person)
            {
                Add(name, person);
            }
        }
        foreach (var name in All)
        {
            if (name.Person is { IsFull: true } || name.Last - name.First > 1 && name.Person is null)
            {
                continue;
            }
            var called = bySurname.GetValueOrDefault(Bare(name.Name)) ?? bySurname.GetValueOrDefault(name.Name);
            if (called is not null)
            {
                var fitting = name.Person is { Gender: not ' ' } said
                    ? called.Find(person => person.Gender == said.Gender)
                    : null;
                name.Person = fitting ?? called[0];
                if (name.Person.Gender == ' ' && name.Person != fitting)
                {
                    name.Person.Gender = ' ';
                }
            }
            else if (name.Person is { } single)
            {
                Add(name, single);
            }
        }
    }

    private void Add(NamedThing name, NamedPerson person)
    {
        if (byName.TryGetValue(person.Name, out var known))
        {
            known.Gender = known.Gender == ' ' ? person.Gender : known.Gender;
            name.Person = known;
        }
        else
        {
            byName[person.Name] = person;
            People.Add(person);
            if (!bySurname.TryGetValue(person.Surname, out var called))
            {
                bySurname[person.Surname] = called = [];
            }
            called.Add(person);
        }
        Describe(name);
    }

    // "Rulands Plan": the genitive of a German name.
    private string Bare(string name) =>
        lexicon.IsGerman && name.Length > 3 && name.EndsWith('s') && bySurname.ContainsKey(name[..^1])
            ? name[..^1]
            : name;

    /// <summary>The role before the name or behind it, as the text gives it; it tells "he" from "she" too.</summary>
    private void Describe(NamedThing name)
    {
        var person = name.Person!;
        if (person.Role is not null)
        {
            return;
        }
        var (role, gender) = new RolePhrases(prose, lexicon).Of(name);
        person.Role = role;
        person.Gender = person.Gender == ' ' ? gender : person.Gender;
    }

    private void Name()
    {
        foreach (
            var group in All.Where(name => name.Kind != EntityKind.Other || name.Person is not null)
                .GroupBy(name => name.Person?.Name ?? name.Name, StringComparer.Ordinal)
        )
        {
            var id = "e" + (Entities.Count + 1);
            entityIds[group.Key] = id;
            Entities.Add(
                new Entity
                {
                    Id = id,
                    Name = group.Key,
                    Kind = group.First().Person is not null ? EntityKind.Person : group.First().Kind,
                    Mentions = [.. group.Select(mention => prose.Passage(mention.First, mention.Last))],
                }
            );
        }
    }
}
