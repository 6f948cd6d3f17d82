using System.Collections.Frozen;
using Perennial.Read.Languages.Listed;

namespace Perennial.Read.Languages.Spanish;

/// <summary>How Spanish names days and times.</summary>
internal static class SpanishCalendar
{
    /// <summary>The words.</summary>
    public static CalendarLexicon Words { get; } =
        new()
        {
            Tag = "es",
            Weekdays = ["domingo", "lunes", "martes", "miércoles", "jueves", "viernes", "sábado"],
            Days = new Dictionary<string, int>
            {
                ["hoy"] = 0,
                ["ayer"] = -1,
                ["anoche"] = -1,
                ["anteayer"] = -2,
                ["mañana"] = 1,
                ["pasado mañana"] = 2,
            }.ToFrozenDictionary(StringComparer.Ordinal),
            Seasons = new Dictionary<string, int>
            {
                ["primavera"] = 3,
                ["verano"] = 6,
                ["otoño"] = 9,
                ["invierno"] = 12,
            }.ToFrozenDictionary(StringComparer.Ordinal),
            Past = Lexicon.Set("pasado pasada último última"),
            Next = Lexicon.Set("próximo próxima"),
            This = Lexicon.Set("este esta"),
            Units = new Dictionary<string, string>
            {
                ["día"] = "day",
                ["días"] = "day",
                ["semana"] = "week",
                ["semanas"] = "week",
                ["mes"] = "month",
                ["meses"] = "month",
                ["año"] = "year",
                ["años"] = "year",
            }.ToFrozenDictionary(StringComparer.Ordinal),
            Ago = ["hace"],
            Numbers = German.GermanCalendar.Numbers(
                "un una|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce"
            ),
            Leads = Lexicon.Set("en de desde hasta finales principios mediados antes después tras para entre a"),
            AheadLeads = Lexicon.Set("hasta partir"),
            FutureWords = Lexicon.Set(
                "va van será serán habrá próximo próxima votan reabre convoca convocan prevé prevén espera"
            ),
            FutureEndings = ["ará", "arán", "erá", "erán", "irá", "irán", "drá", "drán"],
            PastEndings = ["ó", "aron", "ieron"],
            HourWords = Lexicon.Set("horas hora h"),
            HourLeads = Lexicon.Set("a las la sobre desde"),
            TimeLeads = Lexicon.Set("el la este esta en desde a"),
            TimeWords = Lexicon.Set("mañana tarde noche madrugada mediodía semana mes año día próximo pasado"),
        };
}
