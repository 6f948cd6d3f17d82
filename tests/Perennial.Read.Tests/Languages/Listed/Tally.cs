namespace Perennial.Read.Tests.Languages.Listed;

/// <summary>How much of what is marked in some texts is read, each as a share of 1.</summary>
internal sealed class Tally
{
    private readonly Dictionary<string, (int Right, int Of)> counts = [];

    /// <summary>Statements match when half of their letters are the same.</summary>
    public double MatchF1 => 2.0 * counts["match"].Right / (counts["match"].Of + counts["read"].Of);

    public double this[string what] => counts.TryGetValue(what, out var count) ? (double)count.Right / count.Of : 1;

    public static Tally Of(IEnumerable<MarkedText> texts)
    {
        var tally = new Tally();
        foreach (var text in texts)
        {
            tally.Add(text, text.Read());
        }
        return tally;
    }

    private void Add(MarkedText marked, Article read)
    {
        var statements = read.Statements.Where(statement => statement.In == StatementPlace.Body).ToList();
        Count("read", true, statements.Count);
        var pairs = Pairs(marked, statements);
        foreach (var (number, pieces) in marked.Statements)
        {
            var statement = pairs.GetValueOrDefault(number);
            Count("match", statement is not null);
            if (pieces.TrueForAll(piece => "„»«“\"—".Contains(marked.Text[piece.Start], StringComparison.Ordinal)))
            {
                Count("direct", statement is not null);
            }
            if (statement is null)
            {
                continue;
            }
            Count(
                "stance",
                statement.Stance.ToString().Equals(pieces[0]["stance"], StringComparison.OrdinalIgnoreCase)
            );
            if (marked.Cues.Where(cue => cue["s"] == number).ToList() is { Count: > 0 } cues)
            {
                Count("cue", cues.Exists(cue => cue.Touches(statement.Cue?.Start, statement.Cue?.End)));
            }
            if (marked.Sources.Find(source => source["s"] == number) is { } source)
            {
                Count("source", source.Touches(statement.Speaker?.Start, statement.Speaker?.End));
                if (source["name"] is { } name)
                {
                    Count("name", name.Equals(statement.Speaker?.Name, StringComparison.OrdinalIgnoreCase));
                }
                if (
                    source["role"] is { } role
                    && !role.StartsWith("un ", StringComparison.Ordinal)
                    && !role.StartsWith("ein ", StringComparison.Ordinal)
                )
                {
                    Count("role", role.Equals(statement.Role, StringComparison.OrdinalIgnoreCase));
                }
            }
        }
        foreach (
            var shown in statements.Where(statement =>
                statement.Speaker
                    is {
                        Sure: true,
                        Kind: SpeakerKind.Person,
                        By: ResolvedBy.Name or ResolvedBy.Surname or ResolvedBy.Role
                    }
            )
        )
        {
            var number = pairs.FirstOrDefault(pair => pair.Value == shown).Key;
            Count(
                "shown",
                number is not null
                    && marked.Sources.Find(source => source["s"] == number)?["name"] == shown.Speaker!.Name
            );
        }
        foreach (var moment in marked.Moments)
        {
            Count(
                "moments",
                read.Moments.Any(found => moment.Touches(found.Start, found.End) && found.Value == moment["value"])
            );
        }
        foreach (var found in read.Moments)
        {
            Count(
                "moments found",
                marked.Moments.Exists(moment =>
                    moment.Touches(found.Start, found.End) && moment["value"] == found.Value
                )
            );
        }
    }

    private static Dictionary<string, Statement> Pairs(MarkedText marked, List<Statement> statements)
    {
        var candidates =
            from gold in marked.Statements
            let letters = Letters(marked.Text, gold.Value.Select(piece => (piece.Start, piece.End)))
            from statement in statements
            let found = Letters(marked.Text, statement.Spans.Select(span => (span[0], span[1])))
            let shared = (double)letters.Intersect(found).Count() / letters.Union(found).Count()
            where shared >= 0.5
            orderby shared descending
            select (gold.Key, statement);
        var pairs = new Dictionary<string, Statement>(StringComparer.Ordinal);
        foreach (var (number, statement) in candidates.ToList())
        {
            if (!pairs.ContainsKey(number) && !pairs.ContainsValue(statement))
            {
                pairs[number] = statement;
            }
        }
        return pairs;
    }

    private static HashSet<int> Letters(string text, IEnumerable<(int Start, int End)> spans) =>
        [
            .. spans
                .SelectMany(span => Enumerable.Range(span.Start, span.End - span.Start))
                .Where(at => char.IsLetterOrDigit(text[at])),
        ];

    private void Count(string what, bool right, int times = 1)
    {
        var (rights, of) = counts.GetValueOrDefault(what);
        counts[what] = (rights + (right ? times : 0), of + times);
    }
}
