using System.Text.RegularExpressions;

namespace Perennial.Read.Linking;

/// <summary>Organisations that a text says were called otherwise before: "Nord News, formerly known as the Nord Courier".</summary>
internal static partial class FormerNames
{
    // What stands between the two names is a few words.
    private const int Longest = 40;

    /// <summary>Joins each with what it was called before.</summary>
    public static void Find(string text, IReadOnlyList<DocumentEntity> entities)
    {
        var mentions = entities
            .Where(entity => entity.Kind == EntityKind.Organisation)
            .SelectMany(entity => entity.Entity.Mentions.Select(mention => (entity, mention)))
            .Where(pair => pair.mention is { Start: >= 0, End: { } end } && end <= text.Length)
            .OrderBy(pair => pair.mention.Start)
            .ToList();
        foreach (var ((now, first), (former, second)) in mentions.Zip(mentions.Skip(1)))
        {
            var (from, to) = (first.End!.Value, second.Start!.Value);
            if (
                now != former
                && now is { Formerly: null, Nowadays: null }
                && former is { Formerly: null, Nowadays: null }
                && from < to
                && to - from <= Longest
                && Between().IsMatch(text[from..to])
            )
            {
                (now.Formerly, former.Nowadays) = (former, now);
            }
        }
    }

    [GeneratedRegex(
        @"^,?\s*\(?(which was |which is |until .{1,12} )?(formerly|previously|once|anciennement|früher|ehemals|antes)( (known|called|named|trading|publishing|connue?) as| called| named)?:?\s+(the\s+)?[“""]?$",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Between();
}
