namespace Perennial.Read.Languages.English;

/// <summary>What a document calls by one name is one thing: kinds agree, and a name found once is found wherever it stands.</summary>
internal static class NameAgreement
{
    private const int LongestName = 8;

    /// <summary>The names, with those that were overlooked, in order.</summary>
    public static List<NameMention> Of(Prose prose, List<NameMention> names)
    {
        var agreed = names
            .GroupBy(name => name.Name, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, Kind, StringComparer.Ordinal);
        foreach (var name in names)
        {
            if (agreed[name.Name] is { } kind && name.Honorific is null)
            {
                name.Kind = kind;
            }
        }
        var overlooked = Overlooked(prose, names);
        return overlooked.Count == 0 ? names : [.. names.Concat(overlooked).OrderBy(name => name.First)];
    }

    /// <summary>The kind of most mentions of a name; <see langword="null"/> where they are too divided.</summary>
    private static EntityKind? Kind(IEnumerable<NameMention> mentions)
    {
        var counts = mentions.CountBy(mention => mention.Kind).OrderByDescending(pair => pair.Value).ToList();
        return counts.Count == 1 || counts[0].Value >= 2 * counts.Skip(1).Sum(pair => pair.Value)
            ? counts[0].Key
            : null;
    }

    private static List<NameMention> Overlooked(Prose prose, List<NameMention> names)
    {
        var tokens = prose.Tokens;
        var taken = new bool[tokens.Count];
        var known = new Dictionary<string, (EntityKind Kind, int Times)>(StringComparer.Ordinal);
        var begin = new HashSet<string>(StringComparer.Ordinal);
        var surnames = new HashSet<string>(StringComparer.Ordinal);
        foreach (var name in names)
        {
            Array.Fill(taken, true, name.First, name.Last - name.First);
            if (name.Last - name.First <= LongestName)
            {
                known[name.Name] = (name.Kind, known.GetValueOrDefault(name.Name).Times + 1);
                begin.Add(tokens[name.First].Text);
                if (name.Kind == EntityKind.Person && name.Last - name.First > 1)
                {
                    surnames.Add(tokens[name.Last - 1].Text);
                }
            }
        }
        var found = new List<NameMention>();
        for (var i = 0; i < tokens.Count; i++)
        {
            if (taken[i] || !tokens[i].IsCapital)
            {
                continue;
            }
            var sentence = prose.Sentences[prose.SentenceOf[i]];
            if (surnames.Contains(tokens[i].Text) && IsCalled(prose, i, sentence))
            {
                found.Add(new NameMention(i, i + 1, tokens[i].Text, EntityKind.Person));
                continue;
            }
            if (!begin.Contains(tokens[i].Text))
            {
                continue;
            }
            for (var end = Math.Min(sentence.Last, i + LongestName); end > i; end--)
            {
                if (
                    !taken.AsSpan(i, end - i).Contains(true)
                    && known.TryGetValue(prose.Slice(i, end), out var name)
                    && (end > i + 1 || (name.Times > 1 && i > sentence.First))
                )
                {
                    found.Add(new NameMention(i, end, prose.Slice(i, end), name.Kind));
                    i = end - 1;
                    break;
                }
            }
        }
        return found;
    }

    /// <summary>Whether a family name that the model overlooked stands for its bearer: "Gray said", "to Gray", but not "Gray clouds" or "Gray Street".</summary>
    private static bool IsCalled(Prose prose, int token, Run sentence)
    {
        var tokens = prose.Tokens;
        var isAlone = token + 1 >= sentence.Last || !tokens[token + 1].IsCapital;
        var isMiddle = token > sentence.First && !tokens[token - 1].IsCapital && !tokens[token - 1].IsQuotationMark;
        return isAlone
            && (isMiddle || (token + 1 < sentence.Last && Cues.Of(tokens[token + 1].Lower) is { NounToo: false }));
    }
}
