using System.Collections.Frozen;
using Perennial.Read.Languages.Listed;

namespace Perennial.Read.Languages.French;

/// <summary>How French names days and times.</summary>
internal static class FrenchCalendar
{
    /// <summary>The words.</summary>
    public static CalendarLexicon Words { get; } =
        new()
        {
            Tag = "fr",
            Weekdays = ["dimanche", "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi"],
            Days = new Dictionary<string, int>
            {
                ["aujourd'hui"] = 0,
                ["hier"] = -1,
                ["avant-hier"] = -2,
                ["demain"] = 1,
                ["après-demain"] = 2,
            }.ToFrozenDictionary(StringComparer.Ordinal),
            Seasons = new Dictionary<string, int>
            {
                ["printemps"] = 3,
                ["été"] = 6,
                ["automne"] = 9,
                ["hiver"] = 12,
            }.ToFrozenDictionary(StringComparer.Ordinal),
            Past = Lexicon.Set("dernier dernière passé passée"),
            Next = Lexicon.Set("prochain prochaine"),
            This = Lexicon.Set("ce cette cet"),
            Units = new Dictionary<string, string>
            {
                ["jour"] = "day",
                ["jours"] = "day",
                ["semaine"] = "week",
                ["semaines"] = "week",
                ["mois"] = "month",
                ["an"] = "year",
                ["ans"] = "year",
                ["année"] = "year",
                ["années"] = "year",
            }.ToFrozenDictionary(StringComparer.Ordinal),
            Ago = ["il", "y", "a"],
            Numbers = German.GermanCalendar.Numbers("un une|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze"),
            Leads = Lexicon.Set("en de d' depuis dès fin début mi avant après jusqu'en qu'en ici à courant vers"),
            AheadLeads = Lexicon.Set("dès jusqu'à jusqu'au jusqu'en qu'en partir"),
            FutureWords = Lexicon.Set(
                "va vont sera seront aura auront prochain prochaine appelle appellent prévu prévue attendu attendue rouvre"
            ),
            FutureEndings = ["era", "eront", "ira", "iront", "dra", "dront"],
            PastEndings = ["ré", "qué", "cé", "mé", "sé", "né", "té", "gné", "ué"],
            HourWords = Lexicon.Set("heures heure h"),
            HourLeads = Lexicon.Set("à vers dès"),
            TimeLeads = Lexicon.Set("le ce cette en dans depuis au à"),
            TimeWords = Lexicon.Set(
                "matin soir midi nuit après-midi soirée matinée semaine mois an année jour week-end"
            ),
        };
}
