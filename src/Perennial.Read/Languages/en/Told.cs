namespace Perennial.Read.Languages.English;

/// <summary>Whom somebody told what they said.</summary>
internal static class Told
{
    // "In an interview with X last Friday the departing chief of police said".
    private const int Reach = 20;

    private static readonly HashSet<string> Nobody = new(StringComparer.Ordinal)
    {
        "him",
        "her",
        "them",
        "us",
        "me",
        "it",
        "you",
        "himself",
        "herself",
        "themselves",
    };

    private static readonly HashSet<string> Talks = new(StringComparer.Ordinal)
    {
        "interview",
        "conversation",
        "appearance",
        "call",
        "podcast",
        "remarks",
        "comments",
        "statement",
        "letter",
        "email",
        "e-mail",
        "message",
    };

    /// <summary>
    /// "… in Berlin. said our partner network X." is a sentence that lost its beginning: what it says of X may belong to the
    /// statement before it, and is never sure.
    /// </summary>
    public static void InDamagedSentence(Prose prose, Attribution said)
    {
        var tokens = prose.Tokens;
        if (said.Cue is null || said.Told is not null)
        {
            return;
        }
        // The pieces of a quotation that goes on stand behind the damaged sentence: look behind the attribution itself.
        var end = prose.Sentences[prose.SentenceOf[said.Cue.Value.Last - 1]];
        if (end.Last >= tokens.Count)
        {
            return;
        }
        var next = prose.Sentences[prose.SentenceOf[end.Last]];
        if (
            next.Paragraph != end.Paragraph
            || !char.IsLower(tokens[next.First].Text[0])
            || Cues.Of(tokens[next.First].Lower) is not { } cue
            || !cue.Sense.HasFlag(CueSense.Clause) && !cue.Sense.HasFlag(CueSense.Addressee)
        )
        {
            return;
        }
        var first = -1;
        for (var i = next.First + 1; i < next.Last && i < next.First + 10; i++)
        {
            if (tokens[i].IsCapital && tokens[i].IsWord)
            {
                first = first < 0 ? i : first;
            }
            else if (first >= 0 && tokens[i].Text is not "&")
            {
                said.Told = new Span(first, i);
                said.ToldSure = false;
                return;
            }
        }
    }

    public static Perennial.Told? Of(Prose prose, People people, Attribution said)
    {
        var tokens = prose.Tokens;
        var span = said.Told ?? InTalkWith(prose, people, said);
        if (span is not { } told || Nobody.Contains(tokens[told.First].Lower) && told.Length == 1)
        {
            return null;
        }
        // "ABC's “Good Morning Sarn”": the outlet is told.
        if (told.Length > 1 && tokens[told.Last - 1].IsPossessive)
        {
            told = told with { Last = told.Last - 1 };
        }
        var names = people.Within(told.First, told.Last);
        // "The Sarn broadcaster Nord News" is told by its last name, "Sarn officials" by the whole phrase.
        if (names is [.., var name] && name.Last == told.Last)
        {
            return new Perennial.Told(name.Person?.Name ?? name.Name, said.ToldSure);
        }
        if (Outlets.IsNoun(tokens[told.Last - 1].Lower) && Outlets.Before(people, told.First) is { } outlet)
        {
            return new Perennial.Told(outlet.Name, said.ToldSure);
        }
        var first =
            tokens[told.First].Lower is "the" or "a" or "an" or "his" or "her" or "their" or "its" or "our"
            && told.Length > 1
                ? told.First + 1
                : told.First;
        return new Perennial.Told(prose.Slice(first, told.Last), said.ToldSure);
    }

    /// <summary>"said in an interview with X", "in remarks to X, she said", "speaking to X".</summary>
    private static Span? InTalkWith(Prose prose, People people, Attribution said)
    {
        if (said.Cue is not { } cue)
        {
            return null;
        }
        var tokens = prose.Tokens;
        var sentence = prose.Sentences[prose.SentenceOf[cue.Last - 1]];
        var from = Math.Max(sentence.First, cue.First - Reach);
        var to = Math.Min(sentence.Last, cue.Last + Reach);
        for (var i = from; i + 2 < to; i++)
        {
            if (
                prose.QuotationOf[i] < 0
                && (
                    Talks.Contains(tokens[i].Lower) && tokens[i + 1].Lower is "with" or "on" or "to" or "for"
                    || tokens[i].Lower == "speaking" && tokens[i + 1].Lower is "to" or "with" or "on"
                )
                && people.Within(i + 2, Math.Min(tokens.Count, i + 9)) is [var name, ..]
                && name.First <= i + 3
                && name.Kind != EntityKind.Place
            )
            {
                return new Span(name.First, name.Last);
            }
        }
        return null;
    }

    /// <summary>The role of somebody without a name: the phrase itself, "a spokesman for the ministry".</summary>
    public static string? RoleIn(Prose prose, Attribution said, Speaker speaker)
    {
        if (
            said.Source is not { } source
            || speaker.Kind != SpeakerKind.Person
            || speaker.Name is not null
            || speaker.By != ResolvedBy.Role
        )
        {
            return null;
        }
        var first =
            prose.Tokens[source.First].Lower is "a" or "an" or "the" && source.Length > 1
                ? source.First + 1
                : source.First;
        var last = source.Last;
        for (var i = first + 1; i < last; i++)
        {
            // What comes behind is why they have no name, or what else they did.
            last = prose.Tokens[i].Text == "," || prose.Tokens[i].Lower is "who" or "which" ? i : last;
        }
        while (last > first + 1 && !prose.Tokens[last - 1].IsWord)
        {
            last--;
        }
        for (var i = first; i < last; i++)
        {
            if (Roles.IsRole(prose.Tokens[i].Lower))
            {
                return prose.Slice(first, last);
            }
        }
        return null;
    }
}
