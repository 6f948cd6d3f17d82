using Perennial.Read.Pages;

namespace Perennial.Read.Wires;

/// <summary>The content of a wire's item as text in blocks.</summary>
internal static class WireText
{
    /// <summary>The blocks of HTML or XHTML; <see langword="null"/> when there is nothing in it, or too much markup.</summary>
    public static Body? OfMarkup(string? html, Article described)
    {
        if (string.IsNullOrWhiteSpace(html) || !PageParser.TryParse(html, out var document, out _))
        {
            return null;
        }
        using var parsed = document;
        if (document.Body is not { } element)
        {
            return null;
        }
        var body = BlockReader.Read(element, described);
        return body.Text.Length > 0 || body.Blocks.Count > 0 ? body : null;
    }

    /// <summary>The paragraphs of plain text, without a headline that stands on top of it again.</summary>
    public static Body? OfPlain(string? text, Article described)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }
        text = text.ReplaceLineEndings("\n");
        // Where blank lines part the paragraphs, a single line end is only the margin of the teleprinter.
        var parts = text.Contains("\n\n", StringComparison.Ordinal) ? text.Split("\n\n") : text.Split('\n');
        var builder = new TextBuilder();
        foreach (var words in parts.Select(Words.Clean).Where(words => words.Length > 0))
        {
            if (builder.Length > 0 || Words.Key(words) != Words.Key(described.Title))
            {
                builder.Add(BlockKind.Paragraph, words);
            }
        }
        return builder.Length > 0 ? Body.Of(builder) : null;
    }

    /// <summary>The article with its body, and without a standfirst that only repeats how the body begins.</summary>
    public static Article WithBody(Article described, Body? body)
    {
        if (body is null)
        {
            return described.Title is null && described.Standfirst is null
                ? described with
                {
                    Kind = ArticleKind.Page,
                    Problem = described.Problem ?? new Problem("no-text", "the item has neither text nor headline"),
                }
                // A picture, or an announcement: there is something to show, and no article.
                : described with
                {
                    Kind = ArticleKind.Page,
                };
        }
        var standfirst = Words.Key(described.Standfirst);
        return described with
        {
            Text = body.Text,
            Blocks = body.Blocks,
            Standfirst =
                standfirst.Length > 0 && Words.Key(body.Text).StartsWith(standfirst, StringComparison.Ordinal)
                    ? null
                    : described.Standfirst,
        };
    }
}
