using Perennial.Read.Pages;

namespace Perennial.Read.Tests.Pages;

public sealed class DateTextTests
{
    [Theory]
    [InlineData("en", "12 March 2031")]
    [InlineData("en", "March 12th, 2031")]
    [InlineData("en", "Wed 12 Mar 2031")]
    [InlineData("de", "12. März 2031")]
    [InlineData("de", "12.3.31")]
    [InlineData("fr", "le 12 mars 2031")]
    [InlineData("es", "12 de marzo de 2031")]
    [InlineData("ca", "12 de març de 2031")]
    [InlineData("pt", "12 de março de 2031")]
    [InlineData("nl", "12 maart 2031")]
    [InlineData("sv", "den 12 mars 2031")]
    [InlineData("fi", "12. maaliskuuta 2031")]
    [InlineData("pl", "12 marca 2031")]
    [InlineData("cs", "12. března 2031")]
    [InlineData("hr", "12. ožujka 2031.")]
    [InlineData("hu", "2031. március 12.")]
    [InlineData("lv", "2031. gada 12. marts")]
    [InlineData("lt", "2031 m. kovo 12 d.")]
    [InlineData("el", "12 Μαρτίου 2031")]
    [InlineData("ru", "12 марта 2031 г.")]
    [InlineData("uk", "12 березня 2031")]
    [InlineData("tr", "12 Mart 2031")]
    [InlineData("vi", "12 tháng 3, 2031")]
    [InlineData("hi", "12 मार्च 2031")]
    [InlineData("hi", "१२ मार्च २०३१")]
    [InlineData("bn", "১২ মার্চ ২০৩১")]
    [InlineData("ar", "12 مارس 2031")]
    [InlineData("ar", "١٢ آذار ٢٠٣١")]
    [InlineData("he", "12 במרץ 2031")]
    [InlineData("fa", "21 اسفند 1409")]
    [InlineData("th", "12 มีนาคม 2574")]
    [InlineData("zh", "2031年3月12日")]
    [InlineData("ja", "公開：2031年3月12日 10時30分")]
    [InlineData("ko", "2031년 3월 12일")]
    public void A_day_is_read_in_many_languages(string language, string words) =>
        Day(words, language).ShouldBe("2031-03-12");

    [Fact]
    public void A_months_name_means_what_it_means_in_the_pages_language()
    {
        Day("5. listopada 2031", "hr").ShouldBe("2031-10-05");
        Day("5. listopadu 2031", "cs").ShouldBe("2031-11-05");
    }

    [Theory]
    [InlineData(true, "03/12/2031", "2031-03-12")]
    [InlineData(false, "03/12/2031", "2031-12-03")]
    [InlineData(true, "03.12.2031", "2031-12-03")]
    [InlineData(true, "25/12/2031", "2031-12-25")]
    public void Only_Americans_write_the_month_first_and_never_with_dots(bool monthFirst, string words, string day) =>
        DateText.Parse(words, new DateHabits("en", monthFirst))?.ToString().ShouldBe(day);

    [Theory]
    [InlineData("12 March 2031 10:30", "2031-03-12T10:30:00")]
    [InlineData("10:30 pm, 12 March 2031", "2031-03-12T22:30:00")]
    [InlineData("March 12, 2031 at 12:05 a.m.", "2031-03-12T00:05:00")]
    [InlineData("Wed, 12 Mar 2031 10:30:15 GMT", "2031-03-12T10:30:15+00:00")]
    [InlineData("2031-03-12 10:30:15 +0530", "2031-03-12T10:30:15+05:30")]
    public void The_clock_beside_a_day_is_read_with_its_offset(string words, string time) =>
        DateText.Parse(words)?.ToString().ShouldBe(time);

    [Theory]
    [InlineData("31 February 2031")]
    [InlineData("Chapter 12, verse 3")]
    [InlineData("12 apostles 2031")]
    [InlineData("version 1.2.3")]
    [InlineData("3 million in 2031")]
    public void What_is_no_day_is_none(string words) => DateText.Parse(words).ShouldBeNull();

    [Theory]
    [InlineData("https://post.example/2031/03/12/quay", "2031-03-12")]
    [InlineData("https://post.example/a/2031-03-12-quay", "2031-03-12")]
    [InlineData("https://post.example/20310312/quay", "2031-03-12")]
    [InlineData("https://post.example/12345678", null)]
    [InlineData("https://post.example/2031/13/45/", null)]
    public void An_address_may_hold_a_day(string url, string? day) => DateText.InAddress(url)?.ToString().ShouldBe(day);

    [Theory]
    [InlineData("1931075400", "2031-03-12T09:50:00+00:00")]
    [InlineData("1931075400000", "2031-03-12T09:50:00+00:00")]
    [InlineData("20310312", "2031-03-12")]
    [InlineData("20310312T103000Z", "2031-03-12T10:30:00+00:00")]
    [InlineData("0001-01-01T00:00:00Z", null)]
    [InlineData("9999999999999", null)]
    public void Programs_write_times_in_their_own_ways(string text, string? time) =>
        MachineTime.Parse(text)?.ToString().ShouldBe(time);

    private static string? Day(string words, string language) =>
        DateText.Parse(words, new DateHabits(language, MonthFirst: false))?.ToString()[..10];
}
