using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Perennial.Server;

/// <summary>The certificate with which the server speaks for itself, with those that vouch for it.</summary>
/// <param name="Own">The server's own, with its key.</param>
/// <param name="Chain">The others of the file, which are sent along.</param>
internal sealed record ServerCertificate(X509Certificate2 Own, X509Certificate2Collection Chain)
{
    /// <summary>Reads a PEM file, as certificate authorities hand it out, or a PKCS #12 file without a password.</summary>
    /// <param name="path">The file.</param>
    /// <param name="key">The PEM file of the key; <see langword="null"/> where it stands in the same file.</param>
    /// <exception cref="Failure">It can't be read, or has no key.</exception>
    public static ServerCertificate Read(string path, string? key)
    {
        var chain = new X509Certificate2Collection();
        try
        {
            if (Path.GetExtension(path) is ".pfx" or ".p12")
            {
                return new ServerCertificate(X509CertificateLoader.LoadPkcs12FromFile(path, password: null), chain);
            }
            chain.ImportFromPemFile(path);
            return new ServerCertificate(X509Certificate2.CreateFromPemFile(path, key), chain);
        }
        catch (Exception e) when (e is CryptographicException or IOException or UnauthorizedAccessException)
        {
            throw new Failure(
                $"{path} can't be used as a certificate: {e.Message.ReplaceLineEndings(" ")}; give a PEM file and with --key that of its key, or a .pfx without a password"
            );
        }
    }
}
