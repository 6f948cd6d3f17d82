using System.Text;
using SkiaSharp;

namespace Perennial.Publish;

/// <summary>The fonts of this machine, found file by file: the ones that suit our look, and for every other script one that has it.</summary>
/// <remarks>
/// SkiaSharp's library without dependencies knows no system fonts, and the one that does needs fontconfig, which a server
/// need not have. A machine without a single font draws no pictures.
/// </remarks>
internal sealed class Typefaces
{
    private const int MostFiles = 4_000;

    // By what their files are called, best first; what stands in the style of pages comes before what any Linux has.
    private static readonly string[] Serifs =
    [
        "IowanOldStyle",
        "Palatino",
        "SourceSerif4",
        "NotoSerif-",
        "Georgia",
        "DejaVuSerif-",
        "LiberationSerif-",
        "Times",
    ];

    private static readonly string[] Sans =
    [
        "SegoeUI",
        "Roboto-",
        "NotoSans-",
        "Helvetica",
        "Arial",
        "DejaVuSans-",
        "LiberationSans-",
    ];

    private readonly Lock gate = new();
    private readonly string[] files;
    private readonly Dictionary<string, SKTypeface?> opened = new(StringComparer.Ordinal);
    private readonly Dictionary<SKTypeface, SKFont> probes = [];
    private readonly Dictionary<(int Block, bool Serif), SKTypeface> found = [];

    // For which no font was found.
    private readonly HashSet<Rune> missing = [];

    private Typefaces()
    {
        files = [.. Folders().SelectMany(Files).Take(MostFiles).Order(StringComparer.Ordinal)];
        Serif = First(Serifs);
        Plain = First(Sans) ?? Serif;
        Serif ??= Plain;
    }

    /// <summary>The fonts of this machine; looked for when the first picture is asked for.</summary>
    public static Lazy<Typefaces> OfMachine { get; } = new(() => new Typefaces());

    /// <summary>For headlines; <see langword="null"/> where the machine has no font of ours.</summary>
    public SKTypeface? Serif { get; }

    /// <summary>For the rest.</summary>
    public SKTypeface? Plain { get; }

    /// <summary>A font that has a sign, the given one if it does.</summary>
    /// <returns>The given one too when no font has it: a box is drawn.</returns>
    public SKTypeface For(Rune sign, SKTypeface preferred)
    {
        if (Has(preferred, sign))
        {
            return preferred;
        }
        lock (gate)
        {
            // Signs of one script stand together; a block of 64 has one font nearly always.
            var key = (sign.Value >> 6, ReferenceEquals(preferred, Serif));
            if (found.TryGetValue(key, out var known) && Has(known, sign))
            {
                return known;
            }
            if (missing.Contains(sign))
            {
                return preferred;
            }
            if (Search(sign, key.Item2) is not { } other)
            {
                // Of the sign alone: the others of its block may have a font.
                missing.Add(sign);
                return preferred;
            }
            found[key] = other;
            return other;
        }
    }

    /// <summary>Whether there are fonts for all letters of a text: a picture of boxes says less than none.</summary>
    public bool CanWrite(string text) =>
        text.EnumerateRunes().Where(Rune.IsLetterOrDigit).Distinct().All(letter => Has(For(letter, Serif!), letter));

    /// <summary>Whether a font has a sign.</summary>
    public bool Has(SKTypeface typeface, Rune sign)
    {
        lock (gate)
        {
            if (!probes.TryGetValue(typeface, out var probe))
            {
                probes[typeface] = probe = new SKFont(typeface);
            }
            return probe.ContainsGlyph(sign.Value);
        }
    }

    private SKTypeface? Search(Rune sign, bool serif) =>
        files
            .OrderByDescending(file => Rank(file, serif))
            .Select(Open)
            .FirstOrDefault(typeface => typeface is not null && Has(typeface, sign));

    // Bold beside bold, serif beside serif; and no font that only has signs of its own.
    private static int Rank(string file, bool serif)
    {
        var name = Path.GetFileNameWithoutExtension(file);
        return (name.Contains("Bold", StringComparison.Ordinal) == serif ? 2 : 0)
            + (name.Contains("Serif", StringComparison.Ordinal) == serif ? 1 : 0)
            - (
                name.Contains("Italic", StringComparison.Ordinal) || name.Contains("Mono", StringComparison.Ordinal)
                    ? 4
                    : 0
            );
    }

    private SKTypeface? First(string[] names) =>
        names
            .SelectMany(name =>
                files
                    .Where(file => Path.GetFileName(file).StartsWith(name, StringComparison.OrdinalIgnoreCase))
                    .OrderByDescending(file => Rank(file, serif: ReferenceEquals(names, Serifs)))
                    .Take(1)
            )
            .Select(Open)
            .FirstOrDefault(typeface => typeface is not null);

    private SKTypeface? Open(string file)
    {
        if (!opened.TryGetValue(file, out var typeface))
        {
            opened[file] = typeface = SKTypeface.FromFile(file);
        }
        return typeface;
    }

    private static IEnumerable<string> Folders()
    {
        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        return new[]
        {
            "/usr/share/fonts",
            "/usr/local/share/fonts",
            "/System/Library/Fonts",
            "/Library/Fonts",
            Environment.GetFolderPath(Environment.SpecialFolder.Fonts),
            Path.Combine(home, ".local/share/fonts"),
            Path.Combine(home, ".fonts"),
        }.Where(folder => folder.Length > 0 && Directory.Exists(folder));
    }

    private static IEnumerable<string> Files(string folder) =>
        Directory
            .EnumerateFiles(
                folder,
                "*",
                new EnumerationOptions
                {
                    RecurseSubdirectories = true,
                    IgnoreInaccessible = true,
                    MaxRecursionDepth = 6,
                }
            )
            .Where(file => Path.GetExtension(file).ToLowerInvariant() is ".ttf" or ".otf" or ".ttc");
}
