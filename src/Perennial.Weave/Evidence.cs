using System.Globalization;

namespace Perennial.Weave;

/// <summary>Why something was put somewhere, in words that a person can check.</summary>
internal static class Evidence
{
    private const int MostShared = 5;

    /// <summary>Why an article belongs to a story.</summary>
    public static IReadOnlyList<string> Of(Sketch article, Bundle story)
    {
        var shared = article.Shown.Where(shown => story.All[shown.Term] > 0);
        var evidence = Shared(shared.OrderByDescending(shown => story.Names[shown.Term] > 0));
        var length = story.Title.Length;
        evidence.Add(Invariant($"title {(length > 0 ? story.Title.Product(article.Title) / length : 0):0.00}"));
        if (article.At > story.Newest)
        {
            evidence.Add(Later(article.At - story.Newest));
        }
        return evidence;
    }

    /// <summary>Why two stories are one or are not.</summary>
    public static IReadOnlyList<string> Of(Bundle one, Bundle other, double likely)
    {
        var shared = one
            .Members.SelectMany(member => member.Shown)
            .DistinctBy(shown => shown.Term)
            .Where(shown => other.All[shown.Term] > 0)
            .OrderByDescending(shown => one.All[shown.Term] * other.All[shown.Term])
            .ThenBy(shown => shown.Word, StringComparer.Ordinal);
        return
        [
            .. Shared(shared),
            Invariant($"titles {one.Title.Cosine(other.Title):0.00}"),
            Invariant($"{one.Count} and {other.Count} articles"),
            Invariant($"likely {likely:0.00}"),
        ];
    }

    /// <summary>Why an article wakes a sleeping story.</summary>
    public static IReadOnlyList<string> OfNames(Sketch article, IReadOnlyList<uint> shared, TimeSpan slept) =>
        [
            .. Shared(article.Shown.Where(shown => shared.Contains(shown.Term))),
            Invariant($"wakes after {slept.TotalDays:0} days"),
        ];

    /// <summary>A text that is the same in every country.</summary>
    public static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static List<string> Shared(IEnumerable<(uint Term, string Word)> shown)
    {
        var words = shown.Take(MostShared).Select(word => word.Word).ToList();
        return words.Count == 0 ? [] : ["shares " + string.Join(", ", words)];
    }

    private static string Later(TimeSpan gap) =>
        gap < TimeSpan.FromHours(1) ? Invariant($"{gap.TotalMinutes:0} min later")
        : gap < TimeSpan.FromDays(2) ? Invariant($"{gap.TotalHours:0} h later")
        : Invariant($"{gap.TotalDays:0} days later");
}
