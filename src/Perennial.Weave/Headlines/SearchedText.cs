using System.Globalization;
using Perennial.Weave.Trails;

namespace Perennial.Weave.Headlines;

/// <summary>An article's text, in which passages are looked for.</summary>
internal sealed class SearchedText
{
    private const int LongestText = 200_000;

    private readonly string id;
    private readonly Article article;
    private readonly List<(int Start, int End, QuotedWords Words, HashSet<string> Roots)> sentences;
    private (SearchedHeadline Headline, IReadOnlyList<IReadOnlyList<(CarryingPassage, int)>> Found)? last;

    public SearchedText(string id, Article article)
    {
        (this.id, this.article) = (id, article);
        var text = article.Text.Length <= LongestText ? article.Text : article.Text[..LongestText];
        sentences =
        [
            .. Sentences
                .In(text)
                .Select(span => (span.Start, span.End, Words: QuotedWords.Of(text[span.Start..span.End])))
                .Select(span =>
                    (
                        span.Start,
                        span.End,
                        span.Words,
                        span.Words.Words.Select(Weave.Words.RootOf).ToHashSet(StringComparer.Ordinal)
                    )
                ),
        ];
    }

    /// <summary>The passages that carry each claim, each with how many of the headline's other words stand in it too.</summary>
    public IReadOnlyList<IReadOnlyList<(CarryingPassage Passage, int Shared)>> Passages(SearchedHeadline headline)
    {
        if (!ReferenceEquals(last?.Headline, headline))
        {
            last = (headline, [.. headline.Claims.Select(claim => Passages(claim, headline.Roots))]);
        }
        return last.Value.Found;
    }

    /// <summary>Whether a passage carries each claim.</summary>
    public IReadOnlyList<bool> Carries(SearchedHeadline headline) =>
        [.. headline.Claims.Select(claim => Passages(claim, []).Count > 0)];

    private List<(CarryingPassage, int)> Passages(HeadlineClaim claim, HashSet<string> roots)
    {
        var places = claim.Kind switch
        {
            ClaimKind.Quotation => Quoted(claim.Text),
            ClaimKind.Name => sentences.Where(sentence => Has(sentence.Words, claim.Text)).Select(Place),
            ClaimKind.Figure => Figures(claim.Text),
            _ => sentences.Where(sentence => sentence.Roots.Contains(Weave.Words.RootOf(claim.Text))).Select(Place),
        };
        return
        [
            .. places.Select(place =>
                (
                    new CarryingPassage(id, place.Start, place.End, article.Text[place.Start..place.End]),
                    sentences
                        .Where(sentence => sentence.Start < place.End && sentence.End > place.Start)
                        .Sum(sentence => sentence.Roots.Count(roots.Contains))
                )
            ),
        ];
    }

    /// <summary>The words in a row, in what somebody is quoted with: reported words are nobody's own.</summary>
    private IEnumerable<(int Start, int End)> Quoted(string words) =>
        article
            .Statements.Where(statement =>
                statement
                    is { In: StatementPlace.Body, Kind: not StatementKind.Indirect, Start: >= 0, Translated: null }
                && statement.End <= article.Text.Length
                && statement.Start < statement.End
                && Has(QuotedWords.Of(statement.Text, statement.Kind == StatementKind.Mixed), words)
            )
            .Select(statement => (statement.Start!.Value, statement.End!.Value));

    private IEnumerable<(int Start, int End)> Figures(string digits)
    {
        var number = decimal.TryParse(digits, NumberStyles.Number, CultureInfo.InvariantCulture, out var value)
            ? value
            : (decimal?)null;
        // "14" stands for "fourteen" too, which the reader knows.
        var read = article
            .Figures.Where(figure =>
                number is not null && (figure.Value == number || figure.Low == number || figure.High == number)
            )
            .Select(figure => figure.Start);
        return sentences
            .Where(sentence =>
                Has(sentence.Words, digits) || read.Any(start => start >= sentence.Start && start < sentence.End)
            )
            .Select(Place);
    }

    private static (int Start, int End) Place((int Start, int End, QuotedWords, HashSet<string>) sentence) =>
        (sentence.Start, sentence.End);

    private static bool Has(QuotedWords text, string words)
    {
        var wanted = QuotedWords.Of(words).Joined;
        return wanted.Length > 0
            && (
                $" {text.Joined} ".Contains($" {wanted} ", StringComparison.Ordinal)
                || $" {text.Joined} ".Contains($" {wanted}'s ", StringComparison.Ordinal)
            );
    }
}
