using System.Globalization;
using Perennial.Store.Views;

namespace Perennial.Publish.Pages;

/// <summary>What the page of an outlet shows: what it reports, and how much of that is its own.</summary>
public sealed record OutletPageModel
{
    private const int MostArticles = 50;
    private const int MostRepeated = 5;

    /// <summary>Its address.</summary>
    public required string Address { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>The host of what is followed.</summary>
    public required string Host { get; init; }

    /// <summary>Where that host begins; <see langword="null"/> for what came from files.</summary>
    public string? Home { get; init; }

    /// <summary>Whether its texts may be shown whole.</summary>
    public required bool Licensed { get; init; }

    /// <summary>How many of its reports readers may see.</summary>
    public required int Reports { get; init; }

    /// <summary>How many of them repeat nobody.</summary>
    public required int Origins { get; init; }

    /// <summary>The names of the languages of its newest reports.</summary>
    public required IReadOnlyList<string> Languages { get; init; }

    /// <summary>Its newest reports.</summary>
    public required IReadOnlyList<ArticleRow> Articles { get; init; }

    /// <summary>Whom it repeats most.</summary>
    public required IReadOnlyList<(string Source, string Name, int Articles)> Repeats { get; init; }

    /// <summary>The page of a source's outlet.</summary>
    public static OutletPageModel Of(ViewSnapshot snapshot, SourceRow source, CultureInfo culture)
    {
        var (reports, origins) = OutletsView.Count(snapshot, source.Id);
        var articles = OutletsView.Articles(snapshot, source.Id, MostArticles);
        var home =
            Uri.TryCreate(source.Url, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" ? uri : null;
        return new OutletPageModel
        {
            Address = $"/outlets/{source.Id}",
            Name = source.Name,
            Host = home?.Host ?? "",
            Home = home is null ? null : $"{home.Scheme}://{home.Authority}",
            Licensed = source.Licence == SourceLicence.Full,
            Reports = reports,
            Origins = origins,
            Articles = articles,
            Repeats = OutletsView.Repeats(snapshot, source.Id, MostRepeated),
            Languages =
            [
                .. articles
                    .Select(row => row.Article?.Language?.Split('-')[0])
                    .OfType<string>()
                    .GroupBy(language => language)
                    .OrderByDescending(language => language.Count())
                    .Select(language => NameOf(language.Key, culture)),
            ],
        };
    }

    // In the words of the interface, where .NET has them.
    private static string NameOf(string language, CultureInfo culture)
    {
        try
        {
            var info = CultureInfo.GetCultureInfo(language, predefinedOnly: true);
            var before = CultureInfo.CurrentUICulture;
            CultureInfo.CurrentUICulture = culture;
            try
            {
                return info.DisplayName;
            }
            finally
            {
                CultureInfo.CurrentUICulture = before;
            }
        }
        catch (CultureNotFoundException)
        {
            return language;
        }
    }
}
