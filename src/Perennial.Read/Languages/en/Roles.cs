using System.Collections.Frozen;

namespace Perennial.Read.Languages.English;

/// <summary>Words for what people are: offices, trades, standings.</summary>
internal static class Roles
{
    private static readonly FrozenSet<string> Words = WordClasses.Set(
        "president vice-president minister secretary chancellor premier governor senator representative congressman congresswoman mayor "
            + "councillor councilman councilwoman ambassador envoy diplomat commissioner spokesman spokeswoman spokesperson official officer "
            + "director chairman chairwoman chair chairperson chief head leader founder co-founder cofounder ceo cfo executive manager owner partner president-elect "
            + "analyst expert economist scientist researcher scholar professor lecturer teacher historian fellow adviser advisor strategist "
            + "consultant lawyer attorney prosecutor judge justice sheriff detective inspector constable commander general colonel major captain lieutenant "
            + "sergeant admiral soldier pilot engineer doctor nurse surgeon physician epidemiologist psychologist farmer fisherman worker "
            + "journalist reporter editor columnist correspondent commentator host anchor author writer novelist poet artist actor actress "
            + "singer musician filmmaker producer coach player striker goalkeeper captain athlete candidate nominee frontrunner front-runner "
            + "lawmaker legislator deputy member delegate delegate activist campaigner organizer organiser volunteer student resident "
            + "witness victim survivor neighbour neighbor mother father brother sister son daughter wife husband widow king queen prince "
            + "princess pope archbishop bishop cardinal priest pastor rabbi imam monk patriarch monitor inspector negotiator mediator treasurer "
            + "whip speaker aide assistant counsel clerk superintendent principal dean provost rector curator librarian pollster lobbyist "
            + "banker trader investor broker entrepreneur businessman businesswoman developer programmer biologist chemist physicist "
            + "geologist meteorologist climatologist astronomer ecologist sociologist criminologist spy dissident refugee migrant veteran "
            + "republican democrat liberal conservative independent socialist"
    );

    /// <summary>Whether a word, in lower case, is one for what somebody is.</summary>
    public static bool IsRole(string lower) =>
        Words.Contains(lower) || (lower.Length > 4 && lower[^1] == 's' && Words.Contains(lower[..^1]));

    /// <summary>Whether a word says so of several people.</summary>
    public static bool IsPlural(string lower) => lower.Length > 4 && lower[^1] == 's' && Words.Contains(lower[..^1]);
}
