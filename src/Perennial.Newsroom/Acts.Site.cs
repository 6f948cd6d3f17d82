using System.Text.Json;
using Perennial.Store.Views;

namespace Perennial.Newsroom;

public sealed partial class Acts
{
    /// <summary>Names the publication, when that changes anything. What is breaking goes on.</summary>
    public Task NameSiteAsync(Site site, CancellationToken cancellation) =>
        ChangeSiteAsync(current => site with { Breaking = site.Breaking ?? current?.Breaking }, Operator, cancellation);

    /// <summary>Sets what stands above every page, or takes it down again.</summary>
    /// <param name="breaking">The news; <see langword="null"/> for none.</param>
    /// <param name="author">The editor's opaque id.</param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <returns>Whether the site has a name yet: before, nothing can be set.</returns>
    public Task<bool> BreakAsync(Breaking? breaking, string author, CancellationToken cancellation) =>
        ChangeSiteAsync(current => current is null ? null : current with { Breaking = breaking }, author, cancellation);

    private Task<bool> ChangeSiteAsync(Func<Site?, Site?> change, string author, CancellationToken cancellation) =>
        newsroom.ActAsync(
            async () =>
            {
                await newsroom.Views.CatchUpAsync(newsroom.Ledger, cancellation);
                Site? current;
                using (var snapshot = newsroom.Views.Snapshot())
                {
                    current = SiteView.Current(snapshot);
                }
                if (change(current) is not { } site)
                {
                    return false;
                }
                if (current is null || !Same(current, site))
                {
                    await AppendAsync(
                        EntryKinds.SiteChanged.New("site", author, new SiteChanged { Site = site }),
                        cancellation
                    );
                }
                return true;
            },
            cancellation
        );

    private static bool Same(Site one, Site other) =>
        JsonSerializer.Serialize(one, PerennialJson.Lines.Site)
        == JsonSerializer.Serialize(other, PerennialJson.Lines.Site);
}
