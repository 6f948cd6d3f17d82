namespace Perennial.Weave.Trails;

/// <summary>A quotation in an article, ready to be compared.</summary>
internal sealed class Carriage(CarryingArticle article, CarriedQuotation quotation)
{
    public CarryingArticle Article { get; } = article;

    public CarriedQuotation Quotation { get; } = quotation;

    public QuotedWords Words { get; } = QuotedWords.Of(quotation.Text, quotation.Partly);

    /// <summary>The article that its own one repeats, and how; <see langword="null"/> for an original.</summary>
    public (string Of, EchoRelation Relation)? Echo { get; set; }

    /// <summary>Who said it in one form compared with another.</summary>
    public bool? IsSaidByTheSameAs(Carriage other) => Names.AreOneSpeaker(Quotation.Speaker, other.Quotation.Speaker);

    /// <summary>The two forms beside each other, this one the later; <see langword="null"/> when they are not the same quotation.</summary>
    public Alignment? ComparedWith(Carriage earlier)
    {
        var alignment = Alignment.Of(earlier.Words, Words);
        return alignment.IsSame(IsSaidByTheSameAs(earlier), Article.At - earlier.Article.At) ? alignment : null;
    }
}
