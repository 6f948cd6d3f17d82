namespace Perennial.Read.Languages.English;

/// <summary>What the steps that find statements know together: who speaks in each sentence, and which words are taken.</summary>
internal sealed class Clauses(Prose prose)
{
    private const int FarthestEarlier = 60;

    private readonly Dictionary<int, Span> speakers = [];

    /// <summary>Tokens that belong to a direct quotation or its attribution.</summary>
    public bool[] Taken { get; } = new bool[prose.Tokens.Count];

    /// <summary>Marks tokens as taken.</summary>
    public void Take(int first, int last) => Array.Fill(Taken, true, first, last - first);

    /// <summary>Remembers who speaks in a sentence, for the verbs after "and" and the participles that follow.</summary>
    public void Remember(int sentence, Span source) => speakers[sentence] = source;

    /// <summary>The subject of an attributing verb, and for "who" what it stands for.</summary>
    public (Span? Source, Span? Antecedent) SubjectOf(CueSite site, int from)
    {
        var tokens = prose.Tokens;
        var sentence = prose.SentenceOf[site.Head];
        var before = site.First > from ? tokens[site.First - 1].Lower : "";
        Span? source = null;
        if (!site.Participle && !WordClasses.Conjunctions.Contains(before))
        {
            source = SubjectPhrase.Before(prose, site.First, from);
            if (source is null && before is not ("," or "”" or "\"" or "—" or "–"))
            {
                return (null, null);
            }
        }
        source ??= SubjectOfEarlier(site, from);
        if (source is null && speakers.TryGetValue(sentence, out var known))
        {
            source = known;
        }
        if (source is null && before != ",")
        {
            source = SubjectPhrase.OfSentence(prose, from, site.First);
        }
        if (source is null && site.Participle)
        {
            source = SubjectPhrase.OfSentence(prose, from, site.First);
        }
        if (source is not { } found)
        {
            return (null, null);
        }
        if (AntecedentOf(found, from) is not { } antecedent)
        {
            return IsRelative(found) ? (null, null) : (found, null);
        }
        return tokens[found.First].Lower == "that" ? (antecedent, null) : (found, antecedent);
    }

    /// <summary>What "who", "which" or "that" stands for: the noun phrase before it.</summary>
    /// <param name="source">A word or a phrase.</param>
    /// <param name="from">Where its sentence begins.</param>
    /// <returns>The phrase; <see langword="null"/> where the source is no such word, or nothing stands before it.</returns>
    public Span? AntecedentOf(Span source, int from)
    {
        if (!IsRelative(source))
        {
            return null;
        }
        var end = source.First;
        while (end > from && prose.Tokens[end - 1].Text is "," or "—" or "–" or "(")
        {
            end--;
        }
        return SubjectPhrase.Before(prose, end, from);
    }

    private bool IsRelative(Span source) =>
        source.Length == 1 && prose.Tokens[source.First].Lower is "who" or "which" or "that";

    /// <summary>"…, Gray said, adding …": the subject of the attributing verb before.</summary>
    private Span? SubjectOfEarlier(CueSite site, int from)
    {
        for (var head = site.First - 1; head > from && site.First - head < FarthestEarlier; head--)
        {
            if (
                prose.QuotationOf[head] < 0
                && CueSite.At(prose, head, from, site.First, titleCase: false) is { Participle: false } earlier
                && earlier.First > from
                && earlier.Word.Sense.HasFlag(CueSense.That)
                && !WordClasses.Conjunctions.Contains(prose.Tokens[earlier.First - 1].Lower)
            )
            {
                return SubjectPhrase.Before(prose, earlier.First, from);
            }
        }
        return null;
    }

    /// <summary>Whether a sentence is a headline in capitals.</summary>
    public static bool IsTitleCase(Prose prose, Run sentence)
    {
        var words = 0;
        var capitals = 0;
        for (var i = sentence.First; i < sentence.Last; i++)
        {
            var token = prose.Tokens[i];
            if (token.IsWord && token.Text.Length > 3)
            {
                words++;
                capitals += token.IsCapital ? 1 : 0;
            }
        }
        return words >= 3 && capitals * 10 >= words * 8;
    }
}
