using System.Collections.Frozen;

namespace Perennial.Read.Pages.Blocks;

/// <summary>What a box says of itself by the words in its classes and ids.</summary>
[Flags]
internal enum Named
{
    None = 0,
    Comments = 1,
    Related = 2,
    Sharing = 4,
    SignUp = 8,
    Advert = 16,
    Caption = 32,
    Byline = 64,
    Topics = 128,
    Menu = 256,
    Consent = 512,
    Date = 1024,
    Summary = 2048,
    Aside = 4096,
    Media = 8192,
}

/// <summary>The words that classes and ids on news pages use for furniture.</summary>
internal static class NameGroups
{
    private static readonly FrozenDictionary<string, Named> Words = new (Named Group, string Words)[]
    {
        (
            Named.Comments,
            "comment comments commentlist disqus discussion discussions replies reply respond kommentar kommentare commentaires comentarios commenti coral talkback conversation livefyre viafoura hyvor"
        ),
        (
            Named.Related,
            "related recommend recommended recommendation recommendations recommends recirc recirculation more morestories readmore popular trending latest mostread mostpopular teaser teasers promo promos promoted card cards carousel list feed outbrain taboola verwandte weitere similar similares next nextup suggested river upnext seealso explore featured"
        ),
        (Named.Sharing, "share sharing shares social sharebar sharetools addthis facebook twitter whatsapp follow"),
        (
            Named.SignUp,
            "newsletter newsletters signup subscribe subscription subscriptions subscriber paywall piano login register registration donate donation membership premium offer cta abo regwall"
        ),
        (
            Named.Advert,
            "ad ads advert advertisement advertising adslot adunit sponsor sponsored sponsors dfp gpt banner anzeige pub commercial partner"
        ),
        (Named.Caption, "caption captions credit credits copyright figcaption legend bildunterschrift"),
        (
            Named.Byline,
            "byline author authors bio contributor contributors writer reporter autor auteur signature about profile avatar"
        ),
        (
            Named.Topics,
            "tag tags topic topics keywords category categories label labels breadcrumb breadcrumbs kicker eyebrow"
        ),
        (
            Named.Menu,
            "nav navbar navigation menu masthead footer header toolbar sitemap pagination pager skip search topbar bottombar sidebar rail breadcrumbs"
        ),
        (Named.Consent, "cookie cookies consent gdpr privacy onetrust cmp popup modal overlay lightbox"),
        (Named.Date, "date dateline time timestamp published publish pubdate updated datum fecha"),
        (
            Named.Summary,
            "summary standfirst subtitle subheadline dek deck lead lede intro teasertext excerpt abstract vorspann chapo sapo bajada highlights keypoints"
        ),
        (
            Named.Aside,
            "aside infobox box factbox facts fact pullquote sidebar inset embed widget module timeline glossary accordion"
        ),
        (
            Named.Media,
            "gallery slideshow player video videos audio podcast media image images photo photos figure poll quiz"
        ),
    }
        .SelectMany(group => group.Words.Split(' ').Select(word => (word, group.Group)))
        .DistinctBy(pair => pair.word)
        .ToFrozenDictionary(pair => pair.word, pair => pair.Group, StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, Named>.AlternateLookup<ReadOnlySpan<char>> Lookup =
        Words.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>What a word says.</summary>
    public static Named Of(ReadOnlySpan<char> word) => Lookup.TryGetValue(word, out var group) ? group : Named.None;
}
