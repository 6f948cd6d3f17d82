using System.Globalization;
using System.Text.Json;
using Perennial.Weave;

namespace Perennial.Train;

/// <summary>An article of a stream with the story that people put it into; <see langword="null"/> for background.</summary>
internal sealed record LabelledArticle(WovenArticle Article, string? Story);

/// <summary>Streams made of one labelled set, so that the weaver is tried in thin and dense streams, with and without texts.</summary>
internal static class StoryStreams
{
    private const int Seed = 17;
    private const int LeadLength = 400;

    /// <summary>Reads a set: a line an article, in any order; background has no story.</summary>
    public static List<LabelledArticle> Read(string path) =>
        [
            .. TextFile
                .Lines(path)
                .Where(line => line.Length > 0)
                .Select(Parsed)
                .OrderBy(At)
                .ThenBy(Id, StringComparer.Ordinal),
        ];

    /// <summary>The set as it is.</summary>
    public static List<LabelledArticle> Plain(IEnumerable<LabelledArticle> set) => [.. set];

    /// <summary>Headline and the beginning of the text, as feeds have them.</summary>
    public static List<LabelledArticle> Items(IEnumerable<LabelledArticle> set) =>
        [.. set.Select(one => one with { Article = one.Article with { Text = Lead(one.Article.Text, 300) } })];

    /// <summary>Nothing but headlines.</summary>
    public static List<LabelledArticle> Headlines(IEnumerable<LabelledArticle> set) =>
        [.. set.Select(one => one with { Article = one.Article with { Text = "" } })];

    /// <summary>As many days of stories put into one: neighbours of a running event come as close as in a newsroom's stream.</summary>
    public static List<LabelledArticle> Dense(IReadOnlyList<LabelledArticle> set, int days)
    {
        var start = set.Min(At);
        var opened = set.Where(one => one.Story is not null)
            .GroupBy(one => one.Story!)
            .ToDictionary(story => story.Key, story => story.Min(At), StringComparer.Ordinal);
        return
        [
            .. set.Select(one =>
                {
                    var first = one.Story is { } story ? opened[story] : At(one);
                    var moved = start + ((first - start) / days) + (At(one) - first);
                    return one with
                    {
                        Article = one.Article with { Published = new DateTimeOffset(moved.Date, TimeSpan.Zero) },
                    };
                })
                .OrderBy(At)
                .ThenBy(Id, StringComparer.Ordinal),
        ];
    }

    /// <summary>
    /// A flood of headlines within three days: each is some words of one article's headline and some of its first lines, as other
    /// outlets would choose other words.
    /// </summary>
    public static List<LabelledArticle> Flood(
        IReadOnlyList<LabelledArticle> set,
        int stories,
        int ofTitle,
        int ofLead,
        int ofOthers
    )
    {
        var random = new Random(Seed);
        var start = set.Min(At);
        var flood = new List<LabelledArticle>();
        // What anybody may write about anything: words without a capital.
        var others = set.SelectMany(one => Some(one.Article.Text, 400, random))
            .Where(word => char.IsLower(word[0]))
            .ToArray();
        foreach (var story in set.Where(one => one.Story is not null).GroupBy(one => one.Story!).Take(stories))
        {
            var articles = story.ToList();
            var opens = start.AddHours(48 * random.NextDouble());
            // Some stories have a handful of headlines, some a hundred.
            var headlines = (int)(4 * Math.Exp(3.2 * random.NextDouble()));
            for (var n = 0; n < headlines; n++)
            {
                // Two in five are reprints, perhaps with a word less.
                if (n > 0 && random.NextDouble() < 0.4)
                {
                    var copied = flood[^random.Next(1, n + 1)].Article;
                    flood.Add(
                        new LabelledArticle(
                            copied with
                            {
                                Id = string.Create(CultureInfo.InvariantCulture, $"{story.Key}-{n}"),
                                Title =
                                    random.NextDouble() < 0.5
                                        ? copied.Title
                                        : string.Join(' ', copied.Title!.Split(' ').Skip(1)),
                                Published = copied.Published!.Value.AddHours(-4 * Math.Log(1 - random.NextDouble())),
                            },
                            story.Key
                        )
                    );
                    continue;
                }
                var told = articles[random.Next(articles.Count)].Article;
                flood.Add(
                    new LabelledArticle(
                        new WovenArticle
                        {
                            Id = string.Create(CultureInfo.InvariantCulture, $"{story.Key}-{n}"),
                            Title = string.Join(
                                ' ',
                                Some(told.Title ?? "", ofTitle, random)
                                    .Concat(Some(Lead(told.Text, LeadLength), ofLead, random))
                                    .Concat(
                                        Enumerable.Range(0, ofOthers).Select(_ => others[random.Next(others.Length)])
                                    )
                            ),
                            Published = opens.AddHours(-8 * Math.Log(1 - random.NextDouble())),
                            Language = "en",
                        },
                        story.Key
                    )
                );
            }
        }
        return [.. flood.OrderBy(At).ThenBy(Id, StringComparer.Ordinal)];
    }

    /// <summary>When an article of a stream was published.</summary>
    public static DateTimeOffset At(LabelledArticle one) => one.Article.Published!.Value;

    private static string Id(LabelledArticle one) => one.Article.Id;

    private static LabelledArticle Parsed(string line)
    {
        using var json = JsonDocument.Parse(line);
        var row = json.RootElement;
        var text = Text("text") ?? "";
        // Some sets have the headline as the text's first paragraph.
        var title = Text("title");
        if (title is null && text.IndexOf("\n\n", StringComparison.Ordinal) is > 0 and var end)
        {
            (title, text) = (text[..end], text[(end + 2)..]);
        }
        return new LabelledArticle(
            new WovenArticle
            {
                Id = Text("id")!,
                Title = title,
                Text = text,
                Published = DateTimeOffset.Parse(
                    Text("date")!,
                    CultureInfo.InvariantCulture,
                    DateTimeStyles.AssumeUniversal
                ),
                Source = Text("source"),
                Language = "en",
            },
            Text("story")
        );

        string? Text(string name) =>
            row.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
                ? value.GetString()
                : null;
    }

    private static string Lead(string text, int length)
    {
        if (text.Length <= length)
        {
            return text;
        }
        var end = text.LastIndexOf(' ', length);
        return text[..(end > 0 ? end : length)];
    }

    private static IEnumerable<string> Some(string text, int words, Random random) =>
        text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            .Where(word => !CommonWords.Contains(word.ToLowerInvariant()))
            .Distinct(StringComparer.Ordinal)
            .OrderBy(_ => random.Next())
            .Take(words);
}
