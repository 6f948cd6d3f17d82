namespace Perennial.Weave;

/// <summary>Words that say nothing about what a story is about: function words and the verbs and nouns of reporting.</summary>
/// <remarks>Frequencies learnt from the stream do the rest; this list only has to serve a newsroom's first hours.</remarks>
internal static class CommonWords
{
    private const string English = """
        a about above after again against ago all almost along already also although always am among an and another any are
        around as ask at away back be became because become been before began being below best better between both but by call
        came can cannot come could day did do doe doing done down during each early either end enough even ever every expect
        few first follow for former found from full further gave get give go going got group had half ha have having he held help
        her here him himself hi his hour how however i if in into is issue it its itself just keep know known last late later
        latest least left less let like likely live long look made major make many may me mean meet member might minute month
        more morning most move much must my near need never new news next no nor not nothing now number of off official often
        old on once one only open or other our out over own part past people per place plan point put question quite rather
        read really recent recently report reported reportedly reporter right said same saw say saying second see seen set
        several she should show side since small so some source speak spokesman spokesperson spokeswoman start state statement
        still story such take taken talk tell ten than that the their them then there these they thing think third this
        those thought three through thursday tuesday monday wednesday friday saturday sunday time to today together told
        tomorrow too took top toward try turn two under until up update upon us use used very video wa want was way we week well went
        were what when where whether which while who whole whom whose why will with within without work world would year yesterday
        yet you your january february march april june july august september october november december mr ms mrs dr
        """;

    private const string French = """
        le la les un une des du de au aux et ou mais donc or ni car que qui quoi dont ce cet cette ces son sa ses leur mon notre
        votre il elle on nous vous ils elles se en y ne pas plus par pour dans sur sou avec sans est sont ont été être avoir fait
        a selon après avant depuis comme aussi tout tous deux lui entre
        """;

    private const string German = """
        der die da den dem de ein eine einen einem einer und oder aber dass ist sind war wird werden hat haben im in am an auf au
        mit von vom zu zum zur bei nach für über unter nicht auch noch sich er sie es wir ihr sein wie al so nur mehr
        """;

    private static readonly HashSet<string> All = new(
        (English + " " + French + " " + German).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries),
        StringComparer.Ordinal
    );

    /// <summary>Whether a folded word is one of them, or too short to tell anything.</summary>
    public static bool Contains(string word) => word.Length < 2 || All.Contains(word);
}
