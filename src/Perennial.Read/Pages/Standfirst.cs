namespace Perennial.Read.Pages;

/// <summary>The standfirst: the line that stands under the headline and is no part of the text.</summary>
internal static class Standfirst
{
    /// <summary>The shown standfirst, or else the description that the page gives for others to show.</summary>
    public static Told<string>? Of(PageData data, ShownPage shown, string? title)
    {
        const int shortest = 20;
        var seen = shown
            .Standfirsts.Take(4)
            .Select(shown.Words)
            .FirstOrDefault(text => text.Length > shortest && Words.Key(text) != Words.Key(title));
        return Told.Of(seen, Evidence.Visible)
            ?? Told.Of(data.Meta("og:description", "description", "twitter:description"), Evidence.Meta)
            ?? Told.Of(PageData.Text(data.Article?["description"]), Evidence.JsonLd);
    }
}
