using System.Globalization;
using System.Reflection;
using System.Text.Json;

namespace Perennial.Publish.Texts;

/// <summary>The words of the interface in one language, and its ways of writing dates and numbers.</summary>
public sealed class InterfaceTexts
{
    private static readonly Dictionary<string, InterfaceTexts> All = new[] { "en", "fr" }
        .Select(Load)
        .ToDictionary(texts => texts.Language, StringComparer.Ordinal);

    private readonly Dictionary<string, string> words;

    private InterfaceTexts(string language, Dictionary<string, string> words)
    {
        Language = language;
        Culture = CultureInfo.GetCultureInfo(language == "en" ? "en-GB" : language);
        this.words = words;
    }

    /// <summary>The languages there are.</summary>
    public static IReadOnlyCollection<string> Languages => All.Keys;

    /// <summary>The language as a BCP 47 tag.</summary>
    public string Language { get; }

    /// <summary>Its culture.</summary>
    public CultureInfo Culture { get; }

    /// <summary>The keys of all texts.</summary>
    public IReadOnlyCollection<string> Keys => words.Keys;

    /// <summary>A text by its key.</summary>
    /// <exception cref="KeyNotFoundException">There is no such text: a slip of ours, which a test finds.</exception>
    public string this[string key] => words[key];

    /// <summary>The texts of a language, or <see langword="null"/>.</summary>
    public static InterfaceTexts? Find(string? language) =>
        language is null ? null : All.GetValueOrDefault(language.Split('-')[0].ToLowerInvariant());

    /// <summary>A text with values in its places.</summary>
    public string With(string key, params ReadOnlySpan<object?> values) => string.Format(Culture, words[key], values);

    /// <summary>A text for a number of things: <c>key.one</c> for one, else <c>key.many</c> with the number in it.</summary>
    public string Count(string key, long number) =>
        string.Format(Culture, words[IsOne(number) ? key + ".one" : key + ".many"], number);

    // French counts nought as one: CLDR's plural rules.
    private bool IsOne(long number) => number == 1 || (number == 0 && Language == "fr");

    private static InterfaceTexts Load(string language)
    {
        using var stream =
            Assembly.GetExecutingAssembly().GetManifestResourceStream($"Perennial.Publish.Texts.{language}.json")
            ?? throw new InvalidOperationException($"the texts of {language} are missing from the program");
        return new InterfaceTexts(language, JsonSerializer.Deserialize<Dictionary<string, string>>(stream)!);
    }
}
