namespace Perennial.Read.Languages.English;

/// <summary>Parts of speech as the Penn Treebank tells them apart (Marcus, Santorini, Marcinkiewicz, 1993), with its names.</summary>
internal enum PartOfSpeech : byte
{
    /// <summary>Whatever has no other part: marks, symbols, addresses, lists' numbers.</summary>
    Other,

    /// <summary>A mark that ends a sentence.</summary>
    Stop,

    /// <summary>A comma.</summary>
    Comma,

    /// <summary>A colon, semicolon or dash.</summary>
    Colon,

    /// <summary>A mark of quotation.</summary>
    Quote,

    /// <summary>A bracket.</summary>
    Bracket,

    /// <summary>A conjunction: "and".</summary>
    CC,

    /// <summary>A number.</summary>
    CD,

    /// <summary>A determiner: "the".</summary>
    DT,

    /// <summary>"There" of "there is".</summary>
    EX,

    /// <summary>A foreign word.</summary>
    FW,

    /// <summary>A preposition or subordinating conjunction.</summary>
    IN,

    /// <summary>An adjective.</summary>
    JJ,

    /// <summary>A comparative adjective.</summary>
    JJR,

    /// <summary>A superlative adjective.</summary>
    JJS,

    /// <summary>A modal: "may".</summary>
    MD,

    /// <summary>A noun, singular or mass.</summary>
    NN,

    /// <summary>A proper noun.</summary>
    NNP,

    /// <summary>A proper noun, plural.</summary>
    NNPS,

    /// <summary>A noun, plural.</summary>
    NNS,

    /// <summary>A word before a determiner: "all the".</summary>
    PDT,

    /// <summary>A possessive ending.</summary>
    POS,

    /// <summary>A personal pronoun.</summary>
    PRP,

    /// <summary>A possessive pronoun.</summary>
    PRPS,

    /// <summary>An adverb.</summary>
    RB,

    /// <summary>A comparative adverb.</summary>
    RBR,

    /// <summary>A superlative adverb.</summary>
    RBS,

    /// <summary>A particle: "up" of "give up".</summary>
    RP,

    /// <summary>"To".</summary>
    TO,

    /// <summary>An interjection.</summary>
    UH,

    /// <summary>A verb, base form.</summary>
    VB,

    /// <summary>A verb, past tense.</summary>
    VBD,

    /// <summary>A gerund or present participle.</summary>
    VBG,

    /// <summary>A past participle.</summary>
    VBN,

    /// <summary>A verb, present, not third person singular.</summary>
    VBP,

    /// <summary>A verb, present, third person singular.</summary>
    VBZ,

    /// <summary>"Which", "that" as a determiner or relative.</summary>
    WDT,

    /// <summary>"Who", "what".</summary>
    WP,

    /// <summary>"Whose".</summary>
    WPS,

    /// <summary>"How", "where", "when", "why".</summary>
    WRB,
}
