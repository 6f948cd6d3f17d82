using Perennial.Store;
using Perennial.Store.Views;
using Perennial.Weave.Stories;
using Perennial.Weave.Tellings;

namespace Perennial.Newsroom;

/// <summary>Where stories are told in other languages. As long as all are told in one, it does nothing.</summary>
internal sealed class OtherLanguages(Ledger ledger)
{
    // What is looked at of the stories of the last days when the server starts.
    private const int MostStories = 5000;
    private const int MostArticles = 40;

    private readonly HashSet<string> languages = new(StringComparer.Ordinal);
    private StoryTellings tellings = new();
    private bool filled;

    /// <summary>Forgets everything.</summary>
    public void Clear()
    {
        tellings = new StoryTellings();
        languages.Clear();
        filled = false;
    }

    /// <summary>Takes in what became of stories.</summary>
    /// <returns>The stories whose links may be others now.</returns>
    public IReadOnlyList<string> Take(ViewSnapshot snapshot, Entry entry)
    {
        if (EntryKinds.StoryMerged.Is(entry) && EntryKinds.StoryMerged.Read(entry) is { } merged)
        {
            tellings.Merge(entry.Subject, StoriesView.Current(snapshot, merged.Into));
        }
        if (EntryKinds.StoriesKeptApart.Is(entry) && EntryKinds.StoriesKeptApart.Read(entry) is { } apart)
        {
            var (one, other) = (
                StoriesView.Current(snapshot, entry.Subject),
                StoriesView.Current(snapshot, apart.Other)
            );
            tellings.KeepApart(one, other);
            return [one, other];
        }
        return [];
    }

    /// <summary>Takes in a story as it is now.</summary>
    public void Take(ViewSnapshot snapshot, StoryRow story, IReadOnlyList<StoryArticle> articles)
    {
        if (!filled)
        {
            if (languages.Count == 0)
            {
                languages.UnionWith(StoriesView.Languages(snapshot).Select(Primary));
            }
            if (story.Language is { } language)
            {
                languages.Add(Primary(language));
            }
            if (languages.Count < 2)
            {
                return;
            }
            Fill(snapshot, story.Updated - StoryTellings.Memory);
            filled = true;
        }
        tellings.Take(story.Id, story.Language, articles);
    }

    /// <summary>Where a story is told in other languages.</summary>
    public IReadOnlyList<StoryTelling> Of(string story) => tellings.Of(story);

    private void Fill(ViewSnapshot snapshot, DateTimeOffset since)
    {
        foreach (var act in StoryActs.UpTo(ledger, snapshot.Position))
        {
            Take(snapshot, act);
        }
        foreach (var (id, language) in StoriesView.MovedSince(snapshot, since, MostStories))
        {
            tellings.Take(
                id,
                language,
                [
                    .. ArticlesView
                        .Newest(snapshot, id, MostArticles)
                        .Where(row => row is { Gone: null, Read: not null, Article.Problem: null })
                        .Select(row => StoryArticles.Of(row, row.Article!)),
                ]
            );
        }
    }

    private static string Primary(string language) => language.Split('-')[0].ToLowerInvariant();
}
