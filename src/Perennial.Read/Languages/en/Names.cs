using System.Collections.Frozen;

namespace Perennial.Read.Languages.English;

/// <summary>Finds names by their capitals and says what they seem to be by honest evidence: lists, titles, words of organisations.</summary>
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

    private static readonly FrozenSet<string> Particles = WordClasses.Set(
        "de da di del della der den van von la le al bin ibn ben el dos du abu ter ten zu"
    );

    private static readonly FrozenSet<string> Initials = WordClasses.Set("st. ft. mt. jr. sr. inc. corp. co. ltd.");

    /// <summary>The names in order.</summary>
    public static List<NameMention> Of(Prose prose)
    {
        var tokens = prose.Tokens;
        var common = LowerWords(tokens);
        var names = new List<NameMention>();
        foreach (var sentence in prose.Sentences)
        {
            var titleCase = Clauses.IsTitleCase(prose, sentence);
            for (var i = sentence.First; i < sentence.Last; )
            {
                if (!IsNameWord(tokens, i, sentence, common))
                {
                    i++;
                    continue;
                }
                var end = RunEnd(tokens, i, sentence);
                Add(names, prose, i, end, titleCase);
                i = end;
            }
        }
        return names;
    }

    private static HashSet<string> LowerWords(IReadOnlyList<Token> tokens)
    {
        var words = new HashSet<string>(StringComparer.Ordinal);
        foreach (var token in tokens)
        {
            if (token.IsWord && char.IsLower(token.Text[0]))
            {
                words.Add(token.Lower);
            }
        }
        return words;
    }

    private static bool IsNameWord(IReadOnlyList<Token> tokens, int i, Run sentence, HashSet<string> common)
    {
        var token = tokens[i];
        if (
            !token.IsWord
            || !token.IsCapital
            || WordClasses.Days.Contains(token.Lower)
            || (
                WordClasses.Months.Contains(token.Lower)
                && !(i + 1 < sentence.Last && tokens[i + 1].IsCapital && GivenNames.Contains(token.Text))
            )
        )
        {
            return false;
        }
        var known =
            Honorifics.Contains(token.Lower)
            || GivenNames.Contains(token.Text)
            || Places.Contains(token.Text)
            || Countries.IsPeople(token.Text)
            || OrganisationWords.IsAcronym(token.Text);
        if (
            known
            && token.Text
                is not (
                    "Will"
                    or "May"
                    or "Mark"
                    or "Grant"
                    or "Guy"
                    or "Don"
                    or "Will"
                    or "An"
                    or "Per"
                    or "Most"
                    or "Many"
                )
        )
        {
            return true;
        }
        if (
            WordClasses.Determiners.Contains(token.Lower)
            || WordClasses.Pronouns.Contains(token.Lower)
            || WordClasses.Prepositions.Contains(token.Lower)
            || WordClasses.Subordinators.Contains(token.Lower)
            || WordClasses.Conjunctions.Contains(token.Lower)
            || WordClasses.IsAuxiliary(token.Lower)
            || WordClasses.IsTime(token.Lower)
            || WordClasses.Indefinite.Contains(token.Lower)
            || token.Lower
                is "however"
                    or "meanwhile"
                    or "there"
                    or "yes"
                    or "please"
                    or "asked"
                    or "let"
                    or "oh"
                    or "well"
                    or "okay"
                    or "him"
                    or "me"
                    or "us"
                    or "them"
                    or "such"
        )
        {
            // "The Hague" and "May" are told by the lists above; "Will Smith" by the name that follows.
            return token.Text is "Will" or "Mark" or "Grant" or "Guy" or "Don"
                && i + 1 < sentence.Last
                && tokens[i + 1].IsCapital
                && tokens[i + 1].IsWord;
        }
        var starts =
            i == sentence.First
            || tokens[i - 1].IsQuotationMark
            || tokens[i - 1].Text is ":" or "—"
            || tokens[i - 1].EndsSentence;
        return !starts
            || !(common.Contains(token.Lower) || WordClasses.IsAdverb(token.Lower))
                && (token.Lower.Length > 2)
                && Cues.Of(token.Lower) is null
            || (
                i + 1 < sentence.Last
                && tokens[i + 1].IsCapital
                && tokens[i + 1].IsWord
                && !WordClasses.IsAdverb(token.Lower)
            );
    }

    private static int RunEnd(IReadOnlyList<Token> tokens, int first, Run sentence)
    {
        var i = first + 1;
        while (i < sentence.Last && i - first < 10)
        {
            var token = tokens[i];
            var next = i + 1 < sentence.Last ? tokens[i + 1] : default;
            if (
                token.IsWord
                && token.IsCapital
                && !WordClasses.Days.Contains(token.Lower)
                && !(WordClasses.Pronouns.Contains(token.Lower) && token.Text != "US")
            )
            {
                i++;
            }
            else if (Particles.Contains(token.Lower) && next.Text is not null && next.IsCapital && next.IsWord)
            {
                i += 2;
            }
            else if (token.Text == "&" && next.Text is not null && next.IsCapital)
            {
                i += 2;
            }
            else if (token.Lower is "of" or "for" && OfOrganisation(tokens, first, i, sentence))
            {
                i += next.IsCapital ? 2 : 3;
            }
            else
            {
                break;
            }
        }
        return Math.Min(i, sentence.Last);
    }

    /// <summary>"Bank of Elsewhere", "Department of the Interior": a word of an organisation before "of".</summary>
    private static bool OfOrganisation(IReadOnlyList<Token> tokens, int first, int of, Run sentence)
    {
        if (!OrganisationWords.Contains(tokens[of - 1].Text) || of + 1 >= sentence.Last)
        {
            return false;
        }
        return tokens[of + 1].IsCapital && tokens[of + 1].IsWord
            || (
                tokens[of + 1].Lower == "the"
                && of + 2 < sentence.Last
                && tokens[of + 2].IsCapital
                && tokens[of + 2].IsWord
                && of >= first
            );
    }

    private static void Add(List<NameMention> names, Prose prose, int first, int end, bool titleCase)
    {
        var tokens = prose.Tokens;
        var whole = prose.Slice(first, end);
        if (Places.Contains(whole))
        {
            names.Add(new NameMention(first, end, whole, EntityKind.Place));
            return;
        }
        if (Countries.IsPeople(whole))
        {
            names.Add(new NameMention(first, end, whole, EntityKind.Group));
            return;
        }
        // "Mrs", "Russian President", "Foreign Secretary": the title before the name. A people before it is a group of its own.
        var honorific = -1;
        var name = first;
        for (var i = first; i < end - 1; i++)
        {
            if (Honorifics.Contains(tokens[i].Lower))
            {
                honorific = i;
                name = i + 1;
            }
            else if (Roles.IsRole(tokens[i].Lower) && !OrganisationWords.Contains(tokens[end - 1].Text))
            {
                name = i + 1;
            }
            else if (!TitleParts.Contains(tokens[i].Lower) && !Countries.IsPeople(tokens[i].Text) && i > first + 3)
            {
                break;
            }
        }
        // What leads to a title must be parts of one or names ("Texas Senator"), else the role is the name's own word.
        if (name > first)
        {
            AddLead(names, prose, first, name);
        }
        else if (
            end - first > 1
            && Countries.IsPeople(tokens[first].Text)
            && !OrganisationWords.Contains(tokens[end - 1].Text)
            && !titleCase
        )
        {
            names.Add(new NameMention(first, first + 1, tokens[first].Text, EntityKind.Group));
            name = first + 1;
        }
        if (titleCase && end - name > 4)
        {
            AddKnown(names, prose, name, end);
            return;
        }
        var text = prose.Slice(name, end);
        if (Roles.IsRole(tokens[end - 1].Lower) && end - name <= 2 && honorific < 0)
        {
            if (end - name == 2 && Countries.IsPeople(tokens[name].Text))
            {
                names.Add(new NameMention(name, name + 1, tokens[name].Text, EntityKind.Group));
            }
            return;
        }
        var (kind, guessed) = Kind(tokens, name, end, honorific >= 0, name > first, titleCase);
        names.Add(
            new NameMention(name, end, text, kind)
            {
                Guessed = guessed,
                Honorific = honorific >= 0 ? tokens[honorific].Lower.TrimEnd('.') : null,
                Title = name > first ? new Span(first, name) : null,
            }
        );
    }

    private static void AddLead(List<NameMention> names, Prose prose, int first, int name)
    {
        for (var i = first; i < name; i++)
        {
            var text = prose.Tokens[i].Text;
            if (i + 1 < name && Countries.IsPeople(prose.Slice(i, i + 2)))
            {
                names.Add(new NameMention(i, i + 2, prose.Slice(i, i + 2), EntityKind.Group));
                i++;
            }
            else if (Countries.IsPeople(text))
            {
                names.Add(new NameMention(i, i + 1, text, EntityKind.Group));
            }
            else if (Places.Contains(text))
            {
                names.Add(new NameMention(i, i + 1, text, EntityKind.Place));
            }
        }
    }

    /// <summary>In a headline in capitals only what the lists know is taken.</summary>
    private static void AddKnown(List<NameMention> names, Prose prose, int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            var two = i + 1 < end ? prose.Slice(i, i + 2) : "";
            var text = prose.Tokens[i].Text;
            if (two.Length > 0 && (Places.Contains(two) || Countries.IsPeople(two)))
            {
                names.Add(new NameMention(i, i + 2, two, Places.Contains(two) ? EntityKind.Place : EntityKind.Group));
                i++;
            }
            else if (two.Length > 0 && GivenNames.Contains(text) && !GivenNames.Contains(prose.Tokens[i + 1].Text))
            {
                names.Add(new NameMention(i, i + 2, two, EntityKind.Person));
                i++;
            }
            else if (Places.Contains(text) || Countries.IsPeople(text))
            {
                names.Add(new NameMention(i, i + 1, text, Places.Contains(text) ? EntityKind.Place : EntityKind.Group));
            }
        }
    }

    private static (EntityKind Kind, bool Guessed) Kind(
        IReadOnlyList<Token> tokens,
        int first,
        int end,
        bool honorific,
        bool titled,
        bool titleCase
    )
    {
        var last = tokens[end - 1].Text;
        if (honorific)
        {
            return (EntityKind.Person, false);
        }
        for (var i = first; i < end; i++)
        {
            if (
                OrganisationWords.Contains(tokens[i].Text)
                && (i == end - 1 || i + 1 < end && tokens[i + 1].Lower is "of" or "for")
            )
            {
                return (EntityKind.Organisation, false);
            }
        }
        if (
            end - first >= 2
            && end - first <= 5
            && (
                GivenNames.Contains(tokens[first].Text)
                || (tokens[first].Text.Length == 2 && tokens[first].Text[1] == '.')
            )
        )
        {
            return (EntityKind.Person, false);
        }
        if (titled && end - first <= 4)
        {
            return (EntityKind.Person, false);
        }
        if (end - first == 1 && OrganisationWords.IsAcronym(last) && !titleCase)
        {
            return (EntityKind.Organisation, false);
        }
        if (
            end - first >= 2
            && (OrganisationWords.IsAcronym(tokens[first].Text) || OrganisationWords.IsAcronym(last))
            && !titleCase
        )
        {
            return (EntityKind.Organisation, true);
        }
        for (var i = first; i < end; i++)
        {
            if (OrganisationWords.Contains(tokens[i].Text) && end - first > 1)
            {
                return (EntityKind.Organisation, true);
            }
        }
        if (end - first == 3 && GivenNames.FamilyFirst.Contains(tokens[first].Text))
        {
            return (EntityKind.Person, false);
        }
        return (EntityKind.Other, true);
    }
}
