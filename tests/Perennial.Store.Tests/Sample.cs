namespace Perennial.Store.Tests;

/// <summary>Entries for tests that care for the ledger and not for what stands in it.</summary>
internal static class Sample
{
    public static NewEntry Note(string text) => EntryKinds.Held.New("s1", "u1", new GateMoved { Reason = text });

    public static string TextOf(Entry entry) => EntryKinds.Held.Read(entry).ShouldNotBeNull().Reason;

    public static NewEntry Capture(byte[] content) =>
        EntryKinds.PageCaptured.New(
            null,
            "gatherer",
            new PageCaptured
            {
                Source = "f1",
                Url = "https://example.org/",
                FinalUrl = "https://example.org/",
                Blob = Ledger.BlobName(content),
                Size = content.Length,
            }
        ) with
        {
            Blobs = [content],
        };

    public static NewEntry Open(string id, string slug, string headline) =>
        EntryKinds.StoryOpened.New(id, "weaver/1", new StoryOpened { Slug = slug, Headline = headline });

    public static NewEntry Publish(string id, string story, string title, DateTimeOffset time) =>
        EntryKinds.PostPublished.New(
            id,
            "u1",
            new PostPublished
            {
                Story = story,
                Post = new Post { Title = title, Time = time },
            }
        );
}
