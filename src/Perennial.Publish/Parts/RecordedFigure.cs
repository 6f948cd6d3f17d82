using Perennial.Store.Views;

namespace Perennial.Publish.Parts;

/// <summary>One thing that is counted differently.</summary>
public sealed record RecordedFigure
{
    /// <summary>What is counted; <see langword="null"/> when the texts do not say.</summary>
    public string? Unit { get; init; }

    /// <summary>The sentence that tells what is counted; <see langword="null"/> when it may not be shown.</summary>
    public string? Sentence { get; init; }

    /// <summary>The language of that sentence as a BCP 47 tag.</summary>
    public string? Language { get; init; }

    /// <summary>The figures in order of time.</summary>
    public required IReadOnlyList<RecordedSide> Sides { get; init; }

    /// <summary>The figure as it may be shown; <see langword="null"/> when not two of its sides may.</summary>
    internal static RecordedFigure? Of(StoryFigure figure, CitedArticles articles)
    {
        var sides = figure.Sides.Select(side => RecordedSide.Of(side, articles)).OfType<RecordedSide>().ToList();
        return sides.Count < 2
            ? null
            : new RecordedFigure
            {
                Unit = sides.Select(side => side.Figure.Unit).LastOrDefault(unit => unit is not null),
                Sentence = figure.Passage is { } passage ? articles.Words(passage) : null,
                Language = figure.Passage is { } told ? articles.Row(told)?.Article!.Language : null,
                Sides = sides,
            };
    }
}

/// <summary>A figure with who gives it, where and when.</summary>
public sealed record RecordedSide
{
    /// <summary>The figure.</summary>
    public required Figure Figure { get; init; }

    /// <summary>Whoever gives it; <see langword="null"/> when nobody is named, or it is unclear who does.</summary>
    public string? Giver { get; init; }

    /// <summary>Whether somebody gives it, clear or not; otherwise it stands in the article's own words.</summary>
    public required bool IsSaid { get; init; }

    /// <summary>The article that had it first.</summary>
    public required ArticleRow Row { get; init; }

    /// <summary>Where it stands.</summary>
    public required string Address { get; init; }

    /// <summary>When that was published, else first seen.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>How many other articles give the same.</summary>
    public required int Again { get; init; }

    /// <summary>When the last of them was published.</summary>
    public DateTimeOffset? Last { get; init; }

    internal static RecordedSide? Of(GivenFigure side, CitedArticles articles) =>
        articles.Row(side.Passage) is { } row
        && articles.Words(side.Passage) is not null
        && row.Article!.Figures.FirstOrDefault(figure =>
            figure.Start == side.Passage.Start && figure.End == side.Passage.End
        )
            is { } figure
            ? new RecordedSide
            {
                Figure = figure,
                Giver = side.Statement is { } id ? articles.Statement(row.Id, id)?.Speaker?.ToShownName() : null,
                IsSaid = side.Statement is not null,
                Row = row,
                Address = articles.Address(side.Passage)!,
                At = side.At,
                Again = side.Again,
                Last = side.Last,
            }
            : null;
}
