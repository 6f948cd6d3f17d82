using Perennial.Read.Languages;
using Perennial.Read.Pages;
using Perennial.Read.PlainTexts;
using Perennial.Read.Wires;

namespace Perennial.Read;

/// <summary>Reads captures into articles. Pure: the same bytes give the same article, wherever and whenever.</summary>
public static class Reader
{
    /// <summary>The most bytes that are read; no article comes near it.</summary>
    public const int LargestCapture = 20 * 1024 * 1024;

    /// <summary>The code of the problem of a document that meets a mistake of ours.</summary>
    public const string DefectCode = "defect";

    /// <summary>The weights to read with; chosen once, before anything is read.</summary>
    public static WeightSet Weights { get; set; } = WeightSet.Full;

    /// <summary>Reads a page, an item of a wire, or a scraped text.</summary>
    /// <returns>The article; what can't be read is one with a <see cref="Article.Problem"/>.</returns>
    public static Article Read(Capture capture)
    {
        if (CaptureText.ProblemWith(capture) is { } problem)
        {
            return new Article { Url = capture.Url, Problem = problem };
        }
        return Guarded(capture.Url, () => ReadDecoded(capture, CaptureText.Decode(capture)));
    }

    /// <summary>Reads a text that has been extracted already; it stays unchanged, so that offsets can be compared.</summary>
    /// <param name="text">The text, paragraphs separated by blank lines or line ends.</param>
    /// <param name="title">Its headline.</param>
    /// <param name="published">When it was published.</param>
    /// <param name="language">Its language as a BCP 47 tag; <see langword="null"/> to be told from the text.</param>
    /// <param name="url">Where it came from.</param>
    public static Article ReadText(string text, string? title, StatedTime? published, string? language, string? url) =>
        string.IsNullOrWhiteSpace(text)
            ? new Article
            {
                Url = url,
                Text = text,
                Problem = new Problem("empty", "there is no text"),
            }
            : Guarded(
                url,
                () =>
                    Understood(
                        new Article
                        {
                            Url = url,
                            Title = title,
                            Published = published,
                            Language = language,
                            Text = text,
                            Blocks = Paragraphs.Of(text),
                        }
                    )
            );

    /// <summary>Only the dates and times of a text: a hundred times as fast as reading all of it.</summary>
    /// <param name="text">The text.</param>
    /// <param name="published">When it was published; without it what hangs on that day has no value.</param>
    /// <param name="language">Its language as a BCP 47 tag; <see langword="null"/> to be told from the text.</param>
    public static IReadOnlyList<Moment> ReadMoments(string text, StatedTime? published, string? language) =>
        Guarded(
            url: null,
            () => new Article { Moments = TextReading.Moments(text, published, language ?? LanguageGuess.Of(text)) }
        ).Moments;

    private static Article ReadDecoded(Capture capture, string text)
    {
        var article =
            WireReader.Read(capture, text)
            ?? MarkdownFile.Read(capture, text)
            ?? (IsPage(capture, text) ? PageReader.Read(text, capture.Url) : ScrapedText.Read(text, capture.Url));
        return article.Problem is null ? Understood(WithListing(article, capture.Listing)) : article;
    }

    /// <summary>A document that meets a mistake of ours is one that can't be read; those beside and behind it are none the worse.</summary>
    private static Article Guarded(string? url, Func<Article> read)
    {
        try
        {
            return read();
        }
#pragma warning disable CA1031 // Pages are hostile, and one must not end a server or a run over a thousand others.
        catch (Exception e)
#pragma warning restore CA1031
        {
            return new Article
            {
                Url = url,
                Problem = new Problem(
                    DefectCode,
                    $"the reader has a defect that this document meets, please report it: {e.Message.ReplaceLineEndings(" ")}"
                ),
            };
        }
    }

    /// <summary>The language first, since everything after it depends on it; then who said what, and what is named.</summary>
    private static Article Understood(Article article)
    {
        var language = article.Language ?? LanguageGuess.Of(article.Text);
        article = article with { Language = language };
        return TextReading.Understand(article with { Blocks = BlockLanguages.Told(article) });
    }

    /// <summary>What the feed says stands in where the page says nothing.</summary>
    private static Article WithListing(Article article, Listing? listing) =>
        listing is null
            ? article
            : article with
            {
                Title = article.Title ?? listing.Title,
                Published = article.Published ?? listing.Published,
                Modified = article.Modified ?? listing.Updated,
            };

    private static bool IsPage(Capture capture, string text) =>
        capture.ContentType is { } type && !type.StartsWith("text/plain", StringComparison.OrdinalIgnoreCase)
            ? type.Contains("html", StringComparison.OrdinalIgnoreCase) || Markup.LooksLike(text)
            : capture.ContentType is null && Markup.LooksLike(text);
}
