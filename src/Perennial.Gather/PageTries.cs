using System.Globalization;
using Perennial.Store;

namespace Perennial.Gather;

/// <summary>The pages that a feed lists and that could not be fetched: each is tried again, more and more seldom, and given up at last.</summary>
internal sealed class PageTries(State state, GatherPace pace, TimeProvider clock)
{
    private const string Topic = "tries";

    // With the default pace the last try is two and a half days after the first.
    private const int MostTries = 9;

    /// <summary>Whether a page may be tried now: it never failed, or long enough ago and not too often.</summary>
    public bool MayTry(string url) =>
        Of(url) is not var (count, due) || (count < MostTries && due <= clock.GetUtcNow());

    /// <summary>Whether a page failed and is to be tried again.</summary>
    public bool IsPending(string url) => Of(url) is (< MostTries, _);

    /// <summary>Notes that a page could not be fetched.</summary>
    public void Failed(string url)
    {
        var count = (Of(url)?.Count ?? 0) + 1;
        var due = (clock.GetUtcNow() + pace.Backoff(count)).ToUnixTimeMilliseconds();
        state.SetNote(Topic, url, string.Create(CultureInfo.InvariantCulture, $"{count} {due}"));
    }

    /// <summary>Notes that a page has been fetched after all.</summary>
    public void Succeeded(string url) => state.SetNote(Topic, url, value: null);

    private (int Count, DateTimeOffset Due)? Of(string url) =>
        state.Note(Topic, url)?.Split(' ') is [var count, var due]
            ? (
                int.Parse(count, CultureInfo.InvariantCulture),
                DateTimeOffset.FromUnixTimeMilliseconds(long.Parse(due, CultureInfo.InvariantCulture))
            )
            : null;
}
