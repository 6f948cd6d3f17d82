using System.Security.Cryptography;

namespace Perennial.Store;

/// <summary>The hash under which a payload stands: SHA-256 over a random salt and the payload's bytes.</summary>
/// <remarks>The salt keeps a short text from being guessed from its hash once the payload has been erased.</remarks>
public static class PayloadHash
{
    /// <summary>The length of a salt in bytes.</summary>
    public const int SaltLength = 16;

    /// <summary>The 32 bytes of SHA-256(salt ‖ payload).</summary>
    public static byte[] Of(ReadOnlySpan<byte> salt, ReadOnlySpan<byte> payload)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(salt);
        hash.AppendData(payload);
        return hash.GetHashAndReset();
    }
}
