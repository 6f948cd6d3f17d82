using System.Text;
using System.Xml;
using Perennial.Store.Views;

namespace Perennial.Publish;

/// <summary>The newest posts and pieces of the site, a section or a story, as feeds carry them.</summary>
/// <param name="Setting">The publication.</param>
/// <param name="Title">What it is a feed of.</param>
/// <param name="Description">The same in a sentence.</param>
/// <param name="Path">The path of the page that shows the same.</param>
/// <param name="Items">What is in it, newest first.</param>
internal sealed record Feed(
    Setting Setting,
    string Title,
    string Description,
    string Path,
    IReadOnlyList<FeedItem> Items
)
{
    /// <summary>When anything in it last changed; that of an empty one is the beginning of the day.</summary>
    public DateTimeOffset Updated =>
        Items.Count > 0 ? Items.Max(item => item.Changed) : Setting.Instant(Setting.Local(Setting.Now).Date);

    /// <summary>The address of the page.</summary>
    public string Home => Setting.BaseUrl + Path;

    /// <summary>The feed's own address.</summary>
    /// <param name="ending">How it ends: <c>atom</c>, <c>json</c> or <c>rss</c>.</param>
    public string Self(string ending) => $"{Setting.BaseUrl}{Path.TrimEnd('/')}/feed.{ending}";

    /// <summary>The address of the hub that tells subscribers of it.</summary>
    public string Hub => Setting.BaseUrl + HubTopics.HubPath;

    /// <summary>The headline of a post, or of its story where it has none.</summary>
    public static string TitleOf(StoryRow story, PostRow post) =>
        string.IsNullOrWhiteSpace(post.Post.Title) ? story.Headline : post.Post.Title;

    /// <summary>When a post last changed.</summary>
    public static DateTimeOffset Changed(PostRow post) => post.Changed ?? post.At;

    /// <summary>A text without the characters that XML 1.0 has no way to write: most controls, and halves of pairs.</summary>
    public static string XmlText(string text)
    {
        var written = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value > char.MaxValue || XmlConvert.IsXmlChar((char)rune.Value))
            {
                written.Append(rune);
            }
        }
        return written.ToString();
    }
}
