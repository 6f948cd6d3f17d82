namespace Perennial.Publish.Parts;

/// <summary>Some words of a quotation on its way, with the signs between them.</summary>
/// <param name="Kind">What became of them.</param>
/// <param name="Text">The words.</param>
public sealed record WayPiece(TrailRunKind Kind, string Text)
{
    private static readonly char[] Marks = [' ', ',', '“', '”', '„', '"', '«', '»', '‘', '’', '\u00A0', '\u202F'];

    /// <summary>The words of a statement in order.</summary>
    /// <param name="statement">The statement.</param>
    /// <param name="before">The one that it is compared with, when its words may be shown.</param>
    /// <param name="runs">What became of the words; offsets that do not fit the texts are passed over.</param>
    public static IReadOnlyList<WayPiece> Of(Statement statement, Statement? before, IReadOnlyList<TrailRun> runs)
    {
        var text = statement.Text;
        var pieces = new List<WayPiece>();
        var next = 0;
        foreach (var run in runs)
        {
            var went = run.Kind is TrailRunKind.Dropped or TrailRunKind.Cut;
            // Words that may not be shown have a place all the same.
            if (went && before is null)
            {
                pieces.Add(new WayPiece(TrailRunKind.Kept, pieces.Count == 0 ? "" : " "));
                pieces.Add(new WayPiece(run.Kind, "…"));
                continue;
            }
            var whole = went ? before!.Text : text;
            if (run.Start < (went ? 0 : next) || run.End > whole.Length || run.Start >= run.End)
            {
                continue;
            }
            if (!went)
            {
                Between(run.Start);
                next = run.End;
            }
            if (went && pieces.Count > 0)
            {
                pieces.Add(new WayPiece(TrailRunKind.Kept, " "));
            }
            pieces.Add(new WayPiece(run.Kind, Plain(whole[run.Start..run.End])));
            if (went && pieces.Count == 1)
            {
                pieces.Add(new WayPiece(TrailRunKind.Kept, " "));
            }
        }
        Between(text.Length);
        // The marks of the quotation itself are set by the page.
        return Trimmed(pieces);

        void Between(int end)
        {
            if (end > next)
            {
                pieces.Add(new WayPiece(TrailRunKind.Kept, Joined(text[next..end])));
            }
        }
    }

    /// <summary>What came in place of what.</summary>
    public static IReadOnlyList<(string? Was, string? Is)> Changes(IReadOnlyList<WayPiece> pieces)
    {
        var changes = new List<(string?, string?)>();
        string? was = null;
        foreach (
            var piece in pieces.Where(piece => piece.Kind != TrailRunKind.Kept || piece.Text.Any(char.IsLetterOrDigit))
        )
        {
            if (was is not null)
            {
                changes.Add((was, piece.Kind == TrailRunKind.Added ? piece.Text : null));
                was = null;
            }
            else if (piece.Kind == TrailRunKind.Added)
            {
                changes.Add((null, piece.Text));
            }
            was = piece.Kind == TrailRunKind.Dropped ? piece.Text : null;
        }
        if (was is not null)
        {
            changes.Add((was, null));
        }
        return changes;
    }

    /// <summary>Words without the marks at their ends and at the joints within.</summary>
    public static string Plain(string text) => Joined(text).Trim(Marks);

    // “It holds,” “and it will” is one quotation that the article had parted.
    private static string Joined(string text) =>
        text.Replace(",” “", " ", StringComparison.Ordinal)
            .Replace("” “", " ", StringComparison.Ordinal)
            .Replace(" “", " ", StringComparison.Ordinal);

    private static List<WayPiece> Trimmed(List<WayPiece> pieces)
    {
        if (pieces is [{ Kind: TrailRunKind.Kept } first, ..])
        {
            pieces[0] = first with { Text = first.Text.TrimStart(Marks) };
        }
        if (
            pieces
            is [{ Kind: TrailRunKind.Cut or TrailRunKind.Dropped }, { Text: " " }, { Kind: TrailRunKind.Kept } next, ..]
        )
        {
            pieces[2] = next with { Text = next.Text.TrimStart(Marks) };
        }
        if (pieces is [.., { Kind: TrailRunKind.Kept } last])
        {
            pieces[^1] = last with { Text = last.Text.TrimEnd(Marks) };
        }
        pieces.RemoveAll(piece => piece.Text.Length == 0);
        return pieces;
    }
}
