namespace Perennial.Weave.Tests;

/// <summary>Articles about two invented events, told by invented outlets.</summary>
internal static class Reports
{
    public static readonly DateTimeOffset Morning = new(2026, 3, 12, 6, 0, 0, TimeSpan.Zero);

    public const string Ferry = """
        The ferry Halvarin ran aground on the Skarn reef outside Tormouth before dawn, and lifeboats took 212 passengers ashore.
        The harbour master of Tormouth closed the eastern channel. Divers are looking at a tear below the waterline of the
        Halvarin, whose owners say that the ship was inspected in February. Tugs from Orsund are on their way to the reef.
        The coastguard asked fishing boats to stay away from the Skarn reef until the wind drops in the evening.
        """;

    public const string FerryAnew = """
        Lifeboats had brought all passengers of the Halvarin to Tormouth by noon, hours after the ferry struck the Skarn reef.
        Owners of the ship sent an inspector. What a captain with thirty years on this route was doing so close to the reef is
        what the harbour master wants to know, and the eastern channel stays closed while tugs wait for the tide.
        """;

    public const string Budget = """
        Parliament in Vell passed the budget by two votes after a night sitting that ended with the finance committee giving way
        on school meals. Teachers' unions called the compromise thin. Property tax rises by half a point from July, and the
        reserve fund pays for the new hospital wing. The opposition will ask the court whether the vote was counted rightly.
        """;

    public static WovenArticle Of(string id, string title, string text, int minutes, string? language = "en") =>
        new()
        {
            Id = id,
            Title = title,
            Text = text,
            Published = Morning.AddMinutes(minutes),
            Language = language,
        };
}
