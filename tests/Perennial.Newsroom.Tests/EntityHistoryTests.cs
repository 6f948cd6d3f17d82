using Perennial.Store.Views;
using static Perennial.Newsroom.Tests.NamingNewsroom;

namespace Perennial.Newsroom.Tests;

/// <summary>Whatever comes in which order, what people said of entities stands, and the view counts right.</summary>
public sealed class EntityHistoryTests
{
    private const int Steps = 30;

    private static readonly string[] Names = ["Ivo Tal", "Ivo B. Tal", "Mara Lind", "Olo Renn"];
    private static readonly string[] Roles = ["mayor of Sarn", "striker of Velta United", "engineer of the dam"];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Readings_and_acts_in_any_order_leave_a_view_that_is_right_and_is_made_again_the_same(int seed)
    {
        using var newsroom = new NamingNewsroom();
        var random = new Random(seed);
        var articles = new List<string>();
        var gone = new Dictionary<string, string>(StringComparer.Ordinal);
        var moved = new Dictionary<(string Article, string From), (string To, HashSet<string> Names)>();
        for (var step = 0; step < Steps; step++)
        {
            var entities = Linked(newsroom, articles).Select(link => link.Entity).Distinct().Order().ToList();
            switch (random.Next(6))
            {
                case 0 when entities.Count > 1:
                    var (into, other) = (entities[random.Next(entities.Count)], entities[random.Next(entities.Count)]);
                    await newsroom.RuleAsync(into, new KnownAsOne(other));
                    if (into != other)
                    {
                        gone[other] = into;
                    }
                    break;
                case 1 when articles.Count > 0:
                    var article = articles[random.Next(articles.Count)];
                    var named = newsroom.Look(views => EntitiesView.Of(views, article));
                    var from = named[random.Next(named.Count)].Entity;
                    var to = $"e{step:0000000000}";
                    await newsroom.RuleAsync(from, new MentionsMoved(to, [article]));
                    moved[(article, from)] = (
                        to,
                        [.. named.Where(link => link.Entity == from).Select(link => link.Name)]
                    );
                    break;
                case 2 when articles.Count > 0:
                    await newsroom.ReadAsync(articles[random.Next(articles.Count)], Draw(random));
                    break;
                default:
                    articles.Add(await newsroom.ReadAsync(null, Draw(random)));
                    break;
            }
            foreach (var link in Linked(newsroom, articles))
            {
                gone.ShouldNotContainKey(link.Entity, $"step {step}: what went up in another is back");
            }
            foreach (var ((article, from), (to, names)) in moved)
            {
                if (Now(gone, to) != Now(gone, from))
                {
                    newsroom
                        .Look(views => EntitiesView.Of(views, article))
                        .ShouldNotContain(
                            link => names.Contains(link.Name) && link.Entity == Now(gone, from),
                            $"step {step}: {article} names {from} again and not {to}"
                        );
                }
            }
            Count(newsroom, articles, $"step {step}");
        }
        var before = Dump(newsroom, articles);
        await newsroom.Newsroom.Views.RebuildAsync(
            newsroom.Newsroom.Ledger,
            null,
            TestContext.Current.CancellationToken
        );

        Dump(newsroom, articles).ShouldBe(before);
    }

    private static string Now(Dictionary<string, string> gone, string id)
    {
        while (gone.TryGetValue(id, out var into))
        {
            id = into;
        }
        return id;
    }

    private static Article Draw(Random random) =>
        ArticleOf([
            .. Names
                .Where(_ => random.Next(2) == 0)
                .Append("Ada Bell")
                .Select(name => Person(name, random.Next(2) == 0 ? Roles[random.Next(Roles.Length)] : null)),
            Place("Sarn", "https://sws.geonames.org/9000001/"),
            Organisation("Velta United"),
        ]);

    private static List<EntityLink> Linked(NamingNewsroom newsroom, IEnumerable<string> articles) =>
        newsroom.Look(views => articles.SelectMany(article => EntitiesView.Of(views, article)).ToList());

    /// <summary>What the view has counted, against what stands in it.</summary>
    private static void Count(NamingNewsroom newsroom, IReadOnlyList<string> articles, string step)
    {
        foreach (var links in Linked(newsroom, articles).GroupBy(link => link.Entity))
        {
            var row = newsroom.Look(views => EntitiesView.Find(views, links.Key)).ShouldNotBeNull(step);
            row.Articles.ShouldBe(links.Count(), step);
            newsroom
                .Look(views => EntitiesView.Names(views, links.Key, 100))
                .ToDictionary(name => name.Name, name => (int)name.Articles)
                .ShouldBe(links.CountBy(link => link.Name).ToDictionary(), ignoreOrder: true, step);
        }
    }

    private static string Dump(NamingNewsroom newsroom, IEnumerable<string> articles) =>
        newsroom.Look(views =>
            string.Join(
                '\n',
                articles
                    .SelectMany(article =>
                        EntitiesView.Of(views, article).Select(link => $"{article} {link.In} {link.Entity}")
                    )
                    .Concat(
                        articles
                            .SelectMany(article => EntitiesView.Of(views, article))
                            .Select(link => link.Entity)
                            .Distinct()
                            .Select(id =>
                                $"{EntitiesView.Find(views, id)} {string.Join(';', EntitiesView.Roles(views, id, 50))} {string.Join(';', EntitiesView.Affiliated(views, id, 50))}"
                            )
                    )
            )
        );
}
