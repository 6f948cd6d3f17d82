using Perennial.Read.Languages;
using Perennial.Read.Languages.English;
using Perennial.Read.Models;

namespace Perennial.Read.Tests.Languages;

/// <summary>The models of words: parts of speech and names.</summary>
public sealed class TaggerTests
{
    [Theory]
    [InlineData("The bridge may close in May .", "DT NN MD VB IN NNP Stop")]
    [InlineData("“ We don't know , ” she said .", "Quote PRP VBP VB Comma Quote PRP VBD Stop")]
    [InlineData("Oselund's mayor quickly denied the claims .", "NNP POS NN RB VBD DT NNS Stop")]
    public void Parts_of_speech_are_told_by_what_stands_around(string text, string expected)
    {
        var prose = Prose.Of(text, Abbreviations.All);

        string.Join(' ', PosTagger.Shared.Of(prose, WordFacts.Of(prose))).ShouldBe(expected);
    }

    [Theory]
    [InlineData(
        "Harbour minister Oda Verrill met Jonas Kestrel in Vestmar on Friday.",
        "Person Oda Verrill|Person Jonas Kestrel|Place Vestmar"
    )]
    [InlineData(
        "The Norland Fisheries Agency fined two Spanish trawlers.",
        "Organisation Norland Fisheries Agency|Group Spanish"
    )]
    [InlineData("it rained all day and nobody came", "")]
    public void Names_are_found_with_their_kind(string text, string expected)
    {
        var prose = Prose.Of(text, Abbreviations.All);

        var names = EntityTagger.Shared.Names(prose, WordFacts.Of(prose));

        string.Join('|', names.Select(name => $"{name.Kind} {prose.Slice(name.First, name.Last)}")).ShouldBe(expected);
    }

    [Fact]
    public void The_same_text_is_tagged_the_same_and_a_huge_one_to_its_end()
    {
        var text = string.Concat(Enumerable.Repeat("Ann Mar(\"said- Ünïx 12,000 't ", 20_000));
        var prose = Prose.Of(text, Abbreviations.All);
        var words = WordFacts.Of(prose);

        var parts = PosTagger.Shared.Of(prose, words);
        var marks = EntityTagger.Marks(prose, EntityTagger.Shared.Names(prose, words));

        parts.Length.ShouldBe(prose.Tokens.Count);
        marks.Length.ShouldBe(prose.Tokens.Count);
        PosTagger.Shared.Of(prose, words).ShouldBe(parts);
    }

    [Fact]
    public void Only_allowed_labels_follow_each_other()
    {
        var labels = SpanLabels.For(withEnds: true, "a", "b");

        var (after, first, last) = SpanLabels.Allowed(labels);

        bool May(string before, string then) =>
            after[(Array.IndexOf(labels, before) * labels.Length) + Array.IndexOf(labels, then)];
        May("B-a", "E-a").ShouldBeTrue();
        May("B-a", "E-b").ShouldBeFalse();
        May("B-a", "O").ShouldBeFalse();
        May("E-a", "B-a").ShouldBeTrue();
        May("O", "I-a").ShouldBeFalse();
        first[Array.IndexOf(labels, "I-a")].ShouldBeFalse();
        last[Array.IndexOf(labels, "B-a")].ShouldBeFalse();
    }
}
