namespace Perennial;

/// <summary>A span of an article's text, and the anchor of every citation.</summary>
/// <param name="Start">The offset of the first UTF-16 code unit in <see cref="Article.Text"/>; <see langword="null"/> for
/// words of the headline, which is no part of the text.</param>
/// <param name="End">The offset after the last code unit; <see langword="null"/> together with <paramref name="Start"/>.</param>
/// <param name="Text">The words themselves.</param>
public sealed record Passage(int? Start, int? End, string Text)
{
    /// <summary>The passage of <paramref name="text"/> from <paramref name="start"/> to <paramref name="end"/>.</summary>
    public static Passage Of(string text, int start, int end) => new(start, end, text[start..end]);
}
