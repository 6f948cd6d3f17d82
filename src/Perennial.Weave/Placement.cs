namespace Perennial.Weave;

/// <summary>Where an article belongs, decided from what came before it.</summary>
public sealed record Placement
{
    /// <summary>The story that it joins; <see langword="null"/> when it opens one or belongs to none.</summary>
    public string? Story { get; init; }

    /// <summary>Whether a new story should be opened for it; the caller names that story.</summary>
    public bool Opens { get; init; }

    /// <summary>Other stories that a live blog or a round-up touches.</summary>
    public IReadOnlyList<string> AlsoIn { get; init; } = [];

    /// <summary>The evidence, in words that a person can check.</summary>
    public IReadOnlyList<string> Because { get; init; } = [];

    /// <summary>How alike article and story are, from 0 to 1.</summary>
    public double Similarity { get; init; }

    /// <summary>What it repeats; <see langword="null"/> for an original.</summary>
    public Echo? Echo { get; init; }

    /// <summary>The quotations that it shares with articles which it does not otherwise repeat.</summary>
    public IReadOnlyList<SharedQuotation> Quotations { get; init; } = [];
}

/// <summary>That an article repeats another.</summary>
/// <param name="Of">The id of the earliest article seen here with this text.</param>
/// <param name="Relation">In what way.</param>
/// <param name="Similarity">How alike the two are, from 0 to 1.</param>
public sealed record Echo(string Of, EchoRelation Relation, double Similarity);

/// <summary>A quotation that stands in another article too.</summary>
/// <param name="Of">The id of the earliest article seen here that carries it.</param>
/// <param name="Text">Its words, as the later article has them.</param>
public sealed record SharedQuotation(string Of, string Text);
