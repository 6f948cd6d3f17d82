using Perennial.Weave.Questions;
using Perennial.Weave.Stories;

namespace Perennial.Weave.Naming;

/// <summary>The short label of a story: what most origins call the thing that happened where it happened.</summary>
internal sealed class Kicker
{
    private const int MostArticles = 60;
    private const int MostNames = 6;
    private const int MostMentions = 40;

    // So many of the origins have to say it.
    private const double LeastShare = 0.25;
    private const double LeastShareOfName = 0.6;

    private static readonly HashSet<string> Determiners = Words(
        "the a an this le la les un une des du au aux der die das den dem des ein eine einen einem einer am im vom zum"
    );

    private static readonly HashSet<string> Prepositions = Words(
        "at in of near on off over de d du des au aux à en sur bei von im am an vom"
    );

    // They say where, or who lives there, and not what.
    private static readonly HashSet<string> Empty = Words(
        """
        town city village region area district valley north south east west centre center outskirts part side resident citizen
        people families children women men police mayor minister government council authority newspaper correspondent
        ville village région centre nord sud est ouest habitants maire ministre police stadt dorf region norden süden osten westen mitte
        bürgermeister einwohner menschen polizei rand nähe
        """
    );

    private readonly List<Labels> newest = [];

    /// <summary>Takes in an article that is no echo.</summary>
    public void Add(StoryArticle article)
    {
        if (newest.Count == MostArticles)
        {
            newest.RemoveAt(0);
        }
        newest.Add(new Labels(article));
    }

    /// <summary>Where its words stand; <see langword="null"/> where origins have too little in common.</summary>
    /// <param name="named">Who and what the articles name.</param>
    public PassageAnchor? Of(IReadOnlyList<NamedThing> named)
    {
        // One report has no label that others share.
        if (newest.Count < 2)
        {
            return null;
        }
        var names = named
            .OrderByDescending(thing => thing.Origins)
            .ThenByDescending(thing => thing.InHeadlines)
            .ThenByDescending(thing => thing.Kind == EntityKind.Place)
            .Take(MostNames)
            .Select(thing => StatementId.WordsOf(thing.Name))
            .ToList();
        // Whoever speaks for a story is named in every report of it, and in no headline.
        var inHeadlines = named
            .Where(thing => thing.InHeadlines > 0)
            .Select(thing => StatementId.WordsOf(thing.Name))
            .ToHashSet(StringComparer.Ordinal);
        var roles = newest.SelectMany(labels => labels.Roles).ToHashSet(StringComparer.Ordinal);
        var best = newest
            .SelectMany(labels => names.SelectMany(name => labels.Phrases[name]))
            .Where(phrase => !roles.Contains(phrase.Noun))
            .GroupBy(phrase => (phrase.Noun, phrase.Name))
            .Select(same =>
                (Phrases: same.ToList(), Origins: same.DistinctBy(phrase => phrase.Passage.Article).Count())
            )
            .Where(same => same.Origins >= 2 && same.Origins >= newest.Count * LeastShare)
            .OrderByDescending(same => same.Origins)
            .ThenBy(same => names.IndexOf(same.Phrases[0].Name))
            .ThenBy(same => same.Phrases[0].Noun, StringComparer.Ordinal)
            .FirstOrDefault();
        return best.Phrases is { } phrases ? Form(phrases) : NameAlone(names.Where(name => inHeadlines.Contains(name)));
    }

    /// <summary>Of "dam at Sarn" and "Sarn dam" the one that more of them use.</summary>
    private static PassageAnchor Form(IEnumerable<Phrase> phrases) =>
        phrases
            .GroupBy(phrase => StatementId.WordsOf(phrase.Words), StringComparer.Ordinal)
            .OrderByDescending(same => same.DistinctBy(phrase => phrase.Passage.Article).Count())
            .First()
            .First()
            .Passage;

    private PassageAnchor? NameAlone(IEnumerable<string> names) =>
        names
            .Select(name =>
                newest.Select(labels => labels.Names.GetValueOrDefault(name)).OfType<PassageAnchor>().ToList()
            )
            .FirstOrDefault(places => places.Count >= 2 && places.Count >= newest.Count * LeastShareOfName)
            ?[0];

    /// <summary>What one article has to label a story with.</summary>
    private sealed class Labels
    {
        public Labels(StoryArticle article)
        {
            var mentions = article
                .Article.Entities.SelectMany(entity =>
                    entity
                        .Mentions.Where(mention =>
                            mention.Start >= 0
                            && mention.End <= article.Article.Text.Length
                            && mention.Text.Equals(entity.Name, StringComparison.OrdinalIgnoreCase)
                        )
                        .Take(MostMentions)
                )
                .Take(MostMentions * MostNames)
                .Select(mention => (Name: StatementId.WordsOf(mention.Text), Mention: mention))
                .ToList();
            Phrases = mentions
                .Select(pair => Around(article, pair.Name, pair.Mention))
                .OfType<Phrase>()
                .ToLookup(phrase => phrase.Name, StringComparer.Ordinal);
            Names = mentions
                // A dateline shouts.
                .OrderByDescending(pair => pair.Mention.Text.Any(char.IsLower))
                .DistinctBy(pair => pair.Name)
                .ToDictionary(
                    pair => pair.Name,
                    pair => StoryReader.Anchor(article, pair.Mention.Start!.Value, pair.Mention.End!.Value),
                    StringComparer.Ordinal
                );
            Roles =
            [
                .. article
                    .Article.Statements.Select(statement => statement.Role)
                    .OfType<string>()
                    .Distinct(StringComparer.Ordinal)
                    .SelectMany(role => TextWord.In(role, 0, role.Length))
                    .Select(word => word.Root),
            ];
        }

        public ILookup<string, Phrase> Phrases { get; }

        public IReadOnlyDictionary<string, PassageAnchor> Names { get; }

        public IReadOnlyList<string> Roles { get; }
    }

    /// <summary>"the dam at Sarn", "the Sarn dam" or "the river Velta": a noun, which an article before it shows to be one.</summary>
    private static Phrase? Around(StoryArticle article, string name, Passage mention)
    {
        const int look = 60;
        var text = article.Article.Text;
        var before = TextWord.In(text, Math.Max(0, mention.Start!.Value - look), mention.Start.Value);
        if (
            before is [.., var the, var noun, var at]
            && Determiners.Contains(the.Text)
            && Prepositions.Contains(at.Text)
            && IsThing(noun, article)
            && IsPlain(text, the.End, mention.Start.Value)
        )
        {
            return new Phrase(
                noun.Root,
                name,
                text[noun.Start..mention.End!.Value],
                StoryReader.Anchor(article, noun.Start, mention.End.Value)
            );
        }
        if (
            before is [.., var theThing, var called]
            && Determiners.Contains(theThing.Text)
            && IsThing(called, article)
            && !called.Text.EndsWith("ing", StringComparison.Ordinal)
            && IsPlain(text, theThing.End, mention.Start.Value)
        )
        {
            return new Phrase(
                called.Root,
                name,
                text[called.Start..mention.End!.Value],
                StoryReader.Anchor(article, called.Start, mention.End.Value)
            );
        }
        var after = TextWord.In(text, mention.End!.Value, Math.Min(text.Length, mention.End.Value + look));
        return
            before is [.., var theOne]
            && Determiners.Contains(theOne.Text)
            && after is [var thing, ..]
            && IsThing(thing, article)
            && IsPlain(text, theOne.End, thing.Start)
            ? new Phrase(
                thing.Root,
                name,
                text[mention.Start.Value..thing.End],
                StoryReader.Anchor(article, mention.Start.Value, thing.End)
            )
            : null;
    }

    // German writes its nouns with a capital; elsewhere a capital makes a name.
    private static bool IsThing(TextWord word, StoryArticle article) =>
        word.Text.Length >= 3
        && word.Text.All(char.IsLetter)
        && word.Capital == (article.Article.Language?.StartsWith("de", StringComparison.OrdinalIgnoreCase) == true)
        && !word.Text.EndsWith("ed", StringComparison.Ordinal)
        && !Empty.Contains(word.Text)
        && QuestionFrame.IsTelling(word);

    /// <summary>Whether nothing but words stands there: no sign ends the phrase.</summary>
    private static bool IsPlain(string text, int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            if (!char.IsLetter(text[i]) && text[i] is not (' ' or '\'' or '’' or '-'))
            {
                return false;
            }
        }
        return true;
    }

    private static HashSet<string> Words(string words) =>
        words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.Ordinal);

    private sealed record Phrase(string Noun, string Name, string Words, PassageAnchor Passage);
}
