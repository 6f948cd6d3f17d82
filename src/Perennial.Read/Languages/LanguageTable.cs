using System.IO.Compression;
using System.Reflection;
using System.Text;

namespace Perennial.Read.Languages;

/// <summary>How typical runs of up to four bytes of UTF-8 are of each of 60 languages.</summary>
/// <remarks>The numbers are those of the npm package <c>eld</c> (Apache-2.0): see <c>third_party/eld</c>.</remarks>
internal sealed class LanguageTable
{
    // What the table leaves out of every score to stay small, as its makers say.
    private const int BaseScore = 53;

    private readonly string[] languages;
    private readonly Dictionary<ulong, (byte Language, byte Score)[]> runs;

    private LanguageTable(string[] languages, Dictionary<ulong, (byte, byte)[]> runs)
    {
        this.languages = languages;
        this.runs = runs;
    }

    /// <summary>The table that comes with the program; read at first use.</summary>
    public static LanguageTable Shared => field ??= Load();

    /// <summary>The languages as BCP 47 tags.</summary>
    public IReadOnlyList<string> Languages => languages;

    /// <summary>The score of every language over the distinct runs of a text's words, in the order of <see cref="Languages"/>.</summary>
    /// <param name="words">Words in lower case.</param>
    /// <param name="distinct">How many distinct runs the words have.</param>
    public double[] Score(IEnumerable<string> words, out int distinct)
    {
        var seen = new HashSet<ulong>();
        foreach (var word in words)
        {
            AddRuns(Encoding.UTF8.GetBytes(word), seen);
        }
        var scores = new double[languages.Length];
        foreach (var run in seen)
        {
            foreach (var (language, score) in runs.GetValueOrDefault(run) ?? [])
            {
                scores[language] += score + BaseScore;
            }
        }
        distinct = seen.Count;
        return scores;
    }

    /// <summary>Runs of four bytes, three apart, and the last four; a blank marks the word's beginning and its end.</summary>
    private static void AddRuns(ReadOnlySpan<byte> word, HashSet<ulong> seen)
    {
        const int longestWord = 70;
        var length = Math.Min(word.Length, longestWord);
        var start = 0;
        for (; start + 4 < length; start += 3)
        {
            seen.Add(Packed(word.Slice(start, 4), begins: start == 0, ends: false));
        }
        var last = length == 3 ? 0 : Math.Max(0, length - 4);
        seen.Add(Packed(word[last..length], begins: start == 0, ends: true));
    }

    private static ulong Packed(ReadOnlySpan<byte> run, bool begins, bool ends)
    {
        ulong packed = begins ? (ulong)' ' : 0;
        foreach (var value in run)
        {
            packed = (packed << 8) | value;
        }
        return ends ? (packed << 8) | ' ' : packed;
    }

    private static LanguageTable Load()
    {
        using var file = Assembly
            .GetExecutingAssembly()
            .GetManifestResourceStream("Perennial.Read.Languages.languages.bin")!;
        using var unpacked = new BrotliStream(file, CompressionMode.Decompress);
        using var reader = new BinaryReader(unpacked, Encoding.ASCII);
        var codes = new string[reader.ReadByte()];
        for (var i = 0; i < codes.Length; i++)
        {
            codes[i] = ReadLine(reader);
        }
        var count = reader.ReadInt32();
        var table = new Dictionary<ulong, (byte, byte)[]>(count);
        for (var i = 0; i < count; i++)
        {
            var key = Packed(reader.ReadBytes(reader.ReadByte()), begins: false, ends: false);
            var scores = new (byte, byte)[reader.ReadByte()];
            for (var j = 0; j < scores.Length; j++)
            {
                scores[j] = (reader.ReadByte(), reader.ReadByte());
            }
            table.Add(key, scores);
        }
        return new LanguageTable(codes, table);
    }

    private static string ReadLine(BinaryReader reader)
    {
        var line = new StringBuilder();
        for (var letter = reader.ReadChar(); letter != '\n'; letter = reader.ReadChar())
        {
            line.Append(letter);
        }
        return line.ToString();
    }
}
