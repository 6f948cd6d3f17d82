using Perennial.Newsroom;
using Perennial.Store.Views;

namespace Perennial.Server.Demo;

/// <summary>The desk of the demo: it asks what the recorded day leaves open, and says what was answered.</summary>
/// <param name="recording">The recorded day.</param>
/// <param name="origin">The outlets.</param>
/// <param name="acts">What people do in the newsroom.</param>
/// <param name="views">The views, by which it finds stories.</param>
/// <param name="clock">The demo's clock.</param>
internal sealed class DemoDesk(Recording recording, DemoOrigin origin, Acts acts, ViewStore views, TimeProvider clock)
{
    private const string Editor = "u-demo";

    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMinutes(5);

    /// <summary>Asks and answers until everything is said; a demo that is stopped ends it.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        try
        {
            await Task.WhenAll(recording.Asked.Select(question => RunAsync(question, cancellation)));
        }
        catch (OperationCanceledException)
        {
            // The demo was stopped.
        }
    }

    private async Task RunAsync(RecordedQuestion question, CancellationToken cancellation)
    {
        var story = await WhenAsync(question.Time, question.Article, article => article.Story, cancellation);
        var asked = await acts.AskAsync(story, new(question.Text, Reason: question.Reason), Editor, cancellation);
        // A folder that is kept has it from an earlier run.
        if (asked?.Subject is not { } id || question is not { Answered: { } time, By: { } by })
        {
            return;
        }
        var article = await WhenAsync(time, by, article => article.Article is null ? null : article.Id, cancellation);
        await acts.ChangeQuestionAsync(
            id,
            new(State: "answered", Answer: new QuestionAnswer { Article = article, Words = question.Words }),
            Editor,
            cancellation
        );
    }

    /// <summary>Waits for a time of the recorded day, and then until what is looked for is known of an article.</summary>
    private async Task<string> WhenAsync(
        TimeOnly time,
        string article,
        Func<ArticleRow, string?> find,
        CancellationToken cancellation
    )
    {
        var at = new DateTimeOffset(recording.Start.Date + time.ToTimeSpan(), recording.Start.Offset);
        while (true)
        {
            if (clock.GetUtcNow() >= at && Look(article) is { } row && find(row) is { } found)
            {
                return found;
            }
            await Task.Delay(BetweenLooks, clock, cancellation);
        }
    }

    private ArticleRow? Look(string article)
    {
        using var snapshot = views.Snapshot();
        return ArticlesView.FindByUrl(snapshot, origin.AddressOf(article));
    }
}
