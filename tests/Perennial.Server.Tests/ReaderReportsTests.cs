using Perennial.Store;

namespace Perennial.Server.Tests;

/// <summary>Readers' reports of errors, as editors see them from the command line.</summary>
public sealed class ReaderReportsTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("perennial-").FullName;

    [Fact]
    public async Task Doctor_counts_the_open_ones_and_answer_answers_them()
    {
        var newsroom = new NewsroomFolder(folder);
        (await Perennially.RunAsync("token", "--data", folder)).Code.ShouldBe(0);
        string receipt;
        using (var state = State.Open(newsroom))
        {
            receipt = state.Report("/articles/a1", "It was nine.\n\u001b[2JNot ten.", null, TimeProvider.System)!;
        }

        var doctor = await Perennially.RunAsync("doctor", "--data", folder);
        doctor.Output.ShouldContain("reports of errors by readers: 1 open");
        doctor.Output.ShouldContain("report 1: /articles/a1: It was nine.  [2JNot ten.");

        (await Perennially.RunAsync("answer", "2", "No.", "--data", folder)).ShouldHaveFailed(
            1,
            "there is no report 2"
        );
        (await Perennially.RunAsync("answer", "1", "Corrected.", "--data", folder)).Code.ShouldBe(0);

        (await Perennially.RunAsync("doctor", "--data", folder)).Output.ShouldContain(
            "reports of errors by readers: 0 open"
        );
        using var after = State.OpenToRead(newsroom);
        after.FindReport(receipt).ShouldNotBeNull().Answer.ShouldBe("Corrected.");
    }

    [Fact]
    public async Task A_newsroom_of_an_older_version_has_none()
    {
        var newsroom = new NewsroomFolder(folder);
        (await Perennially.RunAsync("token", "--data", folder)).Code.ShouldBe(0);
        TemporaryNewsroom.ChangeBehindItsBack(newsroom.State, "DROP TABLE reports; DROP TABLE subscriptions");

        var doctor = await Perennially.RunAsync("doctor", "--data", folder);
        doctor.Output.ShouldContain("reports of errors by readers: 0 open");
        doctor.Output.ShouldContain("subscriptions at the hub: 0, 0 of them not reached last time");
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
