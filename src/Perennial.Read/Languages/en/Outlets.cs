using System.Collections.Frozen;

namespace Perennial.Read.Languages.English;

/// <summary>Newspapers, stations and agencies: what they are called in general, and by which words their names are known.</summary>
internal static class Outlets
{
    private const int FarthestBack = 400;

    private static readonly FrozenSet<string> Nouns = WordClasses.Set(
        "newspaper paper daily weekly magazine broadcaster station channel network agency website site programme program outlet publication"
    );

    private static readonly FrozenSet<string> NameWords = WordClasses.Set(
        "news times post herald gazette radio tv television broadcasting press wire journal chronicle courier standard mirror telegraph "
            + "tribune mail observer dispatch star ledger voice today weekly diary online review mercury express sun record"
    );

    /// <summary>Whether a word is one for an outlet.</summary>
    public static bool IsNoun(string lower) => Nouns.Contains(lower);

    /// <summary>The outlet named last before a token: what "the newspaper" means.</summary>
    public static NameMention? Before(People people, int token) =>
        people
            .Within(Math.Max(0, token - FarthestBack), token)
            .LastOrDefault(name =>
                name.Person is null && name.Name.Split(' ').Any(word => NameWords.Contains(word.ToLowerInvariant()))
            );
}
