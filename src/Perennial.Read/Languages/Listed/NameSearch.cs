using Perennial.Read.Languages.English;

namespace Perennial.Read.Languages.Listed;

/// <summary>Finds names by their capitals, and says what they are by what stands beside them: given names, roles, words of organisations.</summary>
internal sealed class NameSearch(Prose prose, Lexicon lexicon)
{
    private const int LongestName = 8;
    private const int LeastSize = 50;

    private readonly HashSet<string> common = [];

    /// <summary>The names in order of the text; places, people and organisations only where something says so.</summary>
    public List<NamedThing> Find()
    {
        foreach (var token in prose.Tokens)
        {
            if (token.IsWord && char.IsLower(token.Text[0]))
            {
                common.Add(token.Lower);
            }
        }
        var names = new List<NamedThing>();
        foreach (var sentence in prose.Sentences)
        {
            for (var i = sentence.First; i < sentence.Last; )
            {
                if (!IsNameWord(i, sentence))
                {
                    i++;
                    continue;
                }
                var end = RunEnd(i, sentence);
                // "la région Bretagne Loïc Kerlan": a given name behind a place begins another name.
                if (
                    end - i > 2
                    && lexicon.Places.Contains(prose.Tokens[i].Lower)
                    && GivenNames.Contains(prose.Tokens[i + 1].Text)
                )
                {
                    end = i + 1;
                }
                if (Named(i, end, sentence) is { } name)
                {
                    names.Add(name);
                }
                i = end;
            }
        }
        return names;
    }

    private bool IsNameWord(int i, Run sentence)
    {
        var token = prose.Tokens[i];
        if (
            !token.IsWord
            || !token.IsCapital
            || lexicon.NoNames.Contains(token.Lower)
            || lexicon.Determiners.Contains(token.Lower)
            || lexicon.Calendar.IsTimeWord(token.Lower)
        )
        {
            return false;
        }
        var starts =
            i == sentence.First
            || prose.Tokens[i - 1].IsQuotationMark
            || prose.Tokens[i - 1].Text is ":" or "—" or "–" or "¿" or "¡";
        return !starts
            || GivenNames.Contains(token.Text)
            || lexicon.Places.Contains(token.Lower)
            || lexicon.Honorifics.ContainsKey(token.Lower)
            || (
                !common.Contains(token.Lower)
                && !lexicon.Stops.Contains(token.Lower)
                && !lexicon.Adverbs.Contains(token.Lower)
                && !lexicon.Subordinators.Contains(token.Lower)
                && !lexicon.Pronouns.ContainsKey(token.Lower)
                && !lexicon.Clitics.Contains(token.Lower)
                && !lexicon.Conjunctions.Contains(token.Lower)
                && !lexicon.HowWords.Contains(token.Lower)
                && token.Text.Length > 1
                && !token.Text.EndsWith('\'')
                && !token.Text.EndsWith('’')
            );
    }

    private int RunEnd(int first, Run sentence)
    {
        var i = first + 1;
        while (i < sentence.Last && i - first < LongestName)
        {
            var token = prose.Tokens[i];
            if (
                token.IsWord
                && token.IsCapital
                && !lexicon.Calendar.IsTimeWord(token.Lower)
                && !lexicon.Determiners.Contains(token.Lower)
            )
            {
                i++;
            }
            else if (
                // "von der Heide"
                i + 2
                    < sentence.Last
                && token.Lower is "von" or "van"
                && prose.Tokens[i + 1].Lower is "der" or "den" or "dem"
                && prose.Tokens[i + 2] is { IsCapital: true, IsWord: true }
                && GivenNames.Contains(prose.Tokens[first].Text)
            )
            {
                i += 3;
            }
            else if (
                i + 1 < sentence.Last
                && (
                    lexicon.NameParticles.Contains(token.Lower)
                    || (lexicon.Links.Contains(token.Lower) && IsOrganisationWord(i - 1))
                )
                && (prose.Tokens[i + 1].IsCapital && prose.Tokens[i + 1].IsWord)
                && !(
                    lexicon.IsGerman
                    && token.Lower is "von"
                    && !GivenNames.Contains(prose.Tokens[i - 1].Text)
                    && i - first < 2
                )
            )
            {
                i += 2;
            }
            else
            {
                break;
            }
        }
        return Math.Min(i, sentence.Last);
    }

    private bool IsOrganisationWord(int i) => lexicon.Organisations.Contains(prose.Tokens[i].Lower);

    private NamedThing? Named(int first, int end, Run sentence)
    {
        var tokens = prose.Tokens;
        // Roles and words of courtesy lead to the name.
        var name = first;
        var gender = ' ';
        var hasLead = false;
        while (
            name < end
            && (lexicon.Roles.Contains(tokens[name].Lower) || lexicon.Honorifics.ContainsKey(tokens[name].Lower))
        )
        {
            gender = lexicon.Honorifics.GetValueOrDefault(tokens[name].Lower, gender);
            hasLead = true;
            name++;
        }
        if (name >= end)
        {
            return null;
        }
        if (name + 1 < end && lexicon.Kinds.Contains(tokens[name].Lower))
        {
            return new NamedThing(name + 1, end, prose.Slice(name + 1, end), EntityKind.Organisation);
        }
        hasLead |= name == first && first > sentence.First && HasRoleBefore(first, sentence);
        // "le député LR Paul Vernet": the party is no part of the name.
        if (name + 2 < end && IsAcronym(tokens[name].Text) && GivenNames.Contains(tokens[name + 1].Text))
        {
            name++;
        }
        var length = end - name;
        var text = prose.Slice(name, end);
        if (!hasLead && (lexicon.Places.Contains(text.ToLowerInvariant()) || IsKnownPlace(name, text, sentence)))
        {
            return new NamedThing(name, end, text, EntityKind.Place);
        }
        var isGiven =
            GivenNames.Contains(tokens[name].Text)
            || tokens[name].Text.Split('-') is [var part, _] && GivenNames.Contains(part);
        if (length <= 5 && (isGiven && length >= 2 || hasLead && !HasOrganisationWord(name, end)))
        {
            return new NamedThing(name, end, text, EntityKind.Person)
            {
                Person = new NamedPerson(text)
                {
                    Gender = gender != ' ' ? gender : GivenNames.Gender(tokens[name].Text),
                },
            };
        }
        if (HasOrganisationWord(name, end) && (length > 1 || !lexicon.IsGerman && first > sentence.First))
        {
            return new NamedThing(name, end, text, EntityKind.Organisation);
        }
        if (
            length == 1 && (IsAcronym(tokens[name].Text) || lexicon.Media.Contains(tokens[name].Lower))
            || IsOrganisationBefore(name, sentence)
        )
        {
            return new NamedThing(name, end, text, EntityKind.Organisation);
        }
        if (IsPlaceBefore(name, sentence) && length <= 3 && !isGiven)
        {
            return new NamedThing(name, end, text, EntityKind.Place);
        }
        return length >= 2 && length <= 4 && LooksLikePerson(name, end, sentence)
                ? new NamedThing(name, end, text, EntityKind.Person) { Person = new NamedPerson(text) }
            : length == 1 ? new NamedThing(name, end, text, EntityKind.Other)
            : null;
    }

    /// <summary>"la procureure Anne Sibille", "son avocat, Me Ranque", "la maire, Mireille Caradec".</summary>
    private bool HasRoleBefore(int first, Run sentence)
    {
        var at = first - 1;
        if (at > sentence.First && prose.Tokens[at].Text == ",")
        {
            // Behind a comma only a whole phrase of a role leads to a name: "la maire, Mireille Caradec".
            at--;
            var isRole = false;
            for (var i = at; i >= sentence.First && i > at - 6 && prose.Tokens[i].IsWord; i--)
            {
                isRole |= lexicon.Roles.Contains(prose.Tokens[i].Lower);
                if (isRole && lexicon.Determiners.Contains(prose.Tokens[i].Lower))
                {
                    return true;
                }
            }
            return false;
        }
        return at >= sentence.First && prose.Tokens[at].IsWord && lexicon.Roles.Contains(prose.Tokens[at].Lower);
    }

    private bool HasOrganisationWord(int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            if (IsOrganisationWord(i))
            {
                return true;
            }
        }
        return false;
    }

    private bool IsOrganisationBefore(int first, Run sentence) =>
        first > sentence.First
        && prose.Tokens[first - 1] is { IsWord: true } before
        && (lexicon.Organisations.Contains(before.Lower) || lexicon.Media.Contains(before.Lower));

    /// <summary>A country, a region or a town of 100,000 people; among German nouns only behind a word of place.</summary>
    private bool IsKnownPlace(int first, string text, Run sentence) =>
        (
            !lexicon.IsGerman
            || (
                first > sentence.First
                && lexicon.PlacePrepositions.Contains(prose.Tokens[first - 1].Lower)
                && !common.Contains(prose.Tokens[first].Lower)
            )
        )
        && Places.Shared.Largest(Places.Name(text)) is { } place
        && (place.Level != PlaceLevel.City || place.Size >= LeastSize);

    private bool IsPlaceBefore(int first, Run sentence) =>
        first > sentence.First
        && lexicon.PlacePrepositions.Contains(prose.Tokens[first - 1].Lower)
        && (
            !lexicon.IsGerman
            || lexicon.PlaceEndings.Any(ending => prose.Tokens[first].Lower.EndsWith(ending, StringComparison.Ordinal))
        );

    /// <summary>Two capitals in a row without an article before them and without a word of the language among them.</summary>
    private bool LooksLikePerson(int first, int end, Run sentence)
    {
        for (var i = first; i < end; i++)
        {
            var lower = prose.Tokens[i].Lower;
            if (
                common.Contains(lower) && !lexicon.NameParticles.Contains(lower)
                || char.IsDigit(prose.Tokens[i].Text[^1])
                || IsAcronym(prose.Tokens[i].Text)
            )
            {
                return false;
            }
        }
        var before = first > sentence.First ? prose.Tokens[first - 1].Lower : "";
        return !lexicon.Determiners.Contains(before)
            && !lexicon.Links.Contains(before)
            && !(
                lexicon.IsGerman
                && before.Length > 3
                && before[^1] is 'n' or 'm' or 'e'
                && first > sentence.First
                && prose.Tokens[first - 1] is { IsWord: true, IsCapital: false }
                && !lexicon.Stops.Contains(before)
                && lexicon.Verbs.Of(before).IsEmpty
            );
    }

    private static bool IsAcronym(string text) =>
        text.Length is >= 2 and <= 6
        && text.All(letter => char.IsUpper(letter) || char.IsDigit(letter))
        && text.Count(char.IsUpper) >= 2;
}
