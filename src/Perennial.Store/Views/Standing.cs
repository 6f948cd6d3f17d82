using System.Globalization;

namespace Perennial.Store.Views;

/// <summary>Conditions for queries over rows that carry the positions from which and until which they stand.</summary>
internal static class Standing
{
    /// <summary>The row stands now, or stood at a position.</summary>
    /// <param name="alias">The name of its table in the query.</param>
    /// <param name="at">The position; <see langword="null"/> for now.</param>
    public static string At(string alias, long? at) =>
        at is not { } position
            ? $"{alias}.until IS NULL"
            : string.Create(
                CultureInfo.InvariantCulture,
                $"{alias}.since <= {position} AND ({alias}.until IS NULL OR {alias}.until > {position})"
            );
}
