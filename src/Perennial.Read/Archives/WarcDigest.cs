using System.Security.Cryptography;

namespace Perennial.Read.Archives;

/// <summary>Whether a record's bytes are those that its digest was made of.</summary>
internal static class WarcDigest
{
    private const string Base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /// <summary>Whether they are; what names no digest that we know can't be told and is taken as whole.</summary>
    public static bool Fits(string? digest, byte[]? block)
    {
        if (digest is null || block is null || digest.Split(':', 2) is not [var name, var value])
        {
            return true;
        }
#pragma warning disable CA5350 // Crawlers write SHA-1; it tells damage here, and guards nothing.
        byte[]? hash = name.ToLowerInvariant() switch
        {
            "sha1" => SHA1.HashData(block),
            "sha256" => SHA256.HashData(block),
            _ => null,
        };
#pragma warning restore CA5350
        if (hash is null)
        {
            return true;
        }
        value = value.TrimEnd('=');
        return value.Length == hash.Length * 2
            ? value.Equals(Convert.ToHexString(hash), StringComparison.OrdinalIgnoreCase)
            : value.Equals(ToBase32(hash), StringComparison.OrdinalIgnoreCase);
    }

    private static string ToBase32(byte[] bytes)
    {
        var letters = new char[((bytes.Length * 8) + 4) / 5];
        for (var i = 0; i < letters.Length; i++)
        {
            var bit = i * 5;
            var pair = (bytes[bit / 8] << 8) | (bit / 8 + 1 < bytes.Length ? bytes[bit / 8 + 1] : 0);
            letters[i] = Base32[(pair >> (11 - (bit % 8))) & 31];
        }
        return new string(letters);
    }
}
