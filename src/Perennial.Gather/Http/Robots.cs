using System.Globalization;
using System.Text;

namespace Perennial.Gather;

/// <summary>The rules of a <c>robots.txt</c> (RFC 9309) for one agent.</summary>
public sealed class Robots
{
    // RFC 9309, section 2.5, asks for at least 500 KiB.
    private const int LongestFile = 512 * 1024;

    private readonly List<(bool Allows, string Path)> rules;

    private Robots(List<(bool Allows, string Path)> rules) => this.rules = rules;

    /// <summary>Rules that allow everything: for hosts without the file.</summary>
    public static Robots AllowAll { get; } = new([]);

    /// <summary>Reads the rules for an agent: those of its own groups, or else those for all.</summary>
    /// <param name="file">The file's bytes.</param>
    /// <param name="agent">The product name, such as <c>Perennial</c>.</param>
    public static Robots Parse(ReadOnlySpan<byte> file, string agent)
    {
        var own = new List<(bool, string)>();
        var all = new List<(bool, string)>();
        var (inOwn, inAll, ownSeen, rulesSeen) = (false, false, false, true);
        foreach (var raw in Encoding.UTF8.GetString(file[..Math.Min(file.Length, LongestFile)]).Split('\n', '\r'))
        {
            var line = raw.Split('#', 2)[0];
            // The colon is often forgotten.
            var separator = line.Contains(':', StringComparison.Ordinal) ? ':' : ' ';
            if (line.Trim().Split(separator, 2) is not [var key, var value])
            {
                continue;
            }
            (key, value) = (key.Trim().TrimStart('\uFEFF').ToLowerInvariant(), value.Trim());
            if (key == "user-agent")
            {
                if (rulesSeen)
                {
                    (inOwn, inAll, rulesSeen) = (false, false, false);
                }
                inAll |= value == "*";
                inOwn |= AgentName(value).Equals(agent, StringComparison.OrdinalIgnoreCase);
                ownSeen |= inOwn;
            }
            else if (key is "allow" or "disallow")
            {
                rulesSeen = true;
                if (value.Length > 0 && inOwn)
                {
                    own.Add((key == "allow", Normal(value)));
                }
                if (value.Length > 0 && inAll)
                {
                    all.Add((key == "allow", Normal(value)));
                }
            }
        }
        return new Robots(ownSeen ? own : all);
    }

    /// <summary>Whether an address may be fetched: the longest rule that matches decides, and of two alike the one that allows.</summary>
    public bool Allows(Uri url)
    {
        var path = Normal(url.PathAndQuery);
        if (path == "/robots.txt")
        {
            return true;
        }
        var decisive = rules
            .Where(rule => Matches(path, rule.Path))
            .OrderByDescending(rule => rule.Path.Length)
            .ThenByDescending(rule => rule.Allows)
            .FirstOrDefault();
        return decisive.Path is null || decisive.Allows;
    }

    /// <summary>
    /// One way to write an address (RFC 9309, section 2.2.2): letters beyond ASCII as escapes, and no escapes for what
    /// needs none.
    /// </summary>
    private static string Normal(string path)
    {
        var normal = new StringBuilder(path.Length);
        Span<byte> utf8 = stackalloc byte[4];
        for (var at = 0; at < path.Length; at++)
        {
            if (
                path[at] == '%'
                && at + 2 < path.Length
                && byte.TryParse(
                    path.AsSpan(at + 1, 2),
                    NumberStyles.AllowHexSpecifier,
                    CultureInfo.InvariantCulture,
                    out var octet
                )
            )
            {
                var plain = char.IsAsciiLetterOrDigit((char)octet) || (char)octet is '-' or '.' or '_' or '~';
                normal.Append(plain ? ((char)octet).ToString() : Escape(octet));
                at += 2;
            }
            else if (char.IsAscii(path[at]))
            {
                normal.Append(path[at]);
            }
            else
            {
                Rune.DecodeFromUtf16(path.AsSpan(at), out var rune, out var length);
                foreach (var unit in utf8[..rune.EncodeToUtf8(utf8)])
                {
                    normal.Append(Escape(unit));
                }
                at += length - 1;
            }
        }
        return normal.ToString();
    }

    private static string Escape(byte octet) => string.Create(CultureInfo.InvariantCulture, $"%{octet:X2}");

    private static string AgentName(string value)
    {
        var end = 0;
        while (end < value.Length && (char.IsAsciiLetter(value[end]) || value[end] is '-' or '_'))
        {
            end++;
        }
        return value[..end];
    }

    /// <summary>Matches a rule from the beginning of a path; <c>*</c> is any run of characters and a last <c>$</c> the end.</summary>
    private static bool Matches(string path, string rule)
    {
        var anchored = rule.EndsWith('$');
        var parts = (anchored ? rule[..^1] : rule).Split('*');
        if (!path.StartsWith(parts[0], StringComparison.Ordinal))
        {
            return false;
        }
        var at = parts[0].Length;
        for (var i = 1; i < parts.Length; i++)
        {
            if (anchored && i == parts.Length - 1)
            {
                return path.Length - parts[i].Length >= at && path.EndsWith(parts[i], StringComparison.Ordinal);
            }
            var found = path.IndexOf(parts[i], at, StringComparison.Ordinal);
            if (found < 0)
            {
                return false;
            }
            at = found + parts[i].Length;
        }
        return !anchored || at == path.Length;
    }
}
