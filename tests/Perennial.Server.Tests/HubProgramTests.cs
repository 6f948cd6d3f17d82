using System.Net;
using Microsoft.AspNetCore.Http;

namespace Perennial.Server.Tests;

/// <summary>The hub of the program as it is run: it calls no private address, whatever the gatherer may fetch.</summary>
public sealed class HubProgramTests : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("perennial-").FullName;
    private readonly HttpClient http = new();
    private LocalOrigin origin = null!;

    public async ValueTask InitializeAsync() => origin = await LocalOrigin.StartAsync();

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await origin.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    [Theory]
    [InlineData("127.0.0.0/8")]
    [InlineData("10.99.0.0/16")]
    public async Task It_calls_no_private_address_whatever_the_gatherer_may_fetch(string allow)
    {
        origin.Answer(
            "/callback",
            context => context.Response.WriteAsync(context.Request.Query["hub.challenge"]!, context.RequestAborted)
        );
        var (program, url) = await Perennially.ServeAsync(folder, allow);
        using var _ = program;
        using var form = new FormUrlEncodedContent(
            new Dictionary<string, string>
            {
                ["hub.mode"] = "subscribe",
                ["hub.topic"] = new Uri(url, "/feed.atom").AbsoluteUri,
                ["hub.callback"] = origin.Url("/callback"),
            }
        );

        var answer = await http.PostAsync(new Uri(url, "/hub"), form, TestContext.Current.CancellationToken);
        answer.StatusCode.ShouldBe(HttpStatusCode.Accepted);

        await Eventually.IsSo(() => Subscriptions() == 0, "it is forgotten");
        origin.Asked("/callback").ShouldBe(0);
    }

    private int Subscriptions()
    {
        using var state = Store.State.OpenToRead(new Store.NewsroomFolder(folder));
        return state.Subscriptions().Count;
    }
}
