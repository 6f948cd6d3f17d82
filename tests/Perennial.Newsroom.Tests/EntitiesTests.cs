using Microsoft.Extensions.Logging.Abstractions;
using Perennial.Store.Views;
using static Perennial.Newsroom.Tests.NamingNewsroom;

namespace Perennial.Newsroom.Tests;

/// <summary>One entity for each real thing across articles, through the ledger and the views.</summary>
public sealed class EntitiesTests : IDisposable
{
    private const string Sarn = "https://sws.geonames.org/9000001/";

    private readonly NamingNewsroom newsroom = new();

    [Fact]
    public async Task A_person_with_the_same_role_is_the_same()
    {
        var first = await newsroom.ReadAsync(Person("Ivo Tal", "mayor of Sarn"), Place("Sarn", Sarn));
        var second = await newsroom.ReadAsync(Person("Ivo Tál", "the mayor of Sarn"));

        var link = newsroom.LinkOf(second, "Ivo Tál");
        (link.Entity, link.Possibly).ShouldBe((newsroom.IdOf(first, "Ivo Tal"), null));
        link.Because.ShouldContain("role: the mayor of Sarn");
    }

    [Fact]
    public async Task A_person_with_another_role_in_other_company_is_another_and_possibly_the_same()
    {
        var first = await newsroom.ReadAsync(Person("Ivo Tal", "mayor of Sarn"), Place("Sarn", Sarn));
        var second = await newsroom.ReadAsync(Person("Ivo Tal", "striker"), Organisation("Velta United"));

        var link = newsroom.LinkOf(second, "Ivo Tal");
        link.Entity.ShouldNotBe(newsroom.IdOf(first, "Ivo Tal"));
        link.Possibly.ShouldBe(newsroom.IdOf(first, "Ivo Tal"));
    }

    [Fact]
    public async Task Two_of_one_name_each_go_on_in_their_own_company()
    {
        var mayor = await newsroom.ReadAsync(
            Person("Ivo Tal", "mayor of Sarn"),
            Person("Mara Lind", "engineer"),
            Place("Sarn", Sarn)
        );
        var striker = await newsroom.ReadAsync(
            Person("Ivo Tal", "striker"),
            Organisation("Velta United"),
            Person("Olo Renn", "coach")
        );
        var dam = await newsroom.ReadAsync(Person("Ivo Tal"), Person("Mara Lind", "engineer"), Place("Sarn", Sarn));
        var match = await newsroom.ReadAsync(
            Person("Ivo Tal"),
            Organisation("Velta United"),
            Person("Olo Renn", "coach")
        );

        newsroom.IdOf(dam, "Ivo Tal").ShouldBe(newsroom.IdOf(mayor, "Ivo Tal"));
        newsroom.IdOf(match, "Ivo Tal").ShouldBe(newsroom.IdOf(striker, "Ivo Tal"));
        newsroom.IdOf(mayor, "Ivo Tal").ShouldNotBe(newsroom.IdOf(striker, "Ivo Tal"));
    }

    [Fact]
    public async Task A_name_alone_merges_nobody()
    {
        var first = await newsroom.ReadAsync(Person("Ivo Tal", "mayor of Sarn"));
        var second = await newsroom.ReadAsync(Person("Ivo Tal"));

        newsroom.LinkOf(second, "Ivo Tal").Possibly.ShouldBe(newsroom.IdOf(first, "Ivo Tal"));
    }

    [Fact]
    public async Task A_bare_surname_is_no_lasting_entity()
    {
        await newsroom.ReadAsync(Person("Ivo Tal", "mayor of Sarn"), Place("Sarn", Sarn));
        var second = await newsroom.ReadAsync(Person("Tal", "mayor of Sarn"), Place("Sarn", Sarn));

        newsroom.Look(views => EntitiesView.Of(views, second)).Select(link => link.Name).ShouldBe(["Sarn"]);
    }

    [Fact]
    public async Task Father_and_son_are_two_in_whatever_company()
    {
        var father = await newsroom.ReadAsync(Person("Ivo Tal", "mayor of Sarn"), Place("Sarn", Sarn));
        var son = await newsroom.ReadAsync(Person("Ivo Tal Jr.", "mayor of Sarn"), Place("Sarn", Sarn));

        var link = newsroom.LinkOf(son, "Ivo Tal Jr.");
        (link.Entity == newsroom.IdOf(father, "Ivo Tal"), link.Possibly).ShouldBe((false, null));
    }

    [Fact]
    public async Task Two_people_of_one_name_in_one_article_are_two()
    {
        var article = ArticleOf(Person("Ivo Tal", "mayor of Sarn"), Person("Ivo Tal", "mayor of Sarn"));
        var first = await newsroom.ReadAsync(null, article);

        newsroom.Look(views => EntitiesView.Of(views, first)).Select(link => link.Entity).ShouldBeUnique();
    }

    [Fact]
    public async Task An_organisation_is_known_by_the_letters_that_stood_for_it()
    {
        var full = await newsroom.ReadAsync(Organisation("Velta Water Council", "VWC"));
        var letters = await newsroom.ReadAsync(Organisation("VWC"));
        var again = await newsroom.ReadAsync(Organisation("the Velta Water Council"));

        newsroom.IdOf(letters, "VWC").ShouldBe(newsroom.IdOf(full, "Velta Water Council"));
        newsroom.IdOf(again, "the Velta Water Council").ShouldBe(newsroom.IdOf(full, "Velta Water Council"));
    }

    [Fact]
    public async Task Each_country_has_its_own_ministry()
    {
        var here = await newsroom.ReadAsync(
            Organisation("Ministry of Defence"),
            Place("Norland", "iso:NX"),
            Person("Ada Bell", "minister")
        );
        var there = await newsroom.ReadAsync(
            Organisation("Ministry of Defence"),
            Place("Sudland", "iso:SX"),
            Person("Cy Dorn", "minister")
        );
        var again = await newsroom.ReadAsync(
            Organisation("Ministry of Defence"),
            Place("Sudland", "iso:SX"),
            Person("Cy Dorn", "minister")
        );

        newsroom.IdOf(there, "Ministry of Defence").ShouldNotBe(newsroom.IdOf(here, "Ministry of Defence"));
        newsroom.IdOf(again, "Ministry of Defence").ShouldNotBe(newsroom.IdOf(here, "Ministry of Defence"));
    }

    [Fact]
    public async Task A_ministry_of_which_nobody_can_tell_whose_it_is_stays_in_its_article()
    {
        var nowhere = await newsroom.ReadAsync(Organisation("Ministry of Defence"), Person("Ada Bell", "minister"));
        var both = await newsroom.ReadAsync(
            Organisation("Ministry of Defence"),
            Place("Norland", "iso:NX"),
            Place("Sudland", "iso:SX")
        );
        var here = await newsroom.ReadAsync(Organisation("Ministry of Defence"), Place("Norland", "iso:NX"));
        var again = await newsroom.ReadAsync(Place("Norland", "iso:NX"), Organisation("the Ministry of Defence"));

        newsroom.Look(views => EntitiesView.Of(views, nowhere)).Select(link => link.Name).ShouldBe(["Ada Bell"]);
        newsroom.Look(views => EntitiesView.Of(views, both)).Select(link => link.Name).ShouldBe(["Norland", "Sudland"]);
        newsroom.IdOf(again, "the Ministry of Defence").ShouldBe(newsroom.IdOf(here, "Ministry of Defence"));
    }

    [Fact]
    public async Task The_only_one_of_a_name_whom_very_many_articles_name_is_meant_by_it_unless_something_speaks_against_it()
    {
        var first = await newsroom.ReadAsync(Person("Ivo Tal", "mayor of Sarn"), Person("Mara Lind"));
        for (var i = 1; i < 100; i++)
        {
            await newsroom.ReadAsync(Person("Ivo Tal", "mayor of Sarn"), Person("Mara Lind"));
        }
        var bare = await newsroom.ReadAsync(Person("Ivo Tal"));
        var other = await newsroom.ReadAsync(Person("Ivo Tal", "striker"));

        newsroom.IdOf(bare, "Ivo Tal").ShouldBe(newsroom.IdOf(first, "Ivo Tal"));
        newsroom.LinkOf(other, "Ivo Tal").Possibly.ShouldBe(newsroom.IdOf(first, "Ivo Tal"));
    }

    [Fact]
    public async Task Each_reading_is_linked_once_also_when_the_newsroom_stops_at_any_entry()
    {
        var store = newsroom.Newsroom;
        string[] names = ["Ivo Tal", "Mara Lind", "Olo Renn"];
        foreach (var name in names)
        {
            var article = ArticleOf(Person(name, "engineer of the dam"));
            var read = new ArticleRead { Capture = 1, Article = article };
            await store.AppendAsync(EntryKinds.ArticleRead.New($"a{name.Length}{name[0]}", "reader/1", read));
        }
        for (var stop = 1; stop <= names.Length; stop++)
        {
            // It has linked an entry when the machine stops, and the links are not on the disk.
            _ = new LinkFollower(store.Views).Follow(store.Ledger.Find(stop)!);
            store.Restart();
            await FollowAsync(store, stop);
        }

        var linked = store.Ledger.ReadAfter(EntryKinds.EntitiesLinked, 0, 100);
        linked.Select(entry => EntryKinds.EntitiesLinked.Read(entry)!.Read).ShouldBe([1, 2, 3]);
        linked.Select(entry => EntryKinds.EntitiesLinked.Read(entry)!.Links.Single().Entity).ShouldBeUnique();
    }

    [Fact]
    public async Task A_place_is_known_by_its_address_elsewhere_and_by_nothing_less()
    {
        var first = await newsroom.ReadAsync(Place("Sarn", Sarn));
        var other = await newsroom.ReadAsync(Place("Sarn", "https://sws.geonames.org/9000002/"));
        var abroad = await newsroom.ReadAsync(Place("Zarn", Sarn));
        var unclear = await newsroom.ReadAsync(Place("Sarn"));

        newsroom.IdOf(abroad, "Zarn").ShouldBe(newsroom.IdOf(first, "Sarn"));
        newsroom.IdOf(other, "Sarn").ShouldNotBe(newsroom.IdOf(first, "Sarn"));
        newsroom.LinkOf(unclear, "Sarn").Possibly.ShouldNotBeNull();
    }

    [Fact]
    public async Task An_outlet_that_was_renamed_is_one()
    {
        await newsroom.Newsroom.AppendAsync(
            EntryKinds.SourceAdded.New(
                "f1",
                "operator",
                new SourceAdded
                {
                    Url = "https://example.org/feed",
                    Kind = SourceKind.Feed,
                    Name = "The Sarn Courier",
                }
            )
        );
        var before = await newsroom.ReadAsync(Organisation("Sarn Courier"));
        await newsroom.Newsroom.AppendAsync(
            EntryKinds.SourceChanged.New("f1", "gatherer", new SourceChanged { Name = "Nord News" })
        );
        var after = await newsroom.ReadAsync(Organisation("Nord News"));

        newsroom.IdOf(after, "Nord News").ShouldBe(newsroom.IdOf(before, "Sarn Courier"));
    }

    [Fact]
    public async Task What_a_text_says_was_called_otherwise_is_one()
    {
        const string text = "Nord News, formerly known as the Sarn Courier, said so.";
        var before = await newsroom.ReadAsync(Organisation("Sarn Courier"));
        var article = ArticleOf(At("Nord News"), At("Sarn Courier")) with { Text = text };
        var telling = await newsroom.ReadAsync(null, article);
        var after = await newsroom.ReadAsync(Organisation("Nord News"));

        newsroom.IdOf(telling, "Nord News").ShouldBe(newsroom.IdOf(before, "Sarn Courier"));
        newsroom.IdOf(after, "Nord News").ShouldBe(newsroom.IdOf(before, "Sarn Courier"));

        static Named At(string name)
        {
            var start = text.IndexOf(name, StringComparison.Ordinal);
            var organisation = Organisation(name);
            return organisation with
            {
                Entity = organisation.Entity with { Mentions = [Passage.Of(text, start, start + name.Length)] },
            };
        }
    }

    [Fact]
    public async Task A_reading_made_anew_keeps_the_ids_and_replaces_what_was_learnt()
    {
        var first = ArticleOf(Person("Ivo Tal"), Organisation("Velta United"));
        var article = await newsroom.ReadAsync(null, first);
        var id = newsroom.IdOf(article, "Ivo Tal");
        await newsroom.ReadAsync(article, ArticleOf(Place("Sarn", Sarn), Person("Ivo Tal", "mayor of Sarn")));

        newsroom.IdOf(article, "Ivo Tal").ShouldBe(id);
        newsroom.Look(views => EntitiesView.Find(views, id)).ShouldNotBeNull().Articles.ShouldBe(1);
        newsroom.Look(views => EntitiesView.Roles(views, id, 10)).ShouldHaveSingleItem().Role.ShouldBe("mayor of Sarn");
        newsroom.Look(views => EntitiesView.Names(views, id, 10)).ShouldHaveSingleItem().Articles.ShouldBe(1);
    }

    [Fact]
    public async Task Roles_names_statements_and_affiliations_are_remembered()
    {
        var first = await newsroom.ReadAsync(
            Person("Ivo Tal", "mayor of Sarn"),
            Place("Sarn", Sarn),
            Person("Mara Lind"),
            Organisation("Velta Water Council")
        );
        var second = await newsroom.ReadAsync(
            Person("Ivo B. Tal", "minister of water"),
            Place("Sarn", Sarn),
            Person("Mara Lind"),
            Organisation("Velta Water Council")
        );
        await newsroom.ReadAsync(
            Person("Ivo B. Tal", "minister of water"),
            Place("Sarn", Sarn),
            Person("Mara Lind"),
            Organisation("Velta Water Council")
        );
        var id = newsroom.IdOf(first, "Ivo Tal");

        newsroom.IdOf(second, "Ivo B. Tal").ShouldBe(id);
        newsroom
            .Look(views => EntitiesView.Roles(views, id, 10))
            .Select(role => (role.Role, role.Articles))
            .ShouldBe([("mayor of Sarn", 1), ("minister of water", 2)], ignoreOrder: true);
        newsroom
            .Look(views => EntitiesView.Names(views, id, 10))
            .Select(name => name.Name)
            .ShouldBe(["Ivo B. Tal", "Ivo Tal"]);
        newsroom.Look(views => EntitiesView.Affiliated(views, id, 10)).ShouldBe([newsroom.IdOf(first, "Sarn")]);
        newsroom.Look(views => EntitiesView.Statements(views, id, 10)).Count.ShouldBe(3);
        newsroom.Look(views => EntitiesView.Find(views, id)!.Name).ShouldBe("Ivo B. Tal");
    }

    [Fact]
    public async Task No_statement_stands_under_a_name_while_a_new_reading_is_not_linked_yet()
    {
        var article = await newsroom.ReadAsync(Person("Ivo Tal", "mayor of Sarn"));
        var id = newsroom.IdOf(article, "Ivo Tal");
        newsroom.Look(views => EntitiesView.Statements(views, id, 10)).ShouldHaveSingleItem();

        await newsroom.Newsroom.AppendAsync(
            EntryKinds.ArticleRead.New(
                article,
                "reader/2",
                new ArticleRead { Capture = 1, Article = ArticleOf(Person("Ada Bell"), Person("Ivo Tal")) }
            )
        );

        newsroom.Look(views => EntitiesView.Statements(views, id, 10)).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_an_editor_joins_stays_one_for_ever()
    {
        var first = await newsroom.ReadAsync(Person("Ivo Tal", "mayor of Sarn"));
        var second = await newsroom.ReadAsync(
            Person("Ivo Tal", "striker"),
            Organisation("Velta United"),
            Person("Olo Renn", "coach")
        );
        var (one, other) = (newsroom.IdOf(first, "Ivo Tal"), newsroom.IdOf(second, "Ivo Tal"));
        await newsroom.RuleAsync(one, new KnownAsOne(other));

        newsroom.Look(views => EntitiesView.Find(views, other)).ShouldNotBeNull().Id.ShouldBe(one);
        newsroom.Look(views => EntitiesView.Find(views, one)).ShouldNotBeNull().Articles.ShouldBe(2);
        newsroom.Look(views => EntitiesView.Statements(views, one, 10)).Count.ShouldBe(2);
        var third = await newsroom.ReadAsync(
            Person("Ivo Tal", "striker"),
            Organisation("Velta United"),
            Person("Olo Renn", "coach")
        );
        newsroom.IdOf(third, "Ivo Tal").ShouldBe(one);
        await newsroom.ReadAsync(
            second,
            ArticleOf(Person("Ivo Tal", "forward"), Organisation("Velta United"), Person("Olo Renn", "coach"))
        );
        newsroom.IdOf(second, "Ivo Tal").ShouldBe(one);
    }

    [Fact]
    public async Task What_an_editor_parts_stays_two_for_ever()
    {
        var company = Person("Mara Lind", "engineer");
        var first = await newsroom.ReadAsync(Person("Ivo Tal", "mayor of Sarn"), company);
        var second = await newsroom.ReadAsync(Person("Ivo Tal", "mayor of Sarn"), company);
        var one = newsroom.IdOf(first, "Ivo Tal");
        newsroom.IdOf(second, "Ivo Tal").ShouldBe(one);
        await newsroom.RuleAsync(one, new MentionsMoved("e2222222222", [second]));

        (newsroom.IdOf(first, "Ivo Tal"), newsroom.IdOf(second, "Ivo Tal")).ShouldBe((one, "e2222222222"));
        newsroom.Look(views => EntitiesView.AreApart(views, one, "e2222222222")).ShouldBeTrue();
        newsroom.Look(views => EntitiesView.Find(views, one)).ShouldNotBeNull().Articles.ShouldBe(1);

        // A reading that misses him, and one that has him again.
        await newsroom.ReadAsync(second, ArticleOf(company));
        await newsroom.ReadAsync(second, ArticleOf(Person("Ivo Tal", "mayor of Sarn"), company));
        newsroom.IdOf(second, "Ivo Tal").ShouldBe("e2222222222");
    }

    [Fact]
    public async Task A_new_article_that_may_be_of_either_of_two_whom_an_editor_parted_is_of_neither()
    {
        var company = Person("Mara Lind", "engineer");
        var first = await newsroom.ReadAsync(Person("Ivo Tal", "mayor of Sarn"), company);
        var second = await newsroom.ReadAsync(Person("Ivo Tal", "mayor of Sarn"), company);
        var one = newsroom.IdOf(first, "Ivo Tal");
        await newsroom.RuleAsync(one, new MentionsMoved("e2222222222", [second]));
        var third = await newsroom.ReadAsync(Person("Ivo Tal", "mayor of Sarn"), company);

        newsroom.IdOf(third, "Ivo Tal").ShouldNotBeOneOf(one, "e2222222222");
        newsroom.LinkOf(third, "Ivo Tal").Possibly.ShouldNotBeNull();
    }

    [Fact]
    public async Task A_rebuild_makes_the_same_view()
    {
        var first = await newsroom.ReadAsync(Person("Ivo Tal", "mayor of Sarn"), Place("Sarn", Sarn));
        var second = await newsroom.ReadAsync(Person("Ivo Tal", "striker"), Organisation("Velta United"));
        var third = await newsroom.ReadAsync(Person("Ivo Tal", "mayor of Sarn"), Place("Sarn", Sarn));
        var one = newsroom.IdOf(first, "Ivo Tal");
        await newsroom.RuleAsync(one, new KnownAsOne(newsroom.IdOf(second, "Ivo Tal")));
        await newsroom.RuleAsync(one, new MentionsMoved("e2222222222", [third]));
        await newsroom.RuleAsync(one, new EntityNamed("Ivo Tal the elder", null));
        var before = Everything();
        await newsroom.Newsroom.Views.RebuildAsync(
            newsroom.Newsroom.Ledger,
            null,
            TestContext.Current.CancellationToken
        );

        Everything().ShouldBe(before);
        newsroom.Look(views => EntitiesView.Find(views, one)!.Name).ShouldBe("Ivo Tal the elder");

        string Everything() =>
            newsroom.Look(views =>
                string.Join(
                    '\n',
                    new[] { first, second, third }
                        .SelectMany(article => EntitiesView.Of(views, article))
                        .Select(link => $"{link.Entity} {link.Name} {EntitiesView.Find(views, link.Entity)}")
                )
            );
    }

    public void Dispose() => newsroom.Dispose();

    /// <summary>Lets the linker follow up to a position, and stops it there.</summary>
    private static async Task FollowAsync(TemporaryNewsroom store, long position)
    {
        using var stop = new CancellationTokenSource();
        var follower = new LinkFollower(store.Views);
        var work = Task.WhenAll(
            store.Views.FollowAsync(store.Ledger, stop.Token),
            new Following(store.Ledger, store.Views, NullLogger<Following>.Instance).RunAsync(follower, stop.Token)
        );
        await Eventually.IsSo(
            () => work.IsCompleted || store.Ledger.FollowerPosition(follower.Name) >= position,
            "it is followed"
        );
        await stop.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => Eventually.Ends(work));
    }
}
