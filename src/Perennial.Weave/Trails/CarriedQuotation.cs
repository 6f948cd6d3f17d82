namespace Perennial.Weave.Trails;

/// <summary>A quotation as one article carries it.</summary>
public sealed record CarriedQuotation
{
    // So many of an article's; no page that people read has more.
    private const int MostAnArticle = 500;

    /// <summary>The statement's id.</summary>
    public required string Id { get; init; }

    /// <summary>The statement's words, with their marks.</summary>
    public required string Text { get; init; }

    /// <summary>Whether only a part of the words is quoted.</summary>
    public bool Partly { get; init; }

    /// <summary>Who said it, as far as the article knows; <see langword="null"/> when it does not say.</summary>
    public string? Speaker { get; init; }

    /// <summary>Whether the speaker is beyond doubt, and a person: an outlet that gives the words to an office or a letter names nobody else.</summary>
    public bool SpeakerIsSure { get; init; } = true;

    /// <summary>Whether the words are a translation: such words are nobody's own.</summary>
    public bool Translated { get; init; }

    /// <summary>Whom the speaker told; <see langword="null"/> when the text does not say.</summary>
    public string? Told { get; init; }

    /// <summary>The outlet that the text names for the words.</summary>
    public string? Via { get; init; }

    /// <summary>Whether <see cref="Via"/> is beyond doubt.</summary>
    public bool ViaIsSure { get; init; } = true;

    /// <summary>Whether the text says that another outlet had the words, and not which: "our partner network".</summary>
    public bool FromUnnamed { get; init; }

    /// <summary>The quotations of an article; one of the headline only where the text has none of its words.</summary>
    internal static IReadOnlyList<CarriedQuotation> In(string id, Article article, string? outlet)
    {
        var found = new Dictionary<string, CarriedQuotation>(StringComparer.Ordinal);
        var quoted = article
            .Statements.Where(statement => statement.Kind != StatementKind.Indirect)
            .Take(MostAnArticle);
        foreach (var statement in quoted.OrderBy(statement => statement.In))
        {
            if (statement is not { In: StatementPlace.Headline, Carried: not null })
            {
                var quotation = Of(id, article, statement, outlet);
                found.TryAdd(quotation.Id, quotation);
            }
        }
        return [.. found.Values];
    }

    private static CarriedQuotation Of(string id, Article article, Statement statement, string? outlet)
    {
        var speaker = statement.Speaker?.Name ?? (statement.Speaker?.Sure == true ? statement.Speaker.Text : null);
        // "told" without doubt is an act of the speaker; what damaged text suggests is who carried it.
        var told = statement.Told is { Sure: true } sure ? sure.Name : Partners.SpokeTo(article, speaker, outlet);
        var partner = Partners.Behind(article.Text, statement);
        var via =
            statement.Via?.Name
            ?? (
                statement.Told is { Sure: false } suggested && !Partners.IsUnnamed(suggested.Name)
                    ? suggested.Name
                    : null
            );
        return new CarriedQuotation
        {
            Id = StatementId.Of(id, statement),
            Text = statement.Text,
            Partly = statement.Kind == StatementKind.Mixed,
            Speaker = speaker,
            SpeakerIsSure = statement.Speaker is { Sure: true, Kind: SpeakerKind.Person },
            Translated = statement.Translated is not null,
            Told = told is not null && Partners.IsUnnamed(told) ? null : told,
            Via = via,
            ViaIsSure = statement.Via is not null,
            FromUnnamed = via is null && (partner || (statement.Told is { } to && Partners.IsUnnamed(to.Name))),
        };
    }
}
