namespace Perennial.Weave.Trails;

/// <summary>Where a carrier has a quotation from, as far as anything says so.</summary>
/// <param name="Relation">How the words came to it.</param>
/// <param name="By">Whom the article names.</param>
/// <param name="Sure">Whether it does so without doubt.</param>
/// <param name="From">The carrier it means; <see langword="null"/> when that one was not seen here.</param>
internal sealed record Provenance(TrailRelation Relation, string? By = null, bool Sure = true, Carriage? From = null)
{
    /// <summary>What is known of one carrier; the steps go from what the text itself says to what is only likely.</summary>
    public static Provenance Of(
        Carriage carrier,
        IReadOnlyList<Carriage> all,
        bool isFirst,
        IReadOnlyCollection<string> outlets
    ) =>
        Named(carrier, all, outlets)
        ?? Repeated(carrier, all)
        ?? Credited(carrier, all)
        ?? (carrier.Quotation.FromUnnamed ? new Provenance(TrailRelation.Unnamed) : null)
        ?? (carrier.Quotation.Told is { } told ? new Provenance(TrailRelation.Told, told) : null)
        ?? new Provenance(isFirst ? TrailRelation.Earliest : TrailRelation.Unknown);

    private static Provenance? Named(Carriage carrier, IReadOnlyList<Carriage> all, IReadOnlyCollection<string> outlets)
    {
        var quotation = carrier.Quotation;
        var own = carrier.Article.Outlet;
        if (quotation.Via is { } via && !Names.AreOneOutlet(via, own))
        {
            return new Provenance(TrailRelation.ByWayOf, via, quotation.ViaIsSure, Find(carrier, all, via));
        }
        // "told Radio Caldria", in the pages of another outlet.
        return
            quotation.Told is { } told
            && !Names.AreOneOutlet(told, own)
            && outlets.Any(outlet => Names.AreOneOutlet(outlet, told))
            ? new Provenance(TrailRelation.ByWayOf, told, From: Find(carrier, all, told))
            : null;
    }

    private static Provenance? Repeated(Carriage carrier, IReadOnlyList<Carriage> all)
    {
        if (carrier.Echo is not { Relation: EchoRelation.Copy or EchoRelation.Rewrite } echo)
        {
            return null;
        }
        var credit = carrier.Article.Agencies.FirstOrDefault(agency =>
            !Names.AreOneOutlet(agency, carrier.Article.Outlet)
        );
        return new Provenance(
            TrailRelation.Echo,
            credit,
            From: all.FirstOrDefault(other => other.Article.Id == echo.Of)
                // The original may have lost the words since; another reprint of it has them still.
                ?? all.TakeWhile(other => !ReferenceEquals(other, carrier))
                    .FirstOrDefault(other => other.Echo?.Of == echo.Of)
        );
    }

    private static Provenance? Credited(Carriage carrier, IReadOnlyList<Carriage> all) =>
        carrier.Article.Agencies.FirstOrDefault(agency => !Names.AreOneOutlet(agency, carrier.Article.Outlet))
            is { } credit
            ? new Provenance(TrailRelation.Agency, credit, From: Find(carrier, all, credit))
            : null;

    /// <summary>The carrier of that name: the last before, else the first behind.</summary>
    private static Carriage? Find(Carriage carrier, IReadOnlyList<Carriage> all, string name)
    {
        List<Carriage> named = [.. all.Where(other => Names.AreOneOutlet(other.Article.Outlet, name))];
        return named.LastOrDefault(other => other.Article.At <= carrier.Article.At) ?? named.FirstOrDefault();
    }
}
