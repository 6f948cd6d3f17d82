namespace Perennial.Bench;

/// <summary>An invented world that articles are about: circles of people, organisations and places, and what all circles share.</summary>
/// <remarks>Some people of different circles have the same name, and every country has a ministry of the same name.</remarks>
internal sealed class InventedWorld
{
    private const int PeopleACircle = 12;
    private const int OrganisationsACircle = 6;
    private const int PlacesACircle = 4;
    private const int Countries = 40;
    private const int Shared = 60;

    // Of a hundred people, so many have the name of somebody in another circle.
    private const int Namesakes = 4;

    private static readonly string[] Heads =
    [
        "director",
        "minister",
        "spokesman",
        "professor",
        "engineer",
        "coach",
        "analyst",
        "mayor",
        "lawyer",
        "founder",
    ];

    private readonly Random random;
    private readonly List<Circle> circles = [];
    private readonly List<Thing> countries = [];
    private readonly List<Thing> shared = [];
    private readonly List<Thing> ministries = [];
    private int things;

    public InventedWorld(int circleCount, int seed)
    {
        random = new Random(seed);
        for (var i = 0; i < Countries; i++)
        {
            countries.Add(New(EntityKind.Place, Word(), null, $"iso:{(char)('A' + (i / 26))}{(char)('A' + (i % 26))}"));
            ministries.Add(New(EntityKind.Organisation, "Ministry of Defence", null, null));
        }
        for (var i = 0; i < Shared; i++)
        {
            shared.Add(New(EntityKind.Organisation, $"{Word()} {Word()} Union", null, null));
        }
        for (var i = 0; i < circleCount; i++)
        {
            circles.Add(NewCircle());
        }
    }

    /// <summary>An article of one circle, some circles far more often than others, with what each entity truly is.</summary>
    public (Article Article, IReadOnlyDictionary<string, int> Truth) Next()
    {
        // Zipf's law in its simplest form: the square of an even draw favours the first.
        var circle = circles[(int)(Math.Pow(random.NextDouble(), 2.5) * circles.Count)];
        List<Thing> named =
        [
            .. Draw(circle.People, random.Next(2, 7)),
            .. Draw(circle.Organisations, random.Next(1, 4)),
            .. Draw(circle.Places, random.Next(1, 3)),
            .. Draw(shared, random.Next(0, 3)),
            countries[circle.Country],
        ];
        if (random.Next(8) == 0)
        {
            named.Add(ministries[circle.Country]);
        }
        List<Entity> entities =
        [
            .. named.Select(
                (thing, i) =>
                    new Entity
                    {
                        Id = $"e{i + 1}",
                        Kind = thing.Kind,
                        Name = thing.Name,
                        SameAs = thing.Address is null ? [] : [thing.Address],
                        Mentions = [new Passage(null, null, thing.Name)],
                    }
            ),
        ];
        return (
            new Article
            {
                Title = "A report",
                Entities = entities,
                Statements =
                [
                    .. named
                        .Zip(entities)
                        .Where(pair => pair.First.Kind == EntityKind.Person && random.Next(10) < 6)
                        .Select(pair => Said(pair.First, pair.Second)),
                ],
            },
            named.Zip(entities).ToDictionary(pair => pair.Second.Id, pair => pair.First.Number, StringComparer.Ordinal)
        );
    }

    private Statement Said(Thing person, Entity entity) =>
        new()
        {
            Text = $"It is so, says {person.Number} for the {random.Next()} time",
            Role = person.Roles![random.Next(20) == 0 ? 1 : 0],
            Speaker = new Speaker
            {
                Name = person.Name,
                Entity = entity.Id,
                Kind = SpeakerKind.Person,
                Sure = true,
            },
        };

    private Circle NewCircle()
    {
        var country = random.Next(Countries);
        var organisations = Make(
            OrganisationsACircle,
            () => New(EntityKind.Organisation, $"{Word()} {Word()} Works", null, null)
        );
        var places = Make(
            PlacesACircle,
            () => New(EntityKind.Place, Word(), null, $"https://sws.geonames.org/{things}/")
        );
        var people = Make(
            PeopleACircle,
            () =>
            {
                var name =
                    circles.Count > 0 && random.Next(100) < Namesakes
                        ? circles[random.Next(circles.Count)].People[random.Next(PeopleACircle)].Name
                        : $"{Word()} {Word()}";
                return New(EntityKind.Person, name, [Role(organisations), Role(organisations)], null);
            }
        );
        return new Circle(country, people, organisations, places);
    }

    private string Role(List<Thing> organisations) =>
        $"{Heads[random.Next(Heads.Length)]} of {organisations[random.Next(organisations.Count)].Name}";

    private Thing New(EntityKind kind, string name, string[]? roles, string? address) =>
        new(++things, kind, name, roles, address);

    private IEnumerable<Thing> Draw(IReadOnlyList<Thing> from, int count) =>
        Enumerable.Range(0, count).Select(_ => from[random.Next(from.Count)]).Distinct();

    private string Word()
    {
        const string consonants = "bdfgklmnprstvz";
        const string vowels = "aeiou";
        var letters = Enumerable
            .Range(0, random.Next(2, 4))
            .SelectMany(_ => new[] { consonants[random.Next(consonants.Length)], vowels[random.Next(vowels.Length)] });
        var word = string.Concat(letters) + consonants[random.Next(consonants.Length)];
        return char.ToUpperInvariant(word[0]) + word[1..];
    }

    private static List<Thing> Make(int count, Func<Thing> make) => [.. Enumerable.Range(0, count).Select(_ => make())];

    private sealed record Thing(int Number, EntityKind Kind, string Name, string[]? Roles, string? Address);

    private sealed record Circle(int Country, List<Thing> People, List<Thing> Organisations, List<Thing> Places);
}
