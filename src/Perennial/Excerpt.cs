using System.Text.RegularExpressions;

namespace Perennial;

/// <summary>What readers may be shown of an article without a licence: one choice, the same on every surface.</summary>
/// <remarks>
/// Posts, article pages, statement pages, feeds and the API all take their words from here, so that together they never
/// show more of a text than the budget.
/// </remarks>
public sealed partial record Excerpt
{
    /// <summary>How many characters of an article may be shown without a licence, lead, correction and statements together.</summary>
    /// <remarks>About 100 words. A choice of ours, meant to stay well within what quotation rights allow; not a legal limit.</remarks>
    public const int Budget = 600;

    // A lead longer than this leaves too little for what people said.
    private const int LongestLead = 240;

    // A paragraph this short that begins like a correction is one, and not a report about corrections.
    private const int LongestCorrection = 600;

    /// <summary>The standfirst, or the beginning of the text, ending with a sentence where that is possible.</summary>
    public required string Lead { get; init; }

    /// <summary>The source's own correction, which goes before what people said; <see langword="null"/> when it makes none.</summary>
    public string? Correction { get; init; }

    /// <summary>The statements that may be shown, in order of the text: direct and mixed ones first served.</summary>
    public required IReadOnlyList<Statement> Statements { get; init; }

    /// <summary>The questions of the text for which there is room behind these, in its order.</summary>
    public IReadOnlyList<Question> Questions { get; private init; } = [];

    /// <summary>Chooses the excerpt of an article.</summary>
    public static Excerpt Of(Article article)
    {
        var lead = Beginning(article.Standfirst ?? article.Text, LongestLead);
        var left = Budget - lead.Length;
        var correction = CorrectionIn(article) is { } whole ? Beginning(whole, left - 1) : null;
        left -= correction?.Length ?? 0;
        var chosen = new HashSet<Statement>(ReferenceEqualityComparer.Instance);
        var quotable = article.Statements.Where(s =>
            s is { In: StatementPlace.Body, Kind: not StatementKind.Indirect, Speaker: { Sure: true, Name: not null } }
        );
        foreach (var statement in quotable)
        {
            if (statement.Text.Length <= left)
            {
                chosen.Add(statement);
                left -= statement.Text.Length;
            }
        }
        var questions = new List<Question>();
        foreach (var question in article.Questions.Where(question => question.In == StatementPlace.Body))
        {
            if (question.Text.Length <= left)
            {
                questions.Add(question);
                left -= question.Text.Length;
            }
        }
        return new Excerpt
        {
            Lead = lead,
            Correction = correction,
            Statements = [.. article.Statements.Where(chosen.Contains)],
            Questions = questions,
        };
    }

    private static string? CorrectionIn(Article article) =>
        article
            .Text.Split("\n\n")
            .FirstOrDefault(paragraph =>
                paragraph.Length <= LongestCorrection && BeginsLikeACorrection().IsMatch(paragraph)
            );

    /// <summary>The first sentences of the first paragraph that fit, or its first words and an ellipsis.</summary>
    private static string Beginning(string text, int longest)
    {
        var paragraph = text.Split("\n\n", 2)[0].ReplaceLineEndings(" ").Trim();
        if (paragraph.Length <= longest)
        {
            return paragraph;
        }
        var sentence = paragraph.LastIndexOfAny(['.', '!', '?', '。', '؟'], longest - 2);
        if (sentence > longest / 3)
        {
            var end = paragraph[sentence + 1] is '”' or '"' or '»' or '’' ? sentence + 2 : sentence + 1;
            if (end == paragraph.Length || paragraph[end] == ' ' || paragraph[sentence] == '。')
            {
                return paragraph[..end];
            }
        }
        var word = paragraph.LastIndexOf(' ', longest - 1);
        var cut = word > 0 ? word : longest;
        // Never between the two halves of one character.
        cut -= char.IsHighSurrogate(paragraph[cut - 1]) ? 1 : 0;
        return paragraph[..cut].TrimEnd(',', ';', ':', ' ') + "…";
    }

    [GeneratedRegex(
        @"^(correction|clarification|editor[’']s note|rectificatif|correctif)\b\s*[:,(–—-]",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex BeginsLikeACorrection();
}
