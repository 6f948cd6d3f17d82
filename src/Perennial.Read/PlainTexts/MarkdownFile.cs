using System.Text.RegularExpressions;
using Markdig;
using Perennial.Read.Pages;

namespace Perennial.Read.PlainTexts;

/// <summary>Reads a Markdown file: what stands between two lines of dashes on top is about the text, then come headline and text.</summary>
internal static partial class MarkdownFile
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .UseYamlFrontMatter()
        .UsePipeTables()
        .Build();

    /// <summary>Reads a text that is declared to be Markdown.</summary>
    /// <returns><see langword="null"/> for any other.</returns>
    public static Article? Read(Capture capture, string text)
    {
        if (capture.ContentType?.StartsWith("text/markdown", StringComparison.OrdinalIgnoreCase) != true)
        {
            return null;
        }
        var html = ToHtml(text);
        if (html is null || !PageParser.TryParse(html, out var document, out _))
        {
            return new Article
            {
                Url = capture.Url,
                Problem = new Problem("too-deep", "the Markdown is nested too deep"),
            };
        }
        using var parsed = document;
        var said = About(text);
        var headline = document.QuerySelector("h1");
        var authors = Byline
            .Names(said.GetValueOrDefault("author") ?? said.GetValueOrDefault("authors") ?? "")
            .ToList();
        var described = new Article
        {
            Url = capture.Url,
            CanonicalUrl = said.GetValueOrDefault("url") ?? said.GetValueOrDefault("canonical"),
            Title =
                said.GetValueOrDefault("title")
                ?? (Words.Clean(headline?.TextContent) is { Length: > 0 } title ? title : null),
            Standfirst =
                said.GetValueOrDefault("standfirst")
                ?? said.GetValueOrDefault("description")
                ?? said.GetValueOrDefault("summary"),
            Authors = authors,
            Credits = [.. authors.Select(name => new Credit(name, CreditKind.Person))],
            Section = said.GetValueOrDefault("section") ?? said.GetValueOrDefault("category"),
            Published = Time(said.GetValueOrDefault("date") ?? said.GetValueOrDefault("published")),
            Modified = Time(said.GetValueOrDefault("updated") ?? said.GetValueOrDefault("modified")),
            Language = said.GetValueOrDefault("language") ?? said.GetValueOrDefault("lang"),
        };
        headline?.Remove();
        var body = BlockReader.Read(document.Body!, described);
        return described with
        {
            Text = body.Text,
            Blocks = body.Blocks,
            Problem =
                body.Text.Length == 0 && described.Title is null ? new Problem("empty", "there is no text") : null,
        };
    }

    private static string? ToHtml(string text)
    {
        try
        {
            return Markdig.Markdown.ToHtml(text, Pipeline);
        }
        catch (ArgumentException)
        {
            // Markdig refuses what is nested deeper than its limit.
            return null;
        }
    }

    private static StatedTime? Time(string? text) =>
        text is null ? null : StatedTime.ParseIso(text.Replace(' ', 'T')) ?? DateText.Parse(text);

    /// <summary>The simple fields on top; lists and what is nested are left to programs that need them.</summary>
    private static Dictionary<string, string> About(string text)
    {
        const int most = 100;
        var said = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var lines = text.TrimStart('\uFEFF').ReplaceLineEndings("\n").Split('\n', most);
        if (lines[0].TrimEnd() != "---")
        {
            return said;
        }
        foreach (var line in lines.Skip(1).TakeWhile(line => line.TrimEnd() is not ("---" or "...")))
        {
            if (
                Field().Match(line) is { Success: true } field
                && Words.Clean(field.Groups["value"].Value) is { Length: > 0 } value
            )
            {
                said.TryAdd(field.Groups["name"].Value, value.Trim('"', '\''));
            }
        }
        return said;
    }

    [GeneratedRegex(
        @"^(?<name>[A-Za-z]+)\s*:\s*(?<value>.+)$",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Field();
}
