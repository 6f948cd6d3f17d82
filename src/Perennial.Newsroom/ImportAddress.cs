using System.Security.Cryptography;
using System.Text;

namespace Perennial.Newsroom;

/// <summary>What stands for the address of an imported file: the same again for the same file, and silent about its folder.</summary>
/// <remarks>Addresses are in the ledger and may be shown or handed on; where an operator keeps files is nobody's business.</remarks>
internal static class ImportAddress
{
    private const string Scheme = "import:";

    /// <summary>The address of what was imported from a path.</summary>
    public static string OfSource(string path) =>
        $"{Scheme}{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Path.GetFullPath(path))))[..12]}";

    /// <summary>The address of a file within.</summary>
    public static string OfFile(string source, string path, string file) =>
        $"{source}/{Uri.EscapeDataString(Path.GetRelativePath(Path.GetDirectoryName(Path.GetFullPath(path)) ?? path, file).Replace('\\', '/')).Replace("%2F", "/", StringComparison.Ordinal)}";

    /// <summary>Whether an address is one of these.</summary>
    public static bool IsOne(string address) => address.StartsWith(Scheme, StringComparison.Ordinal);
}
