using System.Collections.Frozen;

namespace Perennial.Read.Languages.English;

/// <summary>Which names of a document mean one thing: a name and its letters, a country's names, a name cut short.</summary>
internal sealed class Aliases
{
    // What may stand between capitals without giving a letter to a short name.
    private static readonly FrozenSet<string> Small = WordClasses.Set(
        "of the and for in on to de la du des di da del et e &"
    );

    // What an enterprise's name goes without the second time.
    private static readonly FrozenSet<string> LegalForms = WordClasses.Set(
        "inc inc. corp corp. corporation co co. company ltd ltd. limited plc llc ag sa se nv group holdings holding gmbh spa"
    );

    private readonly Dictionary<string, string> fullNames = new(StringComparer.Ordinal);

    /// <summary>Gathers the names of a document that have a fuller one.</summary>
    public static Aliases Of(Prose prose, IReadOnlyList<NameMention> names)
    {
        var aliases = new Aliases();
        aliases.InBrackets(prose, names);
        aliases.ByLetters(names);
        aliases.CutShort(names);
        return aliases;
    }

    /// <summary>What the mentions of one thing have in common.</summary>
    public string KeyOf(NameMention name) =>
        name.Kind switch
        {
            EntityKind.Group => "group " + Countries.PeopleOf(name.Name),
            EntityKind.Place when Countries.CodeOf(name.Name) is { } country => "country " + country,
            _ => fullNames.GetValueOrDefault(name.Name, name.Name),
        };

    /// <summary>The fullest name that mentions of one thing give.</summary>
    public static string Fullest(EntityKind kind, IEnumerable<NameMention> mentions) =>
        kind == EntityKind.Group
            ? mentions.MinBy(mention => mention.Name.Length)!.Name
            : mentions.MaxBy(mention => mention.Name.Length)!.Name;

    /// <summary>"World Health Organization (WHO)", "the WHO (World Health Organization)".</summary>
    private void InBrackets(Prose prose, IReadOnlyList<NameMention> names)
    {
        for (var i = 1; i < names.Count; i++)
        {
            var (before, after) = (names[i - 1], names[i]);
            if (
                after.First == before.Last + 1
                && prose.Tokens[before.Last].Text == "("
                && after.Last < prose.Tokens.Count
                && prose.Tokens[after.Last].Text == ")"
                && before.Person is null
                && after.Person is null
            )
            {
                var (full, brief) = before.Name.Length > after.Name.Length ? (before, after) : (after, before);
                if (IsLetters(brief.Name) && Has(Capitals(full.Name), Letters(brief.Name)))
                {
                    fullNames.TryAdd(brief.Name, full.Name);
                    brief.Kind = full.Kind;
                }
            }
        }
    }

    /// <summary>"NFA" where one "Norland Fisheries Agency" is named.</summary>
    private void ByLetters(IReadOnlyList<NameMention> names)
    {
        var full = names
            .Where(name => name.Person is null && name.Kind != EntityKind.Group && name.Last - name.First > 1)
            .Select(name => name.Name)
            .Distinct(StringComparer.Ordinal)
            .ToLookup(Initials, StringComparer.Ordinal);
        foreach (var name in names)
        {
            if (
                name.Person is null
                && IsLetters(name.Name)
                && full[Letters(name.Name)].Take(2).ToList() is [var only]
                && Countries.CodeOf(name.Name) is null
            )
            {
                fullNames.TryAdd(name.Name, only);
            }
        }
    }

    /// <summary>"Korvex" for "Korvex Holdings", "Fisheries Agency" for "Norland Fisheries Agency", where only one is meant.</summary>
    private void CutShort(IReadOnlyList<NameMention> names)
    {
        var byShort = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (
            var name in names
                .Where(name => name.Kind == EntityKind.Organisation)
                .Select(name => name.Name)
                .Distinct(StringComparer.Ordinal)
        )
        {
            foreach (var brief in Shorter(name))
            {
                byShort[brief] = byShort.ContainsKey(brief) ? null : name;
            }
        }
        foreach (var name in names)
        {
            if (
                name.Kind is EntityKind.Organisation or EntityKind.Person
                && name.Person is null
                && byShort.GetValueOrDefault(name.Name) is { } full
            )
            {
                fullNames.TryAdd(name.Name, full);
                name.Kind = EntityKind.Organisation;
            }
        }
    }

    private static IEnumerable<string> Shorter(string name)
    {
        var words = name.Split(' ');
        var kept = words.Length;
        while (kept > 1 && LegalForms.Contains(words[kept - 1].ToLowerInvariant()))
        {
            kept--;
        }
        if (kept < words.Length)
        {
            yield return string.Join(' ', words[..kept]);
        }
        // The first word tells whose agency it is; what is left must be more than one.
        if (words.Length > 2 && !Small.Contains(words[1].ToLowerInvariant()))
        {
            yield return string.Join(' ', words[1..]);
        }
        // "the Authority" for "Harbour Authority of Port Aldis".
        var named = Array.FindIndex(words, 1, word => Small.Contains(word.ToLowerInvariant()));
        if (
            words.Length > 1
            && words[(named < 0 ? words.Length : named) - 1] is var noun
            && BodyNouns.IsBody(noun.ToLowerInvariant())
        )
        {
            yield return noun;
        }
    }

    private static bool IsLetters(string name)
    {
        var letters = Letters(name);
        return letters.Length is >= 2 and <= 8 && letters.All(char.IsUpper);
    }

    private static string Letters(string name) => name.Replace(".", "", StringComparison.Ordinal);

    /// <summary>The first letters of the words that have capitals.</summary>
    private static string Initials(string name) =>
        string.Concat(
            name.Split(' ', '-')
                .Where(word => word.Length > 0 && char.IsUpper(word[0]) && !Small.Contains(word.ToLowerInvariant()))
                .Select(word => word[0])
        );

    private static string Capitals(string name) => string.Concat(name.Where(char.IsLetter)).ToUpperInvariant();

    /// <summary>Whether the letters stand in a name in their order, beginning with its first.</summary>
    private static bool Has(string name, string letters)
    {
        var at = 0;
        foreach (var letter in name)
        {
            at += at < letters.Length && letters[at] == letter ? 1 : 0;
        }
        return at == letters.Length && name[0] == letters[0];
    }
}
