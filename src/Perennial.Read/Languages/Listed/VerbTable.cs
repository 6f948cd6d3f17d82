using System.Collections.Frozen;

namespace Perennial.Read.Languages.Listed;

/// <summary>The verbs of speech of a language by what may follow them and how they say it: lemmas separated by blanks.</summary>
/// <param name="Clause">Those before a quotation or a clause.</param>
/// <param name="Infinitive">Those before an infinitive.</param>
/// <param name="Thing">Those before a thing.</param>
internal sealed record VerbLists(string Clause, string Infinitive, string Thing)
{
    /// <summary>Those that deny.</summary>
    public required string Denied { get; init; }

    /// <summary>Those that doubt or soften.</summary>
    public required string Hedged { get; init; }

    /// <summary>Those that ask.</summary>
    public required string Asked { get; init; }

    /// <summary>Those that plan or hope.</summary>
    public required string Planned { get; init; }

    /// <summary>Those that hold an opinion.</summary>
    public required string Holding { get; init; }
}

/// <summary>A form as the rules of a language make it.</summary>
/// <param name="Text">In lower case.</param>
/// <param name="Part">Which part of the verb.</param>
/// <param name="IsSplit">Whether its particle stands elsewhere.</param>
/// <param name="IsConditional">Whether it doubts by itself.</param>
internal readonly record struct MadeForm(string Text, VerbPart Part, bool IsSplit = false, bool IsConditional = false);

/// <summary>All forms of the verbs of speech of a language.</summary>
internal sealed class VerbTable
{
    private readonly FrozenDictionary<string, VerbForm[]> forms;

    /// <param name="lists">The verbs.</param>
    /// <param name="inflect">Makes the forms of a lemma, which may have a particle before a plus sign: <c>mit+teilen</c>.</param>
    public VerbTable(VerbLists lists, Func<string, IEnumerable<MadeForm>> inflect)
    {
        var (clause, infinitive, thing) = (Set(lists.Clause), Set(lists.Infinitive), Set(lists.Thing));
        var (denied, hedged, asked) = (Set(lists.Denied), Set(lists.Hedged), Set(lists.Asked));
        var (planned, holding) = (Set(lists.Planned), Set(lists.Holding));
        var all = new Dictionary<string, List<VerbForm>>(StringComparer.Ordinal);
        foreach (var lemma in clause.Union(infinitive).Union(thing))
        {
            var plus = lemma.IndexOf('+', StringComparison.Ordinal);
            var verb = new SpeechVerb(
                lemma,
                (clause.Contains(lemma) ? Follows.Clause : Follows.None)
                    | (infinitive.Contains(lemma) ? Follows.Infinitive : Follows.None)
                    | (thing.Contains(lemma) ? Follows.Thing : Follows.None),
                denied.Contains(lemma) ? Stance.Denied
                    : hedged.Contains(lemma) ? Stance.Hedged
                    : asked.Contains(lemma) ? Stance.Asked
                    : planned.Contains(lemma) ? Stance.Planned
                    : Stance.Asserted,
                holding.Contains(lemma),
                plus > 0 ? lemma[..plus] : null
            );
            foreach (var made in inflect(lemma).DistinctBy(form => (form.Text, form.Part)))
            {
                if (!all.TryGetValue(made.Text, out var known))
                {
                    all[made.Text] = known = [];
                }
                known.Add(new VerbForm(verb, made.Part, made.IsSplit, made.IsConditional));
            }
        }
        forms = all.ToFrozenDictionary(
            pair => pair.Key,
            // Verbs with a particle first: "teilt mit" is no "teilt".
            pair =>
                pair.Value.OrderByDescending(form => form.IsSplit)
                    .ThenBy(form => form.Verb.Lemma, StringComparer.Ordinal)
                    .ToArray(),
            StringComparer.Ordinal
        );
    }

    /// <summary>What a word can be as a form of these verbs; empty for any other word.</summary>
    public ReadOnlySpan<VerbForm> Of(string lower) => forms.GetValueOrDefault(lower);

    private static SortedSet<string> Set(string words) =>
        new(words.Split(' ', StringSplitOptions.RemoveEmptyEntries), StringComparer.Ordinal);
}
