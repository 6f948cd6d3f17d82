namespace Perennial.Read.Linking;

/// <summary>How much evidence beyond the name it takes to say that two are one.</summary>
/// <remarks>
/// Chosen for what a mistake costs: two who are taken for one put words into somebody's mouth, one who is taken for two only has two
/// pages until an editor says so. The decision page "entities-across-documents" tells what each value was tried against.
/// </remarks>
internal static class Needed
{
    // Two people of one name share a role, an affiliation, or two rare names in their company only by a strange chance.
    private const double OfPerson = 2.0;

    // What is said of the two does not go together: people do change office, and then their company tells.
    private const double WhereItDiffers = 1.0;

    // The only one of a name whom many documents name is meant, and where very many do, unless something speaks against it.
    private const double WhereWellKnown = -1.0;
    private const int ManyArticles = 20;
    private const double WhereEverywhere = -2.0;
    private const int VeryManyArticles = 100;

    private const double OfInstitution = 1.0;
    private const double OfOneWord = 0.5;
    private const int SomeArticles = 5;

    /// <param name="entity">An entity of a document.</param>
    /// <param name="likeness">Its likeness to a known one.</param>
    /// <param name="isAlone">Whether no other of the name is known.</param>
    public static double For(DocumentEntity entity, Likeness likeness, bool isAlone) =>
        entity.Kind switch
        {
            EntityKind.Person => OfPerson
                + (likeness.Differs ? WhereItDiffers : 0)
                + (isAlone ? Fame(likeness.Known.Articles) : 0),
            EntityKind.Place => isAlone
            && (likeness.Known.Articles >= SomeArticles || entity.Keys[0].Contains(' ', StringComparison.Ordinal))
                ? OfOneWord
                : OfInstitution,
            _ when entity.IsInstitution => entity.Country is not null
            && InstitutionNames.IsOfCountry(EntityNames.Folded(entity.Name))
                ? 0
                : OfInstitution,
            _ when !isAlone => OfOneWord,
            EntityKind.Group => 0,
            // A full name, or letters that a document said were short for one.
            _ when entity.Keys.Any(key => key.Contains(' ', StringComparison.Ordinal))
                    || IsShort(entity, likeness.Known) => 0,
            _ => likeness.Known.Articles >= SomeArticles ? 0 : OfOneWord,
        };

    private static double Fame(int articles) =>
        articles >= VeryManyArticles ? WhereEverywhere
        : articles >= ManyArticles ? WhereWellKnown
        : 0;

    private static bool IsShort(DocumentEntity entity, KnownEntity known) =>
        entity.Name.Length <= 6
        && entity.Name.All(char.IsUpper)
        && known.Names.Any(name => name.Contains(' ', StringComparison.Ordinal));
}
