using System.Text;
using System.Text.RegularExpressions;
using Perennial.Read.Languages;
using Perennial.Read.Languages.English;

namespace Perennial.Train;

/// <summary>A token of a public set, and where it stands in the text that the tokens were put together to.</summary>
/// <param name="Start">Offset of its first code unit.</param>
/// <param name="End">Offset after its last.</param>
/// <param name="Text">As it stands.</param>
/// <param name="Label">What annotators say of it.</param>
internal readonly record struct LabelledToken(int Start, int End, string Text, string Label);

/// <summary>A document of a public set of labelled tokens, put together to a text and cut as the program cuts texts.</summary>
/// <remarks>
/// So that a model learns from the tokens and sentences it will meet. Files have a token and its label a line, an empty line after
/// a sentence, and <c>-DOCSTART-</c> before a document, if at all.
/// </remarks>
internal sealed partial class LabelledText
{
    private LabelledText(Prose prose, List<LabelledToken> tokens)
    {
        Prose = prose;
        Tokens = tokens;
        Words = WordFacts.Of(prose);
    }

    /// <summary>The text as the program sees it.</summary>
    public Prose Prose { get; }

    /// <summary>What is known of its words.</summary>
    public WordFacts[] Words { get; }

    /// <summary>The set's own tokens.</summary>
    public IReadOnlyList<LabelledToken> Tokens { get; }

    /// <summary>The documents of a file.</summary>
    public static IEnumerable<LabelledText> Of(string file)
    {
        const int mostSentences = 200;
        var sentences = new List<List<(string, string)>> { new() };
        foreach (var row in TextFile.Rows(file).Append(["-DOCSTART-"]))
        {
            var starts = row[0] == "-DOCSTART-";
            if (row[0].Length > 0 && !starts)
            {
                sentences[^1].Add((row[0], row[^1]));
                continue;
            }
            if (sentences[^1].Count > 0)
            {
                sentences.Add([]);
            }
            if (sentences.Count > 1 && (starts || sentences.Count > mostSentences))
            {
                yield return Made(sentences);
                sentences =
                [
                    [],
                ];
            }
        }
    }

    private static LabelledText Made(List<List<(string Word, string Label)>> sentences)
    {
        var text = new StringBuilder();
        var tokens = new List<LabelledToken>();
        foreach (var sentence in sentences)
        {
            foreach (var (word, label) in sentence)
            {
                if (
                    text.Length > 0
                    && text[^1] is not ('\n' or '(' or '[' or '“' or '$' or '£' or '€')
                    && !Clings().IsMatch(word)
                )
                {
                    text.Append(' ');
                }
                tokens.Add(new LabelledToken(text.Length, text.Length + word.Length, word, label));
                text.Append(word);
            }
            if (!EndsSentence().IsMatch(text.ToString(Math.Max(0, text.Length - 8), Math.Min(8, text.Length))))
            {
                text.Append("\n\n");
            }
        }
        return new LabelledText(Prose.Of(text.ToString(), Abbreviations.All), tokens);
    }

    [GeneratedRegex(
        @"^([.,;:!?%)\]’”]|['’](s|ll|re|ve|d|m)|n['’]t)$",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase
    )]
    private static partial Regex Clings();

    [GeneratedRegex(@"[.!?][”""’')]*$", RegexOptions.NonBacktracking)]
    private static partial Regex EndsSentence();
}
