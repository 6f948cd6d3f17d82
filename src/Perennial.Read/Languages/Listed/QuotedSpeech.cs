namespace Perennial.Read.Languages.Listed;

/// <summary>Finds quotations that are speech, joins their pieces, and finds who is said to have said them.</summary>
/// <remarks>Anything else in marks is part of a clause, a title or a word held at arm's length, and left to <see cref="ReportedSpeech"/>.</remarks>
internal sealed class QuotedSpeech(Prose prose, Lexicon lexicon, bool[] taken)
{
    private const int FewestWordsAlone = 5;
    private const int LongestMiddle = 20;

    private readonly List<Saying> found = [];
    private readonly Attributions attributions = new(prose, lexicon);

    /// <summary>The statements in order of the text; their tokens and those of their attributions are taken.</summary>
    public IReadOnlyList<Saying> Find()
    {
        Saying? current = null;
        Quotation? previous = null;
        foreach (var quotation in prose.Quotations)
        {
            if (taken[quotation.First] || !IsSpeech(quotation, current, previous))
            {
                continue;
            }
            var own = attributions.Of(quotation);
            var joins = current is not null && previous is not null && GoesOn(current, previous, quotation);
            if (joins && (!previous!.Closed || own?.Cue is null || current!.Cue is null || own.Cue == current.Cue))
            {
                Join(current!, quotation, own);
            }
            else if (own?.Cue is not null || IsWhole(quotation))
            {
                current = own ?? new Saying { EndToken = quotation.Last };
                if (current.Content.Count == 0)
                {
                    current.Content.Add(new Span(quotation.First, quotation.Last));
                }
                current.IsQuoted = true;
                found.Add(current);
            }
            else
            {
                continue;
            }
            current!.LastParagraph = quotation.Paragraph;
            current.EndToken = Math.Max(current.EndToken, quotation.Last);
            Take(quotation.First, quotation.Last);
            if (own?.Cue is { } cue)
            {
                Take(
                    Math.Min(cue.First, own.Source?.First ?? cue.First),
                    Math.Max(cue.Last, own.Source?.Last ?? cue.Last)
                );
                if (own.EndToken > quotation.Last)
                {
                    Take(quotation.Last, own.EndToken);
                }
            }
            previous = quotation;
        }
        return found;
    }

    private void Take(int first, int last)
    {
        for (var i = first; i < last; i++)
        {
            taken[i] = true;
        }
    }

    private static void Join(Saying current, Quotation quotation, Saying? own)
    {
        current.Content.Add(new Span(quotation.First, quotation.Last));
        if (own?.Cue is not null && current.Cue is null)
        {
            (current.Cue, current.Verb, current.Source, current.SameAsBefore, current.Told, current.Stance) = (
                own.Cue,
                own.Verb,
                own.Source,
                own.SameAsBefore,
                own.Told,
                own.Stance
            );
        }
        current.EndToken = Math.Max(own?.EndToken ?? 0, quotation.Last);
    }

    /// <summary>Without an attribution only whole sentences in marks are speech.</summary>
    private bool IsWhole(Quotation quotation)
    {
        if (!quotation.Closed)
        {
            return quotation.First == prose.Paragraphs[quotation.Paragraph].First
                && quotation.Words >= FewestWordsAlone;
        }
        var inner = prose.Tokens[Math.Max(quotation.First, quotation.Last - 2)];
        return quotation.Words >= FewestWordsAlone
            && BeginsSentence(quotation)
            && (inner.EndsSentence || quotation.Last < prose.Tokens.Count && prose.Tokens[quotation.Last].Text == ".");
    }

    private bool BeginsSentence(Quotation quotation) =>
        quotation.First == prose.Paragraphs[quotation.Paragraph].First
        || quotation.First == prose.Sentences[prose.SentenceOf[quotation.First]].First
        || prose.Tokens[quotation.First - 1] is { EndsSentence: true } or { Text: ":" };

    private bool IsSpeech(Quotation quotation, Saying? current, Quotation? previous)
    {
        if (quotation.Words == 0)
        {
            return false;
        }
        if (BeginsSentence(quotation))
        {
            return EndsLikeSpeech(quotation) || !quotation.Closed;
        }
        var before = prose.Tokens[quotation.First - 1];
        var inner = prose.Tokens[Math.Min(quotation.First + 1, quotation.Last - 1)];
        var isMiddle = current is not null && previous is not null && GoesOn(current, previous, quotation);
        return before.Text is "," or "—" or "–"
            && (isMiddle || inner.IsCapital || inner.Text is "¿" or "¡" or "…")
            && EndsLikeSpeech(quotation);
    }

    private bool EndsLikeSpeech(Quotation quotation)
    {
        var inner = prose.Tokens[Math.Max(quotation.First, quotation.Last - 2)];
        var paragraph = prose.Paragraphs[quotation.Paragraph];
        var after = quotation.Last < paragraph.Last ? prose.Tokens[quotation.Last].Text : "";
        return inner.EndsSentence
            || inner.Text is "," or "-" or "—" or "–"
            || after is "," or "." or "" or "!" or "?" or "—" or "–" or ";"
            || attributions.BeginsBehind(quotation);
    }

    /// <summary>Whether nothing but the attribution stands between two quotations.</summary>
    private bool GoesOn(Saying current, Quotation previous, Quotation quotation)
    {
        var paragraph = prose.Paragraphs[quotation.Paragraph];
        if (current.LastParagraph == quotation.Paragraph)
        {
            return quotation.First - current.EndToken <= 1
                || (
                    current.Cue is { } cue
                    && cue.First >= previous.Last
                    && quotation.First - cue.Last < LongestMiddle
                    && prose.SentenceOf[quotation.First] == prose.SentenceOf[cue.Last - 1]
                    && prose.Tokens[quotation.First - 1].Text is "," or "—" or "–" or ":"
                );
        }
        return quotation.Paragraph == current.LastParagraph + 1
            && quotation.First == paragraph.First
            && (
                !previous.Closed
                || (
                    current.EndToken >= paragraph.First - 1
                    && quotation.First - current.EndToken <= 1
                    && current.Cue is not null
                )
            );
    }
}
