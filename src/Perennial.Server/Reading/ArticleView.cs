using System.Text;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Perennial.Server.Reading;

/// <summary>An article as a person sees it in a terminal: its text with the passages lit, and who said what.</summary>
internal static class ArticleView
{
    /// <summary>Headline, what is known about it, text, and what was understood.</summary>
    public static IRenderable Of(Article article) =>
        new Rows([
            new Rule().RuleStyle("grey"),
            .. Head(article),
            new Text(""),
            new Markup(LitText(article)),
            new Text(""),
            .. Statements(article),
            .. List("Entities", article.Entities.Select(e => $"{e.Name} ({Word(e.Kind)}, {e.Mentions.Count})")),
            .. List("Figures", article.Figures.Select(f => f.Text)),
            .. List("Moments", article.Moments.Select(m => $"{m.Text} ({m.Value ?? "hangs on an unknown date"})")),
            .. List("Questions", article.Questions.Select(q => q.Text)),
        ]);

    private static IEnumerable<IRenderable> Head(Article article)
    {
        if (article.Kicker is { } kicker)
        {
            yield return new Markup($"[grey]{Markup.Escape(kicker)}[/]");
        }
        yield return new Markup($"[bold]{Markup.Escape(article.Title ?? "(no headline)")}[/]");
        if (article.Standfirst is { } standfirst)
        {
            yield return new Markup($"[italic]{Markup.Escape(standfirst)}[/]");
        }
        string?[] about =
        [
            article.SiteName is { } site && article.Tagline is { } tagline ? $"{site}: {tagline}" : article.SiteName,
            article.Section,
            article.Authors.Count > 0 ? string.Join(", ", article.Authors) : null,
            article.Published?.ToString(),
            article.Modified is { } modified ? $"changed {modified}" : null,
            article.Language,
            article.IsFree == false ? "to be paid for" : null,
            article.Licence is { } licence ? $"licence {licence}" : null,
            article.Kind == ArticleKind.Article ? null : Word(article.Kind),
            article.Posts.Count > 0 ? $"{article.Posts.Count} posts" : null,
        ];
        yield return new Markup($"[grey]{Markup.Escape(string.Join(" · ", about.OfType<string>()))}[/]");
        if (article.Tags.Count > 0)
        {
            yield return new Markup($"[grey]{Markup.Escape(string.Join(", ", article.Tags))}[/]");
        }
        foreach (var image in article.Images)
        {
            string?[] words = [image.Caption, image.Credit is { } credit ? $"({credit})" : null, image.Url];
            yield return new Markup($"[grey]picture: {Markup.Escape(string.Join(" ", words.OfType<string>()))}[/]");
        }
        if (RestsOn(article.Evidence) is { Length: > 0 } evidence)
        {
            yield return new Markup($"[grey]rests on: {Markup.Escape(evidence)}[/]");
        }
    }

    /// <summary>What each value of the head rests on, values of one evidence together.</summary>
    private static string RestsOn(ArticleEvidence evidence)
    {
        (string Value, Evidence? By)[] values =
        [
            ("title", evidence.Title),
            ("standfirst", evidence.Standfirst),
            ("authors", evidence.Authors),
            ("published", evidence.Published),
            ("modified", evidence.Modified),
            ("section", evidence.Section),
            ("tags", evidence.Tags),
            ("language", evidence.Language),
            ("address", evidence.CanonicalUrl),
            ("site", evidence.SiteName),
            ("paywall", evidence.IsFree),
            ("licence", evidence.Licence),
        ];
        return string.Join(
            "; ",
            values
                .Where(value => value.By is not null)
                .GroupBy(value => value.By!.Value, value => value.Value)
                .Select(group => $"{Name(group.Key)} ({string.Join(", ", group)})")
        );
    }

    private static string Name(Evidence by) =>
        by switch
        {
            Evidence.JsonLd => "JSON-LD",
            Evidence.Meta => "meta elements",
            Evidence.Visible => "what is shown",
            _ => Word(by),
        };

    /// <summary>The text, quotations in one colour, indirect speech in another, cues underlined.</summary>
    private static string LitText(Article article)
    {
        var styles = new string?[article.Text.Length];
        foreach (var statement in article.Statements)
        {
            var style = statement.Kind == StatementKind.Indirect ? "aqua" : "green";
            foreach (var span in statement.Spans)
            {
                Array.Fill(styles, style, span[0], span[1] - span[0]);
            }
            if (statement.Cue is { Start: { } start, End: { } end })
            {
                Array.Fill(styles, "underline", start, end - start);
            }
        }
        var lit = new StringBuilder();
        for (var start = 0; start < styles.Length; )
        {
            var end = start + 1;
            while (end < styles.Length && styles[end] == styles[start])
            {
                end++;
            }
            var text = Markup.Escape(article.Text[start..end]);
            lit.Append(styles[start] is { } style ? $"[{style}]{text}[/]" : text);
            start = end;
        }
        return lit.ToString();
    }

    private static IEnumerable<IRenderable> Statements(Article article)
    {
        if (article.Statements.Count == 0)
        {
            yield break;
        }
        var table = new Table()
            .Border(TableBorder.Simple)
            .Title("Who said what", new Style(decoration: Decoration.Bold));
        table.AddColumns("who", "said", "how");
        foreach (var statement in article.Statements)
        {
            AddRow(table, statement, statement.Text);
            foreach (var inner in statement.Inner)
            {
                AddRow(table, inner, $"within it: {inner.Text}");
            }
        }
        yield return table;
    }

    private static void AddRow(Table table, Statement statement, string words) =>
        table.AddRow(Markup.Escape(Who(statement)), Markup.Escape(words), Markup.Escape(How(statement)));

    private static string Who(Statement statement)
    {
        var speaker = statement.Speaker;
        var name =
            speaker?.Name
            ?? (speaker is { Kind: not SpeakerKind.Unknown, Text: { } words } ? words : "speaker unclear");
        return speaker is { Sure: false } ? $"{name} (not sure)"
            : statement.Role is { } role ? $"{name}, {role}"
            : name;
    }

    private static string How(Statement statement)
    {
        string?[] how =
        [
            Word(statement.Kind),
            statement.Stance == Stance.Asserted ? null : Word(statement.Stance),
            statement.In == StatementPlace.Headline ? "in the headline" : null,
            statement.Told is { } told ? $"told {told.Name}{(told.Sure ? "" : " (not sure)")}" : null,
            statement is { In: StatementPlace.Headline, Carried: null } ? "no passage carries it" : null,
            statement.Speaker is { By: not ResolvedBy.Name } speaker
                ? $"by {Word(speaker.By)}{(speaker.Text is { } words && words != speaker.Name ? $" “{words}”" : "")}"
                : null,
            statement.Hedges.Count > 0
                ? $"softened by “{string.Join("”, “", statement.Hedges.Select(h => h.Text))}”"
                : null,
            statement.Allegation is { } allegation
                ? $"alleges {Word(allegation.Kind)} (“{allegation.Passage.Text}”)"
                : null,
            statement.Via is { } via ? $"by way of {via.Name}" : null,
            statement.Earlier is { } earlier ? $"said before (“{earlier.Text}”)" : null,
            statement.Translated is { } translated
                ? $"translated{(translated.From is { } from ? $" from {from}" : "")}"
                : null,
        ];
        return string.Join(", ", how.OfType<string>());
    }

    private static IEnumerable<IRenderable> List(string title, IEnumerable<string> items)
    {
        var all = string.Join("; ", items);
        if (all.Length > 0)
        {
            yield return new Markup($"[bold]{title}[/] {Markup.Escape(all)}");
        }
    }

    private static string Word<TEnum>(TEnum value)
        where TEnum : struct, Enum => value.ToString().ToLowerInvariant();
}
