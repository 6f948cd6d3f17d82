namespace Perennial.Server.Tests;

/// <summary>The program as people run it: a process with arguments.</summary>
internal static class Perennially
{
    private const string Assembly = "Perennial.Server.dll";

    /// <summary>Runs a command to its end.</summary>
    public static async Task<Ran> RunAsync(params IEnumerable<string> arguments)
    {
        var (code, output, errors) = await ChildProgram.RunAssemblyAsync(Assembly, arguments);
        return new Ran(code, output, errors);
    }

    /// <summary>Starts a server on a free port and waits until it answers.</summary>
    public static async Task<(ChildProgram Program, Uri Url)> ServeAsync(string folder, string allow = "127.0.0.0/8")
    {
        var program = ChildProgram.StartAssembly(
            Assembly,
            ["serve", "--data", folder, "--urls", "http://127.0.0.1:0", "--allow", allow]
        );
        var line = await program.LineAsync(line => line.Contains(" is served at ", StringComparison.Ordinal));
        var url = new UriBuilder(line.Split(' ')[^1]) { Host = "127.0.0.1" };
        return (program, url.Uri);
    }
}

/// <summary>What a command did.</summary>
internal sealed record Ran(int Code, IReadOnlyList<string> Output, IReadOnlyList<string> Errors)
{
    /// <summary>It failed with this code, said why in one line, and nothing else.</summary>
    public void ShouldHaveFailed(int code, string because)
    {
        Code.ShouldBe(code);
        Errors.ShouldHaveSingleItem().ShouldContain(because, Case.Insensitive);
        Errors[0].ShouldStartWith("perennial: ");
        Output.ShouldBeEmpty();
    }
}
