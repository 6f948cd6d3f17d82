using Perennial.Read.Corrections;

namespace Perennial.Read.Tests.Corrections;

/// <summary>Whatever order corrections, captures and better readings come in, what a person corrected stands.</summary>
public sealed class CorrectionsStandTests
{
    private const string Id = "a7";
    private const int Histories = 60;
    private const int Steps = 25;

    [Fact]
    public void In_every_order_of_corrections_captures_and_readings_the_corrected_value_stands()
    {
        for (var seed = 0; seed < Histories; seed++)
        {
            var newsroom = new Drawn(new Random(seed));
            for (var step = 0; step < Steps; step++)
            {
                newsroom.Step();
                newsroom.Broken().ShouldBeNull($"seed {seed}, step {step}");
            }
        }
    }

    [Fact]
    public void Without_the_rule_the_same_history_breaks_what_was_corrected()
    {
        // The twin that must fail: else the test above would pass whatever the rule does.
        var broken = Enumerable
            .Range(0, Histories)
            .Count(seed =>
            {
                var newsroom = new Drawn(new Random(seed)) { Forgets = true };
                return Enumerable
                    .Range(0, Steps)
                    .Any(_ =>
                    {
                        newsroom.Step();
                        return newsroom.Broken() is not null;
                    });
            });

        broken.ShouldBeGreaterThan(Histories * 9 / 10);
    }

    /// <summary>A page whose utterances are told apart by where they stand; what is read of them changes with every reader.</summary>
    private sealed class Drawn(Random random)
    {
        private const int Utterances = 8;

        private readonly List<(long, ReadingCorrection)> acts = [];
        private readonly Dictionary<int, Expected> expected = [];
        private Article read = Reading(random);
        private long position = 10;

        public bool Forgets { get; init; }

        private Article Now => CorrectedReading.Of(Id, read, Forgets ? [] : acts).Article;

        public void Step()
        {
            position++;
            if (random.Next(2) == 0)
            {
                read = Reading(random);
            }
            else
            {
                Correct();
            }
        }

        /// <summary>What does not stand, in words; <see langword="null"/> when all does.</summary>
        public string? Broken()
        {
            foreach (var statement in Now.Statements)
            {
                if (!expected.TryGetValue(Number(statement), out var what))
                {
                    continue;
                }
                if (what.Struck)
                {
                    return $"{statement.Text} is back";
                }
                if (what.Speaker is { } speaker && statement.Speaker?.Name != speaker)
                {
                    return $"{statement.Text} is by {statement.Speaker?.Name} and not by {speaker}";
                }
                if (what.Unclear && statement.Speaker is not (null or { Sure: false, Name: null }))
                {
                    return $"{statement.Text} is by {statement.Speaker?.Name} and not unclear";
                }
                if (what.Stance is { } stance && statement.Stance != stance)
                {
                    return $"{statement.Text} is {statement.Stance} and not {stance}";
                }
            }
            return null;
        }

        private void Correct()
        {
            var now = Now;
            if (now.Statements.Count == 0)
            {
                return;
            }
            var index = random.Next(now.Statements.Count);
            var anchor = new StatementIndex(Id, now.Statements).AnchorOf(index);
            var number = Number(now.Statements[index]);
            var name = $"Speaker {number} {position}";
            ReadingCorrection correction = random.Next(8) switch
            {
                0 when number < Utterances - 2 => new StatementStruck(anchor),
                1 => new SpeakerCorrected(anchor, null, SpeakerKind.Unknown, null),
                < 5 => new SpeakerCorrected(anchor, name, SpeakerKind.Person, null),
                _ => new StanceCorrected(anchor, (Stance)random.Next(5)),
            };
            acts.Add((position, correction));
            // Whoever said the same words twice is corrected twice: both stand under one address.
            var id = StatementId.Of(Id, now.Statements[index]);
            foreach (var said in now.Statements.Where(statement => StatementId.Of(Id, statement) == id).Select(Number))
            {
                var before = expected.GetValueOrDefault(said, new Expected(null, false, false, null));
                expected[said] = correction switch
                {
                    StatementStruck => before with { Struck = true },
                    SpeakerCorrected { Name: var speaker } => before with
                    {
                        Speaker = speaker,
                        Unclear = speaker is null,
                    },
                    StanceCorrected { Stance: var stance } => before with { Stance = stance },
                    _ => before,
                };
            }
        }

        private static Article Reading(Random random)
        {
            var statements = new List<Statement>();
            for (var number = 0; number < Utterances; number++)
            {
                // The last two have the same words: only their place and their speakers tell them apart.
                var twin = number >= Utterances - 2;
                if (!twin && random.Next(5) == 0)
                {
                    continue;
                }
                var words = twin
                    ? "No comment at this time"
                    : $"The dam number {number} at gate {number * 7} will hold until the evening of day {number}";
                statements.Add(
                    new Statement
                    {
                        Start = number * 100 + random.Next(50),
                        Text = !twin && random.Next(3) == 0 ? $"that {words}." : $"“{words},”",
                        Stance = (Stance)random.Next(5),
                        Speaker =
                            random.Next(6) == 0
                                ? null
                                : new Speaker
                                {
                                    Name = $"Reader’s {number} {random.Next(4)}",
                                    Sure = random.Next(2) == 0,
                                },
                    }
                );
            }
            return new Article { Statements = statements };
        }

        private static int Number(Statement statement) => statement.Start!.Value / 100;

        private sealed record Expected(string? Speaker, bool Unclear, bool Struck, Stance? Stance);
    }
}
