using System.Globalization;
using System.Text;
using Dapper;

namespace Perennial.Store.Views;

public sealed partial class SearchView
{
    /// <summary>Stands before a found word in <see cref="FoundPassage.Text"/>.</summary>
    public const char Lit = '\u0002';

    /// <summary>Stands after a found word.</summary>
    public const char Unlit = '\u0003';

    // How many passages with the words are looked at for the other conditions at one time; the reader may go on from there.
    private const int MostLookedAt = 20_000;
    private const int MostTerms = 12;
    private const int LongestTerm = 60;

    // Words of context: about three lines.
    private const int Context = 44;

    /// <summary>The passages that fit, the newest in the record first: only what readers may see.</summary>
    /// <param name="snapshot">The views.</param>
    /// <param name="query">What is asked for.</param>
    /// <param name="before">Where an earlier answer ended; <see langword="null"/> to begin.</param>
    /// <param name="most">How many at most.</param>
    public static FoundPassages Find(ViewSnapshot snapshot, SearchQuery query, long? before, int most)
    {
        if (Match(query) is not { } match)
        {
            return new FoundPassages([], null);
        }
        var looked = snapshot
            .Connection.Query<long>(
                """
                SELECT rowid FROM passage_words
                WHERE passage_words MATCH @match AND (@before IS NULL OR rowid < @before)
                ORDER BY rowid DESC LIMIT 1 OFFSET @MostLookedAt
                """,
                new
                {
                    match,
                    before,
                    MostLookedAt,
                }
            )
            .Cast<long?>()
            .FirstOrDefault();
        List<FoundPassage> found =
        [
            .. snapshot
                .Connection.Query<Row>(
                    $"""
                    SELECT p.id, p.article, p.post, p.piece, p.anchor, p.statement, p.speaker, p.at,
                        snippet(passage_words, 0, @lit, @unlit, '…', {Context.ToString(
                        CultureInfo.InvariantCulture
                    )}) AS text,
                        coalesce(w.title, '') AS title
                    FROM passage_words w JOIN passages p ON p.id = w.rowid
                    WHERE passage_words MATCH @match AND (@before IS NULL OR w.rowid < @before)
                        AND (@looked IS NULL OR w.rowid > @looked)
                        AND (@from IS NULL OR p.at >= @from) AND (@until IS NULL OR p.at < @until)
                        AND (@stance IS NULL OR instr(p.stances, @stance) > 0)
                        AND (
                            (p.article IS NOT NULL AND {GateView.ShownArticle("p.article")} AND (
                                @Story IS NULL OR EXISTS (
                                    SELECT 1 FROM articles a WHERE a.id = p.article AND a.story = @Story
                                )
                            ))
                            OR EXISTS (
                                SELECT 1 FROM posts q WHERE q.id = p.post AND q.until IS NULL
                                AND {GateView.Open("q.id")} AND {GateView.Open("q.story")}
                                AND (@Story IS NULL OR q.story = @Story)
                            )
                            OR (p.piece IS NOT NULL AND {GateView.Open("p.piece")} AND (
                                @Story IS NULL OR EXISTS (
                                    SELECT 1 FROM piece_stories t WHERE t.piece = p.piece AND t.story = @Story
                                )
                            ))
                        )
                    ORDER BY w.rowid DESC LIMIT @most
                    """,
                    new
                    {
                        match,
                        before,
                        looked,
                        lit = Lit.ToString(),
                        unlit = Unlit.ToString(),
                        from = query.From?.ToUnixTimeMilliseconds(),
                        until = query.Until?.ToUnixTimeMilliseconds(),
                        stance = query.Stance is { } stance ? $" {stance} " : null,
                        query.Story,
                        most = most + 1,
                    }
                )
                .Select(row => row.ToPassage()),
        ];
        return found.Count > most
            ? new FoundPassages(found[..most], found[most - 1].Id)
            : new FoundPassages(found, looked is null ? null : looked + 1);
    }

    /// <summary>What is asked for in the index's own language: every word or quoted phrase must be there, none after a minus.</summary>
    /// <returns><see langword="null"/> when there is nothing to look for.</returns>
    private static string? Match(SearchQuery query)
    {
        var (wanted, unwanted) = Terms(query.Words);
        List<string> all =
        [
            .. wanted.Select(term => $"{{text title}} : {term}"),
            .. Terms(query.Speaker).Wanted.Select(term => $"speaker : {term}"),
            .. Terms(query.Outlet).Wanted.Select(term => $"outlet : {term}"),
        ];
        if (all.Count == 0)
        {
            return null;
        }
        var match = string.Join(" AND ", all);
        return unwanted.Count == 0 ? match : $"({match}) NOT ({string.Join(" OR ", unwanted)})";
    }

    /// <summary>Every term stands in quotation marks, where the index's language has no other signs than the mark itself.</summary>
    private static (List<string> Wanted, List<string> Unwanted) Terms(string? words)
    {
        var (wanted, unwanted) = (new List<string>(), new List<string>());
        var text = words ?? "";
        for (var i = 0; i < text.Length && wanted.Count + unwanted.Count < MostTerms; )
        {
            if (char.IsWhiteSpace(text[i]))
            {
                i++;
                continue;
            }
            var minus = text[i] == '-';
            i += minus ? 1 : 0;
            var isPhrase = i < text.Length && IsMark(text[i]);
            i += isPhrase ? 1 : 0;
            var start = i;
            while (i < text.Length && (isPhrase ? !IsMark(text[i]) : !char.IsWhiteSpace(text[i])))
            {
                i++;
            }
            var term = text[start..i];
            i += isPhrase ? 1 : 0;
            var isPrefix = !isPhrase && term.Length > 3 && term.EndsWith('*');
            if (Cleaned(term) is { } cleaned)
            {
                (minus ? unwanted : wanted).Add($"\"{cleaned}\"{(isPrefix ? " *" : "")}");
            }
        }
        return (wanted, unwanted);
    }

    private static bool IsMark(char sign) => sign is '"' or '“' or '”' or '«' or '»' or '„';

    private static string? Cleaned(string term)
    {
        var cleaned = new StringBuilder(term.Length);
        foreach (var rune in term[..Math.Min(term.Length, LongestTerm)].EnumerateRunes())
        {
            cleaned.Append(Rune.IsControl(rune) || rune.Value is '"' or 0xFFFD ? " " : rune.ToString());
        }
        var words = cleaned.ToString();
        return words.EnumerateRunes().Any(Rune.IsLetterOrDigit) ? words : null;
    }

    private sealed class Row
    {
        public long Id { get; init; }
        public string? Article { get; init; }
        public string? Post { get; init; }
        public string? Piece { get; init; }
        public string? Anchor { get; init; }
        public string? Statement { get; init; }
        public string? Speaker { get; init; }
        public long At { get; init; }
        public required string Text { get; init; }

        public FoundPassage ToPassage() =>
            new()
            {
                Id = Id,
                Article = Article,
                Post = Post,
                Piece = Piece,
                Anchor = Anchor,
                Statement = Statement,
                Speaker = Speaker,
                At = DateTimeOffset.FromUnixTimeMilliseconds(At),
                Text = Text,
            };
    }
}

/// <summary>What is looked for.</summary>
public sealed record SearchQuery
{
    /// <summary>Words, and phrases in quotation marks; with a minus before it, what must not be there; with a star after it, how a word begins.</summary>
    public string? Words { get; init; }

    /// <summary>Words of the name of who says it.</summary>
    public string? Speaker { get; init; }

    /// <summary>Words of the name of the outlet that carries it.</summary>
    public string? Outlet { get; init; }

    /// <summary>The id of the story it belongs to.</summary>
    public string? Story { get; init; }

    /// <summary>How it is said.</summary>
    public Stance? Stance { get; init; }

    /// <summary>Not published before.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Published before.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>Whether there is anything to look for.</summary>
    public bool IsEmpty =>
        string.IsNullOrWhiteSpace(Words) && string.IsNullOrWhiteSpace(Speaker) && string.IsNullOrWhiteSpace(Outlet);
}

/// <summary>What was found.</summary>
/// <param name="Passages">The passages.</param>
/// <param name="Next">Where to go on; <see langword="null"/> at the end.</param>
public sealed record FoundPassages(IReadOnlyList<FoundPassage> Passages, long? Next);

/// <summary>A passage that was found.</summary>
public sealed record FoundPassage
{
    /// <summary>Its number: the cursor.</summary>
    public required long Id { get; init; }

    /// <summary>The article it stands in; <see langword="null"/> for one of a post.</summary>
    public string? Article { get; init; }

    /// <summary>The post it stands in.</summary>
    public string? Post { get; init; }

    /// <summary>The piece it stands in.</summary>
    public string? Piece { get; init; }

    /// <summary>Where it stands on the article's page.</summary>
    public string? Anchor { get; init; }

    /// <summary>The id of the first statement in it.</summary>
    public string? Statement { get; init; }

    /// <summary>Who speaks in it.</summary>
    public string? Speaker { get; init; }

    /// <summary>When it was published.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Its words or those around what was found, found ones between <see cref="SearchView.Lit"/> and <see cref="SearchView.Unlit"/>.</summary>
    public required string Text { get; init; }
}
