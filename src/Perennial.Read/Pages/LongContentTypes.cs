using System.Buffers;
using System.Text;

namespace Perennial.Read.Pages;

/// <summary>
/// Takes away declared content types that are no such thing. The parser looks for a charset in one with a copy for every character of it (AngleSharp
/// 1.10), so that 50 kB cost two gigabytes; bytes are decoded before it, and nobody asks for the declaration.
/// </summary>
internal static class LongContentTypes
{
    // A tag with "text/html; charset=utf-8" has 70 characters.
    private const int LongestTag = 500;

    private const string Declaration = "http-equiv";
    private const string Meta = "<meta";

    private static readonly SearchValues<char> EndOfName = SearchValues.Create("\t\n\f\r />=");
    private static readonly SearchValues<char> EndOfValue = SearchValues.Create("\t\n\f\r >");

    /// <summary>The markup, with the declaration of every longer tag called something else.</summary>
    public static string Disarmed(string html)
    {
        if (!html.Contains(Declaration, StringComparison.OrdinalIgnoreCase))
        {
            return html;
        }
        StringBuilder? disarmed = null;
        for (
            var tag = html.IndexOf(Meta, StringComparison.OrdinalIgnoreCase);
            tag >= 0;
            tag = html.IndexOf(Meta, tag + 1, StringComparison.OrdinalIgnoreCase)
        )
        {
            var (end, declares) = Walk(html, tag + Meta.Length);
            if (end - tag > LongestTag && declares >= 0)
            {
                (disarmed ??= new StringBuilder(html))[declares] = 'x';
            }
        }
        return disarmed?.ToString() ?? html;
    }

    /// <summary>Goes through the attributes of a tag as a parser does.</summary>
    /// <returns>Where the tag ends, and where the first declaration's name stands, or -1.</returns>
    private static (int End, int Declares) Walk(string html, int at)
    {
        var declares = -1;
        while (at < html.Length && html[at] != '>')
        {
            if (html[at] == '/' || IsSpace(html[at]))
            {
                at++;
                continue;
            }
            // A sign of equality may begin a name.
            var end = EndOf(html, at + 1, EndOfName);
            if (declares < 0 && html.AsSpan(at, end - at).Equals(Declaration, StringComparison.OrdinalIgnoreCase))
            {
                declares = at;
            }
            at = AfterSpace(html, end);
            if (at < html.Length && html[at] == '=')
            {
                at = AfterValue(html, AfterSpace(html, at + 1));
            }
        }
        return (at, declares);
    }

    private static int AfterValue(string html, int at)
    {
        if (at >= html.Length || html[at] == '>')
        {
            return at;
        }
        if (html[at] is not ('"' or '\''))
        {
            return EndOf(html, at, EndOfValue);
        }
        var close = html.IndexOf(html[at], at + 1);
        return close < 0 ? html.Length : close + 1;
    }

    private static int AfterSpace(string html, int at)
    {
        while (at < html.Length && IsSpace(html[at]))
        {
            at++;
        }
        return at;
    }

    private static int EndOf(string html, int from, SearchValues<char> ends)
    {
        var length = from < html.Length ? html.AsSpan(from).IndexOfAny(ends) : -1;
        return length < 0 ? html.Length : from + length;
    }

    private static bool IsSpace(char letter) => letter is ' ' or '\t' or '\n' or '\f' or '\r';
}
