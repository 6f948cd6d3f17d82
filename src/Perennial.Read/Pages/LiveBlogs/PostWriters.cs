using System.Text.RegularExpressions;

namespace Perennial.Read.Pages.LiveBlogs;

/// <summary>The names of writers beside a post.</summary>
internal static partial class PostWriters
{
    /// <summary>The names in words that are named as a byline: what they do and where from is left out.</summary>
    public static IEnumerable<string> In(string words) =>
        Joint().Split(By().Replace(words, "")).Select(part => Words.Clean(Where().Replace(part, ""))).Where(IsName);

    /// <summary>The names in a line that only looks like one: "By …", or two to four words with capitals.</summary>
    public static IEnumerable<string> InUnnamed(string line)
    {
        var names = Joint().Split(By().Replace(line, "")).Select(part => Words.Clean(part)).ToList();
        return (By().IsMatch(line) || names.Count == 1) && IsName(Where().Replace(names[0], "")) ? In(line) : [];
    }

    private static bool IsName(string words) => words.Length is > 4 and < 40 && Name().IsMatch(words);

    [GeneratedRegex(
        @"^\s*(by|von|par|por|di|door|av|af|posted by|reporting by)\s*:?\s+",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex By();

    [GeneratedRegex(
        @"\s*(,|;|\||·|•|\band\b|\bund\b|\bet\b|\by\b|&)\s*",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Joint();

    [GeneratedRegex(
        @"\s+(in|at|à|from|reporting|\(|–|—|-)\s?.*$",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Where();

    [GeneratedRegex(
        @"^\p{Lu}[\p{L}'’.-]*(\s(de|van|von|der|den|bin|al|la|le|di|da|dos))*(\s\p{Lu}[\p{L}'’.-]*){1,3}$",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Name();
}
