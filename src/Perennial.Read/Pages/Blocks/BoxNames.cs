using AngleSharp.Dom;
using Perennial.Read.Models;

namespace Perennial.Read.Pages.Blocks;

/// <summary>What an element calls itself: its tag, classes, id and the attributes that speak of its role.</summary>
/// <param name="Numbers">The numbers of its tag, its names, and the words they are made of.</param>
/// <param name="Groups">What those words say of it.</param>
/// <param name="IsFurniture">Whether its names speak of furniture.</param>
/// <param name="IsBody">Whether they speak of an article's text.</param>
internal sealed record BoxNames(IReadOnlyList<uint> Numbers, Named Groups, bool IsFurniture, bool IsBody)
{
    // Names of one element that are looked at, and their letters; generated markup may have hundreds.
    private const int MostNames = 24;
    private const int LongestName = 80;

    /// <summary>The attributes that are names, one after the other.</summary>
    public static string Written(IElement element) =>
        element.Attributes.Length == 0
            ? ""
            : string.Join(
                ' ',
                element.ClassName,
                element.Id,
                element.GetAttribute("itemprop"),
                element.GetAttribute("data-component"),
                element.GetAttribute("data-testid"),
                element.GetAttribute("role")
            );

    /// <summary>Reads the names of an element.</summary>
    /// <param name="tag">Its tag.</param>
    /// <param name="written">Its names, parted by blanks.</param>
    public static BoxNames Of(string tag, string written)
    {
        var numbers = new List<uint> { FeatureHash.Of(1, tag) };
        var groups = Named.None;
        var names = written.Split(' ', MostNames, StringSplitOptions.RemoveEmptyEntries);
        foreach (var name in names.Where(name => name.Length <= LongestName))
        {
            numbers.Add(FeatureHash.Of(2, name));
            for (var (start, i) = (0, 1); i <= name.Length; i++)
            {
                if (i < name.Length && !BeginsWord(name, i))
                {
                    continue;
                }
                var word = name.AsSpan(start, i - start).Trim("-_:.");
                if (word.Length > 1)
                {
                    numbers.Add(FeatureHash.Of(3, word));
                    groups |= NameGroups.Of(word);
                }
                start = i;
            }
        }
        return new BoxNames(numbers, groups, Noise.IsName(written), Noise.IsBodyName(written));
    }

    private static bool BeginsWord(string name, int i) =>
        name[i] is '-' or '_' or ':' or '.' || (char.IsUpper(name[i]) && char.IsLower(name[i - 1]));
}
