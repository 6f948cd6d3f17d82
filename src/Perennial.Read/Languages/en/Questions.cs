using System.Text.RegularExpressions;

namespace Perennial.Read.Languages.English;

/// <summary>Finds what a text leaves open: the questions it asks itself, and what it says is unclear or not known.</summary>
/// <remarks>Questions of speakers belong to their statements; prompts of the page ("Got a story?") ask the reader for a click.</remarks>
internal static partial class Questions
{
    private const int FewestWords = 3;
    private const int LongestQuestion = 600;

    /// <summary>The questions of the headline, of the posts' headlines, and of the text.</summary>
    public static IReadOnlyList<Question> In(string? title, IReadOnlyList<ArticlePost> posts, string text)
    {
        var asked = new HashSet<string>(StringComparer.Ordinal);
        var questions = new List<Question>();
        foreach (var headline in posts.Select(post => post.Title).Prepend(title).OfType<string>())
        {
            questions.AddRange(
                OfHeadline(headline)
                    .Where(asked.Add)
                    .Select(words => new Question(null, null, words, StatementPlace.Headline))
            );
        }
        questions.AddRange(
            OwnSentences
                .In(text)
                .Where(sentence => IsAsked(text, sentence) || IsLeftOpen(sentence))
                .Select(sentence => new Question(
                    sentence.Start,
                    sentence.End,
                    text[sentence.Start..sentence.End],
                    StatementPlace.Body
                ))
        );
        return questions;
    }

    private static IEnumerable<string> OfHeadline(string headline)
    {
        var bare = Kicker().Replace(headline, "");
        return OwnSentences
            .In(bare)
            .Where(sentence => IsAsked(bare, sentence))
            .Select(sentence => bare[sentence.Start..sentence.End]);
    }

    private static bool IsAsked(string text, OwnSentence sentence)
    {
        var length = sentence.End - sentence.Start;
        return !sentence.EndsInQuotation
            && length is > 5 and < LongestQuestion
            && text.AsSpan(sentence.Start, length).TrimEnd(")”’\"'").EndsWith("?")
            && sentence.Own.TrimEnd(')', '”', '’', '"', '\'', ' ').EndsWith('?')
            && (
                sentence.Own.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length >= FewestWords
                || ShortQuestion().IsMatch(sentence.Own)
            )
            && !Prompt().IsMatch(sentence.Own);
    }

    private static bool IsLeftOpen(OwnSentence sentence) =>
        sentence.Own.Length < LongestQuestion
        && (Open().IsMatch(sentence.Own) || Untold().IsMatch(sentence.Own))
        && !Settled().IsMatch(sentence.Own);

    [GeneratedRegex(
        @"^\s*((revealed|explained|explainer|analysis|opinion|comment|exclusive|breaking|watch|video|live|q&a|in depth|fact[- ]check|the big question|podcast|factbox|timeline|profile)\s*(:|\||–|—|-\s)\s*)+",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Kicker();

    [GeneratedRegex(
        @"^\W*(do you (have|know|want|live)|have you (got|been|seen|experienced)|got (a|any|something)|want (to|more)|looking for|enjoy(ed|ing)?\b|did you (know|like|enjoy|spot|see)|are you (a|an|affected|in|interested|looking)|what do you think|how did you|have your say|need (help|to)|not (a|yet a) (member|subscriber)|already (a|have)|can('|’)t (find|see)|why not (sign|join|try)|ready to|love (reading|this)|is there (something|anything) you|have (a|an) (tip|story|question|opinion|idea)|would you like to|forgot(ten)? your|still (have|got) questions|have we missed|spotted)\b",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Prompt();

    // "Who does?", "Why now?"
    [GeneratedRegex(
        @"^\W*(who|what|why|how|where|when|which) \w+\W*$",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex ShortQuestion();

    // Predicates only: "an unknown gunman" leaves nothing open by itself.
    [GeneratedRegex(
        @"\b(is|are|was|were|be|been|being|remain|remains|remained|it|that|seems|seemed)('s|’s)?( \w+){0,3}? (unclear|less clear|unknown|uncertain|unconfirmed|unresolved|undetermined|undecided|undisclosed|unexplained|any(one|body)('|’)s guess|another matter|a matter of (debate|dispute|conjecture)|an open question|one of the questions|a mystery)\b|\b(is|are|was|were|isn('|’)t|wasn('|’)t|aren('|’)t)( \w+){0,2}?( not|n('|’)t| no)?( \w+){0,2}? not( yet| immediately| entirely| fully| at once| publicly| even| otherwise| known to be){0,2} (clear|known|certain|confirmed|disclosed|specified|established|verified|settled|made public|released|explained|decided)\b|\b(isn|wasn|aren|weren)('|’)t( yet| immediately| entirely| fully| at once| publicly){0,2} (clear|known|certain|confirmed|disclosed|established|verified)\b",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Open();

    // What somebody could tell and does not.
    [GeneratedRegex(
        @"\b(ha(s|ve|d)|did|do|does) not( yet| immediately| publicly| so far){0,2} (say|said|disclosed?|revealed?|specif(y|ied)|confirm(ed)?|explain(ed)?|announced?|name|identified|given|give|provided?|commented|responded|determined?|established|decided?|made clear)\b|\b(ha(s|ve|d))n('|’)t( yet)? (said|disclosed|revealed|specified|confirmed|explained|announced|determined)\b|\b(have|has|had) not( yet)? been( \w+ly){0,2} (confirmed|verified|established|determined|disclosed|identified|explained|released|published|decided|settled|agreed|named|made public)\b|\b(declin|refus)(ed|es|ing) to (say|confirm|disclose|specify|give|provide|name|identify|explain)\b|\b(would|could|will|can) not( yet| immediately)? (say|disclose|specify|give details)\b|\bwould not confirm\b|\b(neither|nobody|no one|none)\b[^,;]*\b(say|says|said|knows|known|explained|disclosed|confirmed)\b|\bmay never be (known|clear|established|explained)\b|\bno \w+( \w+)? (is|was|has been|have been|had been) (known|found|given|established|identified|disclosed|made public)\b|\bwithout (saying|specifying|giving (details|a date|a reason|any details|figures))\b|\b(gave|give|gives|given|offered|provided) no (further |other )?(details?|reasons?|dates?|figures?|explanation|timetable|evidence)\b|\b(could|can) ?not( immediately| yet)?( be)?( independently| immediately)? (confirm(ed)?|verify|verified|checked|establish(ed)?|determined?)\b|\bremains to be seen\b|\b(is|are|has|have|was|were) yet to (say|confirm|be (confirmed|decided|determined|established|explained|announced|identified|named|published|released|set)|decide|announce|explain|give|publish|release|disclose|reveal|specify|name|clarify|set)\b|\bquestions? (remain|remains|is whether|is how|is why|is who|over (whether|how))\b|\bno (immediate )?(word|indication|explanation|comment)( yet)? (on|from|of|about|for|as to|whether|that)\b|\bnobody knows\b|\bno one knows\b|\blittle is known\b",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Untold();

    // It was open once; the sentence itself says that it is no longer.
    [GeneratedRegex(
        @"\b(no longer|is now clear|not unclear|until (now|then)|had been unknown until)\b",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Settled();
}
