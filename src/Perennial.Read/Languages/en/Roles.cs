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
            + "driver seller trader picker herder grower schoolteacher headteacher tailor shipwright carpenter mason miner sailor skipper referee "
            + "umpire batsman bowler swimmer runner cyclist boxer defender midfielder designer architect planner surveyor administrator registrar "
            + "hydrologist seismologist volcanologist forecaster botanist zoologist geneticist virologist cardiologist oncologist neurologist "
            + "psychiatrist midwife paramedic firefighter policeman policewoman ranger investigator auditor accountant trustee convener convenor "
            + "elder chieftain stallholder shopkeeper vendor baker chef waiter cleaner porter barber apprentice intern graduate pupil grandmother "
            + "grandfather uncle aunt nephew niece cousin defendant plaintiff juror arbitrator ombudsman magistrate solicitor barrister notary "
            + "warden beekeeper docker landlord tenant homeowner villager hunter shepherd rancher vet veterinarian agronomist sculptor painter "
            + "photographer screenwriter playwright composer conductor pianist violinist drummer dancer choreographer rapper comedian presenter "
            + "blogger translator interpreter linguist archaeologist anthropologist philosopher theologian mathematician statistician "
            + "demographer geographer specialist fighter rescuer diver climber designer negotiator ecologist hydrogeologist "
            + "republican democrat liberal conservative independent socialist"
    );

    /// <summary>Whether a word, in lower case, is one for what somebody is.</summary>
    public static bool IsRole(string lower) =>
        Words.Contains(lower)
        || (lower.Length > 4 && lower[^1] == 's' && Words.Contains(lower[..^1]))
        || IsJoined(lower);

    // "secretary-general", "sister-in-law", "co-owner", "ex-minister"
    private static bool IsJoined(string lower)
    {
        var hyphen = lower.IndexOf('-', StringComparison.Ordinal);
        return hyphen > 0
            && (Words.Contains(lower[..hyphen]) || Words.Contains(lower[(lower.LastIndexOf('-') + 1)..]))
            && !lower.EndsWith("ed", StringComparison.Ordinal);
    }

    /// <summary>Whether a word says so of several people.</summary>
    public static bool IsPlural(string lower) => lower.Length > 4 && lower[^1] == 's' && Words.Contains(lower[..^1]);
}
