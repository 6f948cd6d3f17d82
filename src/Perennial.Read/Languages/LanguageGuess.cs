using System.Buffers;
using System.Text;

namespace Perennial.Read.Languages;

/// <summary>Tells the language of a text by its script and its commonest words.</summary>
internal static class LanguageGuess
{
    // The beginning says enough; a whole book costs time.
    private const int Looked = 4000;
    private const int FewestHits = 3;

    // Letters that only one of the languages in Cyrillic script has.
    private static readonly SearchValues<char> Ukrainian = SearchValues.Create("іїєґІЇЄҐ");
    private static readonly SearchValues<char> Russian = SearchValues.Create("ыэёЫЭЁ");
    private static readonly SearchValues<char> Serbian = SearchValues.Create("јљњћђџ");

    private static readonly Dictionary<string, string[]> FunctionWords = new(StringComparer.Ordinal)
    {
        ["en"] = "the and of to in is that for was with said on it are has have".Split(' '),
        ["fr"] = "le la les des et une dans pour que est qui sur pas du au avec".Split(' '),
        ["de"] = "der die und das den von mit ist nicht ein eine dem auf für sich im".Split(' '),
        ["es"] = "el los las del una por con para que está pero como más su al fue".Split(' '),
        ["it"] = "il gli della che non per una sono con del nel alla più anche dei è".Split(' '),
        ["pt"] = "os uma não para com que em do da mais foi ao dos pelo são também".Split(' '),
        ["nl"] = "het een van niet zijn voor met aan ook maar dat werd naar wordt heeft deze".Split(' '),
        ["sv"] = "och att det som för inte är med till har ett av på den om från".Split(' '),
        ["no"] = "og det som ikke for er på til har av med å den fra ble også".Split(' '),
        ["da"] = "og det som ikke til af på med den har fra blev også efter været at".Split(' '),
        ["pl"] = "nie się jest przez oraz dla jak ale tym został które był roku czy na że".Split(' '),
        ["tr"] = "bir bu için ile olan olarak daha çok değil sonra kadar gibi dedi ise ve da".Split(' '),
        ["id"] = "yang dan dengan untuk tidak dari ini pada adalah akan itu juga oleh dalam ada telah".Split(' '),
    };

    /// <summary>The language as a BCP 47 tag, or <see langword="null"/> when it can't be told.</summary>
    public static string? Of(string text)
    {
        var beginning = text[..Math.Min(text.Length, Looked)];
        return ByScript(beginning) ?? ByWords(beginning);
    }

    private static string? ByScript(string text)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        var letters = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsLetter(rune))
            {
                letters++;
                if (Script(rune.Value) is { } script)
                {
                    counts[script] = counts.GetValueOrDefault(script) + 1;
                }
            }
        }
        var (found, count) = counts.OrderByDescending(pair => pair.Value).FirstOrDefault();
        if (found is null || count * 2 < letters)
        {
            // Japanese mixes its own letters with Chinese ones.
            return counts.GetValueOrDefault("ja") * 10 > letters ? "ja" : null;
        }
        return found switch
        {
            "zh" when counts.GetValueOrDefault("ja") * 10 > letters => "ja",
            "ru" => Cyrillic(text),
            _ => found,
        };
    }

    private static string? Script(int rune) =>
        rune switch
        {
            >= 0x0370 and <= 0x03FF => "el",
            >= 0x0400 and <= 0x04FF => "ru",
            >= 0x0590 and <= 0x05FF => "he",
            >= 0x0600 and <= 0x06FF => "ar",
            >= 0x0900 and <= 0x097F => "hi",
            >= 0x0980 and <= 0x09FF => "bn",
            >= 0x0B80 and <= 0x0BFF => "ta",
            >= 0x0E00 and <= 0x0E7F => "th",
            >= 0x10A0 and <= 0x10FF => "ka",
            >= 0x3040 and <= 0x30FF => "ja",
            >= 0x4E00 and <= 0x9FFF => "zh",
            >= 0xAC00 and <= 0xD7AF => "ko",
            _ => null,
        };

    private static string Cyrillic(string text) =>
        text.AsSpan().ContainsAny(Ukrainian) ? "uk"
        : text.AsSpan().ContainsAny(Russian) ? "ru"
        : text.AsSpan().ContainsAny(Serbian) ? "sr"
        : "bg";

    private static string? ByWords(string text)
    {
        var words = text.ToLowerInvariant()
            .Split(
                [' ', '\n', '\t', ',', '.', ';', ':', '"', '“', '”', '(', ')', '\'', '’'],
                StringSplitOptions.RemoveEmptyEntries
            );
        var counts = words.CountBy(word => word, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        var (language, hits) = FunctionWords
            .Select(pair => (pair.Key, pair.Value.Sum(word => counts.GetValueOrDefault(word))))
            .MaxBy(pair => pair.Item2);
        return hits >= FewestHits ? language : null;
    }
}
