namespace Perennial.Weave;

public sealed partial class Weaver
{
    /// <summary>Takes in what was done to stories. What concerns stories or articles of long ago changes only what holds from now on.</summary>
    /// <param name="act">The act.</param>
    /// <param name="byEditor">Whether a person did it: then the machine never undoes it.</param>
    public void Apply(StoryAct act, bool byEditor)
    {
        switch (act)
        {
            case StoryAct.Merged merged:
                Merged(merged, byEditor);
                break;
            case StoryAct.Split split:
                Split(split, byEditor);
                break;
            case StoryAct.Moved one:
                Moved(one, byEditor);
                break;
            case StoryAct.KeptApart apart:
                editors.KeepApart(Current(apart.One), Current(apart.Other));
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(act));
        }
    }

    private void Merged(StoryAct.Merged merged, bool byEditor)
    {
        var (from, into) = (Current(merged.From), Current(merged.Into));
        if (from == into)
        {
            return;
        }
        if (byEditor)
        {
            editors.KeepTogether(from, into);
        }
        mergedInto[from] = into;
        editors.Follow(from, into);
        if (!stories.TryGetValue(from, out var gone))
        {
            return;
        }
        Close(gone);
        if (stories.TryGetValue(into, out var stays))
        {
            Change(stays, stays.Articles.With(gone.Articles));
        }
        else
        {
            Open(NewStory(into, gone.Language, gone.Articles));
        }
    }

    private void Split(StoryAct.Split split, bool byEditor)
    {
        var from = Current(split.From);
        foreach (var article in split.Articles)
        {
            Put(article, split.Into, byEditor);
        }
        if (byEditor)
        {
            editors.KeepApart(from, split.Into);
        }
        if (stories.TryGetValue(from, out var story))
        {
            Part(story, new HashSet<string>(split.Articles, StringComparer.Ordinal), split.Into);
        }
    }

    private void Moved(StoryAct.Moved one, bool byEditor)
    {
        var from = placed.GetValueOrDefault(one.Article);
        var into = one.Into is null ? null : Current(one.Into);
        Put(one.Article, into, byEditor);
        if (from is not null && Current(from) != into && stories.TryGetValue(Current(from), out var story))
        {
            Part(story, new HashSet<string>([one.Article], StringComparer.Ordinal), into);
        }
    }

    private void Put(string article, string? story, bool byEditor)
    {
        if (placed.ContainsKey(article))
        {
            placed[article] = story;
        }
        if (byEditor)
        {
            editors.Pin(article);
        }
    }

    /// <summary>Takes articles out of a story and into another.</summary>
    private void Part(StoryMemory story, HashSet<string> articles, string? into)
    {
        var leaves = story.Articles.Members.Where(member => articles.Contains(member.Id)).ToList();
        var stays = story.Articles.Members.Where(member => !articles.Contains(member.Id)).ToList();
        if (leaves.Count == 0)
        {
            return;
        }
        var part = story.Articles.Part(leaves);
        if (stays.Count == 0)
        {
            Close(story);
        }
        else
        {
            Change(story, story.Articles.Part(stays));
        }
        if (into is null)
        {
            return;
        }
        if (stories.TryGetValue(into, out var other))
        {
            Change(other, other.Articles.With(part));
        }
        else
        {
            var opened = NewStory(into, story.Language, part);
            opened.LookedAt = part.Members.Count;
            Open(opened);
        }
    }

    private void Change(StoryMemory story, Bundle articles)
    {
        story.Articles = articles;
        // Not looked at for a split until it has grown: merging and splitting must come to an end.
        story.LookedAt = articles.Members.Count;
        index.Remove(story);
        foreach (var member in articles.Members)
        {
            index.File(story, member.All);
        }
        touched.Enqueue((now, story));
        moved[story.Number] = story;
    }
}
