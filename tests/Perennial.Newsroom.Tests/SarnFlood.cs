namespace Perennial.Newsroom.Tests;

/// <summary>Articles of an invented flood, far enough apart in wording to be reports of their own, close enough to be one story.</summary>
internal static class SarnFlood
{
    public static Article First { get; } =
        Of(
            "Sarn dam holds as the Velta rises",
            "07:00",
            "The Sarn dam held on Wednesday as the river Velta rose to its highest level in forty years, the mayor of Sarn, Ivo Tal, said. "
                + "Engineers opened two sluices during the night. Some 400 people left their homes below the dam.",
            Said("The dam holds and it will hold.")
        );

    public static Article Second { get; } =
        Of(
            "Thousands leave Sarn below the dam",
            "09:00",
            "Thousands of people were leaving the town of Sarn on Wednesday morning after mayor Ivo Tal ordered the evacuation of all streets below the dam. "
                + "Buses took families from the banks of the Velta to schools in the hills. The river was still rising.",
            Said("Nobody should wait until the evening.")
        );

    public static Article Third { get; } =
        Of(
            "Velta falls below the mark at Sarn",
            "15:00",
            "The river Velta fell below the alarm mark at Sarn on Wednesday afternoon, and engineers closed the first sluice of the dam again. "
                + "Mayor Ivo Tal said the evacuation of the town would end on Thursday.",
            Said("We have been lucky.")
        );

    public static Article Of(string title, string time, string text, params Statement[] statements) =>
        new()
        {
            Title = title,
            Text = text,
            Language = "en",
            SiteName = "Sarn Wire",
            Published = StatedTime.ParseIso($"2031-03-12T{time}:00+02:00"),
            Statements = statements,
            Entities =
            [
                new Entity { Id = "e1", Name = "Ivo Tal" },
                new Entity
                {
                    Id = "e2",
                    Name = "Sarn",
                    Kind = EntityKind.Place,
                },
                new Entity
                {
                    Id = "e3",
                    Name = "Velta",
                    Kind = EntityKind.Place,
                },
            ],
        };

    public static Statement Said(string words) =>
        new()
        {
            Text = words,
            Kind = StatementKind.Direct,
            Speaker = new Speaker { Name = "Ivo Tal", Sure = true },
            Role = "mayor of Sarn",
        };
}
