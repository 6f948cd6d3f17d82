using Perennial.Weave.Changes;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Perennial.Server.Reading;

/// <summary>What changed on a page, as a person sees it in a terminal: what went is red and struck, what came green.</summary>
internal static class ChangesView
{
    /// <summary>The changes, the most telling first; nothing but a line when there are none.</summary>
    public static IRenderable Of(ArticleChanges changes) =>
        changes.None ? new Text("nothing changed that a reader would see") : new Rows(Lines(changes).Select(Line));

    private static IEnumerable<string> Lines(ArticleChanges changes)
    {
        yield return changes.Silent
            ? "[yellow]The page does not say that it was changed.[/]"
            : $"[grey]The page says that it was changed at {Markup.Escape(changes.Modified.ToString() ?? "")}.[/]";
        (string, TextChange?)[] head =
        [
            ("Headline", changes.Headline),
            ("Standfirst", changes.Standfirst),
            ("Byline", changes.Byline),
        ];
        foreach (var (name, change) in head)
        {
            if (change is not null)
            {
                yield return $"[bold]{name}[/]  {Words(change.Words)}";
            }
        }
        foreach (var change in changes.Figures)
        {
            yield return $"[bold]Figure {Word(change.Kind)}[/]  {Pair(change.Before?.Text, change.After?.Text)}";
        }
        foreach (var change in changes.Statements)
        {
            yield return $"[bold]Statement {Word(change.Kind)}{What(change)}[/]  {Speaker(change)}{Words(change.Words)}";
        }
        foreach (var change in changes.Paragraphs)
        {
            yield return $"[bold]Paragraph {Word(change.Kind)}[/]  {Words(change.Words)}";
        }
    }

    private static Markup Line(string text) => new(text + "\n");

    // Signs as well as colours: not everybody sees both, and a pipe carries only the signs.
    private static string Words(IReadOnlyList<WordRun> words) =>
        string.Concat(
            words.Select(run =>
                run.Kind switch
                {
                    WordRunKind.Added => $"[green]{Markup.Escape($"{{+{run.Text}+}}")}[/]",
                    WordRunKind.Removed => $"[red strikethrough]{Markup.Escape($"[-{run.Text}-]")}[/]",
                    _ => Markup.Escape(run.Text),
                }
            )
        );

    private static string Pair(string? before, string? after) =>
        Words([
            .. before is null ? [] : (WordRun[])[new WordRun(WordRunKind.Removed, before)],
            .. after is null ? [] : (WordRun[])[new WordRun(WordRunKind.Added, after)],
        ]);

    private static string What(StatementChange change) =>
        change.What.Count == 0
            ? ""
            : $" ({string.Join(", ", change.What.Select(aspect => aspect switch
                {
                    StatementAspect.Words => "words",
                    StatementAspect.Speaker => "speaker",
                    StatementAspect.Kind => "quotation",
                    _ => "stance",
                }))})";

    private static string Speaker(StatementChange change)
    {
        var (before, after) = (Name(change.Before), Name(change.After));
        return before is null || after is null || before == after
            ? Markup.Escape((after ?? before) is { } one ? one + ": " : "")
            : Pair(before, after) + ": ";
    }

    private static string? Name(Statement? statement) => statement?.Speaker?.Name ?? statement?.Speaker?.Text;

    private static string Word(ChangeKind kind) => kind.ToString().ToLowerInvariant();
}
