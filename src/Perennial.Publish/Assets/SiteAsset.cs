using System.Reflection;
using System.Security.Cryptography;

namespace Perennial.Publish;

/// <summary>Style and script, embedded in the program and served under the hash of their content.</summary>
internal sealed class SiteAsset
{
    private SiteAsset(string name, string contentType)
    {
        using var stream = Assembly
            .GetExecutingAssembly()
            .GetManifestResourceStream($"Perennial.Publish.Assets.{name}")!;
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        Content = bytes.ToArray();
        ContentType = contentType;
        Address = $"/assets/{Convert.ToHexStringLower(SHA256.HashData(Content))[..12]}/{name}";
    }

    /// <summary>The style of every page.</summary>
    public static SiteAsset Css { get; } = new("site.css", "text/css; charset=utf-8");

    /// <summary>The script of live pages.</summary>
    public static SiteAsset Script { get; } = new("live.js", "text/javascript; charset=utf-8");

    /// <summary>All of them.</summary>
    public static IReadOnlyList<SiteAsset> All { get; } = [Css, Script];

    /// <summary>The address, which changes with the content.</summary>
    public string Address { get; }

    /// <summary>The bytes.</summary>
    public byte[] Content { get; }

    /// <summary>The content type.</summary>
    public string ContentType { get; }
}
