namespace Perennial.Read.Wires;

/// <summary>What a wire says of the use of an item.</summary>
internal static class WireStatus
{
    /// <summary>Why it may not be used, or <see langword="null"/>.</summary>
    public static Problem? ProblemWith(string? pubStatus) =>
        pubStatus?.Split(':')[^1].ToLowerInvariant() switch
        {
            "canceled" or "cancelled" => new Problem("withdrawn", "the sender has withdrawn this item"),
            "withheld" => new Problem("withheld", "the sender holds this item back for the time being"),
            _ => null,
        };

    /// <summary>The warning that goes with an embargo; whether it has passed is for somebody with a clock to say.</summary>
    public static IEnumerable<Problem> Embargo(string? until) =>
        string.IsNullOrWhiteSpace(until) ? [] : [new Problem(EmbargoCode, $"under embargo until {until.Trim()}")];

    /// <summary>The code of that warning.</summary>
    public const string EmbargoCode = "embargo";
}
