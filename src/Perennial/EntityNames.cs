using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace Perennial;

/// <summary>Under which keys the names of things are looked up, so that accents, articles and legal forms do not matter.</summary>
public static class EntityNames
{
    private static readonly FrozenSet<string> Generations = Set("jr sr junior senior ii iii iv");

    // A title before a surname is still a bare surname. A king or a pope goes by no other name.
    private static readonly FrozenSet<string> Titles = Set(
        "mr mrs ms miss mx dr doctor prof professor sir lord lady captain capt colonel col major general gen lieutenant lt sergeant sgt corporal commander admiral officer detective inspector superintendent "
            + "president senator sen representative rep congressman congresswoman governor gov mayor minister chancellor ambassador secretary judge justice rev reverend father sister brother bishop cardinal rabbi imam "
            + "herr frau m mme mlle monsieur madame docteur professeur president ministre senor senora presidente"
    );

    private static readonly FrozenSet<string> LegalForms = Set(
        "inc corp corporation co company ltd limited plc llc ag sa se nv gmbh spa group holdings holding"
    );

    private static readonly FrozenSet<string> Articles = Set("the der die das le la les l el los las il");

    /// <summary>Letters and digits in lower case without accents, one blank between words.</summary>
    public static string Folded(string name)
    {
        var folded = new StringBuilder(name.Length);
        foreach (var rune in name.Normalize(NormalizationForm.FormKD).EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune))
            {
                folded.Append(Rune.ToLowerInvariant(rune));
            }
            else if (
                Rune.GetUnicodeCategory(rune) != UnicodeCategory.NonSpacingMark
                && rune.Value is not ('\'' or '’' or '.')
                && folded is [.., not ' ']
            )
            {
                folded.Append(' ');
            }
        }
        return folded.ToString().Trim();
    }

    /// <summary>The keys of one name, the most telling first.</summary>
    /// <returns>
    /// Of a person the whole name without titles, and its first and last word where there are more; none for a single word, since a bare surname
    /// tells nobody apart. Of anything else the name without article and legal form.
    /// </returns>
    public static IReadOnlyList<string> Keys(EntityKind kind, string name)
    {
        List<string> words = [.. Folded(name).Split(' ', StringSplitOptions.RemoveEmptyEntries)];
        if (kind == EntityKind.Person)
        {
            while (words.Count > 0 && Titles.Contains(words[0]))
            {
                words.RemoveAt(0);
            }
            Cut(words, Generations, atLeast: 2);
            return words.Count switch
            {
                < 2 => [],
                2 => [string.Join(' ', words)],
                _ => [string.Join(' ', words), $"{words[0]} {words[^1]}"],
            };
        }
        if (words.Count > 1 && Articles.Contains(words[0]))
        {
            words.RemoveAt(0);
        }
        if (kind == EntityKind.Organisation)
        {
            Cut(words, LegalForms, atLeast: 1);
        }
        return words.Count == 0 ? [] : [string.Join(' ', words)];
    }

    /// <summary>The keys of a thing: its address elsewhere where it has one, then those of its name.</summary>
    /// <param name="kind">What it is.</param>
    /// <param name="name">Its name.</param>
    /// <param name="sameAs">Its addresses elsewhere.</param>
    /// <param name="country">The address of the country that tells it apart, where each country has one of its name; else <see langword="null"/>.</param>
    public static IReadOnlyList<string> Keys(
        EntityKind kind,
        string name,
        IReadOnlyList<string> sameAs,
        string? country = null
    ) =>
        kind == EntityKind.Place && sameAs.Count > 0 ? [sameAs[0], .. Keys(kind, name)]
        : country is not null ? [.. Keys(kind, name).Select(key => InCountry(key, country))]
        : Keys(kind, name);

    /// <summary>The key of a name within a country.</summary>
    public static string InCountry(string key, string country) => $"{key} {country}";

    /// <summary>
    /// Whether a person of some names can't be one of another name: some have another middle name or generation, and none has the same.
    /// </summary>
    /// <param name="names">The names of the one, all with the same first and last word.</param>
    /// <param name="other">The name of the other.</param>
    public static bool Exclude(IEnumerable<string> names, string other)
    {
        var excluded = false;
        var right = Folded(other).Split(' ');
        foreach (var name in names)
        {
            var left = Folded(name).Split(' ');
            var (middle, others) = (Middle(left), Middle(right));
            var agree = middle.Zip(others).All(pair => Agree(pair.First, pair.Second));
            if (Generation(left) != Generation(right) || !agree)
            {
                excluded = true;
            }
            else if (Math.Min(middle.Length, others.Length) > 0 || Generation(left) is not null)
            {
                return false;
            }
        }
        return excluded;
    }

    private static bool Agree(string one, string other) =>
        one.Length == 1 || other.Length == 1 ? one[0] == other[0] : one == other;

    private static string? Generation(string[] words) =>
        words[^1] switch
        {
            "junior" => "jr",
            "senior" => "sr",
            var last => words.Length > 2 && Generations.Contains(last) ? last : null,
        };

    private static string[] Middle(string[] words) =>
        words[1..Math.Max(1, words.Length - (Generations.Contains(words[^1]) ? 2 : 1))];

    private static void Cut(List<string> words, FrozenSet<string> ends, int atLeast)
    {
        while (words.Count > atLeast && ends.Contains(words[^1]))
        {
            words.RemoveAt(words.Count - 1);
        }
    }

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
