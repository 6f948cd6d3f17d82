using System.Collections.Frozen;

namespace Perennial.Read.Languages.Listed;

/// <summary>What the reading by word lists knows of a language. All words are in lower case with straight apostrophes.</summary>
internal sealed record Lexicon
{
    /// <summary>The language's tag: <c>de</c>.</summary>
    public required string Tag { get; init; }

    /// <summary>How it is written.</summary>
    public required Writing Writing { get; init; }

    /// <summary>Its verbs of speech.</summary>
    public required VerbTable Verbs { get; init; }

    /// <summary>How it writes dates.</summary>
    public required CalendarLexicon Calendar { get; init; }

    /// <summary>Whether the finite verb is the second part of a main clause and common nouns are written with capitals, as in German.</summary>
    public bool IsGerman { get; init; }

    /// <summary>Words that begin the content of a statement: "dass", "que".</summary>
    public required FrozenSet<string> Clausal { get; init; }

    /// <summary>Auxiliaries of the past: "hat", "a", "ha".</summary>
    public required FrozenSet<string> Auxiliaries { get; init; }

    /// <summary>Auxiliaries that pass on what others say without vouching for it: "soll", "aurait", "habría".</summary>
    public required FrozenSet<string> Doubting { get; init; }

    /// <summary>Short words between a subject and its verb: "se", "l'", "lo".</summary>
    public required FrozenSet<string> Clitics { get; init; }

    /// <summary>Words that negate a verb.</summary>
    public required FrozenSet<string> Negations { get; init; }

    /// <summary>Articles, possessives and numbers that begin a noun phrase.</summary>
    public required FrozenSet<string> Determiners { get; init; }

    /// <summary>Those that mean a thing known already.</summary>
    public required FrozenSet<string> Definite { get; init; }

    /// <summary>Those that only count as one of many: "ein", "une".</summary>
    public required FrozenSet<string> Indefinite { get; init; }

    /// <summary>Those that mean one, before nouns that are the same for several: "der Minister".</summary>
    public FrozenSet<string> Singular { get; init; } = FrozenSet<string>.Empty;

    /// <summary>Those before what is no subject: "den Plan".</summary>
    public FrozenSet<string> ObjectArticles { get; init; } = FrozenSet<string>.Empty;

    /// <summary>Subjects that are nobody: "es", "on".</summary>
    public FrozenSet<string> Nobody { get; init; } = FrozenSet<string>.Empty;

    /// <summary>Words before the paper in which something is said: "in", "dans".</summary>
    public FrozenSet<string> InWords { get; init; } = FrozenSet<string>.Empty;

    /// <summary>Words that hang a place or a task on a noun: "im Rathaus", "aux finances".</summary>
    public FrozenSet<string> NounPrepositions { get; init; } = FrozenSet<string>.Empty;

    /// <summary>Words that link the parts of one noun phrase: "von", "de".</summary>
    public required FrozenSet<string> Links { get; init; }

    /// <summary>Words that end a noun phrase: prepositions, adverbs, conjunctions, common verbs.</summary>
    public required FrozenSet<string> Stops { get; init; }

    /// <summary>Words that may stand between a verb and its subject or content: "auch", "également".</summary>
    public required FrozenSet<string> Adverbs { get; init; }

    /// <summary>Several words that together are one of those: "par ailleurs", "por su parte".</summary>
    public IReadOnlyList<string[]> AdverbPhrases { get; init; } = [];

    /// <summary>Words that begin a clause that tells when, why or which: nothing is said in it.</summary>
    public required FrozenSet<string> Subordinators { get; init; }

    /// <summary>Those that begin a clause which is never what is said behind it: "als", "nachdem".</summary>
    public FrozenSet<string> Backgrounds { get; init; } = FrozenSet<string>.Empty;

    /// <summary>Auxiliaries of the passive: whoever speaks is not named.</summary>
    public FrozenSet<string> Passives { get; init; } = FrozenSet<string>.Empty;

    /// <summary>Words that begin a relative clause.</summary>
    public required FrozenSet<string> Relatives { get; init; }

    /// <summary>Words that join clauses: "und", "mais".</summary>
    public required FrozenSet<string> Conjunctions { get; init; }

    /// <summary>Pronouns that speak, and whom they may mean: <c>m</c>, <c>f</c>, <c>p</c> for several, a blank for anybody or nobody.</summary>
    public required FrozenDictionary<string, char> Pronouns { get; init; }

    /// <summary>Words of courtesy before a name, and whom they mean.</summary>
    public required FrozenDictionary<string, char> Honorifics { get; init; }

    /// <summary>What people are: offices and trades.</summary>
    public required NounList Roles { get; init; }

    /// <summary>What organisations are.</summary>
    public required NounList Organisations { get; init; }

    /// <summary>Those that only say what a named thing is: "die Reederei Sundholm" is called Sundholm.</summary>
    public FrozenSet<string> Kinds { get; init; } = FrozenSet<string>.Empty;

    /// <summary>Several people.</summary>
    public required NounList Groups { get; init; }

    /// <summary>What can be read: reports, letters.</summary>
    public required NounList Documents { get; init; }

    /// <summary>Outlets, to which something is told.</summary>
    public required NounList Media { get; init; }

    /// <summary>Words before the one who is the source: "laut", "nach Angaben", "selon".</summary>
    public required IReadOnlyList<string[]> SourcePhrases { get; init; }

    /// <summary>Words after the one who is the source: "zufolge".</summary>
    public required FrozenSet<string> SourceEndings { get; init; }

    /// <summary>Words before a clause that tells who said it: "wie", "comme", "según".</summary>
    public required FrozenSet<string> HowWords { get; init; }

    /// <summary>Words that attribute what stands before them without a verb: "so".</summary>
    public required FrozenSet<string> SoWords { get; init; }

    /// <summary>Words that soften.</summary>
    public required FrozenSet<string> Hedges { get; init; }

    /// <summary>Words within names: "von", "de la".</summary>
    public required FrozenSet<string> NameParticles { get; init; }

    /// <summary>Capitalised words that are no part of a name.</summary>
    public required FrozenSet<string> NoNames { get; init; }

    /// <summary>Prepositions before places.</summary>
    public required FrozenSet<string> PlacePrepositions { get; init; }

    /// <summary>Endings of the names of places, where common nouns have capitals too.</summary>
    public IReadOnlyList<string> PlaceEndings { get; init; } = [];

    /// <summary>Countries and great cities as this language writes them.</summary>
    public required FrozenSet<string> Places { get; init; }

    /// <summary>Forms of verbs that mark a clause as somebody else's words: the German "sei".</summary>
    public FrozenSet<string> Subjunctives { get; init; } = FrozenSet<string>.Empty;

    /// <summary>Endings of the infinitive, where it has no word before it.</summary>
    public IReadOnlyList<string> InfinitiveEndings { get; init; } = [];

    /// <summary>Words between a verb and its infinitive: "de", "zu".</summary>
    public required FrozenSet<string> InfinitiveMarks { get; init; }

    /// <summary>Words before whoever is told something: "dem", "à", "al".</summary>
    public required FrozenSet<string> Datives { get; init; }

    /// <summary>How many tokens from one on are an adverb; 0 for none.</summary>
    public int AdverbLength(IReadOnlyList<Token> tokens, int at, int to)
    {
        if (Adverbs.Contains(tokens[at].Lower))
        {
            return 1;
        }
        foreach (var phrase in AdverbPhrases)
        {
            var i = 0;
            while (i < phrase.Length && at + i < to && tokens[at + i].Lower == phrase[i])
            {
                i++;
            }
            if (i == phrase.Length)
            {
                return i;
            }
        }
        return 0;
    }

    /// <summary>A set of words from a list separated by blanks.</summary>
    public static FrozenSet<string> Set(string words) =>
        words.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Words by what they mean, such as <c>m:er f:sie</c>.</summary>
    public static FrozenDictionary<string, char> Genders(string words) =>
        words
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .ToFrozenDictionary(entry => entry[2..], entry => entry[0] == '-' ? ' ' : entry[0], StringComparer.Ordinal);
}
