using System.Globalization;
using System.Text;

namespace Perennial.Weave.Tellings;

/// <summary>A name as languages and scripts have it in common: Latin letters without accents.</summary>
internal static class NameKey
{
    // How news in Latin letters mostly writes them; what is missing stays as it is and meets only itself.
    private static readonly Dictionary<char, string> Latin = Pairs(
        "ß ss ø o æ ae œ oe ł l đ d ð d þ th ı i "
            + "а a б b в v г g ґ g д d е e є ye ж zh з z и i і i ї i й y к k л l м m н n о o п p р r с s т t у u ф f х kh ц ts ч ch ш sh щ shch ъ  ы y ь  э e ю yu я ya "
            + "α a β v γ g δ d ε e ζ z η i θ th ι i κ k λ l μ m ν n ξ x ο o π p ρ r σ s ς s τ t υ y φ f χ ch ψ ps ω o"
    );

    /// <summary>The key of a name; empty for one without letters.</summary>
    public static string Of(string name)
    {
        var key = new StringBuilder(name.Length);
        foreach (var letter in name.Normalize(NormalizationForm.FormD))
        {
            var small = char.ToLowerInvariant(letter);
            if (CharUnicodeInfo.GetUnicodeCategory(letter) == UnicodeCategory.NonSpacingMark)
            {
                continue;
            }
            if (char.IsLetterOrDigit(small))
            {
                key.Append(Latin.GetValueOrDefault(small) ?? small.ToString());
            }
            else if (key is [.., not ' '])
            {
                key.Append(' ');
            }
        }
        return key.ToString().Trim();
    }

    private static Dictionary<char, string> Pairs(string pairs)
    {
        var words = pairs.Split(' ');
        var table = new Dictionary<char, string>();
        for (var i = 0; i + 1 < words.Length; i += 2)
        {
            table[words[i][0]] = words[i + 1];
        }
        return table;
    }
}
