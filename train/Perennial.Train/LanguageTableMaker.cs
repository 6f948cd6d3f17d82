using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace Perennial.Train;

/// <summary>Makes the table of the language identifier from the n-grams of the npm package <c>eld</c>.</summary>
/// <remarks>
/// The package writes each byte of an n-gram as a character, a letter of ASCII as itself and any other byte by a list of its
/// own; the table holds the bytes. It is Brotli over: number of languages, then each code and an end of line; number of
/// n-grams (4 bytes, little endian), then of each its length, its bytes, how many languages have it, and of each of them
/// its number and its score.
/// </remarks>
internal static partial class LanguageTableMaker
{
    /// <summary>Reads the unpacked package and writes the table.</summary>
    public static void Make(string package, string output)
    {
        var source = File.ReadAllText(Path.Combine(package, "src", "ngrams", "extrasmall.js"));
        var bytes = BytesByCharacter(File.ReadAllText(Path.Combine(package, "src", "dictionary.js")));
        var languages = LanguageCode().Matches(Between(source, "languages:{", "}")).Select(m => m.Groups["code"].Value);
        var ngrams = NGram()
            .Matches(source[source.IndexOf("ngrams:{", StringComparison.Ordinal)..])
            .Select(match => (Key: Key(match, bytes), Scores: Scores(match.Groups["scores"].Value)))
            .OrderBy(ngram => Convert.ToHexString(ngram.Key), StringComparer.Ordinal)
            .ToList();
        using var file = File.Create(output);
        using var packed = new BrotliStream(file, CompressionLevel.SmallestSize);
        using var writer = new BinaryWriter(packed, Encoding.ASCII);
        Write(writer, [.. languages], ngrams);
        Console.WriteLine($"{ngrams.Count} n-grams");
    }

    private static void Write(
        BinaryWriter writer,
        string[] languages,
        List<(byte[] Key, List<(byte Language, byte Score)> Scores)> ngrams
    )
    {
        writer.Write((byte)languages.Length);
        foreach (var language in languages)
        {
            writer.Write(Encoding.ASCII.GetBytes(language + "\n"));
        }
        writer.Write(ngrams.Count);
        foreach (var (key, scores) in ngrams)
        {
            writer.Write((byte)key.Length);
            writer.Write(key);
            writer.Write((byte)scores.Count);
            foreach (var (language, score) in scores)
            {
                writer.Write(language);
                writer.Write(score);
            }
        }
    }

    private static Dictionary<char, byte> BytesByCharacter(string dictionary)
    {
        var characters = ListItem()
            .Matches(dictionary[dictionary.IndexOf("= [", StringComparison.Ordinal)..])
            .Select(match => Unescaped(match.Groups["text"].Value));
        return characters
            .Select((text, value) => (text, value))
            .Where(pair => pair.value >= 0x80 && pair.text != " ")
            .ToDictionary(pair => pair.text[0], pair => (byte)pair.value);
    }

    private static byte[] Key(Match match, Dictionary<char, byte> bytes) =>
        [
            .. Unescaped(match.Groups["quoted"].Success ? match.Groups["quoted"].Value : match.Groups["bare"].Value)
                .Select(letter => letter is ' ' or '\'' or '`' or (>= 'a' and <= 'z') ? (byte)letter : bytes[letter]),
        ];

    private static List<(byte, byte)> Scores(string scores) =>
        [
            .. Score()
                .Matches(scores)
                .Select(match =>
                    (
                        byte.Parse(match.Groups["language"].Value, CultureInfo.InvariantCulture),
                        byte.Parse(match.Groups["score"].Value, CultureInfo.InvariantCulture)
                    )
                ),
        ];

    private static string Unescaped(string text) =>
        text.Replace("\\'", "'", StringComparison.Ordinal)
            .Replace("\\\"", "\"", StringComparison.Ordinal)
            .Replace("\\\\", "\\", StringComparison.Ordinal);

    private static string Between(string text, string from, string to)
    {
        var start = text.IndexOf(from, StringComparison.Ordinal) + from.Length;
        return text[start..text.IndexOf(to, start, StringComparison.Ordinal)];
    }

    [GeneratedRegex(@"\d+:'(?<code>[a-z]+)'", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex LanguageCode();

    [GeneratedRegex(@"'(?<text>(\\.|[^'\\])*)'", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex ListItem();

    [GeneratedRegex(
        @"('(?<quoted>(\\.|[^'\\])+)'|""(?<quoted>(\\.|[^""\\])+)""|(?<bare>[^\s'"",:{}]+)):\{(?<scores>[\d:,]+)\}",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex NGram();

    [GeneratedRegex(@"(?<language>\d+):(?<score>\d+)", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Score();
}
