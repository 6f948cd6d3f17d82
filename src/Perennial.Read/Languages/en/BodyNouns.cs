using System.Collections.Frozen;

namespace Perennial.Read.Languages.English;

/// <summary>Words at the end of a name that say it is a body's: a ministry, a newspaper, a firm.</summary>
internal static class BodyNouns
{
    private static readonly FrozenSet<string> Bodies = WordClasses.Set(
        "academy agency airlines airways alliance assembly association authority bank board bureau cabinet chamber club coalition college commission committee company confederation congress "
            + "consortium cooperative corporation council court department directorate exchange federation foundation front fund group institute ministry navy office orchestra organisation "
            + "organization parliament party police secretariat senate service society syndicate trust union university"
    );

    // A body or a building: the model says which.
    private static readonly FrozenSet<string> Places = WordClasses.Set(
        "center centre embassy forum hospital museum school station system"
    );

    private static readonly FrozenSet<string> Papers = WordClasses.Set(
        "courier chronicle examiner gazette guardian herald inquirer journal ledger mail mirror news observer post press radio review standard telegraph television times tribune tv"
    );

    private static readonly FrozenSet<string> Firms = WordClasses.Set(
        "analytics associates biotech breweries brothers chemicals confectionery consulting co co. corp corp. electronics energy enterprises estates foods gmbh holdings hydropower inc inc. industries "
            + "insurance international investments labs laboratories limited llc logistics ltd ltd. media minerals mining motors networks partners petroleum pharma pharmaceuticals plc rail "
            + "railways recycling resources securities shipping software steelworks supermarkets systems technologies telecom terminals textiles ventures"
    );

    /// <summary>Whether a word is a sort of body, by which one is called the second time: "the Authority".</summary>
    public static bool IsBody(string lower) => Bodies.Contains(lower);

    /// <summary>Whether a word may end a body's name.</summary>
    public static bool Contains(string lower) =>
        Bodies.Contains(lower) || Places.Contains(lower) || Papers.Contains(lower) || Firms.Contains(lower);

    /// <summary>Whether the last word of a name of several words shows that it is a body's.</summary>
    public static bool Names(Token last) =>
        last.IsCapital && (Bodies.Contains(last.Lower) || Papers.Contains(last.Lower) || Firms.Contains(last.Lower));
}
