namespace Perennial.Read.Corrections;

/// <summary>What people correct in single statements.</summary>
internal static class StatementCorrections
{
    public static (Article, AppliedCorrection) Speaker(
        string id,
        Article article,
        long act,
        SpeakerCorrected correction
    )
    {
        var named = correction.Name is { } name ? SpeakingEntities.Of(article, name, correction.Kind) : (article, null);
        return Change(
            id,
            named.Article,
            act,
            correction.Statement,
            statement => statement.Speaker?.Name,
            statement =>
                statement with
                {
                    Speaker = correction.Name is null
                        ? Unclear(statement.Speaker)
                        : (statement.Speaker ?? new Speaker()) with
                        {
                            Name = correction.Name,
                            Entity = named.Entity,
                            Kind = correction.Kind,
                            By = ResolvedBy.Editor,
                            Sure = true,
                        },
                    // The role that stands there is that of whom the reader took for the speaker.
                    Role = correction.Role ?? (statement.Speaker?.Name == correction.Name ? statement.Role : null),
                }
        );
    }

    public static (Article, AppliedCorrection) Strike(string id, Article article, long act, StatementStruck correction)
    {
        var found = new StatementIndex(id, article.Statements).Find(correction.Statement);
        return (
            article with
            {
                Statements = [.. article.Statements.Where((_, i) => !found.Contains(i))],
            },
            new AppliedCorrection(act, found.Count > 0, Was: found.Count > 0 ? article.Statements[found[0]].Text : null)
        );
    }

    public static (Article, AppliedCorrection) Stance(
        string id,
        Article article,
        long act,
        StanceCorrected correction
    ) =>
        Change(
            id,
            article,
            act,
            correction.Statement,
            statement => Name(statement.Stance),
            statement => statement with { Stance = correction.Stance }
        );

    public static (Article, AppliedCorrection) Allegation(
        string id,
        Article article,
        long act,
        AllegationCorrected correction
    ) =>
        Change(
            id,
            article,
            act,
            correction.Statement,
            statement => statement.Allegation is { } allegation ? Name(allegation.Kind) : null,
            statement =>
                statement with
                {
                    Allegation = correction.Allegation is not { } kind
                        ? null
                        : new Allegation(
                            kind,
                            // Which words say so, the editor need not tell: it is the statement that does.
                            statement.Allegation?.Passage
                                ?? new Passage(statement.Start, statement.End, statement.Text)
                        ),
                }
        );

    public static (Article, AppliedCorrection) Confirm(string id, Article article, long act, WordsConfirmed correction)
    {
        var (confirmed, applied) = Change(
            id,
            article,
            act,
            correction.Statement,
            _ => null,
            // A later reading may find that they are reported only, or translated: then they are nobody's own.
            statement =>
                statement with
                {
                    Confirmed = statement is { Kind: not StatementKind.Indirect, Translated: null },
                }
        );
        return (confirmed, applied with { Confirms = true });
    }

    private static (Article, AppliedCorrection) Change(
        string id,
        Article article,
        long act,
        StatementAnchor anchor,
        Func<Statement, string?> was,
        Func<Statement, Statement> change
    )
    {
        var found = new StatementIndex(id, article.Statements).Find(anchor);
        if (found.Count == 0)
        {
            return (article, new AppliedCorrection(act, Found: false));
        }
        var statements = article.Statements.ToArray();
        var before = was(statements[found[0]]);
        foreach (var i in found)
        {
            statements[i] = change(statements[i]);
        }
        return (
            article with
            {
                Statements = statements,
            },
            new AppliedCorrection(act, Found: true, StatementId.Of(id, statements[found[0]]), null, before)
        );
    }

    private static Speaker? Unclear(Speaker? speaker) =>
        speaker is null
            ? null
            : speaker with
            {
                Name = null,
                Entity = null,
                Kind = SpeakerKind.Unknown,
                By = ResolvedBy.Editor,
                Sure = false,
            };

    private static string Name<TEnum>(TEnum value)
        where TEnum : struct, Enum => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}
