using System.Diagnostics;
using System.Globalization;
using Perennial.Read.Languages.English;

namespace Perennial.Read.Tests;

public sealed class FiguresTests
{
    [Theory]
    [InlineData(
        "The army sent nearly 10,000 Velish troops to Sarn.",
        "nearly 10,000 Velish troops",
        "10000",
        Approximation.Under,
        "troops"
    )]
    [InlineData("About 300 people marched.", "About 300 people", "300", Approximation.About, "people")]
    [InlineData("At least 12 civilians were killed.", "At least 12 civilians", "12", Approximation.Over, "civilians")]
    [InlineData(
        "More than 40 newly trained border guards left.",
        "More than 40 newly trained border guards",
        "40",
        Approximation.Over,
        "guards"
    )]
    [InlineData("The fund holds €300m for repairs.", "€300m", "300000000", Approximation.Exact, "EUR")]
    [InlineData(
        "It cost 2.5 billion dollars to build.",
        "2.5 billion dollars",
        "2500000000",
        Approximation.Exact,
        "USD"
    )]
    [InlineData("It cost US$1.2 billion.", "US$1.2 billion", "1200000000", Approximation.Exact, "USD")]
    [InlineData("They paid just over £5,000 a head.", "just over £5,000", "5000", Approximation.Over, "GBP")]
    [InlineData("Three thousand workers walked out.", "Three thousand workers", "3000", Approximation.Exact, "workers")]
    [InlineData("A dozen lorries were stopped.", "A dozen lorries", "12", Approximation.Exact, "lorries")]
    [InlineData(
        "Half a million people have no power.",
        "Half a million people",
        "500000",
        Approximation.Exact,
        "people"
    )]
    [InlineData("Turnout was 61.5 per cent.", "61.5 per cent", "61.5", Approximation.Exact, "%")]
    [InlineData("Prices rose by roughly 7% last year.", "roughly 7%", "7", Approximation.About, "%")]
    [InlineData("The front moved 12 km east.", "12 km", "12", Approximation.Exact, "km")]
    [InlineData("The road is up to 400 kilometres long.", "up to 400 kilometres", "400", Approximation.Under, "km")]
    [InlineData(
        "Some 5,000 square kilometres burned.",
        "Some 5,000 square kilometres",
        "5000",
        Approximation.About,
        "km²"
    )]
    [InlineData("A 36-hour ceasefire was agreed.", "36-hour", "36", Approximation.Exact, "hours")]
    [InlineData("A 12-member panel will look into it.", "12-member", "12", Approximation.Exact, "members")]
    [InlineData(
        "Two hundred and fifty houses stand empty.",
        "Two hundred and fifty houses",
        "250",
        Approximation.Exact,
        "houses"
    )]
    [InlineData("Twenty-five ships wait outside the port.", "Twenty-five ships", "25", Approximation.Exact, "ships")]
    [InlineData("He spent three years in prison.", "three years", "3", Approximation.Exact, "years")]
    [InlineData("One soldier was hurt.", "One soldier", "1", Approximation.Exact, "soldier")]
    [InlineData("The town has 200 or more shelters.", "200 or more shelters", "200", Approximation.Over, "shelters")]
    [InlineData(
        "Police arrested 45 of the demonstrators.",
        "45 of the demonstrators",
        "45",
        Approximation.Exact,
        "demonstrators"
    )]
    [InlineData("Nearly 10,000 were killed in the siege.", "Nearly 10,000", "10000", Approximation.Under, null)]
    [InlineData("The blast killed 12 and hurt others.", "12", "12", Approximation.Exact, null)]
    [InlineData("The toll rose to 45 by nightfall.", "45", "45", Approximation.Exact, null)]
    [InlineData("Around 1.5m people live there.", "Around 1.5m people", "1500000", Approximation.About, "people")]
    [InlineData("No fewer than 60 MPs signed it.", "No fewer than 60 MPs", "60", Approximation.Over, "MPs")]
    [InlineData("In total 12 Marenians were held.", "12 Marenians", "12", Approximation.Exact, "Marenians")]
    [InlineData("The bill adds EUR 40 million.", "EUR 40 million", "40000000", Approximation.Exact, "EUR")]
    [InlineData("The factory hired 1,500 sales staff.", "1,500 sales staff", "1500", Approximation.Exact, "staff")]
    [InlineData(
        "The dam holds 2.5 million cubic metres.",
        "2.5 million cubic metres",
        "2500000",
        Approximation.Exact,
        "m³"
    )]
    [InlineData("Two thirds of the votes were counted.", "Two thirds", "66.67", Approximation.Exact, "%")]
    [InlineData("It took more than half of them.", "more than half", "50", Approximation.Over, "%")]
    [InlineData("Prices fell by a quarter.", "a quarter", "25", Approximation.Exact, "%")]
    [InlineData("One in five bags is sold abroad.", "One in five", "20", Approximation.Exact, "%")]
    [InlineData("Nine out of ten voters stayed.", "Nine out of ten", "90", Approximation.Exact, "%")]
    [InlineData("It took about an hour.", "about an hour", "1", Approximation.About, "hours")]
    [InlineData("They waited half an hour.", "half an hour", "0.5", Approximation.Exact, "hours")]
    [InlineData("She won by a single second.", "a single second", "1", Approximation.Exact, "seconds")]
    [InlineData("They own one mule and no land.", "one mule", "1", Approximation.Exact, "mule")]
    [InlineData("At least six were killed.", "At least six", "6", Approximation.Over, null)]
    [InlineData("A house costs 9,000 cedis.", "9,000 cedis", "9000", Approximation.Exact, "GHS")]
    [InlineData("June was 3.4C warmer.", "3.4C", "3.4", Approximation.Exact, "°C")]
    [InlineData("The nine per cent cut came.", "nine per cent", "9", Approximation.Exact, "%")]
    [InlineData("It carries 300 pounds of explosives.", "300 pounds", "300", Approximation.Exact, "pounds")]
    public void A_figure_has_its_words_value_approximation_and_unit(
        string text,
        string words,
        string value,
        Approximation approximation,
        string? unit
    )
    {
        var figure = Figures.In(text).ShouldHaveSingleItem();

        figure.Text.ShouldBe(words);
        text[figure.Start..figure.End].ShouldBe(words);
        figure.Value.ShouldBe(decimal.Parse(value, CultureInfo.InvariantCulture));
        figure.Approximation.ShouldBe(approximation);
        figure.Unit.ShouldBe(unit);
    }

    [Theory]
    [InlineData("Dozens of tents were torn down.", "Dozens of tents", 24, "tents")]
    [InlineData("Hundreds of people fled.", "Hundreds of people", 200, "people")]
    [InlineData("Tens of thousands of refugees crossed.", "Tens of thousands of refugees", 20000, "refugees")]
    [InlineData("Several hundred miners came up.", "Several hundred miners", 200, "miners")]
    [InlineData("Thousands marched in Sarn.", "Thousands", 2000, null)]
    public void A_vague_number_has_no_value_but_a_lower_bound(string text, string words, int low, string? unit)
    {
        var figure = Figures.In(text).ShouldHaveSingleItem();

        figure.Text.ShouldBe(words);
        figure.Value.ShouldBeNull();
        figure.Low.ShouldBe(low);
        figure.High.ShouldBeNull();
        figure.Approximation.ShouldBe(Approximation.About);
        figure.Unit.ShouldBe(unit);
    }

    [Theory]
    [InlineData("Between 200 and 300 people were there.", "Between 200 and 300 people", 200, 300, "people")]
    [InlineData("It will take 10 to 20 days.", "10 to 20 days", 10, 20, "days")]
    [InlineData("They found 30–40 graves.", "30–40 graves", 30, 40, "graves")]
    [InlineData("The repair costs €2-3 million.", "€2-3 million", 2_000_000, 3_000_000, "EUR")]
    [InlineData("Between €5m and €7m is missing.", "Between €5m and €7m", 5_000_000, 7_000_000, "EUR")]
    [InlineData(
        "Two to three million voters stayed away.",
        "Two to three million voters",
        2_000_000,
        3_000_000,
        "voters"
    )]
    public void A_range_has_both_bounds_and_no_value(string text, string words, int low, int high, string unit)
    {
        var figure = Figures.In(text).ShouldHaveSingleItem();

        figure.Text.ShouldBe(words);
        (figure.Low, figure.High, figure.Value).ShouldBe((low, high, null));
        figure.Approximation.ShouldBe(Approximation.Range);
        figure.Unit.ShouldBe(unit);
    }

    [Fact]
    public void Nearly_sets_the_upper_bound_at_least_the_lower_and_an_exact_number_both()
    {
        var bounds = Figures
            .In("Nearly 90 tanks, at least 80 guns, 70 boats.")
            .Select(figure => (figure.Low, figure.High));

        bounds.ShouldBe([(null, 90m), (80m, null), (70m, 70m)]);
    }

    [Theory]
    [InlineData("The law was passed in 2019.")]
    [InlineData("On 5 May the bridge opened.")]
    [InlineData("The fair runs from May 3 to May 5.")]
    [InlineData("It began at 18:30 and ended at 9 p.m. sharp.")]
    [InlineData("Ann Gray, 34, keeps bees.")]
    [InlineData("A 34-year-old man was held.")]
    [InlineData("The boy, who is 12 years old, is safe.")]
    [InlineData("Velia beat Maren 3-1.")]
    [InlineData("The council voted 52–48.")]
    [InlineData("Call +44 20 7946 0123 or 555-0199.")]
    [InlineData("She lives at 10 Mill Street.")]
    [InlineData("1. Read this first")]
    [InlineData("An F-16 and a T-72 were lost.")]
    [InlineData("Article 5 and Resolution 1701 apply.")]
    [InlineData("The 21st century has begun.")]
    [InlineData("Music of the 1990s was played.")]
    [InlineData("Flight 370 never arrived.")]
    [InlineData("He finished third.")]
    [InlineData("It happened two days ago.")]
    [InlineData("The past 24 hours were quiet.")]
    [InlineData("One of them knew.")]
    [InlineData("One day the road is yours.")]
    [InlineData("One step at a time, he said.")]
    [InlineData("The two have denied it.")]
    [InlineData("Most of them are under 18.")]
    [InlineData("Version 10.0.1 is out.")]
    [InlineData("He is No. 2 in the ministry.")]
    [InlineData("She spoke for the G7 and about Covid-19.")]
    [InlineData("See page 12.")]
    [InlineData("")]
    public void Labels_dates_ages_scores_and_addresses_are_no_figures(string text)
    {
        Figures.In(text).Select(figure => figure.Text).ShouldBeEmpty();
    }

    [Fact]
    public void A_counted_noun_is_not_looked_for_beyond_a_verb_or_a_comma()
    {
        Figures.In("More than 500, officials said.").ShouldHaveSingleItem().Unit.ShouldBeNull();
        Figures.In("Over 500 said officials lied.").ShouldHaveSingleItem().Unit.ShouldBeNull();
    }

    [Theory]
    [InlineData("Eight of the nine miners came up.", 8, 9)]
    [InlineData("It gives 25 kilos of millet instead of 50.", 25, 50)]
    [InlineData("It passed by 241 votes to 88.", 241, 88)]
    public void What_a_figure_is_compared_with_is_one_too(string text, int first, int second) =>
        Figures.In(text).Select(figure => figure.Value).ShouldBe([first, second]);

    [Fact]
    public void Two_figures_in_a_sentence_stay_two()
    {
        Figures
            .In("Officials counted 45 dead sheep, 12 stray goats and $3 million in damage.")
            .Select(figure => (figure.Value, figure.Unit))
            .ShouldBe([(45m, "sheep"), (12m, "goats"), (3_000_000m, "USD")]);
    }

    [Theory]
    [InlineData("1")]
    [InlineData("1 ")]
    [InlineData("1,")]
    [InlineData("1-")]
    [InlineData("one and ")]
    [InlineData("about ")]
    [InlineData("between 1 and ")]
    [InlineData("half a ")]
    [InlineData("$")]
    [InlineData("10 big ")]
    [InlineData("5 May ")]
    public void A_megabyte_of_anything_takes_no_longer_than_a_moment(string bait)
    {
        var text = string.Concat(Enumerable.Repeat(bait, 1_000_000 / bait.Length));
        var clock = Stopwatch.StartNew();

        Figures.In(text);

        // Linear work takes well under two seconds here; anything quadratic would take hours.
        clock.Elapsed.ShouldBeLessThan(TimeSpan.FromMinutes(5));
    }
}
