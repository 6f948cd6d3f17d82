namespace Perennial.Weave.Trails;

/// <summary>The words by which an article says from whom it has a quotation, where the reader found no name for it.</summary>
internal static class Partners
{
    // So far behind a quotation: "said our partner network", cut off there.
    private const int Reach = 80;

    private static readonly string[] Unnamed =
    [
        "our partner",
        "our media partner",
        "our sister",
        "partner network",
        "a partner outlet",
        "notre partenaire",
        "nos partenaires",
        "notre média partenaire",
    ];

    private static readonly string[] To =
    [
        "told ",
        "tells ",
        "speaking to ",
        "spoke to ",
        "interview with ",
        "confié à ",
    ];

    /// <summary>Whether a name is no name: what is left of "our partner network".</summary>
    public static bool IsUnnamed(string name) =>
        name.Equals("our", StringComparison.OrdinalIgnoreCase)
        || Unnamed.Any(words => name.StartsWith(words, StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether the words behind a quotation say that a partner had it.</summary>
    public static bool Behind(string text, Statement statement)
    {
        if (statement.End is not { } end || end < 0 || end > text.Length)
        {
            return false;
        }
        var line = text.IndexOf('\n', end, Math.Min(text.Length - end, Reach));
        var behind = text.AsSpan(end, line >= 0 ? line - end : Math.Min(text.Length - end, Reach));
        foreach (var words in Unnamed)
        {
            if (behind.Contains(words, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }
        return false;
    }

    /// <summary>The outlet itself, where its headline or a paragraph says that the speaker told it.</summary>
    public static string? SpokeTo(Article article, string? speaker, string? outlet)
    {
        if (speaker is null || string.IsNullOrWhiteSpace(outlet))
        {
            return null;
        }
        var surname = speaker[(speaker.LastIndexOf(' ') + 1)..];
        return
            Says(article.Title ?? "", anybody: true) || article.Text.Split('\n').Any(line => Says(line, anybody: false))
            ? outlet
            : null;

        // In a headline the speaker may stand as what they are: "fire chief tells".
        bool Says(string line, bool anybody) =>
            (anybody || line.Contains(surname, StringComparison.Ordinal))
            && To.Any(to => line.Contains(to + outlet, StringComparison.OrdinalIgnoreCase));
    }
}
