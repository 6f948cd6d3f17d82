using System.Text;

namespace Perennial.Read.Tests.Pages;

/// <summary>Reads a page that a test writes in a few lines.</summary>
internal static class PageOf
{
    /// <summary>Two paragraphs, so that a page has a text.</summary>
    public const string Text = """
        <p>The harbour master of Tormouth closed the eastern quay, and nobody there could say for how long it would be.</p>
        <p>It had been open since the spring, after a winter in which the ice had lifted two of its bollards out of the stone.</p>
        """;

    /// <summary>Reads the elements of a head and a body.</summary>
    public static Article Read(string head, string body, string? url = null, string language = "en") =>
        Reader.Read(
            new Capture
            {
                Url = url,
                ContentType = "text/html",
                Bytes = Encoding.UTF8.GetBytes(
                    $"<!doctype html><html lang=\"{language}\"><head>{head}</head><body>{body}</body></html>"
                ),
            }
        );
}
