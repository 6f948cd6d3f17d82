namespace Perennial.Read.Languages.Listed;

/// <summary>Sentences that go on in somebody else's words, as the German subjunctive says: "Er sei unterkühlt gewesen."</summary>
internal static class GoingOn
{
    // A sentence farther from the last statement is not tied to its speaker.
    private const int Reach = 1;

    /// <summary>The statements and those sentences, in order of the text.</summary>
    public static List<Saying> Add(Prose prose, Lexicon lexicon, bool[] taken, List<Saying> found)
    {
        if (lexicon.Subjunctives.Count == 0)
        {
            return found;
        }
        var phrases = new NounPhrases(prose, lexicon);
        var contents = new Contents(prose, lexicon, phrases, new Subjects(prose, lexicon, phrases));
        var said = new HashSet<int>();
        foreach (var saying in found)
        {
            foreach (var span in saying.Content)
            {
                said.UnionWith(
                    Enumerable.Range(
                        prose.SentenceOf[span.First],
                        prose.SentenceOf[span.Last - 1] - prose.SentenceOf[span.First] + 1
                    )
                );
            }
        }
        var all = new List<Saying>(found);
        var last = -1;
        for (var s = 0; s < prose.Sentences.Count; s++)
        {
            var sentence = prose.Sentences[s];
            if (said.Contains(s))
            {
                last = s;
                continue;
            }
            if (last < 0 || taken[sentence.First] || sentence.Paragraph - prose.Sentences[last].Paragraph > Reach)
            {
                continue;
            }
            if (
                contents.Subjunctive(sentence.First, sentence.Last).Found
                && contents.Trimmed(sentence.First, sentence.Last) is { } content
            )
            {
                var saying = new Saying
                {
                    SameAsBefore = true,
                    LastParagraph = sentence.Paragraph,
                    EndToken = sentence.Last,
                };
                saying.Content.Add(content);
                all.Add(saying);
                last = s;
            }
        }
        return [.. all.OrderBy(saying => saying.Content[0].First)];
    }
}
