using System.Globalization;

namespace Perennial.Weave;

/// <summary>Judges how likely two bundles of articles tell the same story: a logistic regression over a few numbers.</summary>
internal sealed class SameStory(IReadOnlyList<float> withTexts, IReadOnlyList<float> ofHeadlines)
{
    // So many of the newest articles of each side are compared one by one.
    private const int MostCompared = 8;

    // Two articles are like each other from here on: far above chance, far below certainty.
    private const float Alike = 0.10f;

    private const int LargestKnown = 2;

    /// <summary>What the numbers are, in order.</summary>
    public static readonly IReadOnlyList<string> Features =
    [
        "one",
        "title",
        "all",
        "names",
        "numbers",
        "best pair",
        "alike pairs",
        "gap",
        "gap x all",
        "no names",
        "headlines only",
        "headlines x all",
        "smaller",
        "larger",
        "smaller x all",
        "larger x all",
        "title root",
        "names root",
        "all root",
        "headlines x title",
        "mean pair",
        "headlines x mean",
        "larger x mean",
        "smaller x title",
        "larger x title",
    ];

    /// <summary>Which of the numbers is the share of pairs that are alike.</summary>
    public const int AlikePairs = 6;

    private const int Headlines = 10;

    /// <summary>The judge that comes with the program.</summary>
    public static SameStory Shipped => field ??= ReadShipped();

    /// <summary>The numbers for two bundles.</summary>
    public static float[] Row(Bundle one, Bundle other)
    {
        var (title, all, names) = (
            one.Title.Cosine(other.Title),
            one.All.Cosine(other.All),
            one.Names.Cosine(other.Names)
        );
        var (best, alike) = Pairs(one, other);
        var mean = all * one.All.Length * other.All.Length / ((float)one.Members.Count * other.Members.Count);
        var gap = MathF.Log(1 + GapDays(one, other));
        var headlines = (float)(one.HeadlinesOnly + other.HeadlinesOnly) / (one.Members.Count + other.Members.Count);
        // The texts learnt from are of stories of two or three: a story of fifty must not be judged by a line drawn on from them.
        var most = headlines > 0.5f ? int.MaxValue : LargestKnown;
        var smaller = MathF.Log(Math.Min(most, Math.Min(one.Members.Count, other.Members.Count)));
        var larger = MathF.Log(Math.Min(most, Math.Max(one.Members.Count, other.Members.Count)));
        return
        [
            1,
            title,
            all,
            names,
            one.Numbers.Cosine(other.Numbers),
            best,
            alike,
            gap,
            gap * all,
            one.Names.Length == 0 || other.Names.Length == 0 ? 1 : 0,
            headlines,
            headlines * all,
            smaller,
            larger,
            smaller * all,
            larger * all,
            MathF.Sqrt(MathF.Max(0, title)),
            MathF.Sqrt(MathF.Max(0, names)),
            MathF.Sqrt(MathF.Max(0, all)),
            headlines * title,
            mean,
            headlines * mean,
            larger * mean,
            smaller * title,
            larger * title,
        ];
    }

    /// <summary>Whether most of what is compared is nothing but headlines.</summary>
    public static bool IsOfHeadlines(ReadOnlySpan<float> row) => row[Headlines] > 0.5f;

    /// <summary>How likely, from 0 to 1.</summary>
    public float Likely(ReadOnlySpan<float> row)
    {
        var weights = IsOfHeadlines(row) ? ofHeadlines : withTexts;
        float sum = 0;
        for (var i = 0; i < row.Length; i++)
        {
            sum += row[i] * weights[i];
        }
        return 1 / (1 + MathF.Exp(-sum));
    }

    /// <summary>How alike the most alike pair is, and what share of the pairs is alike at all.</summary>
    private static (float Best, float Alike) Pairs(Bundle one, Bundle other)
    {
        var (best, alike, pairs) = (0f, 0, 0);
        for (var i = Math.Max(0, one.Members.Count - MostCompared); i < one.Members.Count; i++)
        {
            for (var j = Math.Max(0, other.Members.Count - MostCompared); j < other.Members.Count; j++)
            {
                var cosine = one.Members[i].All.Cosine(other.Members[j].All);
                best = MathF.Max(best, cosine);
                alike += cosine >= Alike ? 1 : 0;
                pairs++;
            }
        }
        return (best, (float)alike / pairs);
    }

    private static float GapDays(Bundle one, Bundle other)
    {
        var gap = one.Oldest > other.Newest ? one.Oldest - other.Newest : other.Oldest - one.Newest;
        return MathF.Max(0, (float)gap.TotalDays);
    }

    private static SameStory ReadShipped()
    {
        const string name = "Perennial.Weave.Models.same-story.txt";
        using var file =
            typeof(SameStory).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"{name} is missing from the program");
        using var reader = new StreamReader(file);
        var rows = reader
            .ReadToEnd()
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split(' ').Select(n => float.Parse(n, CultureInfo.InvariantCulture)).ToArray())
            .ToList();
        return new SameStory(rows[0], rows[1]);
    }
}
