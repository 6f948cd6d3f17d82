using System.Text;

namespace Perennial.Read.Pages;

/// <summary>A page without tags in its scripts, styles, comments and drawings, whatever the parser would take them for.</summary>
internal static class BareMarkup
{
    /// <summary>Scripts say <c>\u003C</c> for a pointed bracket, which means the same in JSON and in strings; the others are emptied.</summary>
    public static string Of(string html)
    {
        var bare = new StringBuilder(html.Length);
        var from = 0;
        // What has no end once has none further on.
        var (isComment, isDrawing) = (true, true);
        for (
            var i = html.IndexOf('<', StringComparison.Ordinal);
            i >= 0;
            i = i < html.Length ? html.IndexOf('<', i) : -1
        )
        {
            var rest = html.AsSpan(i);
            if (isComment && rest.StartsWith("<!--"))
            {
                var length = rest.IndexOf("-->");
                isComment = length >= 0;
                if (isComment)
                {
                    bare.Append(html, from, i - from);
                    from = i + length + "-->".Length;
                }
            }
            else if (Begins(rest, "<script"))
            {
                var start = i + LengthOf(rest, ">");
                var end = start + LengthOf(html.AsSpan(start), "</script");
                bare.Append(html, from, start - from)
                    .Append(html[start..end].Replace("<", "\\u003C", StringComparison.Ordinal));
                from = end;
            }
            else if (Begins(rest, "<style"))
            {
                bare.Append(html, from, i - from).Append("<style>");
                from = i + LengthOf(rest, "</style");
            }
            else if (isDrawing && Begins(rest, "<svg"))
            {
                var length = LengthOf(rest, "</svg");
                isDrawing = length < rest.Length;
                if (isDrawing)
                {
                    bare.Append(html, from, i - from).Append("<svg>");
                    from = i + length;
                }
            }
            i = Math.Max(i + 1, from);
        }
        return bare.Append(html, from, html.Length - from).ToString();
    }

    private static bool Begins(ReadOnlySpan<char> rest, string tag) =>
        rest.StartsWith(tag, StringComparison.OrdinalIgnoreCase)
        && (rest.Length == tag.Length || !char.IsAsciiLetterOrDigit(rest[tag.Length]));

    /// <summary>How far it is to some words; all of it when they do not come.</summary>
    private static int LengthOf(ReadOnlySpan<char> rest, string words) =>
        rest.IndexOf(words, StringComparison.OrdinalIgnoreCase) is >= 0 and var at ? at : rest.Length;
}
