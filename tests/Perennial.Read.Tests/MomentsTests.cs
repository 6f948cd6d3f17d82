using System.Diagnostics;
using Perennial.Read.Languages.English;

namespace Perennial.Read.Tests;

public sealed class MomentsTests
{
    [Theory]
    [InlineData("0001-01-01T00:00:00Z")]
    [InlineData("9999-12-31T23:59:59Z")]
    public void A_date_at_the_edge_of_the_calendar_is_no_day_to_count_from(string published)
    {
        const string text =
            "It closed on Sunday, last week, last month and last weekend. It opens tomorrow, next week and 9,999 months from now.";

        var moments = Moments.In(text, StatedTime.ParseIso(published));

        moments.Count.ShouldBeGreaterThan(5);
        moments.ShouldAllBe(moment => moment.Value == null);
    }

    // A Wednesday.
    private static readonly StatedTime Wednesday = StatedTime.ParseIso("2026-03-11T09:15:00+01:00")!.Value;

    [Theory]
    [InlineData("The bridge fell on 5 May 2025.", "5 May 2025", "2025-05-05", "day")]
    [InlineData("The bridge fell on May 5, 2025.", "May 5, 2025", "2025-05-05", "day")]
    [InlineData("It fell on the 5th of May 2025.", "5th of May 2025", "2025-05-05", "day")]
    [InlineData("It fell on Monday, 5 May 2025.", "Monday, 5 May 2025", "2025-05-05", "day")]
    [InlineData("It fell on 2025-05-05.", "2025-05-05", "2025-05-05", "day")]
    [InlineData("It fell on Sept. 9, 2024.", "Sept. 9, 2024", "2024-09-09", "day")]
    [InlineData("Talks ran between 3 and 5 May 2025.", "between 3 and 5 May 2025", "2025-05-03/2025-05-05", "day")]
    [InlineData("Talks ran on May 3-5, 2025.", "May 3-5, 2025", "2025-05-03/2025-05-05", "day")]
    [InlineData("It lasted from March to June 2022.", "from March to June 2022", "2022-03/2022-06", "month")]
    [InlineData("It lasted from 2019 to 2021.", "from 2019 to 2021", "2019/2021", "year")]
    [InlineData(
        "It lasted from 3 April 2024 until 5 May 2025.",
        "from 3 April 2024 until 5 May 2025",
        "2024-04-03/2025-05-05",
        "day"
    )]
    [InlineData("The 2019–21 plan failed.", "2019–21", "2019/2021", "year")]
    [InlineData("It was signed in March 2025.", "March 2025", "2025-03", "month")]
    [InlineData("It was signed in late March 2025.", "late March 2025", "2025-03", "month")]
    [InlineData("The law was passed in 2019.", "2019", "2019", "year")]
    [InlineData("Since the 2016 election little changed.", "2016", "2016", "year")]
    [InlineData("Music of the 1990s was played.", "1990s", "1990/1999", "decade")]
    [InlineData("It stood in the 19th century.", "19th century", "1801/1900", "century")]
    [InlineData("They grew in the summer of 2024.", "summer of 2024", "2024-06/2024-08", "season")]
    [InlineData("They froze in winter 2024.", "winter 2024", "2024-12/2025-02", "season")]
    [InlineData("Sales fell in the third quarter of 2025.", "third quarter of 2025", "2025-07/2025-09", "quarter")]
    [InlineData("Sales fell in Q3 2025.", "Q3 2025", "2025-07/2025-09", "quarter")]
    [InlineData("It will open in mid-2028.", "mid-2028", "2028", "year")]
    [InlineData("It closes by the end of 2027.", "the end of 2027", "2027", "year")]
    [InlineData("The 2026/27 budget passed.", "2026/27", "2026/2027", "year")]
    [InlineData("An audit of the years 2019 to 2023 began.", "the years 2019 to 2023", "2019/2023", "year")]
    [InlineData("It was ‘the driest since 1983’, he said.", "1983", "1983", "year")]
    [InlineData("The shot fell at 18:30.", "18:30", "T18:30", "minute")]
    [InlineData("The shot fell at 6.30pm.", "6.30pm", "T18:30", "minute")]
    [InlineData("The shot fell at 10 a.m. sharp.", "10 a.m.", "T10:00", "hour")]
    public void What_the_text_dates_itself_needs_no_publication(
        string text,
        string words,
        string value,
        string precision
    )
    {
        ShouldBe(Moments.In(text, published: null), text, words, value, precision);
    }

    [Theory]
    [InlineData("The visit last summer paved the way.", "last summer", "2025-06/2025-08", "season")]
    [InlineData("It was cold last winter.", "last winter", "2025-12/2026-02", "season")]
    [InlineData("He was shot on Sunday.", "Sunday", "2026-03-08", "day")]
    [InlineData("She will speak on Sunday.", "Sunday", "2026-03-15", "day")]
    [InlineData("On Sunday, the council will vote.", "Sunday", "2026-03-15", "day")]
    [InlineData("Officials said on Sunday that prices will rise.", "Sunday", "2026-03-08", "day")]
    [InlineData("The court is due to rule on Friday.", "Friday", "2026-03-13", "day")]
    [InlineData("The truce holds until Friday.", "Friday", "2026-03-13", "day")]
    [InlineData(
        "He was on leave from Saturday until Monday.",
        "from Saturday until Monday",
        "2026-03-07/2026-03-09",
        "day"
    )]
    [InlineData("He resigned on Wednesday.", "Wednesday", "2026-03-11", "day")]
    [InlineData("He resigned last Wednesday.", "last Wednesday", "2026-03-04", "day")]
    [InlineData("They meet next Monday.", "next Monday", "2026-03-16", "day")]
    [InlineData("It began early on Monday morning.", "Monday morning", "2026-03-09", "day")]
    [InlineData("It fell on Sunday at 18:30.", "Sunday at 18:30", "2026-03-08T18:30", "minute")]
    [InlineData("It fell at 6pm on Sunday.", "6pm on Sunday", "2026-03-08T18:00", "hour")]
    [InlineData("The power failed overnight.", "overnight", "2026-03-10/2026-03-11", "night")]
    [InlineData("The power failed yesterday.", "yesterday", "2026-03-10", "day")]
    [InlineData("They will meet tomorrow morning.", "tomorrow morning", "2026-03-12", "day")]
    [InlineData("It happened two days ago.", "two days ago", "2026-03-09", "day")]
    [InlineData("It happened a week ago.", "a week ago", "2026-03-04", "week")]
    [InlineData("It happened three months ago.", "three months ago", "2025-12", "month")]
    [InlineData("It happened 10 years ago.", "10 years ago", "2016", "year")]
    [InlineData("The talks failed this week.", "this week", "2026-03-09/2026-03-15", "week")]
    [InlineData("The talks failed last month.", "last month", "2026-02", "month")]
    [InlineData("A vote is planned next year.", "next year", "2027", "year")]
    [InlineData("The past 24 hours were quiet.", "The past 24 hours", "2026-03-10/2026-03-11", "hour")]
    [InlineData("Over the last three days it rained.", "the last three days", "2026-03-08/2026-03-11", "day")]
    [InlineData("He died on 3 February.", "3 February", "2026-02-03", "day")]
    [InlineData("He died on 3 December.", "3 December", "2025-12-03", "day")]
    [InlineData("The fair will open on 3 February.", "3 February", "2027-02-03", "day")]
    [InlineData("She left in November.", "November", "2025-11", "month")]
    [InlineData("She will step down in May.", "May", "2026-05", "month")]
    [InlineData("Sunday’s vote was close.", "Sunday", "2026-03-08", "day")]
    [InlineData("It closes at the end of the month.", "the end of the month", "2026-03", "month")]
    [InlineData("They want it by the end of the decade.", "the end of the decade", "2020/2029", "decade")]
    [InlineData("Two boats sank at the weekend.", "the weekend", "2026-03-07/2026-03-08", "weekend")]
    [InlineData("They asked him to come this weekend.", "this weekend", "2026-03-14/2026-03-15", "weekend")]
    [InlineData("Talks were to be held on Thursday.", "Thursday", "2026-03-12", "day")]
    [InlineData("They blocked the road to the planned dam on Tuesday.", "Tuesday", "2026-03-10", "day")]
    [InlineData("The vote was put off to 4 April.", "4 April", "2026-04-04", "day")]
    [InlineData("The road stays shut until May.", "May", "2026-05", "month")]
    [InlineData("Profit fell in the fourth quarter.", "fourth quarter", "2025-10/2025-12", "quarter")]
    [InlineData("In five years there will be none.", "In five years", "2031", "year")]
    [InlineData("The dam broke the day before yesterday.", "the day before yesterday", "2026-03-09", "day")]
    public void What_hangs_on_the_publication_is_reckoned_from_it(
        string text,
        string words,
        string value,
        string precision
    )
    {
        ShouldBe(Moments.In(text, Wednesday), text, words, value, precision);
    }

    [Theory]
    [InlineData("The visit last summer paved the way.", "last summer", "season")]
    [InlineData("He was shot on Sunday.", "Sunday", "day")]
    [InlineData("The power failed overnight.", "overnight", "night")]
    [InlineData("It happened two days ago.", "two days ago", "day")]
    [InlineData("He died on 3 February.", "3 February", "day")]
    [InlineData("The talks failed this week.", "this week", "week")]
    [InlineData("It fell on Sunday at 18:30.", "Sunday at 18:30", "minute")]
    [InlineData("The fair ran between 3 and 5 May.", "between 3 and 5 May", "day")]
    public void What_hangs_on_an_unknown_publication_has_no_value(string text, string words, string precision)
    {
        ShouldBe(Moments.In(text, published: null), text, words, null, precision);
    }

    [Theory]
    [InlineData("Two days later she was free.", "Two days later", "day")]
    [InlineData("A year earlier it had been dry.", "A year earlier", "year")]
    [InlineData("Years later she was free.", "Years later", "year")]
    [InlineData("The following day he left.", "The following day", "day")]
    public void What_hangs_on_another_moment_of_the_text_has_no_value(string text, string words, string precision)
    {
        ShouldBe(Moments.In(text, Wednesday), text, words, null, precision);
    }

    [Theory]
    [InlineData("She told the Sunday Times that all was well.")]
    [InlineData("He read it in the Sunday Lantern.")]
    [InlineData("She spoke to Sarn This Morning about it.")]
    [InlineData("It was built in two years.")]
    [InlineData("Black Friday sales were poor.")]
    [InlineData("He may leave, and she may stay.")]
    [InlineData("They march on Sarn. They will March with us.")]
    [InlineData("Theresa May and April Moss shook hands.")]
    [InlineData("The USA Today newsroom is empty.")]
    [InlineData("More than 2000 people came.")]
    [InlineData("It costs 1999 crowns and 18 pence.")]
    [InlineData("The spring broke and the fall hurt.")]
    [InlineData("A 21st century warfare manual lay there.")]
    [InlineData("They won 6:3.")]
    [InlineData("")]
    public void Names_and_verbs_that_look_like_dates_are_none(string text)
    {
        Moments.In(text, Wednesday).Select(moment => moment.Text).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("He left on 5 May 2025. Two days later she was free.", "2025-05-07")]
    [InlineData("Profit rose in March 2025 from that of a year earlier.", "2024-03")]
    [InlineData("He left on Monday and came back the following day.", "2026-03-10")]
    [InlineData("It opened in 2019 and closed three years later.", "2022")]
    [InlineData("Sales fell in the fourth quarter from those a year earlier.", "2024-10/2024-12")]
    [InlineData("It opened in 2019. Two days later it closed.", null)]
    [InlineData("It opened in 2019.\n\nA year later it closed.", null)]
    [InlineData("It opened in 9999 and closed three years later.", null)]
    public void What_hangs_on_a_moment_just_named_is_reckoned_from_it(string text, string? value) =>
        Moments.In(text, Wednesday)[^1].Value.ShouldBe(value);

    [Fact]
    public void A_text_keeps_its_moments_in_order()
    {
        Moments
            .In("In 2019 it began. On Monday it ended, two weeks ago it slept.", Wednesday)
            .Select(moment => moment.Value)
            .ShouldBe(["2019", "2026-03-09", "2026-02-25"]);
    }

    [Theory]
    [InlineData("1")]
    [InlineData("2019-")]
    [InlineData("May ")]
    [InlineData("Sunday ")]
    [InlineData("from 3 to ")]
    [InlineData("between May and ")]
    [InlineData("the last ")]
    [InlineData("in 2019 ")]
    [InlineData("18:30 ")]
    public void A_megabyte_of_anything_takes_no_longer_than_a_moment(string bait)
    {
        var text = string.Concat(Enumerable.Repeat(bait, 1_000_000 / bait.Length));
        var clock = Stopwatch.StartNew();

        Moments.In(text, Wednesday);

        clock.Elapsed.ShouldBeLessThan(TimeSpan.FromMinutes(5));
    }

    private static void ShouldBe(
        IReadOnlyList<Moment> moments,
        string text,
        string words,
        string? value,
        string precision
    )
    {
        var moment = moments.ShouldHaveSingleItem();
        moment.Text.ShouldBe(words);
        text[moment.Start..moment.End].ShouldBe(words);
        moment.Value.ShouldBe(value);
        moment.Precision.ShouldBe(precision);
    }
}
