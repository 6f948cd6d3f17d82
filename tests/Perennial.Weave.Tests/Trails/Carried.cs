using Perennial.Weave.Trails;

namespace Perennial.Weave.Tests.Trails;

/// <summary>Invented outlets that carry what invented people say.</summary>
internal static class Carried
{
    public const string Dam =
        "We opened the lower gates at four, and nobody in the valley was told before the water came.";

    public static readonly DateTimeOffset Morning = new(2031, 3, 12, 6, 0, 0, TimeSpan.Zero);

    public static TrailKeeper Keeper()
    {
        var trails = 0;
        return new TrailKeeper(() => $"t{++trails}");
    }

    public static CarriedQuotation Said(string text, string? speaker = "Ilse Brandt", string id = "s") =>
        new()
        {
            Id = id,
            Text = text,
            Speaker = speaker,
        };

    public static CarryingArticle By(string id, string outlet, int minutes, params CarriedQuotation[] quotations) =>
        new()
        {
            Id = id,
            At = Morning.AddMinutes(minutes),
            Outlet = outlet,
            Quotations = [.. quotations.Select((quotation, i) => quotation with { Id = $"{id}-{i}" })],
        };

    /// <summary>The last word on the one trail there is.</summary>
    public static IReadOnlyList<TrailCarrier> Trail(params CarryingArticle[] articles) => Trail(Keeper(), articles);

    public static IReadOnlyList<TrailCarrier> Trail(TrailKeeper keeper, params CarryingArticle[] articles) =>
        articles.SelectMany(article => keeper.Take(article)).LastOrDefault()?.Carriers ?? [];

    /// <summary>The words of runs of one kind.</summary>
    public static IReadOnlyList<string> Words(this TrailCarrier carrier, TrailRunKind kind, string text) =>
        [.. carrier.Runs.Where(run => run.Kind == kind).Select(run => text[run.Start..run.End])];
}
