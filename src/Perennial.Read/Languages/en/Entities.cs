namespace Perennial.Read.Languages.English;

/// <summary>The things a document names, each once, with all its mentions.</summary>
internal sealed class Entities
{
    private readonly Dictionary<Person, string> ofPeople = [];
    private readonly Dictionary<string, string> ofNames = new(StringComparer.Ordinal);

    /// <summary>In order of first mention.</summary>
    public IReadOnlyList<Entity> All { get; private init; } = [];

    public string? IdOf(Person person) => ofPeople.GetValueOrDefault(person);

    public string? IdOf(string name) => ofNames.GetValueOrDefault(name);

    /// <summary>The fullest name of what is called so: "Harbour Authority of Port Aldis" for "Authority".</summary>
    public string FullName(string name) =>
        IdOf(name) is { } id ? All.FirstOrDefault(entity => entity.Id == id)?.Name ?? name : name;

    public static Entities Of(Prose prose, People people)
    {
        var aliases = Aliases.Of(prose, people.Names);
        var groups = people
            .Names.GroupBy(name => (object?)name.Person ?? aliases.KeyOf(name))
            .OrderBy(group => group.First().First)
            .ToList();
        var links = new PlaceLinks(prose, people.Names);
        var all = new List<Entity>(groups.Count);
        var entities = new Entities { All = all };
        foreach (var group in groups)
        {
            var id = "e" + (all.Count + 1);
            var person = group.Key as Person;
            if (person is not null)
            {
                entities.ofPeople[person] = id;
            }
            foreach (var mention in group)
            {
                entities.ofNames.TryAdd(mention.Name, id);
            }
            var kind = person is not null ? EntityKind.Person : Kind(group);
            all.Add(
                new Entity
                {
                    Id = id,
                    Name = person?.Name ?? Aliases.Fullest(kind, group),
                    Kind = kind,
                    SameAs = kind == EntityKind.Place && links.Of(group) is { } address ? [address] : [],
                    Mentions = [.. group.Select(mention => Passage(prose, mention))],
                }
            );
        }
        return entities;
    }

    /// <summary>The kind of most mentions; of as many, the one that comes first.</summary>
    private static EntityKind Kind(IEnumerable<NameMention> mentions) =>
        mentions.CountBy(mention => mention.Kind).MaxBy(pair => pair.Value).Key;

    /// <summary>A name begins with its first token; a single token may hold more than it ("London-based").</summary>
    private static Passage Passage(Prose prose, NameMention mention)
    {
        var (first, last) = (prose.Tokens[mention.First], prose.Tokens[mention.Last - 1]);
        return Perennial.Passage.Of(
            prose.Text,
            first.Start,
            mention.Last - mention.First > 1 ? last.End : Math.Min(last.End, first.Start + mention.Name.Length)
        );
    }
}
