namespace Perennial.Weave.Threads;

/// <summary>What a figure counts, told by its unit and the words of its sentence.</summary>
internal sealed class CountedContext
{
    // Chosen by looking at what was joined in 300 stories of a training set: see docs/decisions/story-readings.md.
    private const double AlikeEnough = 0.4;
    private const int FewestShared = 2;

    // "Two officers" and "one officer", or what something cost: of such there are many in a report, so that more must be alike.
    private const double AlikeOfMany = 0.6;
    private const decimal Few = 10;

    // A number that two reports have alike is a sign by itself, unless it is one that everything is counted with.
    private const decimal TellingNumber = 100;

    // "2,300 tonnes of potash" and "twelve tonnes of fuel": what is counted stands close by.
    private const int NearWords = 3;

    // How long something takes, and how often it is done, is another number each time it is said.
    private static readonly HashSet<string> Spans = new(StringComparer.Ordinal)
    {
        "second",
        "minute",
        "hour",
        "day",
        "night",
        "week",
        "month",
        "year",
        "decade",
        "time",
    };

    private readonly HashSet<string> words;

    private CountedContext(string unit, decimal? value, HashSet<string> words, HashSet<string> near)
    {
        Unit = unit;
        Value = value;
        this.words = words;
        Near = near;
    }

    /// <summary>The unit, folded.</summary>
    public string Unit { get; }

    /// <summary>The number.</summary>
    public decimal? Value { get; }

    /// <summary>The words close to it: of two that count the same one is the same, or the number is.</summary>
    public HashSet<string> Near { get; }

    // The reader's units are words, but for currencies, which are ISO 4217 codes.
    private bool IsMoney => Unit is [>= 'A' and <= 'Z', >= 'A' and <= 'Z', >= 'A' and <= 'Z'];

    /// <summary>What a figure counts; <see langword="null"/> where its words do not tell.</summary>
    public static CountedContext? Of(Figure figure, string text)
    {
        if (UnitOf(figure) is not { } unit)
        {
            return null;
        }
        var (from, to) = SentenceAround(figure, text);
        var before = Telling(text[from..figure.Start], unit);
        var after = Telling(text[figure.End..to], unit);
        // A name close by tells where or by whom something was counted, and not what.
        var close = before
            .TakeLast(NearWords)
            .Concat(after.Take(NearWords))
            .Where(word => !word.Capital || word.OpensSentence);
        return new CountedContext(
            unit,
            figure.Value,
            before.Concat(after).Select(word => word.Text).ToHashSet(StringComparer.Ordinal),
            close.Select(word => word.Text).ToHashSet(StringComparer.Ordinal)
        );
    }

    /// <summary>How alike what is counted is; <see langword="null"/> when that is not the same.</summary>
    public double? LikenessTo(CountedContext other)
    {
        var same = Value is not null && Value == other.Value;
        // Most have neither in common, and it is quick to see.
        if (Unit != other.Unit || (!same && !Near.Overlaps(other.Near)))
        {
            return null;
        }
        var shared = words.Count(other.words.Contains);
        var likeness = (double)shared / Math.Max(1, Math.Min(words.Count, other.words.Count));
        var enough = IsMoney || Value < Few || other.Value < Few ? AlikeOfMany : AlikeEnough;
        return same && Value >= TellingNumber && shared >= 1 ? 1 + likeness
            : shared >= FewestShared && likeness >= enough && Near.Overlaps(other.Near) ? likeness + (same ? 1 : 0)
            : null;
    }

    private static string? UnitOf(Figure figure)
    {
        var unit = figure.Unit is null ? null : string.Join(' ', Words.Of(figure.Unit, 4).Select(word => word.Text));
        return unit switch
        {
            null or "" => null,
            "ton" => "tonne",
            "person" => "people",
            { Length: 3 } when figure.Unit!.All(char.IsAsciiLetterUpper) => figure.Unit!,
            _ => Spans.Contains(unit) ? null : unit,
        };
    }

    private static List<Word> Telling(string text, string unit) =>
        [
            .. Words
                .Of(text)
                .Where(word => !CommonWords.Contains(word.Text) && word.Text != unit && !char.IsDigit(word.Text[0])),
        ];

    /// <summary>The sentence as far as it goes, without what a wire puts before its first words.</summary>
    private static (int From, int To) SentenceAround(Figure figure, string text)
    {
        const int reach = 240;
        var from = figure.Start;
        while (from > 0 && figure.Start - from < reach && !Sentences.EndsAt(text, from - 1))
        {
            from--;
        }
        var to = figure.End;
        while (to < text.Length && to - figure.End < reach && !Sentences.EndsAt(text, to))
        {
            to++;
        }
        return (from, to);
    }
}
