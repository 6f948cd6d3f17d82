using System.Collections.Concurrent;
using Microsoft.Extensions.Time.Testing;

namespace Perennial.Gather.Tests;

public sealed class GatherPaceTests
{
    private static readonly GatherPace Pace = GatherPace.Default;

    [Fact]
    public void Something_new_halves_the_wait_down_to_the_shortest()
    {
        Pace.Next(TimeSpan.FromMinutes(20), somethingNew: true).ShouldBe(TimeSpan.FromMinutes(10));
        Pace.Next(TimeSpan.FromMinutes(6), somethingNew: true).ShouldBe(Pace.ShortestInterval);
    }

    [Fact]
    public void Nothing_new_stretches_the_wait_up_to_the_longest()
    {
        Pace.Next(TimeSpan.FromMinutes(20), somethingNew: false).ShouldBe(TimeSpan.FromMinutes(30));
        Pace.Next(TimeSpan.FromHours(5), somethingNew: false).ShouldBe(Pace.LongestInterval);
    }

    [Fact]
    public void Each_failure_doubles_the_wait_up_to_a_day()
    {
        Enumerable
            .Range(1, 9)
            .Select(failures => Pace.Backoff(failures).TotalMinutes)
            .ShouldBe([15, 30, 60, 120, 240, 480, 960, 1440, 1440]);
        Pace.Backoff(10_000).ShouldBe(Pace.LongestBackoff);
    }

    [Fact]
    public void A_server_that_asks_for_patience_gets_it_within_reason()
    {
        var state = new SourceState();

        state.After(new Throttled(TimeSpan.FromHours(3)), Pace).Interval.ShouldBe(TimeSpan.FromHours(3));
        state.After(new Throttled(TimeSpan.FromDays(30)), Pace).Interval.ShouldBe(Pace.LongestBackoff);
        state.After(new Throttled(TimeSpan.FromSeconds(1)), Pace).Interval.ShouldBe(Pace.Backoff(1));
        state.After(new Throttled(TimeSpan.FromSeconds(-5)), Pace).Interval.ShouldBe(Pace.Backoff(1));
        state.After(new Throttled(null), Pace).Interval.ShouldBe(Pace.FirstInterval);
    }

    [Fact]
    public void A_success_forgets_the_failures()
    {
        var failed = new SourceState { Looked = DateTimeOffset.UnixEpoch }
            .FailedWith("x", Pace)
            .FailedWith("y", Pace);
        (failed.Failures, failed.Problem).ShouldBe((2, "y"));

        var well = failed.After(new Unchanged(), Pace);
        (well.Failures, well.Problem).ShouldBe((0, null));
    }

    [Fact]
    public async Task A_host_gets_one_request_at_a_time_with_a_rest_after_each()
    {
        var gap = TimeSpan.FromSeconds(2);
        var clock = new FakeTimeProvider();
        var turns = new HostTurns(gap, clock);
        var begun = new ConcurrentQueue<DateTimeOffset>();
        var gates = Enumerable.Range(0, 3).Select(_ => new TaskCompletionSource<int>()).ToArray();
        var cancellation = TestContext.Current.CancellationToken;
        var requests = gates
            .Select(gate =>
                turns.TakeAsync(
                    "https://example.org/a",
                    () =>
                    {
                        begun.Enqueue(clock.GetUtcNow());
                        return gate.Task;
                    },
                    cancellation
                )
            )
            .ToArray();

        for (var number = 0; number < gates.Length; number++)
        {
            // The clock goes on in small steps, since the next one may look at it at any moment.
            await Eventually.IsSo(
                () =>
                {
                    clock.Advance(gap / 20);
                    return begun.Count > number;
                },
                $"request {number + 1} begins"
            );
            clock.Advance(gap * 5);
            begun.Count.ShouldBe(number + 1);
            var ended = clock.GetUtcNow();
            gates[number].SetResult(number);
            await requests[number];
            if (number + 1 < gates.Length)
            {
                await Eventually.IsSo(
                    () =>
                    {
                        clock.Advance(gap / 20);
                        return begun.Count > number + 1;
                    },
                    "the next one begins"
                );
                (begun.ElementAt(number + 1) - ended).ShouldBeGreaterThanOrEqualTo(gap);
            }
        }
    }

    [Fact]
    public async Task A_host_that_hangs_holds_up_no_other()
    {
        var turns = new HostTurns(TimeSpan.Zero, new FakeTimeProvider());
        var hanging = new TaskCompletionSource<int>();
        var cancellation = TestContext.Current.CancellationToken;
        // More requests to the one host than there are places for all hosts.
        var stuck = Enumerable
            .Range(0, 20)
            .Select(_ => turns.TakeAsync("https://slow.example/", () => hanging.Task, cancellation))
            .ToArray();

        (
            await Eventually.Ends(turns.TakeAsync("https://quick.example/", () => Task.FromResult(7), cancellation))
        ).ShouldBe(7);
        hanging.SetResult(0);
        await Eventually.Ends(Task.WhenAll(stuck));
    }
}
