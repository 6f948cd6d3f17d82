using System.Globalization;
using Perennial.Weave.Stories;

namespace Perennial.Weave.Tellings;

/// <summary>Finds which stories of other languages tell of the same event, where the evidence is strong.</summary>
/// <remarks>
/// Names alone are never enough: the same people do other things. They find candidates, without looking at all stories; numbers or
/// dates that both tell decide. Two stories are linked when each is the other's best.
/// </remarks>
public sealed class StoryTellings
{
    /// <summary>For how long a story that nothing comes to can still be linked.</summary>
    public static readonly TimeSpan Memory = TimeSpan.FromDays(4);

    private static readonly TimeSpan BetweenForgetting = TimeSpan.FromHours(1);

    private static readonly TimeSpan MostApart = TimeSpan.FromHours(36);

    // A name that more stories have tells nothing.
    private const int MostPostings = 24;

    private const int FewestNames = 3;
    private const int MostShown = 6;

    private readonly Dictionary<string, StoryProfile> profiles = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<string>> byName = new(StringComparer.Ordinal);
    private readonly HashSet<(string, string)> apart = [];
    private DateTimeOffset forgot = DateTimeOffset.MinValue;

    /// <summary>Takes in a story as it is now; one without articles or language goes.</summary>
    /// <param name="story">The story's id.</param>
    /// <param name="language">Its language as a BCP 47 tag; <see langword="null"/> when unknown.</param>
    /// <param name="articles">Its articles, in order of arrival.</param>
    public void Take(string story, string? language, IReadOnlyList<StoryArticle> articles)
    {
        Remove(story);
        if (language is null || StoryProfile.Of(story, language, articles) is not { } profile)
        {
            return;
        }
        profiles[story] = profile;
        foreach (var name in profile.Names.Keys)
        {
            (byName.TryGetValue(name, out var with) ? with : byName[name] = new(StringComparer.Ordinal)).Add(story);
        }
        Forget(profile.Newest);
    }

    /// <summary>A story is no more.</summary>
    public void Remove(string story)
    {
        if (!profiles.Remove(story, out var profile))
        {
            return;
        }
        foreach (var name in profile.Names.Keys)
        {
            if (byName.TryGetValue(name, out var with) && with.Remove(story) && with.Count == 0)
            {
                byName.Remove(name);
            }
        }
    }

    /// <summary>An editor said that two stories are not one: nor are they linked.</summary>
    public void KeepApart(string one, string other) => apart.Add(Pair(one, other));

    /// <summary>A story became part of another: what was kept apart from it is kept apart from that.</summary>
    public void Merge(string from, string into)
    {
        Remove(from);
        foreach (var pair in apart.Where(pair => pair.Item1 == from || pair.Item2 == from).ToList())
        {
            apart.Remove(pair);
            KeepApart(pair.Item1 == from ? pair.Item2 : pair.Item1, into);
        }
    }

    /// <summary>Where a story is told in other languages, by language.</summary>
    public IReadOnlyList<StoryTelling> Of(string story) =>
        profiles.TryGetValue(story, out var profile)
            ?
            [
                .. Best(profile)
                    .Where(link => Best(link.Other).Any(back => back.Other.Story == story))
                    .OrderBy(link => link.Other.Language, StringComparer.Ordinal)
                    .Select(link => new StoryTelling(link.Other.Story, link.Other.Language, link.Because)),
            ]
            : [];

    /// <summary>The best of each other language.</summary>
    private IEnumerable<Link> Best(StoryProfile profile) =>
        profile
            .Names.Keys.Select(name => byName[name])
            .Where(with => with.Count <= MostPostings)
            .SelectMany(with => with)
            .Distinct(StringComparer.Ordinal)
            .Select(other => profiles[other])
            .Where(other => other.Language != profile.Language && !apart.Contains(Pair(profile.Story, other.Story)))
            .Select(other => Between(profile, other))
            .OfType<Link>()
            .GroupBy(link => link.Other.Language, StringComparer.Ordinal)
            .Select(same =>
                same.OrderByDescending(link => link.Strength)
                    .ThenBy(link => link.Other.Story, StringComparer.Ordinal)
                    .First()
            );

    private Link? Between(StoryProfile one, StoryProfile other)
    {
        if (one.Oldest - other.Newest > MostApart || other.Oldest - one.Newest > MostApart)
        {
            return null;
        }
        var names = one
            .Names.Keys.Where(name => other.Names.ContainsKey(name) && byName[name].Count <= MostPostings)
            .ToList();
        var numbers = one.Numbers.Where(other.Numbers.Contains).Order().ToList();
        var days = one.Days.Where(other.Days.Contains).Order().ToList();
        var share = (double)names.Count / Math.Max(1, Math.Min(one.Names.Count, other.Names.Count));
        // A round number is soon the same in two stories.
        var facts = days.Count + numbers.Sum(number => number % 10 == 0 ? 0.5 : 1);
        var strong = names.Count >= FewestNames && ((share >= 0.5 && facts >= 1) || (share >= 0.3 && facts >= 2));
        if (!strong)
        {
            return null;
        }
        List<string> because = ["shares " + string.Join(", ", names.Take(MostShown).Select(name => one.Names[name]))];
        if (numbers.Count > 0)
        {
            because.Add("numbers " + string.Join(", ", numbers.Take(MostShown).Select(Text)));
        }
        if (days.Count > 0)
        {
            because.Add(
                "days "
                    + string.Join(
                        ", ",
                        days.Take(MostShown).Select(day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))
                    )
            );
        }
        return new Link(other, names.Count + (2 * facts), because);
    }

    private void Forget(DateTimeOffset now)
    {
        if (now < forgot + BetweenForgetting)
        {
            return;
        }
        forgot = now;
        foreach (var old in profiles.Values.Where(other => other.Newest < now - Memory).ToList())
        {
            Remove(old.Story);
        }
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static (string, string) Pair(string one, string other) =>
        string.CompareOrdinal(one, other) < 0 ? (one, other) : (other, one);

    private sealed record Link(StoryProfile Other, double Strength, IReadOnlyList<string> Because);
}
