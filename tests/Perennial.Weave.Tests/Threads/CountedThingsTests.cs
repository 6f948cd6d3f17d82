using System.Globalization;
using System.Text.RegularExpressions;
using Perennial.Weave.Threads;

namespace Perennial.Weave.Tests.Threads;

/// <summary>Which figures count the same thing.</summary>
public sealed partial class CountedThingsTests
{
    private static readonly DateTimeOffset Morning = new(2031, 3, 12, 6, 0, 0, TimeSpan.Zero);

    [Theory]
    // What stands right behind a bare number of the same size is counted like the one before.
    [InlineData("The office said 3,800 people had left Sarn. Police gave a figure of 2,400.", "3800 2400")]
    [InlineData("The office said 3,800 people had left Sarn. Police sent 2,400 guards.", "")]
    [InlineData("The office said 3,800 people had left Sarn. It was raining at 12.", "")]
    // No article says two numbers of one thing in its own words.
    [InlineData("Rain drove 3,800 people from Sarn and 2,400 people from Velta. The rain stopped.", "")]
    public void Within_an_article(string text, string sides) => Sides(text).ShouldBe(sides);

    [Theory]
    [InlineData(
        "The quake at Sarn hurt 14 people in the lower town.",
        "In the lower town 31 people were hurt by the quake.",
        "14 31"
    )]
    // What is counted stands close by; who tells it does not tell what.
    [InlineData(
        "Joren Vass, master of the harbour, told Radio Velta that the ship carries 2300 tonnes of potash.",
        "Joren Vass, master of the harbour, told Radio Velta that her tanks had held 12 tonnes of fuel.",
        ""
    )]
    [InlineData(
        "A fire beside 40000 tonnes of grain is something else.",
        "The fire could spread to 40 tons of grain.",
        "40000 40"
    )]
    // How long something takes is another number each time.
    [InlineData("She was found 7 hours after the alarm at Sarn.", "She was found 8 hours after the alarm at Sarn.", "")]
    // Of so few there are many.
    [InlineData(
        "Bricks hurt 2 officers in the west of Sarn.",
        "A bottle hurt 1 officers at the gates of a school.",
        ""
    )]
    public void Of_two_articles(string one, string other, string sides) => Sides(one, other).ShouldBe(sides);

    private static string Sides(params string[] texts)
    {
        var things = FigureSides.Of([
            .. texts.Select((text, i) => new ThreadedArticle($"a{i}", Read(text), Morning.AddHours(i))),
        ]);
        return string.Join(
            ' ',
            things
                .SelectMany(thing => thing.Sides)
                .Select(side => side.Figure.Value!.Value.ToString(CultureInfo.InvariantCulture))
        );
    }

    /// <summary>Numbers are figures, with a unit where one of ours follows; "The office said" and "Police gave" name who gives one.</summary>
    private static Article Read(string text) =>
        new()
        {
            Text = text,
            Figures =
            [
                .. Number()
                    .Matches(text)
                    .Select(match => new Figure
                    {
                        Start = match.Index,
                        End = match.Index + match.Length,
                        Text = match.Value,
                        Value = decimal.Parse(match.Groups["value"].Value, CultureInfo.InvariantCulture),
                        Unit = match.Groups["unit"] is { Success: true } unit ? unit.Value : null,
                    }),
            ],
            Statements =
            [
                .. Giving()
                    .Matches(text)
                    .Select(match => new Statement
                    {
                        Text = match.Groups["words"].Value,
                        Kind = StatementKind.Indirect,
                        Spans =
                        [
                            [match.Groups["words"].Index, match.Groups["words"].Index + match.Groups["words"].Length],
                        ],
                        Speaker = new Speaker { Name = match.Groups["who"].Value, Sure = true },
                    }),
            ],
        };

    [GeneratedRegex(
        @"(?<value>\d[\d,]*)( (?<unit>people|tonnes|tons|hours|officers))?",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Number();

    [GeneratedRegex(
        @"(?<who>The office|Police) (said|gave) (?<words>[^.]+)",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Giving();
}
