using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Globalization;

namespace Perennial.Read.Pages;

/// <summary>The names of months in the languages of CLDR, as .NET carries them; a language is read when first met.</summary>
internal static class MonthNames
{
    // Where the page's own language does not have a name, it means what it means in the first of these that has it.
    private static readonly string[] WidelyRead =
    [
        "en",
        "es",
        "fr",
        "de",
        "pt",
        "it",
        "ru",
        "ar",
        "nl",
        "pl",
        "tr",
        "sv",
        "nb",
        "da",
        "fi",
        "id",
        "cs",
        "uk",
        "hi",
    ];

    private static readonly ConcurrentDictionary<string, FrozenDictionary<string, int>> Languages = new(
        StringComparer.Ordinal
    );

    private static readonly Lazy<FrozenDictionary<string, int>> Widely = new(() => Read(WidelyRead));

    /// <summary>The month of a name or an abbreviation, 1 to 12; <see langword="null"/> for what is no month's name.</summary>
    /// <param name="name">The name, in any of its grammatical forms.</param>
    /// <param name="language">The page's language as a BCP 47 tag, if known.</param>
    public static int? Of(string name, string? language)
    {
        var key = Key(name);
        return Of(language).TryGetValue(key, out var month) || Widely.Value.TryGetValue(key, out month) ? month : null;
    }

    // A page may claim any language; only those that CLDR knows are looked for, and they are few.
    private static FrozenDictionary<string, int> Of(string? language) =>
        language is { Length: 2 or 3 } && IsKnown(language)
            ? Languages.GetOrAdd(language, static name => Read([name]))
            : FrozenDictionary<string, int>.Empty;

    private static bool IsKnown(string language)
    {
        try
        {
            return CultureInfo.GetCultureInfo(language, predefinedOnly: true).Name.Length > 0;
        }
        catch (CultureNotFoundException)
        {
            return false;
        }
    }

    private static FrozenDictionary<string, int> Read(IEnumerable<string> languages)
    {
        var names = new Dictionary<string, int>(StringComparer.Ordinal) { ["sept"] = 9 };
        foreach (var format in languages.SelectMany(Formats))
        {
            string[][] forms =
            [
                format.MonthNames,
                format.MonthGenitiveNames,
                format.AbbreviatedMonthNames,
                format.AbbreviatedMonthGenitiveNames,
            ];
            foreach (var form in forms)
            {
                for (var month = 0; month < 12; month++)
                {
                    if (Key(form[month]) is { Length: > 1 } name && !char.IsAsciiDigit(name[0]))
                    {
                        names.TryAdd(name, month + 1);
                    }
                }
            }
        }
        return names.ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>How a language writes dates of the calendar of the world; the Arab east names its months otherwise than the west.</summary>
    private static IEnumerable<DateTimeFormatInfo> Formats(string language)
    {
        string[] cultures = language == "ar" ? ["ar", "ar-LB", "ar-DZ"] : [language];
        foreach (var culture in cultures)
        {
            var format = (DateTimeFormatInfo)CultureInfo.GetCultureInfo(culture).DateTimeFormat.Clone();
            format.Calendar = new GregorianCalendar();
            yield return format;
        }
    }

    // Without the words around a month's name: "de març", "d’abril", "tháng 3".
    private static string Key(string name)
    {
        var key = name.Trim().TrimEnd('.').ToLowerInvariant().Replace('’', '\'');
        return key.StartsWith("de ", StringComparison.Ordinal) ? key[3..]
            : key.StartsWith("d'", StringComparison.Ordinal) ? key[2..]
            : key;
    }
}
