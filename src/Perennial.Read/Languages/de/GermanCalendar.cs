using System.Collections.Frozen;
using Perennial.Read.Languages.Listed;

namespace Perennial.Read.Languages.German;

/// <summary>How German names days and times.</summary>
internal static class GermanCalendar
{
    /// <summary>The words.</summary>
    public static CalendarLexicon Words { get; } =
        new()
        {
            Tag = "de",
            Weekdays = ["sonntag", "montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag"],
            Days = new Dictionary<string, int>
            {
                ["heute"] = 0,
                ["gestern"] = -1,
                ["vorgestern"] = -2,
                ["morgen"] = 1,
                ["übermorgen"] = 2,
            }.ToFrozenDictionary(StringComparer.Ordinal),
            Seasons = new Dictionary<string, int>
            {
                ["frühling"] = 3,
                ["frühjahr"] = 3,
                ["sommer"] = 6,
                ["herbst"] = 9,
                ["winter"] = 12,
            }.ToFrozenDictionary(StringComparer.Ordinal),
            Past = Lexicon.Set(
                "letzte letzten letzter letztes letztem vergangene vergangenen vergangener vergangenes vorige vorigen voriger voriges"
            ),
            Next = Lexicon.Set("nächste nächsten nächster nächstes kommende kommenden kommender kommendes"),
            This = Lexicon.Set("diese diesen dieser dieses diesem"),
            Units = new Dictionary<string, string>
            {
                ["tag"] = "day",
                ["tage"] = "day",
                ["tagen"] = "day",
                ["woche"] = "week",
                ["wochen"] = "week",
                ["monat"] = "month",
                ["monats"] = "month",
                ["monate"] = "month",
                ["monaten"] = "month",
                ["jahr"] = "year",
                ["jahre"] = "year",
                ["jahres"] = "year",
                ["jahren"] = "year",
            }.ToFrozenDictionary(StringComparer.Ordinal),
            Ago = ["vor"],
            Numbers = Numbers("einem einer|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf"),
            Leads = Lexicon.Set("im in seit bis ab ende anfang mitte vom von zum zwischen und nach vor für"),
            AheadLeads = Lexicon.Set("ab bis zum"),
            FutureWords = Lexicon.Set(
                "wird werden soll sollen will wollen kommenden nächsten künftig bald geplant plant planen erwartet"
            ),
            PastEndings = ["gte", "rte", "nte", "lte", "gten", "rten", "nten"],
            HourWords = Lexicon.Set("uhr"),
            HourLeads = Lexicon.Set("um gegen ab bis von"),
            TimeLeads = Lexicon.Set("am im um seit ab bis in zum vor gegen"),
            TimeWords = Lexicon.Set(
                "morgen abend mittag vormittag nachmittag nacht morgens abends mittags nachts vormittags nachmittags früh woche monat jahr jahre tag wochenende sonnabend abendstunden"
            ),
        };

    internal static FrozenDictionary<string, int> Numbers(string groups) =>
        groups
            .Split('|')
            .SelectMany((names, at) => names.Split(' ').Select(name => (name, at + 1)))
            .ToFrozenDictionary(pair => pair.name, pair => pair.Item2, StringComparer.Ordinal);
}
