using System.Text.RegularExpressions;

namespace Perennial.Read.Pages;

/// <summary>What stands on article pages and is no part of the article.</summary>
internal static partial class Noise
{
    /// <summary>Whether classes and ids say that an element holds something else than an article's text.</summary>
    public static bool IsName(string name) => name.Length > 3 && Name().IsMatch(name) && !Keep().IsMatch(name);

    /// <summary>Whether classes and ids say that an element holds an article's text.</summary>
    public static bool IsBodyName(string name) => name.Length > 3 && Keep().IsMatch(name);

    /// <summary>Whether a line is furniture: a menu word, a prompt, a credit.</summary>
    public static bool IsLine(string line) => line.Length < 160 && Line().IsMatch(line);

    [GeneratedRegex(
        @"(^|[\s_-])(ad|ads|advert\w*|sponsor\w*|promo\w*|related\w*|recommend\w*|read-?more|more-?(on|stories|news|from)|most-?(read|popular|viewed)|trending|popular|newsletter\w*|subscri\w*|sign-?up|paywall\w*|cookie\w*|consent|gdpr|share\w*|sharing|social\w*|follow\w*|comment\w*|disqus|breadcrumb\w*|menu|navbar|masthead|footer|sidebar|byline\w*|author\w*|bio|date|dateline|timestamp|publish(ed)?-?(date|time)|meta|tags?|tag-?list|topics?|keywords|caption\w*|credit\w*|copyright|skip-?link|pagination|pager|toolbar|popup|modal|overlay|banner|widget\w*|outbrain|taboola|teaser\w*|carousel|slideshow|gallery|player|video\w*|audio\w*|survey|poll|donat\w*|support-?us|app-?promo|print-?only|screen-?reader\w*|sr-only|visually-?hidden|correction-?form|feedback|rating|in-?this-?article|toc|table-?of-?contents|kicker|eyebrow|standfirst|subtitle|dek|summary-?box|listen|tts)([\s_-]|$)",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Name();

    // Names of wrappers around the text itself, which may also carry a suspicious word.
    [GeneratedRegex(
        @"article-?(body|content|text|main)|story-?(body|content|text)|post-?(body|content|text)|entry-?content|body-?(content|text|copy)|main-?content|content-?body|paywall-?content|articlebody|page-?content|rich-?text",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Keep();

    [GeneratedRegex(
        @"^(close|menu|main menu|open menu|home|log ?in|sign in|register|my account|skip to (main )?content|back to top|toggle navigation|accept( all)?( cookies)?|reject all|we use cookies.*|facebook|twitter|instagram|youtube|linkedin|whatsapp|telegram|pinterest|reddit|copy link|link copied.*|fermer|rechercher|recherche|se connecter|s['’]abonner|abonnez-vous.*|s['’]inscrire|partager( l['’]article)?|imprimer|publicité|lire aussi\b.*|à lire aussi\b.*|écouter( l['’]article)?|accueil|offrir( l['’]article)?|schließen|anmelden|abmelden|abo|teilen|drucken|anzeige|startseite|lesen sie auch\b.*|suche|cerrar|compartir|publicidad|suscríbete.*|iniciar sesión|inicio|buscar|lee también\b.*|chiudi|condividi|pubblicità|accedi|abbonati.*|leggi anche\b.*|sluiten|delen|advertentie|inloggen|search|share|save|print|email|comments?|advertisement|sponsored|read more\b.*|read also\b.*|also read\b.*|see also\b.*|related( stories| articles| content)?:?|more on this( story)?|recommended( for you)?|sign up\b.*|subscribe\b.*|follow us\b.*|click here\b.*|skip to\b.*|loading\b.*|view (more|all|comments)\b.*|show more|image source,?.*|photo(graph)?:.*|getty images.*|copyright\b.*|©.*|all rights reserved.*|this article was (originally|first) published\b.*|our standards:.*|\d+ (min|minute)s? read|listen to this article.*|story continues below.*|article continues below.*|continue reading.*|share this( article| story)?|watch:.*|read:.*|more:.*)$",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Line();
}
