using System.Collections.Frozen;

namespace Perennial.Read.Languages.English;

/// <summary>The names of a text, bare, with their kinds: a model finds them, lists and titles beside them help.</summary>
internal static class Names
{
    private static readonly FrozenSet<string> Honorifics = WordClasses.Set(
        "mr mr. mrs mrs. ms ms. miss dr dr. prof prof. sir lord lady dame sen. rep. gov. gen. lt. col. maj. capt. sgt. adm. rev. hon. sens. reps. madame monsieur sheikh"
    );

    private static readonly FrozenSet<string> TitleParts = WordClasses.Set(
        "prime vice deputy foreign former first acting attorney press chief defense defence interior finance state district supreme crown house senate majority minority "
            + "u.s. us national security party assistant executive general lieutenant major vice-president presidential republican democratic republicans democrats health home culture "
            + "education energy trade labour labor justice communications campaign associate senior junior police army navy governor-general elect first lady honorary then-president ex-president"
    );

    // A hundred thousand people: smaller towns bear the names of people and things.
    private const int Large = 50;

    // A title of more words is none.
    private const int LongestTitle = 6;

    /// <summary>The names in order; none reaches into another.</summary>
    /// <param name="prose">The text.</param>
    /// <param name="tagged">What the model found.</param>
    public static List<NameMention> Of(Prose prose, List<(EntityKind Kind, int First, int Last)> tagged)
    {
        var names = new List<NameMention>();
        var next = 0;
        foreach (var (kind, first, last) in Joined(prose, tagged))
        {
            AddHeads(names, prose, next, first);
            next = first + 1 == last && Head(prose.Tokens[first]) is not null ? first : last;
            if (next == first)
            {
                continue;
            }
            foreach (var part in Parts(prose, kind, new Span(first, last)))
            {
                if (Bare(prose, kind, part) is { Length: > 0 } span)
                {
                    names.Add(Made(prose, kind, span));
                }
            }
        }
        AddHeads(names, prose, next, prose.Tokens.Count);
        return NameAgreement.Of(prose, names);
    }

    /// <summary>Adds names at the head of words between other names.</summary>
    private static void AddHeads(List<NameMention> names, Prose prose, int first, int last)
    {
        for (var i = first; i < last; i++)
        {
            if (Head(prose.Tokens[i]) is var (name, kind))
            {
                names.Add(new NameMention(i, i + 1, name, kind));
            }
        }
    }

    /// <summary>"London" of "London-based", "Russian" of "Russian-backed": a place or people with a small word behind a hyphen.</summary>
    private static (string Name, EntityKind Kind)? Head(Token token)
    {
        var hyphen = token.IsCapital ? token.Text.IndexOf('-', StringComparison.Ordinal) : -1;
        if (hyphen < 2 || hyphen + 1 == token.Text.Length || !char.IsLower(token.Text[hyphen + 1]))
        {
            return null;
        }
        var head = token.Text[..hyphen];
        return Countries.IsPeople(head) ? (head, EntityKind.Group)
            : Places.Shared.Largest(Places.Name(head)) is { Level: not PlaceLevel.City } or { Size: >= Large }
                ? (head, EntityKind.Place)
            : null;
    }

    /// <summary>"Institute of" and what follows are one name.</summary>
    private static List<(EntityKind Kind, int First, int Last)> Joined(
        Prose prose,
        List<(EntityKind Kind, int First, int Last)> names
    )
    {
        var joined = new List<(EntityKind Kind, int First, int Last)>(names.Count);
        foreach (var name in names)
        {
            if (joined is not [.., var before] || before.Last != name.First)
            {
                joined.Add(name);
            }
            else if (prose.Tokens[before.Last - 1].Lower is "of" or "for" or "and" or "&")
            {
                joined[^1] = (before.Kind, before.First, name.Last);
            }
            else if (IsBody(prose, before.Kind, name))
            {
                joined[^1] = (EntityKind.Organisation, before.First, name.Last);
            }
            else
            {
                joined.Add(name);
            }
        }
        return joined;
    }

    /// <summary>
    /// Where a body's name begins: where its capitals do. What the model marks is shorter, as in the set that it learnt from: "Times" in "Norland Times",
    /// beside the place. The mention stays as it is, the thing is called by its whole name.
    /// </summary>
    private static int Beginning(Prose prose, EntityKind kind, Span span)
    {
        var tokens = prose.Tokens;
        var first = span.First;
        if (kind == EntityKind.Organisation && BodyNouns.Contains(tokens[span.Last - 1].Lower))
        {
            var from = prose.Sentences[prose.SentenceOf[first]].First;
            while (first > from && IsOfName(tokens[first - 1], first - 1 == from))
            {
                first--;
            }
        }
        return first;
    }

    private static bool IsOfName(Token token, bool beginsSentence) =>
        token is { IsWord: true, IsCapital: true, IsPossessive: false }
        && !(
            beginsSentence && Places.Shared.Largest(Places.Name(token.Text)) is null && !Countries.IsPeople(token.Text)
        )
        && !Honorifics.Contains(token.Lower)
        && !Roles.IsRole(token.Lower)
        && !WordClasses.Determiners.Contains(token.Lower)
        && !WordClasses.IsTime(token.Lower);

    /// <summary>Whether two places that cling together are one body: "Norland" and "Rivers Centre".</summary>
    private static bool IsBody(Prose prose, EntityKind before, (EntityKind Kind, int First, int Last) name) =>
        (before, name.Kind) is (EntityKind.Place, EntityKind.Place)
        && BodyNouns.Contains(prose.Tokens[name.Last - 1].Lower);

    /// <summary>"Paris, Texas" is one name, "Paris, Rome" are two: behind a comma stands a region or country.</summary>
    private static IEnumerable<Span> Parts(Prose prose, EntityKind kind, Span span)
    {
        for (var i = span.First + 1; kind == EntityKind.Place && i < span.Last - 1; i++)
        {
            if (
                prose.Tokens[i].Text == ","
                && Places.Shared.Largest(Places.Name(prose.Slice(i + 1, span.Last))) is { Level: PlaceLevel.City }
                && Places.Shared.Largest(Places.Name(prose.Slice(span.First, i))) is not null
            )
            {
                return [new Span(span.First, i), new Span(i + 1, span.Last)];
            }
        }
        // "Ostby broadcaster Nord News": a common noun between names parts them, and what is meant stands last.
        for (var i = span.Last - 2; i > span.First; i--)
        {
            if (IsCommonNoun(prose.Tokens[i]))
            {
                return [new Span(i + 1, span.Last)];
            }
        }
        return [span];
    }

    private static bool IsCommonNoun(Token token) =>
        token.Text.Length > 4
        && token.Text.All(char.IsLower)
        && !WordClasses.Prepositions.Contains(token.Lower)
        && !WordClasses.Conjunctions.Contains(token.Lower)
        && !WordClasses.Determiners.Contains(token.Lower);

    /// <summary>The name without article, honorific and possessive.</summary>
    private static Span Bare(Prose prose, EntityKind kind, Span span)
    {
        var tokens = prose.Tokens;
        var (first, last) = (span.First, span.Last);
        while (
            last > first
            && (tokens[last - 1].IsPossessive || !tokens[last - 1].IsWord && tokens[last - 1].Text is not (")" or "!"))
        )
        {
            last--;
        }
        while (
            first < last
            && (
                !tokens[first].IsWord
                || Honorifics.Contains(tokens[first].Lower)
                || (
                    tokens[first].Lower is "the" or "a" or "an"
                    && !(last - first == 2 && tokens[first + 1].Text == "Hague")
                )
            )
        )
        {
            first++;
        }
        // "Captain Ana Gray"; a role may also be a first name, as in "Major Owens".
        if (kind == EntityKind.Person && last - first > 2 && Roles.IsRole(tokens[first].Lower))
        {
            first++;
        }
        return new Span(first, last);
    }

    private static NameMention Made(Prose prose, EntityKind kind, Span span)
    {
        var tokens = prose.Tokens;
        var from = prose.Sentences[prose.SentenceOf[span.First]].First;
        var honorific = span.First > from ? tokens[span.First - 1].Lower : "";
        var isHonorific = Honorifics.Contains(honorific);
        if (kind is EntityKind.Person or EntityKind.Other && Countries.IsPeople(prose.Slice(span.First, span.Last)))
        {
            kind = EntityKind.Group;
        }
        else if (
            !isHonorific
            && span.Length > 1
            && kind is not EntityKind.Place
            && BodyNouns.Names(tokens[span.Last - 1])
        )
        {
            kind = EntityKind.Organisation;
        }
        var title = isHonorific || kind == EntityKind.Person ? TitleBefore(tokens, from, span.First) : null;
        return new NameMention(
            span.First,
            span.Last,
            prose.Slice(isHonorific ? span.First : Beginning(prose, kind, span), span.Last),
            isHonorific ? EntityKind.Person : kind
        )
        {
            Honorific = isHonorific ? honorific.TrimEnd('.') : null,
            Title = title,
        };
    }

    private static Span? TitleBefore(IReadOnlyList<Token> tokens, int from, int name)
    {
        var first = name;
        while (
            first > from
            && name - first < LongestTitle
            && tokens[first - 1] is { IsWord: true, IsCapital: true } word
            && (
                Honorifics.Contains(word.Lower)
                || Roles.IsRole(word.Lower)
                // "Transport Minister": what leads to a role, but not the capital that begins the sentence.
                || (
                    first < name
                    && (first - 1 > from || TitleParts.Contains(word.Lower) || Countries.IsPeople(word.Text))
                )
            )
        )
        {
            first--;
        }
        return first < name ? new Span(first, name) : null;
    }
}
