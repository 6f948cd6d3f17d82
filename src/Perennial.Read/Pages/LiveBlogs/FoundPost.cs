namespace Perennial.Read.Pages.LiveBlogs;

/// <summary>A post as one reading of a page finds it.</summary>
internal sealed record FoundPost
{
    /// <summary>Its id on the page.</summary>
    public string? Id { get; init; }

    /// <summary>Its own address.</summary>
    public string? Url { get; init; }

    /// <summary>Its headline.</summary>
    public string? Title { get; init; }

    /// <summary>When it was published.</summary>
    public StatedTime? Published { get; init; }

    /// <summary>Who wrote it.</summary>
    public IReadOnlyList<string> Authors { get; init; } = [];

    /// <summary>Its text by blocks.</summary>
    public IReadOnlyList<(BlockKind Kind, string Words)> Text { get; init; } = [];

    /// <summary>Its place on the page, counted from 0.</summary>
    public int Place { get; init; }

    /// <summary>Whether it is shown out of its turn.</summary>
    public bool IsPinned { get; init; }

    /// <summary>The letters and digits of its text, for telling whether two posts are one.</summary>
    public string Key => key ??= Words.Key(string.Concat(Text.Select(block => block.Words)));

    private string? key;

    /// <summary>The beginning of <see cref="Key"/>; <see langword="null"/> without text.</summary>
    public string? Beginning => Key.Length == 0 ? null : Key[..Math.Min(Key.Length, LongestBeginning)];

    private const int LongestBeginning = 60;

    /// <summary>This post with what another reading of the same post has besides: what is missing here, and a text that goes on.</summary>
    public FoundPost With(FoundPost other) =>
        this with
        {
            Id = Id ?? other.Id,
            Url = Url ?? other.Url,
            Title = Title ?? other.Title,
            Published = Published ?? other.Published,
            Authors = Authors.Count > 0 ? Authors : other.Authors,
            Text = IsFullerIn(other) ? other.Text : Text,
            IsPinned = IsPinned && other.IsPinned,
            key = null,
        };

    private bool IsFullerIn(FoundPost other) =>
        Beginning is not { } beginning
        || (
            other.Key.StartsWith(beginning, StringComparison.Ordinal)
            && (other.Key.StartsWith(Key, StringComparison.Ordinal) || other.Key.Length > Key.Length * 1.15)
        );
}
