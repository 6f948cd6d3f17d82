namespace Perennial.Read.Languages.Listed;

/// <summary>The role beside a name as the text gives it: "Bürgermeisterin", "ministre de l'Intérieur", "portavoz de la policía".</summary>
internal sealed class RolePhrases(Prose prose, Lexicon lexicon)
{
    private const int Longest = 10;

    /// <summary>The role of the person named, and the gender that its words tell (or a blank).</summary>
    public (string? Role, char Gender) Of(NamedThing name)
    {
        var sentence = prose.Sentences[prose.SentenceOf[name.First]];
        return Before(name, sentence) ?? Behind(name, sentence) ?? (null, ' ');
    }

    private (string?, char)? Before(NamedThing name, Run sentence)
    {
        var end = name.First;
        while (
            end > sentence.First
            && (prose.Tokens[end - 1].Text == "," || lexicon.Honorifics.ContainsKey(prose.Tokens[end - 1].Lower))
        )
        {
            end--;
        }
        var first = end;
        var last = -1;
        while (first > sentence.First && end - first < Longest && prose.Tokens[first - 1] is { IsWord: true } token)
        {
            if (
                lexicon.Determiners.Contains(token.Lower)
                && (lexicon.IsGerman || !lexicon.Links.Contains(token.Lower))
                && !(first - 2 >= sentence.First && lexicon.Links.Contains(prose.Tokens[first - 2].Lower))
            )
            {
                if (last >= 0)
                {
                    return (prose.Slice(first, end), GenderOf(first, end, token.Lower));
                }
                if (!lexicon.IsGerman)
                {
                    return null;
                }
            }
            if (
                !token.IsCapital
                && (
                    lexicon.Stops.Contains(token.Lower)
                        && !lexicon.Links.Contains(token.Lower)
                        && token.Lower is not ("aux" or "au" or "à")
                    || !lexicon.Verbs.Of(token.Lower).IsEmpty && !lexicon.Roles.Contains(token.Lower)
                )
            )
            {
                break;
            }
            first--;
            last = lexicon.Roles.Contains(token.Lower) ? first : last;
        }
        // German titles have no article: "sagte Bürgermeisterin Mara Lind"; before a comma they need one.
        return last < 0 || end < name.First && prose.Tokens[end].Text == ","
            ? null
            : (prose.Slice(last, end), GenderOf(last, end, ""));
    }

    private (string?, char)? Behind(NamedThing name, Run sentence)
    {
        var at = name.Last;
        if (at + 1 >= sentence.Last || prose.Tokens[at].Text != ",")
        {
            return null;
        }
        var first = at + 1;
        if (lexicon.Relatives.Contains(prose.Tokens[first].Lower) && !lexicon.IsGerman)
        {
            return null;
        }
        var article = "";
        if (lexicon.Determiners.Contains(prose.Tokens[first].Lower))
        {
            article = prose.Tokens[first].Lower;
            first++;
        }
        var isRole = false;
        var end = first;
        for (; end < sentence.Last && end - first < Longest && prose.Tokens[end].IsWord; end++)
        {
            isRole |= end - first < 3 && lexicon.Roles.Contains(prose.Tokens[end].Lower);
            if (end > first && lexicon.Relatives.Contains(prose.Tokens[end].Lower) && !lexicon.IsGerman)
            {
                break;
            }
        }
        return isRole && end > first && prose.Tokens[end - 1].IsWord
            ? (prose.Slice(first, end), GenderOf(first, end, article))
            : null;
    }

    private char GenderOf(int first, int end, string article)
    {
        for (var i = first; i < end; i++)
        {
            var lower = prose.Tokens[i].Lower;
            if (lexicon.Roles.Contains(lower))
            {
                return lexicon.IsGerman
                    ? lower.EndsWith("in", StringComparison.Ordinal)
                    || article is "die" or "eine" && lower.EndsWith('e')
                        ? 'f'
                        : 'm'
                    : article switch
                    {
                        "la" or "una" or "une" => 'f',
                        "el" or "un" or "le" => 'm',
                        _ => lower.EndsWith("rice", StringComparison.Ordinal)
                        || lower.EndsWith("ora", StringComparison.Ordinal)
                        || lower.EndsWith("esa", StringComparison.Ordinal)
                        || lower.EndsWith("nte", StringComparison.Ordinal) && lexicon.Tag == "fr"
                        || lower.EndsWith("ère", StringComparison.Ordinal)
                            ? 'f'
                            : ' ',
                    };
            }
        }
        return ' ';
    }
}
