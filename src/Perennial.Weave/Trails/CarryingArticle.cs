namespace Perennial.Weave.Trails;

/// <summary>What the trail of a quotation looks at of an article.</summary>
public sealed record CarryingArticle
{
    /// <summary>The article's id.</summary>
    public required string Id { get; init; }

    /// <summary>When it was published, else when it was first seen here.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Whether <see cref="At"/> is when it was first seen.</summary>
    public bool Seen { get; init; }

    /// <summary>Its outlet; <see langword="null"/> when the page does not name it.</summary>
    public string? Outlet { get; init; }

    /// <summary>The agencies that it credits.</summary>
    public IReadOnlyList<string> Agencies { get; init; } = [];

    /// <summary>The quotations in it.</summary>
    public IReadOnlyList<CarriedQuotation> Quotations { get; init; } = [];

    /// <summary>The quotations of an article as it was read.</summary>
    /// <param name="id">The article's id.</param>
    /// <param name="article">What was read.</param>
    /// <param name="seen">When the page was first captured.</param>
    /// <param name="outlet">The name of its source, for a page that does not name its outlet.</param>
    public static CarryingArticle Of(string id, Article article, DateTimeOffset seen, string? outlet = null)
    {
        var name = article.SiteName ?? outlet;
        var at = Published(article, seen) ?? seen;
        return new CarryingArticle
        {
            Id = id,
            At = at,
            Seen = at == seen,
            Outlet = name,
            Agencies =
            [
                .. article.Credits.Where(credit => credit.Kind == CreditKind.Agency).Select(credit => credit.Name),
            ],
            Quotations = CarriedQuotation.In(id, article, name),
        };
    }

    /// <summary>When it was published; <see langword="null"/> when that is not known well enough to order reports of one day.</summary>
    private static DateTimeOffset? Published(Article article, DateTimeOffset seen)
    {
        // A page may state a time that is yet to come; it can't have been published after it was seen.
        if (article.Published is not { } stated || stated.ToInstant() is var time && time > seen)
        {
            return null;
        }
        // A day without a time, or a time without its zone, may be wrong by so much: it only tells what is older than that.
        return stated is { HasTime: true, Offset: not null } || seen - time > TimeSpan.FromDays(1) ? time : null;
    }
}
