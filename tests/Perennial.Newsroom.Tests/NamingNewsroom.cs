using Perennial.Store.Views;

namespace Perennial.Newsroom.Tests;

/// <summary>A newsroom whose linker works, fed with readings that name what a test says.</summary>
internal sealed class NamingNewsroom : IDisposable
{
    private int pages;

    public TemporaryNewsroom Newsroom { get; } = new();

    /// <summary>A new article is read and linked.</summary>
    /// <returns>Its id.</returns>
    public Task<string> ReadAsync(params Named[] things) => ReadAsync(null, ArticleOf(things));

    /// <summary>An article is read, or read again, and linked.</summary>
    /// <returns>Its id.</returns>
    public async Task<string> ReadAsync(string? id, Article article)
    {
        var captured = await Newsroom.AppendAsync(
            EntryKinds.PageCaptured.New(
                id,
                "gatherer",
                new PageCaptured
                {
                    Source = "f1",
                    Url = $"https://example.org/{++pages}",
                    FinalUrl = $"https://example.org/{pages}",
                    Blob = "00",
                    Size = 1,
                }
            )
        );
        var read = await Newsroom.AppendAsync(
            EntryKinds.ArticleRead.New(
                captured[0].Subject,
                "reader/1",
                new ArticleRead { Capture = captured[0].Position, Article = article }
            )
        );
        await Newsroom.AppendAsync([.. new LinkFollower(Newsroom.Views).Follow(read[0])]);
        return captured[0].Subject;
    }

    public Task<IReadOnlyList<Entry>> RuleAsync(string entity, ReadingCorrection correction) =>
        Newsroom.AppendAsync(
            EntryKinds.ReadingCorrected.New(entity, "u1", new ReadingCorrected { Correction = correction })
        );

    /// <summary>The lasting id of what an article calls by a name.</summary>
    public string IdOf(string article, string name) => LinkOf(article, name).Entity;

    public EntityLink LinkOf(string article, string name) =>
        Look(views => EntitiesView.Of(views, article)).Single(link => link.Name == name);

    public T Look<T>(Func<ViewSnapshot, T> look)
    {
        using var snapshot = Newsroom.Views.Snapshot();
        return look(snapshot);
    }

    public void Dispose() => Newsroom.Dispose();

    /// <summary>An article that names some things, each person with a statement that gives the role.</summary>
    public static Article ArticleOf(params Named[] things)
    {
        var numbered = things
            .Select((thing, i) => thing with { Entity = thing.Entity with { Id = $"e{i + 1}" } })
            .ToList();
        return new Article
        {
            Title = "A report",
            Published = StatedTime.ParseIso("2031-03-12T07:00:00Z"),
            Entities = [.. numbered.Select(thing => thing.Entity)],
            Statements =
            [
                .. numbered
                    .Where(thing => thing.Entity.Kind == EntityKind.Person)
                    .Select(thing => new Statement
                    {
                        Text = $"{thing.Entity.Name} speaks",
                        Speaker = new Speaker
                        {
                            Name = thing.Entity.Name,
                            Entity = thing.Entity.Id,
                            Kind = SpeakerKind.Person,
                            Sure = true,
                        },
                        Role = thing.Role,
                    }),
            ],
        };
    }

    /// <summary>A person, with the role that the article gives.</summary>
    public static Named Person(string name, string? role = null) => new(Thing(EntityKind.Person, name, null), role);

    public static Named Organisation(string name, params string[] others) =>
        new(
            Thing(EntityKind.Organisation, name, null) with
            {
                Mentions = [.. others.Prepend(name).Select(words => new Passage(null, null, words))],
            }
        );

    public static Named Place(string name, string? address = null) => new(Thing(EntityKind.Place, name, address));

    private static Entity Thing(EntityKind kind, string name, string? sameAs) =>
        new()
        {
            Id = "",
            Kind = kind,
            Name = name,
            SameAs = sameAs is null ? [] : [sameAs],
            Mentions = [new Passage(null, null, name)],
        };

    /// <summary>What an article names.</summary>
    internal sealed record Named(Entity Entity, string? Role = null);
}
