namespace Perennial.Read.Pages;

/// <summary>A value and where on the page it stands.</summary>
internal readonly record struct Told<T>(T Value, Evidence By);

/// <summary>Makes told values.</summary>
internal static class Told
{
    /// <summary>Words with their place; <see langword="null"/> for none.</summary>
    public static Told<string>? Of(string? words, Evidence by) =>
        string.IsNullOrEmpty(words) ? null : new Told<string>(words, by);
}
