namespace Perennial.Server.Tests;

/// <summary>An invented outlet's pages about a ferry that ran aground.</summary>
internal static class Tormouth
{
    private static readonly (string Path, string Title, string Body)[] Reports =
    [
        (
            "/aground",
            "Ferry Halvarin runs aground off Tormouth",
            "The ferry Halvarin ran aground on the Skarn reef outside Tormouth before dawn, and lifeboats took 212 passengers ashore. The harbour master closed the eastern channel to all ships."
        ),
        (
            "/ashore",
            "All passengers of the ferry Halvarin are ashore in Tormouth",
            "Lifeboats had brought everybody on board the Halvarin to Tormouth by noon. The ferry lies on the Skarn reef with a tear below the waterline, and tugs from Orsund wait for the tide."
        ),
        (
            "/pilot",
            "Pilot warned ferry Halvarin of Skarn reef, harbour master says",
            "The pilot station of Tormouth had warned the Halvarin twice before she struck the Skarn reef. “Nobody answered us,” said Mara Kestrel, the harbour master, who closed the eastern channel after the ferry ran aground."
        ),
        (
            "/tow",
            "Tugs pull ferry Halvarin off Skarn reef",
            "Two tugs from Orsund pulled the ferry Halvarin off the Skarn reef on the evening tide and towed her towards Tormouth. The harbour master opened the eastern channel an hour later."
        ),
    ];

    /// <summary>The paths of the pages, oldest first.</summary>
    public static IReadOnlyList<string> Paths => [.. Reports.Select(report => report.Path)];

    /// <summary>Serves all pages and a feed of them.</summary>
    /// <returns>The feed's address.</returns>
    public static string Serve(LocalOrigin origin)
    {
        foreach (var (path, title, body) in Reports)
        {
            origin.Serve(path, Page(title, body));
        }
        origin.ServeFeed("/feed.xml", etag: null, Reports.Reverse().Select(report => (report.Path, report.Title)));
        return origin.Url("/feed.xml");
    }

    /// <summary>A page of the outlet.</summary>
    public static string Page(string title, string body) =>
        $"""
            <!doctype html>
            <html lang="en"><head><meta charset="utf-8"><title>{title} | Tormouth Mail</title>
            <meta property="og:site_name" content="Tormouth Mail"></head>
            <body><nav><a href="/">Home</a> <a href="/sport">Sport</a></nav>
            <article><h1>{title}</h1><p>{body}</p>
            <p>People who live along the front were asked to stay away from the breakwater until the wind drops.</p></article>
            <footer>Tormouth Mail, Harbour Street</footer></body></html>
            """;
}
