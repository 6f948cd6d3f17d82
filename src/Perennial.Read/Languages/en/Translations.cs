namespace Perennial.Read.Languages.English;

/// <summary>That somebody's words reach us in another language than they were said in, where the text says so.</summary>
internal static class Translations
{
    private static readonly Dictionary<string, string> Languages = new(StringComparer.Ordinal)
    {
        ["Afrikaans"] = "af",
        ["Albanian"] = "sq",
        ["Amharic"] = "am",
        ["Arabic"] = "ar",
        ["Armenian"] = "hy",
        ["Assamese"] = "as",
        ["Aymara"] = "ay",
        ["Azerbaijani"] = "az",
        ["Bambara"] = "bm",
        ["Bangla"] = "bn",
        ["Basque"] = "eu",
        ["Belarusian"] = "be",
        ["Bengali"] = "bn",
        ["Bulgarian"] = "bg",
        ["Burmese"] = "my",
        ["Cantonese"] = "yue",
        ["Catalan"] = "ca",
        ["Chinese"] = "zh",
        ["Mandarin"] = "zh",
        ["Creole"] = "cpf",
        ["Croatian"] = "hr",
        ["Czech"] = "cs",
        ["Danish"] = "da",
        ["Dari"] = "prs",
        ["Dutch"] = "nl",
        ["Dzongkha"] = "dz",
        ["Estonian"] = "et",
        ["Farsi"] = "fa",
        ["Fijian"] = "fj",
        ["Filipino"] = "fil",
        ["Finnish"] = "fi",
        ["French"] = "fr",
        ["Fulani"] = "ff",
        ["Galician"] = "gl",
        ["Georgian"] = "ka",
        ["German"] = "de",
        ["Greek"] = "el",
        ["Guarani"] = "gn",
        ["Gujarati"] = "gu",
        ["Hausa"] = "ha",
        ["Hebrew"] = "he",
        ["Hindi"] = "hi",
        ["Hungarian"] = "hu",
        ["Icelandic"] = "is",
        ["Igbo"] = "ig",
        ["Indonesian"] = "id",
        ["Irish"] = "ga",
        ["Italian"] = "it",
        ["Japanese"] = "ja",
        ["Kannada"] = "kn",
        ["Karakalpak"] = "kaa",
        ["Kazakh"] = "kk",
        ["Khmer"] = "km",
        ["Kinyarwanda"] = "rw",
        ["Korean"] = "ko",
        ["Kurdish"] = "ku",
        ["Kyrgyz"] = "ky",
        ["Lao"] = "lo",
        ["Latvian"] = "lv",
        ["Lingala"] = "ln",
        ["Lithuanian"] = "lt",
        ["Malagasy"] = "mg",
        ["Malay"] = "ms",
        ["Malayalam"] = "ml",
        ["Maori"] = "mi",
        ["Māori"] = "mi",
        ["Marathi"] = "mr",
        ["Mongolian"] = "mn",
        ["Nepali"] = "ne",
        ["Norwegian"] = "no",
        ["Oromo"] = "om",
        ["Pashto"] = "ps",
        ["Persian"] = "fa",
        ["Polish"] = "pl",
        ["Portuguese"] = "pt",
        ["Punjabi"] = "pa",
        ["Quechua"] = "qu",
        ["Romanian"] = "ro",
        ["Russian"] = "ru",
        ["Samoan"] = "sm",
        ["Serbian"] = "sr",
        ["Shona"] = "sn",
        ["Sindhi"] = "sd",
        ["Sinhala"] = "si",
        ["Slovak"] = "sk",
        ["Slovene"] = "sl",
        ["Slovenian"] = "sl",
        ["Somali"] = "so",
        ["Spanish"] = "es",
        ["Swahili"] = "sw",
        ["Swedish"] = "sv",
        ["Tagalog"] = "tl",
        ["Tajik"] = "tg",
        ["Tamil"] = "ta",
        ["Telugu"] = "te",
        ["Thai"] = "th",
        ["Tibetan"] = "bo",
        ["Tigrinya"] = "ti",
        ["Tongan"] = "to",
        ["Turkish"] = "tr",
        ["Turkmen"] = "tk",
        ["Ukrainian"] = "uk",
        ["Urdu"] = "ur",
        ["Uyghur"] = "ug",
        ["Uzbek"] = "uz",
        ["Vietnamese"] = "vi",
        ["Welsh"] = "cy",
        ["Wolof"] = "wo",
        ["Xhosa"] = "xh",
        ["Yoruba"] = "yo",
        ["Zulu"] = "zu",
    };

    public static Translation? Of(Prose prose, Attribution said)
    {
        if (said.Cue is not { } cue)
        {
            return null;
        }
        var tokens = prose.Tokens;
        var from = Math.Min(cue.First, said.Source?.First ?? cue.First);
        var to = Math.Min(
            prose.Sentences[prose.SentenceOf[cue.Last - 1]].Last,
            Math.Max(cue.Last, said.Source?.Last ?? 0) + 10
        );
        string? language = null;
        var translated = false;
        for (var i = from; i < to; i++)
        {
            if (prose.QuotationOf[i] >= 0)
            {
                continue;
            }
            translated |= tokens[i].Lower is "translator" or "interpreter" or "translated";
            if (
                i > from
                && (tokens[i - 1].Lower is "in" or "speaking" || (tokens[i - 1].Lower == "from" && translated))
                && Languages.TryGetValue(tokens[i].Text, out var tag)
                // "In Turkish prisons" names no language.
                && (
                    i + 1 >= tokens.Count
                    || !tokens[i + 1].IsWord
                    || WordClasses.Prepositions.Contains(tokens[i + 1].Lower)
                    || WordClasses.Conjunctions.Contains(tokens[i + 1].Lower)
                    || WordClasses.Subordinators.Contains(tokens[i + 1].Lower)
                    || WordClasses.IsTime(tokens[i + 1].Lower)
                )
            )
            {
                language = tag;
            }
        }
        return translated || language is not null ? new Translation(language, null) : null;
    }
}
