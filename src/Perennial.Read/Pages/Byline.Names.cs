using System.Text.RegularExpressions;

namespace Perennial.Read.Pages;

/// <summary>The names in one line such as "By Ann Gray and Tom Hill in Sarn".</summary>
internal static partial class Byline
{
    private const int LongestName = 60;

    private static readonly char[] Around =
    [
        ' ',
        ',',
        '.',
        '(',
        ')',
        '[',
        ']',
        '|',
        '-',
        '–',
        '—',
        ':',
        '：',
        '•',
        '·',
        '/',
        '→',
        '»',
        '*',
        '"',
        '”',
        '“',
    ];

    /// <summary>The names, without "By", roles and places.</summary>
    public static IEnumerable<string> Names(string line)
    {
        var names = new List<string>();
        foreach (var part in Separator().Split(By().Replace(Words.Clean(line), "")))
        {
            var name = Tail().Replace(part, "").Trim(Around);
            if (names.Count > 0 && Degree().IsMatch(name))
            {
                names[^1] += ", " + name;
            }
            else if (name.Length > 1)
            {
                names.Add(WithStop(name, part));
            }
        }
        return names;
    }

    /// <summary>Whether a line begins as bylines do: "By", "Par", "Von".</summary>
    public static bool Announces(string line) =>
        By().Match(line) is { Success: true } by && by.Length < line.Length && char.IsUpper(line[by.Length]);

    /// <summary>Whether a line is no more than the word before a name.</summary>
    public static bool IsLabel(string line) => AuthorLabel().IsMatch(line);

    /// <summary>What a name in a byline is, by its looks.</summary>
    public static CreditKind KindOf(string name) =>
        Agency().IsMatch(name) ? CreditKind.Agency
        : name.StartsWith('@')
        || (!name.Contains(' ', StringComparison.Ordinal) && name.Any(char.IsLower) && char.IsLower(name[0]))
            ? CreditKind.Handle
        : CreditKind.Person;

    /// <summary>Whether words can name an author at all; for where the page says that they do.</summary>
    public static bool IsName(string name) =>
        name.Length is > 1 and <= LongestName
        && name.Any(char.IsLetter)
        // A user name may have a digit; what has a blank too is a date or a count.
        && !(name.Any(char.IsDigit) && name.Contains(' ', StringComparison.Ordinal))
        && name.IndexOfAny(['<', '>', '{', '}', '\\', '=']) < 0
        && !name.Contains("://", StringComparison.Ordinal)
        && !name.StartsWith("www.", StringComparison.OrdinalIgnoreCase)
        && (!name.Contains('@', StringComparison.Ordinal) || name[0] == '@')
        && !NoName().IsMatch(name)
        && name.Count(char.IsWhiteSpace) < 7;

    /// <summary>Whether words look like a name by themselves: capitals, particles, no digit, no more than five words.</summary>
    public static bool LooksLikeName(string name) =>
        IsName(name)
        && !name.Any(char.IsDigit)
        && name.IndexOfAny(['!', '?', ':', '…', '#', '%', '&', '+', '=']) < 0
        && name.Split(' ', StringSplitOptions.RemoveEmptyEntries) is { Length: <= 5 } words
        && words.All(word => !char.IsLower(word[0]) || Particle().IsMatch(word));

    // The stop of a last initial belongs to the name.
    private static string WithStop(string name, string part) =>
        name.Length > 2
        && name[^2] == ' '
        && char.IsUpper(name[^1])
        && part.Contains(name + ".", StringComparison.Ordinal)
            ? name + "."
            : name;

    [GeneratedRegex(
        @"^[\s|•·–—-]*("
            + @"(by\s+)?((text|words|story|article|report|written|posted|published|created|compiled|reported|veröffentlicht|geschrieben|verfasst|erstellt|publié|écrit|publicado|escrito|scritto|pubblicato|geschreven|geplaatst)\s+(by|von|par|por|da|di|door)|(view|see|show|read|browse|zeige|alle|all|more)\s.{0,25}\s(by|von|from|par)|by|byby|von|par|por|di|av|af|door|de la rédaction de)\s*:?\s+"
            + @"|(author|authors|autor|autorin|autoren|autore|auteur|auteurs|text|texte|texto|testo|tekst|von|by|автор|текст|yazan|reporter|journalist|作者|著者|記者|文|撰文|執筆|筆者|기자)\s*[:：／]\s*)",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex By();

    [GeneratedRegex(
        @"^\W*(投稿者|(\w+ ){1,3}von|autorin?/autorin?|written by|posted by|published by|words by|story by|by|author|authors|autor|autorin|autore|auteur|von|vom|par|por|di|av|af|door|text|veröffentlicht von|publié par|автор|作者|著者|記者)\s*:?$",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex AuthorLabel();

    [GeneratedRegex(
        @"\s*(?:,\s+(?:and|und|et|y|e|og|och)\s|;|,|，|、|\||&|·|•|\s[–—-]\s| and | und | et | y | e | og | och )\s*",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex Separator();

    // A place, an office, an address, a date behind the name.
    [GeneratedRegex(
        @"\s+(in\s+\p{Lu}.*|for\s+(the\s+)?\p{Lu}.*|\(.*|@\S+)$|\s*@\S+$|\s+((am|on|le|el|il|den|vom)\s+)?[0-9]{1,2}[./\s-].*$|\s*[0-9]{4}[-/.年].*$|\s+[0-9]{4}$",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Tail();

    [GeneratedRegex(
        @"^(Ph\.?\s?D|M\.?D|D\.?O|DDS|DVM|R\.?D|R\.?N|MPH|MSc|M\.?A|M\.?S|MBA|CFA|CFP|CPA|LCSW|LMFT|Psy\.?D|Esq|Jr|Sr|II|III)\b.{0,12}$",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Degree();

    [GeneratedRegex(
        @"^(de|del|della|di|da|dos|do|du|des|la|le|van|von|vom|der|den|ten|ter|zu|zur|und|y|e|al|el|bin|ibn|af|av|of|the|d['’].*|l['’].*)$",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Particle();

    // Words that stand where a name could and are none: stand-ins, buttons, roles, times.
    [GeneratedRegex(
        @"^(admin|administrator|editor|staff|unknown|none|null|author|no author|guest|published|updated|share|follow|subscribe|weiter|mehr|lesen|comments?|menu|home|news|about|contact|profile|bio|biography|website|email|twitter|facebook|linkedin|instagram|next|previous|posts?|articles?|stories|read|view|all|more|e-?mail|ihre e-mail|ihre nachricht)$"
            + @"|^(read|view|show|see|more|all|share|follow|about|zeige|weitere|alle|click|this|that|these|posted|published|updated|reviewed|fact|medically|edited|photo|image|foto|bild|illustration)[\s:]"
            + @"|\b(correspondent|reporter|editor|editor in chief|columnist|journalist|journaliste|giornalista|periodista|redacteur|redakteur(in)?|korrespondent(in)?|chefredakteur(in)?|writer|producer|director|founder|co-founder|ceo|cto|manager|professor|specialist|consultant|strategist|senior|intern|attorney|analyst|reviewer|fellow|expert|specialist|physician|lecturer|researcher|freelancer|stories|rss|feed|minutes?|hours?|ago|posted|updated|published|reading|comments?|cookies?|privacy|articles|posts|followers?)\b"
            + @"|\s(by|von|am|on|par|de|at)$|['’]s\s.*\s",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex NoName();

    [GeneratedRegex(
        @"^(reuters|ap|afp|dpa|upi|pa media|bloomberg|ansa|efe|tass|xinhua|kyodo|jiji|anp|belga|apa|sid|epd|kna|ats|keystone-sda|sda|pti|ani|ians|tt|ntb|ritzau|stt|čtk|mti|pap|lusa|anadolu agency|the canadian press)([/ -](reuters|ap|afp|dpa|sda|ats|apa|sid|tt|ntb))?$|\b(associated press|agence france|agencies|agenturen|news agency|newswire|press agency|newsroom|news desk|wire|redaktion|redacción|redazione|rédaction|redactie|redaktionen|editorial (board|team|staff)|staff|team)\b",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Agency();
}
