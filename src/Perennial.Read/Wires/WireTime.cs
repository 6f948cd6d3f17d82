using System.Text.RegularExpressions;

namespace Perennial.Read.Wires;

/// <summary>Times as wires write them: ISO 8601, with or without the strokes and colons.</summary>
internal static partial class WireTime
{
    /// <summary>The time stated; <see langword="null"/> when there is none.</summary>
    public static StatedTime? Parse(string? text)
    {
        text = text?.Trim();
        if (text is not null && Basic().Match(text) is { Success: true } basic)
        {
            var offset = basic.Groups["o"].Value;
            var zone = offset.Length == 5 ? offset[..3] + ":" + offset[3..] : offset;
            var day = $"{basic.Groups["y"]}-{basic.Groups["m"]}-{basic.Groups["d"]}";
            text = basic.Groups["h"].Success
                ? $"{day}T{basic.Groups["h"]}:{basic.Groups["min"]}:{basic.Groups["s"]}{zone}"
                : day;
        }
        return StatedTime.ParseIso(text);
    }

    /// <summary>What stands for the publication: when the first version was made, or else the content.</summary>
    public static (StatedTime? Published, StatedTime? Modified) Of(
        string? firstCreated,
        string? contentCreated,
        string? contentModified,
        string? versionCreated
    )
    {
        var version = Parse(versionCreated);
        var published = Parse(firstCreated) ?? Parse(contentCreated) ?? version;
        var modified = Parse(contentModified) ?? version;
        return (published, modified == published ? null : modified);
    }

    [GeneratedRegex(
        @"^(?<y>\d{4})(?<m>\d{2})(?<d>\d{2})(T(?<h>\d{2})(?<min>\d{2})(?<s>\d{2})(?<o>Z|[+-]\d{4})?)?$",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Basic();
}
