using System.Collections.Frozen;

namespace Perennial.Read.Languages.English;

/// <summary>Currencies and units of measure, each under the sign by which figures can be compared.</summary>
internal static class Measures
{
    private static readonly FrozenDictionary<string, string> Signs = new Dictionary<string, string>
    {
        ["€"] = "EUR",
        ["$"] = "USD",
        ["£"] = "GBP",
        ["¥"] = "JPY",
        ["₽"] = "RUB",
        ["₴"] = "UAH",
        ["₹"] = "INR",
        ["₩"] = "KRW",
        ["₺"] = "TRY",
        ["₪"] = "ILS",
        ["₦"] = "NGN",
        ["₱"] = "PHP",
        ["₫"] = "VND",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    // Letters before the dollar sign: A$, US$.
    private static readonly FrozenDictionary<string, string> Dollars = new Dictionary<string, string>
    {
        ["us"] = "USD",
        ["a"] = "AUD",
        ["au"] = "AUD",
        ["c"] = "CAD",
        ["ca"] = "CAD",
        ["hk"] = "HKD",
        ["nz"] = "NZD",
        ["s"] = "SGD",
        ["r"] = "BRL",
        ["nt"] = "TWD",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Codes =
        "EUR USD GBP CHF JPY CNY RUB UAH INR KRW TRY ILS SEK NOK DKK PLN CZK HUF AUD CAD NZD HKD SGD BRL MXN ZAR NGN KES SAR AED"
            .Split(' ')
            .ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string> Currencies = new Dictionary<string, string>
    {
        ["euro"] = "EUR",
        ["euros"] = "EUR",
        ["dollar"] = "USD",
        ["dollars"] = "USD",
        ["yen"] = "JPY",
        ["yuan"] = "CNY",
        ["renminbi"] = "CNY",
        ["rouble"] = "RUB",
        ["roubles"] = "RUB",
        ["ruble"] = "RUB",
        ["rubles"] = "RUB",
        ["hryvnia"] = "UAH",
        ["hryvnias"] = "UAH",
        ["rupees"] = "INR",
        ["zloty"] = "PLN",
        ["zlotys"] = "PLN",
        ["kronor"] = "SEK",
        ["lira"] = "TRY",
        ["liras"] = "TRY",
        ["shekels"] = "ILS",
        ["forints"] = "HUF",
        ["rand"] = "ZAR",
        ["naira"] = "NGN",
        ["cedi"] = "GHS",
        ["cedis"] = "GHS",
        ["taka"] = "BDT",
        ["baht"] = "THB",
        ["tenge"] = "KZT",
        ["birr"] = "ETB",
        ["kwacha"] = "ZMW",
        ["pula"] = "BWP",
        ["kwanza"] = "AOA",
        ["kwanzas"] = "AOA",
        ["meticais"] = "MZN",
        ["ariary"] = "MGA",
        ["dalasi"] = "GMD",
        ["dong"] = "VND",
        ["kip"] = "LAK",
        ["riel"] = "KHR",
        ["kyat"] = "MMK",
        ["ringgit"] = "MYR",
        ["rupiah"] = "IDR",
        ["ngultrum"] = "BTN",
        ["tugrik"] = "MNT",
        ["tugriks"] = "MNT",
        ["lari"] = "GEL",
        ["drams"] = "AMD",
        ["kina"] = "PGK",
        ["tala"] = "WST",
        ["vatu"] = "VUV",
        ["paanga"] = "TOP",
        ["pa'anga"] = "TOP",
        ["reais"] = "BRL",
        ["soles"] = "PEN",
        ["bolivianos"] = "BOB",
        ["guaranies"] = "PYG",
        ["guaraníes"] = "PYG",
        ["quetzals"] = "GTQ",
        ["quetzales"] = "GTQ",
        ["lempiras"] = "HNL",
        ["gourdes"] = "HTG",
        ["cfa francs"] = "CFA francs",
        ["new zealand dollars"] = "NZD",
        ["hong kong dollars"] = "HKD",
        ["pakistani rupees"] = "PKR",
        ["sri lankan rupees"] = "LKR",
        ["kenyan shillings"] = "KES",
        ["tanzanian shillings"] = "TZS",
        ["ugandan shillings"] = "UGX",
        ["mexican pesos"] = "MXN",
        ["chilean pesos"] = "CLP",
        ["colombian pesos"] = "COP",
        ["argentine pesos"] = "ARS",
        ["philippine pesos"] = "PHP",
        ["pounds sterling"] = "GBP",
        ["us dollars"] = "USD",
        ["australian dollars"] = "AUD",
        ["canadian dollars"] = "CAD",
        ["singapore dollars"] = "SGD",
        ["swiss francs"] = "CHF",
        ["danish kroner"] = "DKK",
        ["norwegian kroner"] = "NOK",
        ["swedish kronor"] = "SEK",
        ["turkish lira"] = "TRY",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    // What is measured in other words keeps its own: tonnes and tons are not the same.
    private static readonly FrozenDictionary<string, string> Units = new Dictionary<string, string>
    {
        ["%"] = "%",
        ["percent"] = "%",
        ["per cent"] = "%",
        ["pc"] = "%",
        ["percentage points"] = "percentage points",
        ["percentage point"] = "percentage points",
        ["basis points"] = "basis points",
        ["km"] = "km",
        ["kms"] = "km",
        ["kilometre"] = "km",
        ["kilometres"] = "km",
        ["kilometer"] = "km",
        ["kilometers"] = "km",
        ["m"] = "m",
        ["metre"] = "m",
        ["metres"] = "m",
        ["meter"] = "m",
        ["meters"] = "m",
        ["cm"] = "cm",
        ["centimetres"] = "cm",
        ["centimeters"] = "cm",
        ["mm"] = "mm",
        ["millimetres"] = "mm",
        ["millimeters"] = "mm",
        ["mile"] = "miles",
        ["miles"] = "miles",
        ["ft"] = "feet",
        ["foot"] = "feet",
        ["feet"] = "feet",
        ["square kilometres"] = "km²",
        ["square kilometers"] = "km²",
        ["sq km"] = "km²",
        ["square metres"] = "m²",
        ["square meters"] = "m²",
        ["square miles"] = "square miles",
        ["square feet"] = "square feet",
        ["cubic metres"] = "m³",
        ["cubic meters"] = "m³",
        ["hectare"] = "hectares",
        ["hectares"] = "hectares",
        ["acres"] = "acres",
        ["kg"] = "kg",
        ["kilogram"] = "kg",
        ["kilograms"] = "kg",
        ["kilo"] = "kg",
        ["gram"] = "grams",
        ["grams"] = "grams",
        ["millimetre"] = "mm",
        ["millimeter"] = "mm",
        ["kilos"] = "kg",
        ["tonne"] = "tonnes",
        ["tonnes"] = "tonnes",
        ["metric tons"] = "tonnes",
        ["ton"] = "tons",
        ["tons"] = "tons",
        ["litre"] = "litres",
        ["litres"] = "litres",
        ["liters"] = "litres",
        ["barrels"] = "barrels",
        ["mph"] = "mph",
        ["miles per hour"] = "mph",
        ["kph"] = "km/h",
        ["kmh"] = "km/h",
        ["kilometres per hour"] = "km/h",
        ["kilometers per hour"] = "km/h",
        ["metres per second"] = "m/s",
        ["meters per second"] = "m/s",
        ["kw"] = "kW",
        ["mw"] = "MW",
        ["gw"] = "GW",
        ["megawatt"] = "MW",
        ["megawatts"] = "MW",
        ["gigawatts"] = "GW",
        ["kwh"] = "kWh",
        ["mwh"] = "MWh",
        ["gwh"] = "GWh",
        ["twh"] = "TWh",
        ["kilotons"] = "kilotons",
        ["degrees celsius"] = "°C",
        ["degrees fahrenheit"] = "°F",
        ["degrees"] = "degrees",
        ["degree"] = "degrees",
        ["second"] = "seconds",
        ["minute"] = "minutes",
        ["hour"] = "hours",
        ["day"] = "days",
        ["week"] = "weeks",
        ["month"] = "months",
        ["year"] = "years",
        ["decade"] = "decades",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Names = Units
        .Values.Concat(Currencies.Values)
        .Concat(Codes)
        .Except("seconds minutes hours days weeks months years decades".Split(' '))
        .ToFrozenSet(StringComparer.Ordinal);

    // Behind a hyphen a thing is counted in the singular: "a 12-member panel".
    private static readonly FrozenDictionary<string, string> Counted = new Dictionary<string, string>
    {
        ["member"] = "members",
        ["seat"] = "seats",
        ["page"] = "pages",
        ["point"] = "points",
        ["person"] = "people",
        ["man"] = "men",
        ["nation"] = "nations",
        ["vehicle"] = "vehicles",
        ["bed"] = "beds",
        ["storey"] = "storeys",
        ["story"] = "storeys",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Whether a unit is one of measure or money, not of things that are counted.</summary>
    public static bool IsMeasure(string unit) => Names.Contains(unit);

    /// <summary>A currency that stands before its number: "€", "US$", "EUR"; and where it begins.</summary>
    public static (string Unit, int Start)? Before(Pieces text, int number)
    {
        if (Signs.TryGetValue(text.Lower(number - 1), out var sign) && text.IsSameLine(number))
        {
            return
                text.Lower(number - 1) == "$"
                && text.IsJoined(number - 1)
                && Dollars.TryGetValue(text.Lower(number - 2), out var dollar)
                ? (dollar, number - 2)
                : (sign, number - 1);
        }
        return text.Is(number - 1, PieceKind.Word) && text.IsSameLine(number) && CodeAt(text, number - 1) is { } code
            ? (code, number - 1)
            : null;
    }

    /// <summary>A measure in the singular, "hour" or "mile", under its plural; <see langword="null"/> for anything else.</summary>
    public static string? OfOne(string lower) =>
        lower is not ("m" or "%") && !lower.EndsWith('s') && Units.TryGetValue(lower, out var unit) ? unit : null;

    /// <summary>A currency or unit that stands behind its number.</summary>
    /// <param name="text">The text.</param>
    /// <param name="at">The piece behind the number.</param>
    /// <param name="isLarge">Whether the number is one of millions.</param>
    /// <param name="isOne">Whether it is one, so that a time may stand in the singular: "one week", but not "one day".</param>
    public static (string Unit, int Next)? Behind(Pieces text, int at, bool isLarge, bool isOne = false)
    {
        if (!text.IsSameLine(at))
        {
            return null;
        }
        if (Signs.TryGetValue(text.Lower(at), out var sign))
        {
            return (sign, at + 1);
        }
        if (CodeAt(text, at) is { } code)
        {
            return (code, at + 1);
        }
        if (text.Lower(at) == "°" && text.IsJoined(at + 1) && text.Lower(at + 1) is "c" or "f")
        {
            return (text.Lower(at + 1) == "c" ? "°C" : "°F", at + 2);
        }
        // "3.4C"
        if (text.IsJoined(at) && text.Lower(at) == "c" && text.IsCapital(at) && text.Is(at - 1, PieceKind.Digits))
        {
            return ("°C", at + 1);
        }
        if (text.Phrase(at, ["km", "/", "h"]) == 3)
        {
            return ("km/h", at + 3);
        }
        // The past of "win" is commoner than the money, unless there are millions of it.
        if (isLarge && text.Lower(at) == "won")
        {
            return ("KRW", at + 1);
        }
        if (text.Lower(at) == "pounds")
        {
            // Of explosives, or of money.
            return text.Lower(at + 1) == "of" ? ("pounds", at + 1)
                : text.Lower(at + 1) == "sterling" ? ("GBP", at + 2)
                : isLarge ? ("GBP", at + 1)
                : ("pounds", at + 1);
        }
        var hyphen = text.IsJoined(at) && text.Lower(at) is "-" or "‑" && text.IsJoined(at + 1);
        var begin = hyphen ? at + 1 : at;
        if (hyphen && Counted.TryGetValue(text.Lower(begin), out var counted))
        {
            return (counted, begin + 1);
        }
        for (var words = 3; words > 0; words--)
        {
            if (
                Joined(text, begin, words) is { } phrase
                && (Currencies.TryGetValue(phrase, out var unit) || Units.TryGetValue(phrase, out unit))
                && (hyphen || !IsSingularTime(phrase) || (isOne && phrase != "day"))
            )
            {
                return (unit, begin + words);
            }
        }
        return null;
    }

    // "one day", "a hundred year"; the singular of a time is a measure only behind a hyphen.
    private static bool IsSingularTime(string word) =>
        word is "second" or "minute" or "hour" or "day" or "week" or "month" or "year" or "decade";

    private static string? CodeAt(Pieces text, int at) =>
        text.Is(at, PieceKind.Word)
        && text[at].End - text[at].Start == 3
        && Codes.Contains(text.Text[text[at].Start..text[at].End])
            ? text.Text[text[at].Start..text[at].End]
            : null;

    private static string? Joined(Pieces text, int at, int words)
    {
        if (words == 1)
        {
            return text.Has(at) ? text.Lower(at) : null;
        }
        for (var i = 1; i < words; i++)
        {
            if (!text.IsSpaced(at + i))
            {
                return null;
            }
        }
        return string.Join(' ', Enumerable.Range(at, words).Select(text.Lower));
    }
}
