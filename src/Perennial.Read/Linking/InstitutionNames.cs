using System.Collections.Frozen;

namespace Perennial.Read.Linking;

/// <summary>Names that many countries and towns have one of: "Ministry of Defence", "Supreme Court", "la Banque centrale".</summary>
internal static class InstitutionNames
{
    private static readonly FrozenSet<string> Words = string.Concat(
            "academy administration affairs agency air agriculture anti appeal appeals armed army assembly attorney authority bank board border budget bureau cabinet central chamber chancellery ",
            "city civil coast commerce commission committee communications company congress constitutional corps corruption council country county court culture customs defence defense democratic department development ",
            "district economy education election electoral emergency energy environment executive exterior external federal federation finance fire fleet force forces foreign forest general government guard head ",
            "health high higher home hospital house housing human immigration industry information institute intelligence interior internal international investigation investigative justice labor labour lands law ",
            "liberal local lower main marine medical military ministry minister national naval navy of for and the to in office opposition parliament party people police post prime press prison prosecutor public ",
            "red cross regional republican rescue revenue rights school science secret secretary security senate service services social socialist space sports staff state statistics supreme survey tax trade transport ",
            "treasury tribunal union university upper weather workers works young ",
            "banque centrale ministere ministre de la du des d l cour supreme assemblee nationale nationalversammlung senat gouvernement gendarmerie prefecture mairie conseil etat armee parti parquet ",
            "bundestag bundesrat bundesregierung landtag polizei bundespolizei regierung auswartiges amt finanzministerium verteidigungsministerium innenministerium stadtrat staatsanwaltschaft zentralbank ",
            "ministerio gobierno congreso senado policia guardia civil ejercito banco central tribunal supremo ayuntamiento fiscalia parlamento"
        )
        .Split(' ')
        .ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether a name has no word of its own.</summary>
    /// <param name="key">The name as <see cref="EntityNames.Folded"/> gives it.</param>
    public static bool Contains(string key) => key.Split(' ').All(Words.Contains);

    /// <summary>Whether a country has only one of the name, unlike a police or a city council.</summary>
    /// <param name="key">The name as <see cref="EntityNames.Folded"/> gives it.</param>
    public static bool IsOfCountry(string key) => key.Split(' ').Any(OfCountry.Contains);

    private static readonly FrozenSet<string> OfCountry = string.Concat(
            "ministry parliament government cabinet treasury supreme national central constitutional army navy senate congress federal armed ",
            "ministere gouvernement senat nationale armee parlement ",
            "bundestag bundesrat bundesregierung bundespolizei nationalversammlung zentralbank finanzministerium verteidigungsministerium innenministerium ",
            "ministerio gobierno congreso senado parlamento ejercito"
        )
        .Split(' ')
        .ToFrozenSet(StringComparer.Ordinal);
}
