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

    public static Entities Of(Prose prose, People people)
    {
        var groups = people
            .Names.GroupBy(name => (object?)name.Person ?? name.Name)
            .OrderBy(group => group.First().First)
            .ToList();
        var all = new List<Entity>(groups.Count);
        var entities = new Entities { All = all };
        foreach (var group in groups)
        {
            var id = "e" + (all.Count + 1);
            var person = group.Key as Person;
            var name = person?.Name ?? group.First().Name;
            if (person is not null)
            {
                entities.ofPeople[person] = id;
            }
            entities.ofNames.TryAdd(name, id);
            var kinds = group
                .Where(mention => !mention.Guessed)
                .Select(mention => mention.Kind)
                .DefaultIfEmpty(group.First().Kind);
            all.Add(
                new Entity
                {
                    Id = id,
                    Name = name,
                    Kind = person is not null ? EntityKind.Person : kinds.First(),
                    Mentions = [.. group.Select(mention => prose.Passage(mention.First, mention.Last))],
                }
            );
        }
        return entities;
    }
}
