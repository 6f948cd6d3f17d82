using System.Text.RegularExpressions;
using Perennial.Publish.Texts;

namespace Perennial.Publish.Tests;

/// <summary>The words of the interface.</summary>
public sealed partial class TextsTests
{
    private static readonly InterfaceTexts English = InterfaceTexts.Find("en")!;

    public static TheoryData<string> Others => [.. InterfaceTexts.Languages.Where(language => language != "en")];

    [Theory]
    [MemberData(nameof(Others))]
    public void Every_text_is_there_in_every_language(string language) =>
        InterfaceTexts.Find(language)!.Keys.Order().ShouldBe(English.Keys.Order());

    [Theory]
    [MemberData(nameof(Others))]
    public void Every_text_has_the_same_places_in_every_language(string language)
    {
        var texts = InterfaceTexts.Find(language)!;
        foreach (var key in English.Keys)
        {
            Places(texts[key]).ShouldBe(Places(English[key]), key);
        }
    }

    [Fact]
    public void French_sets_a_narrow_space_before_high_signs_and_curls_its_apostrophes()
    {
        var french = InterfaceTexts.Find("fr")!;
        foreach (var key in french.Keys)
        {
            Careless().IsMatch(french[key]).ShouldBeFalse($"{key}: {french[key]}");
        }
    }

    [Fact]
    public void Nought_is_one_in_french_and_many_in_english()
    {
        InterfaceTexts.Find("fr")!.Count("posts", 0).ShouldBe("0\u00A0publication");
        English.Count("posts", 0).ShouldBe("0 posts");
    }

    private static IEnumerable<string> Places(string text) =>
        Place().Matches(text).Select(match => match.Value).Order();

    [GeneratedRegex(@"\{\d\}", RegexOptions.NonBacktracking)]
    private static partial Regex Place();

    [GeneratedRegex("[^\u00A0\u202F][:;?!]|'", RegexOptions.NonBacktracking)]
    private static partial Regex Careless();
}
