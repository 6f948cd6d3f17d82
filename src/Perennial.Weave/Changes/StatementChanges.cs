namespace Perennial.Weave.Changes;

/// <summary>Which statements changed, came or went.</summary>
internal static class StatementChanges
{
    private const double AlikeEnough = 0.5;
    private const int MostStatements = 500;

    /// <summary>The changes: changed and new statements in the order of the later text, then those that went.</summary>
    public static IReadOnlyList<StatementChange> Between(Article before, Article after)
    {
        var old = before.Statements.Take(MostStatements).Select(statement => new Worded(statement)).ToList();
        var now = after.Statements.Take(MostStatements).Select(statement => new Worded(statement)).ToList();
        // Those that stayed are set aside first, so that no rewritten one takes their place.
        var pairs = new Dictionary<Worded, Worded>(ReferenceEqualityComparer.Instance);
        Pair(now, old, pairs, (one, other) => one.Key == other.Key ? 1 : 0, least: 1);
        Pair(now, old, pairs, (one, other) => one.Words == other.Words ? 1 : 0, least: 1);
        Pair(now, old, pairs, (one, other) => one.Likeness.To(other.Likeness), AlikeEnough);
        var changes = new List<StatementChange>();
        foreach (var statement in now)
        {
            if (!pairs.TryGetValue(statement, out var earlier))
            {
                changes.Add(Added(statement.Statement));
            }
            else if (Aspects(earlier, statement) is { Count: > 0 } what)
            {
                changes.Add(
                    new StatementChange(
                        ChangeKind.Changed,
                        earlier.Statement,
                        statement.Statement,
                        what,
                        WordRuns.Between(earlier.Statement.Text, statement.Statement.Text)
                    )
                );
            }
        }
        changes.AddRange(old.Select(statement => Removed(statement.Statement)));
        return changes;
    }

    private static void Pair(
        List<Worded> now,
        List<Worded> old,
        Dictionary<Worded, Worded> pairs,
        Func<Worded, Worded, double> likeness,
        double least
    )
    {
        foreach (var statement in now.Where(statement => !pairs.ContainsKey(statement)))
        {
            var best = old.Select(one => (one, Likeness: likeness(statement, one))).MaxBy(pair => pair.Likeness);
            if (best.one is not null && best.Likeness >= least)
            {
                pairs[statement] = best.one;
                old.Remove(best.one);
            }
        }
    }

    private static List<StatementAspect> Aspects(Worded before, Worded after)
    {
        var what = new List<StatementAspect>();
        if (before.Words != after.Words)
        {
            what.Add(StatementAspect.Words);
        }
        if (before.Speaker != after.Speaker)
        {
            what.Add(StatementAspect.Speaker);
        }
        if (before.Statement.Kind != after.Statement.Kind)
        {
            what.Add(StatementAspect.Kind);
        }
        if (before.Statement.Stance != after.Statement.Stance)
        {
            what.Add(StatementAspect.Stance);
        }
        return what;
    }

    private static StatementChange Added(Statement statement) =>
        new(ChangeKind.Added, null, statement, [], [new WordRun(WordRunKind.Added, statement.Text)]);

    private static StatementChange Removed(Statement statement) =>
        new(ChangeKind.Removed, statement, null, [], [new WordRun(WordRunKind.Removed, statement.Text)]);

    /// <summary>A statement with what it is compared by.</summary>
    private sealed class Worded(Statement statement)
    {
        public Statement Statement { get; } = statement;

        public string Words { get; } = string.Join(' ', Weave.Words.Of(statement.Text).Select(word => word.Text));

        public string Speaker { get; } = statement.Speaker?.Name ?? statement.Speaker?.Text ?? "";

        public Likeness Likeness { get; } = new(statement.Text);

        public string Key => Speaker + "\n" + Words;
    }
}
