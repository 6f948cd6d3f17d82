namespace Perennial.Read.Languages.English;

/// <summary>That somebody's words reach us in another language than they were said in, where the text says so.</summary>
internal static class Translations
{
    private static readonly Dictionary<string, string> Languages = new(StringComparer.Ordinal)
    {
        ["Arabic"] = "ar",
        ["Chinese"] = "zh",
        ["Mandarin"] = "zh",
        ["Czech"] = "cs",
        ["Danish"] = "da",
        ["Dutch"] = "nl",
        ["Farsi"] = "fa",
        ["Persian"] = "fa",
        ["French"] = "fr",
        ["German"] = "de",
        ["Greek"] = "el",
        ["Hebrew"] = "he",
        ["Hindi"] = "hi",
        ["Hungarian"] = "hu",
        ["Italian"] = "it",
        ["Japanese"] = "ja",
        ["Korean"] = "ko",
        ["Polish"] = "pl",
        ["Portuguese"] = "pt",
        ["Romanian"] = "ro",
        ["Russian"] = "ru",
        ["Serbian"] = "sr",
        ["Spanish"] = "es",
        ["Swahili"] = "sw",
        ["Swedish"] = "sv",
        ["Turkish"] = "tr",
        ["Ukrainian"] = "uk",
        ["Urdu"] = "ur",
        ["Pashto"] = "ps",
        ["Vietnamese"] = "vi",
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
                && tokens[i - 1].Lower is "in" or "from"
                && Languages.TryGetValue(tokens[i].Text, out var tag)
                && (
                    i + 1 >= tokens.Count
                    || !tokens[i + 1].IsCapital && !Roles.IsRole(tokens[i + 1].Lower)
                    || tokens[i + 1].Text == "."
                )
            )
            {
                language = tag;
            }
        }
        return translated || language is not null ? new Translation(language, null) : null;
    }
}
