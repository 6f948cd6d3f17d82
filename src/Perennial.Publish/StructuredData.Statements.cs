using System.Text.Json.Nodes;
using Perennial.Publish.Parts;
using Perennial.Store.Views;

namespace Perennial.Publish;

internal static partial class StructuredData
{
    /// <summary>
    /// A statement on its own page. Words in quotation marks are a <c>Quotation</c>; what is asserted, doubted or denied is a
    /// <c>Claim</c> too, with the reports that carry it. A question or a plan in other words is neither.
    /// </summary>
    public static string? OfStatement(Setting setting, ArticleRow row, Statement statement, QuotationWay? way)
    {
        var quotation = statement.Kind != StatementKind.Indirect;
        var claim = statement.Stance is Stance.Asserted or Stance.Hedged or Stance.Denied;
        if (!quotation && !claim)
        {
            return null;
        }
        var json = QuotationOf(setting, row, statement);
        var page = json["@id"]!.GetValue<string>();
        json["mainEntityOfPage"] = page;
        json["publisher"] = Publisher(setting);
        json["isPartOf"] = ReportOf(setting, row);
        if (!quotation)
        {
            // The words are the reporter's, not the speaker's.
            json["author"] = json["spokenByCharacter"]?.DeepClone();
            json.Remove("spokenByCharacter");
        }
        if (claim)
        {
            var carriers = way is null
                ? [row]
                : way.Stops.Select(stop => stop.Row).DistinctBy(stop => stop.Id).ToList();
            json["@type"] = quotation ? new JsonArray("Quotation", "Claim") : "Claim";
            json["appearance"] = new JsonArray([.. carriers.Select(carrier => ReportOf(setting, carrier))]);
            json["firstAppearance"] = ReportOf(setting, carriers[0]);
        }
        return Written(json);
    }

    /// <summary>A report of another outlet, in short.</summary>
    private static JsonObject ReportOf(Setting setting, ArticleRow row) =>
        new()
        {
            ["@type"] = "NewsArticle",
            ["@id"] = $"{setting.BaseUrl}/articles/{row.Id}#report",
            ["url"] = row.Url,
            ["headline"] = row.Article?.Title,
            ["datePublished"] = row.Article?.Published?.ToString(),
            ["publisher"] = new JsonObject { ["@type"] = "Organization", ["name"] = row.Name() },
        };
}
