using System.Text;

namespace Perennial.Read.Tests.Wires;

/// <summary>Reads what stands in a test as a wire would send it.</summary>
internal static class Wire
{
    public static Article Json(string text) => Read(text, "application/json");

    public static Article Xml(string text) => Read(text, "application/xml");

    public static Article Read(string text, string? contentType) =>
        Reader.Read(new Capture { ContentType = contentType, Bytes = Encoding.UTF8.GetBytes(text) });
}
