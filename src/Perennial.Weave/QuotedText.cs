using System.Text;

namespace Perennial.Weave;

/// <summary>A text parted into what it says itself and what it quotes.</summary>
internal static class QuotedText
{
    // Shorter quotations are terms and scare quotes, and stay in the text.
    private const int FewestWords = 6;

    // A mark that is not closed within this many characters is no quotation.
    private const int LongestQuotation = 2000;

    /// <summary>The text without its longer quotations, and those quotations in order.</summary>
    public static (string Own, IReadOnlyList<string> Quotations) Of(string text)
    {
        var own = new StringBuilder(text.Length);
        var quotations = new List<string>();
        for (var i = 0; i < text.Length; i++)
        {
            var close = Closing(text[i]);
            var end = close == '\0' ? -1 : text.IndexOf(close, i + 1, Math.Min(LongestQuotation, text.Length - i - 1));
            if (end > 0 && Words.Of(text[(i + 1)..end]).Skip(FewestWords - 1).Any())
            {
                quotations.Add(text[(i + 1)..end]);
                own.Append(' ');
                i = end;
            }
            else
            {
                own.Append(text[i]);
            }
        }
        return (own.ToString(), quotations);
    }

    private static char Closing(char mark) =>
        mark switch
        {
            '“' or '„' => '”',
            '"' => '"',
            '«' => '»',
            _ => '\0',
        };
}
