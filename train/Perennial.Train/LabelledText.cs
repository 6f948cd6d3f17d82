using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
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

    /// <summary>The <c>train</c> part of a folder of our own annotated texts in English; see the page in that folder.</summary>
    public static IEnumerable<LabelledText> OfOwn(string folder)
    {
        foreach (var file in Directory.GetFiles(folder, "en-*.xml").Order(StringComparer.Ordinal))
        {
            var article = XDocument.Load(file, LoadOptions.PreserveWhitespace).Root!;
            if ((string?)article.Attribute("part") == "train")
            {
                yield return Made(article);
            }
        }
    }

    private static LabelledText Made(XElement article)
    {
        var text = new StringBuilder();
        var names = new List<(int Start, int End, string Kind)>();
        foreach (
            var words in article
                .Elements("p")
                .SelectMany(p => p.DescendantNodes().OfType<XText>().Select((words, i) => (words, i)))
        )
        {
            text.Append(words.i == 0 && text.Length > 0 ? "\n\n" : "");
            var kind = words
                .words.Ancestors()
                .Select(element => Kind(element.Name.LocalName))
                .FirstOrDefault(found => found is not null);
            if (kind is not null)
            {
                names.Add((text.Length, text.Length + words.words.Value.Length, kind));
            }
            text.Append(words.words.Value);
        }
        var prose = Prose.Of(text.ToString(), Abbreviations.All);
        var tokens = new List<LabelledToken>();
        var at = 0;
        foreach (var token in prose.Tokens)
        {
            while (at < names.Count && names[at].End <= token.Start)
            {
                at++;
            }
            var label =
                at < names.Count && names[at].Start <= token.Start && token.End <= names[at].End
                    ? (names[at].Start == token.Start ? "B-" : "I-") + names[at].Kind
                    : "O";
            tokens.Add(new LabelledToken(token.Start, token.End, token.Text, label));
        }
        return new LabelledText(prose, tokens);
    }

    private static string? Kind(string element) =>
        element switch
        {
            "person" => "PER",
            "organisation" => "ORG",
            "place" => "LOC",
            "group" => "NORP",
            _ => null,
        };

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
