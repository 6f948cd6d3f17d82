namespace Perennial.Read.Languages.English;

/// <summary>Finds what a text calls a person at their name: behind it, "Ann Gray, a nurse in Sarn,", or before it, "the mayor, Ann Gray".</summary>
internal static class RolePhrases
{
    // Longer ones are sentences.
    private const int Longest = 30;
    private const int LongestUnknown = 12;
    private const int LongestLead = 10;

    /// <summary>The role that the text gives first, without article; <see langword="null"/> where it gives none.</summary>
    public static string? Of(Prose prose, Person person)
    {
        foreach (var mention in person.Mentions)
        {
            if ((Behind(prose, mention) ?? TitleOf(prose, mention) ?? Before(prose, mention)) is { } role)
            {
                return role;
            }
        }
        return null;
    }

    private static string? Behind(Prose prose, NameMention mention)
    {
        var tokens = prose.Tokens;
        var at = mention.Last;
        var sentence = prose.Sentences[prose.SentenceOf[mention.First]];
        var to = sentence.Last;
        if (
            at + 1 >= to
            || tokens[at].Text != ","
            || tokens[at + 1].Lower is "who" or "which" or "whose" or "speaking"
            || !SubjectPhrase.BeginsApposition(tokens, at + 1, to)
            || IsIntroduced(prose, mention, sentence.First)
        )
        {
            return null;
        }
        var end = at + 1;
        var isRole = false;
        for (; end < to && end - at < Longest && !EndsPhrase(prose, end, to); end++)
        {
            isRole |= Roles.IsRole(tokens[end].Lower);
        }
        if (end <= at + 1 || !(isRole || IsDescription(prose, at + 1, end)))
        {
            return null;
        }
        return prose.Slice(WithoutArticle(prose, at + 1, end), end);
    }

    // "According to Ann Gray, the minister resigned": what comes behind is the sentence.
    private static bool IsIntroduced(Prose prose, NameMention mention, int sentence)
    {
        var first = mention.Title?.First ?? mention.First;
        return first > sentence
            && first - sentence <= 3
            && (
                WordClasses.Prepositions.Contains(prose.Tokens[sentence].Lower)
                || prose.Tokens[sentence].Lower == "according"
            );
    }

    private static bool EndsPhrase(Prose prose, int at, int to)
    {
        var tokens = prose.Tokens;
        var token = tokens[at];
        return token.EndsSentence
            || token.IsQuotationMark
            || token.Text is ";" or ":" or "(" or "—" or "–"
            || token.Lower is "who" or "which" or "told" or "said" or "says"
            || (token.Lower == "and" && at + 1 < to && tokens[at + 1].Lower is "no" or "not" or "is" or "was")
            // "deputy head of the Institute for War, Peace and Law, said": a comma before a capital may be the name's own.
            || (
                token.Text == ","
                && !(
                    at + 2 < to
                    && tokens[at - 1].IsCapital
                    && tokens[at + 1].IsCapital
                    && tokens[at + 2].Lower is "and" or ","
                )
            );
    }

    // "a Malaitan stallholder": what is said of a name so, with no verb, is what somebody is, known as a trade or not.
    private static bool IsDescription(Prose prose, int first, int end)
    {
        var tokens = prose.Tokens;
        if (tokens[first].Lower is not ("a" or "an" or "the") || end - first is < 2 or > LongestUnknown)
        {
            return false;
        }
        for (var i = first; i < end; i++)
        {
            if (WordClasses.IsAuxiliary(tokens[i].Lower) || WordClasses.IsTime(tokens[i].Lower) && !tokens[i].IsCapital)
            {
                return false;
            }
        }
        return char.IsLower(tokens[first + 1].Text[0]) || end - first > 2;
    }

    /// <summary>"Prime Minister Ann Gray"; "Mr" and "Dr" are no roles.</summary>
    private static string? TitleOf(Prose prose, NameMention mention)
    {
        if (mention.Title is not { } title)
        {
            return null;
        }
        return
            mention.Honorific is not null
            && title.Length == 1
            && mention.Honorific
                is not ("sen" or "rep" or "gov" or "gen" or "col" or "lt" or "maj" or "capt" or "sgt" or "adm")
            ? null
            : prose.Slice(title.First, title.Last);
    }

    private static string? Before(Prose prose, NameMention mention)
    {
        if (mention.Title is not null || mention.Last - mention.First < 2)
        {
            return null;
        }
        var tokens = prose.Tokens;
        var from = prose.Sentences[prose.SentenceOf[mention.First]].First;
        var comma = mention.First - 1;
        if (comma > from && tokens[comma].Text == ",")
        {
            return Apposed(prose, from, comma, mention);
        }
        var last = mention.First;
        var head =
            last - 1 >= from && Roles.IsRole(tokens[last - 1].Lower) ? last - 1
            // "chief of police Ann Gray"
            : last - 3 >= from
            && tokens[last - 2].Lower == "of"
            && char.IsLower(tokens[last - 1].Text[0])
            && tokens[last - 1].IsWord
            && Roles.IsRole(tokens[last - 3].Lower)
                ? last - 3
            : -1;
        if (head < 0)
        {
            return null;
        }
        var first = head;
        while (first > from && head - first < 6 && IsWithinLead(prose, first - 1))
        {
            first--;
        }
        return prose.Slice(first, last);
    }

    // "its country director, Ann Gray, said": between a determiner or an owner and the comma.
    private static string? Apposed(Prose prose, int from, int comma, NameMention mention)
    {
        var tokens = prose.Tokens;
        var first = -1;
        var isRole = false;
        for (var i = comma - 1; i >= from && comma - i <= LongestLead; i--)
        {
            var token = tokens[i];
            if (token.IsPossessive && i > from)
            {
                first = i - 1;
                break;
            }
            if (token.Lower is "the" or "a" or "an" or "its" or "his" or "her" or "their" or "our" or "my")
            {
                // "the head of the jury": the article before it is the phrase's.
                if (i > from && tokens[i - 1].Lower == "of")
                {
                    continue;
                }
                first = i + 1;
                break;
            }
            if (
                !token.IsWord
                || prose.QuotationOf[i] >= 0
                || WordClasses.IsAuxiliary(token.Lower)
                || WordClasses.Prepositions.Contains(token.Lower) && token.Lower is not ("of" or "for" or "at" or "in")
            )
            {
                return null;
            }
            isRole |= Roles.IsRole(token.Lower);
        }
        return first >= 0 && isRole && first < comma && Closes(prose, mention.Last) ? prose.Slice(first, comma) : null;
    }

    // A name in apposition is closed by a comma or the end, or the verb follows.
    private static bool Closes(Prose prose, int at) =>
        at >= prose.Tokens.Count
        || !prose.Tokens[at].IsWord
        || Cues.Of(prose.Tokens[at].Lower) is not null
        || WordClasses.IsAuxiliary(prose.Tokens[at].Lower);

    private static bool IsWithinLead(Prose prose, int at)
    {
        var token = prose.Tokens[at];
        return (token.IsWord || token.IsPossessive)
            && !WordClasses.Determiners.Contains(token.Lower)
            && !WordClasses.Prepositions.Contains(token.Lower)
            && !WordClasses.IsAuxiliary(token.Lower)
            && !WordClasses.Conjunctions.Contains(token.Lower)
            && Cues.Of(token.Lower) is null
            && !WordClasses.Subordinators.Contains(token.Lower);
    }

    private static int WithoutArticle(Prose prose, int first, int end) =>
        prose.Tokens[first].Lower is "a" or "an" or "the" or "its" or "his" or "her" or "their" && end > first + 1
            ? first + 1
            : first;
}
