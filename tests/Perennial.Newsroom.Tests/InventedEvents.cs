namespace Perennial.Newsroom.Tests;

/// <summary>Reports of invented events, made by chance: each event has names and words of its own and is told from two sides.</summary>
internal sealed class InventedEvents(Random chance, int events)
{
    private static readonly string[] Onsets =
    [
        "br",
        "dr",
        "k",
        "l",
        "m",
        "n",
        "p",
        "s",
        "t",
        "v",
        "z",
        "st",
        "tr",
        "gr",
    ];
    private static readonly string[] Vowels = ["a", "e", "i", "o", "u", "ei", "ou"];
    private static readonly string[] Codas = ["l", "n", "r", "s", "t", "m", "nd", "rk"];

    private readonly (string[] Names, string[] Words)[] known =
    [
        .. Enumerable
            .Range(0, events)
            .Select(_ =>
                (
                    Enumerable.Range(0, 6).Select(_ => Name(chance)).ToArray(),
                    Enumerable.Range(0, 40).Select(_ => Word(chance)).ToArray()
                )
            ),
    ];

    private int told;

    /// <summary>The next report of any of them.</summary>
    public Article Next(DateTimeOffset now) => Of(chance.Next(known.Length), now);

    /// <summary>The next report of one of them.</summary>
    public Article Of(int number, DateTimeOffset now)
    {
        var (names, words) = known[number];
        // From one side, from the other, or from both: such a report shows that two stories are one.
        var (from, to) = chance.Next(3) switch
        {
            0 => (0, 20),
            1 => (20, 40),
            _ => (0, 40),
        };
        var half =
            from == 0 && to == 20 ? names[..4]
            : from == 20 ? names[2..]
            : names;
        string Pick(string[] of) => of[chance.Next(of.Length)];
        string Told() => words[chance.Next(from, to)];
        var title = $"{Pick(half)} {Told()} {Told()} {Pick(half)} {Told()}";
        var text = string.Join(
            ' ',
            Enumerable
                .Range(0, 5)
                .Select(_ => $"The {Told()} of {Pick(half)} {Told()} {Told()} {Told()} with {Pick(half)} {Told()}.")
        );
        return new Article
        {
            Title = title,
            Text = $"{text} Report {++told}.",
            Language = "en",
            SiteName = $"Wire {chance.Next(5)}",
            Published = StatedTime.ParseIso(now.ToString("yyyy-MM-ddTHH:mm:ssZ", null)),
            Entities =
            [
                .. half.Distinct()
                    .Select(
                        (name, i) =>
                            new Entity
                            {
                                Id = $"e{i}",
                                Name = name,
                                Kind = EntityKind.Place,
                            }
                    ),
            ],
        };
    }

    private static string Name(Random chance)
    {
        var word = Word(chance);
        return char.ToUpperInvariant(word[0]) + word[1..];
    }

    private static string Word(Random chance) =>
        string.Concat(
            Enumerable
                .Range(0, 3)
                .Select(i => Pick(chance, Onsets) + Pick(chance, Vowels) + (i == 2 ? Pick(chance, Codas) : ""))
        );

    private static string Pick(Random chance, string[] of) => of[chance.Next(of.Length)];
}
