namespace Perennial.Read.Corrections;

/// <summary>A reading with what people corrected in it.</summary>
/// <param name="Article">The reading as it stands.</param>
/// <param name="Corrected">What each correction did, in the order in which they were made.</param>
public sealed record CorrectedReading(Article Article, IReadOnlyList<AppliedCorrection> Corrected)
{
    /// <summary>
    /// Applies corrections to what a reader read, one after the other in the order of the ledger, so that a later one wins over
    /// an earlier one about the same. The same reading and corrections always give the same.
    /// </summary>
    /// <param name="id">The article's id.</param>
    /// <param name="read">What the reader read.</param>
    /// <param name="corrections">The corrections of the article by their positions, in order.</param>
    public static CorrectedReading Of(
        string id,
        Article read,
        IReadOnlyList<(long Act, ReadingCorrection Correction)> corrections
    )
    {
        var withdrawn = Withdrawn(corrections);
        var reading = new CorrectedReading(read, []);
        foreach (var (act, correction) in corrections.Where(made => !withdrawn.Contains(made.Act)))
        {
            var (article, applied) = Apply(id, reading.Article, act, correction);
            reading = new CorrectedReading(article, [.. reading.Corrected, applied]);
        }
        return reading;
    }

    private static (Article Article, AppliedCorrection Applied) Apply(
        string id,
        Article article,
        long act,
        ReadingCorrection correction
    ) =>
        correction switch
        {
            SpeakerCorrected speaker => StatementCorrections.Speaker(id, article, act, speaker),
            StatementStruck struck => StatementCorrections.Strike(id, article, act, struck),
            StanceCorrected stance => StatementCorrections.Stance(id, article, act, stance),
            AllegationCorrected allegation => StatementCorrections.Allegation(id, article, act, allegation),
            WordsConfirmed confirmed => StatementCorrections.Confirm(id, article, act, confirmed),
            EntityCorrected entity => EntityCorrections.Correct(article, act, entity),
            EntitiesJoined joined => EntityCorrections.Join(article, act, joined),
            EntityParted parted => EntityCorrections.Part(article, act, parted),
            CorrectionWithdrawn => (article, new AppliedCorrection(act, Found: true)),
            // What is said of an entity across documents changes no single reading.
            _ => (article, new AppliedCorrection(act, Found: false)),
        };

    /// <summary>The acts that do not count any more; a withdrawal may itself be withdrawn.</summary>
    private static HashSet<long> Withdrawn(IReadOnlyList<(long Act, ReadingCorrection Correction)> corrections)
    {
        var withdrawn = new HashSet<long>();
        foreach (var (act, correction) in corrections.Reverse())
        {
            if (correction is CorrectionWithdrawn { Act: var earlier } && earlier < act && !withdrawn.Contains(act))
            {
                withdrawn.Add(earlier);
            }
        }
        return withdrawn;
    }
}
