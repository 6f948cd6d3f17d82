using System.Collections.Concurrent;
using System.Diagnostics;

namespace Perennial.Support;

/// <summary>A program that runs beside the test, and ends with it at the latest.</summary>
internal sealed class ChildProgram : IDisposable
{
    private readonly Process process;
    private readonly ConcurrentQueue<string> output = new();
    private readonly ConcurrentQueue<string> errors = new();
    private int closed;

    private ChildProgram(Process process)
    {
        this.process = process;
        process.OutputDataReceived += (_, line) => Take(output, line.Data);
        process.ErrorDataReceived += (_, line) => Take(errors, line.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>The lines it has written so far.</summary>
    public IReadOnlyList<string> Output => [.. output];

    /// <summary>The lines it has written to standard error so far.</summary>
    public IReadOnlyList<string> Errors => [.. errors];

    /// <summary>Its process id.</summary>
    public int Id => process.Id;

    /// <summary>Starts an assembly that stands beside the tests.</summary>
    public static ChildProgram StartAssembly(string name, params IEnumerable<string> arguments) =>
        Start("dotnet", ["exec", Path.Combine(AppContext.BaseDirectory, name), .. arguments]);

    /// <summary>Starts a program.</summary>
    public static ChildProgram Start(string program, params IEnumerable<string> arguments) =>
        new(
            new Process
            {
                StartInfo = new ProcessStartInfo(program, arguments)
                {
                    UseShellExecute = false,
                    RedirectStandardInput = true,
                    RedirectStandardOutput = true,
                    RedirectStandardError = true,
                },
            }
        );

    /// <summary>Runs a program to its end.</summary>
    public static async Task<(int Code, IReadOnlyList<string> Output, IReadOnlyList<string> Errors)> RunAssemblyAsync(
        string name,
        params IEnumerable<string> arguments
    )
    {
        using var program = StartAssembly(name, arguments);
        program.process.StandardInput.Close();
        var code = await program.EndAsync();
        return (code, program.Output, program.Errors);
    }

    /// <summary>Hands it a line.</summary>
    public void Say(string line)
    {
        process.StandardInput.WriteLine(line);
        process.StandardInput.Flush();
    }

    /// <summary>Waits for a line of its output.</summary>
    public async Task<string> LineAsync(Func<string, bool> wanted)
    {
        await Eventually.IsSo(
            () => output.Any(wanted) || (process.HasExited && Volatile.Read(ref closed) == 2),
            "the program says it"
        );
        return output.FirstOrDefault(wanted)
            ?? throw new InvalidOperationException($"it ended: {string.Join('\n', errors)}");
    }

    /// <summary>Waits for its end, and for all it had to say.</summary>
    public async Task<int> EndAsync()
    {
        await Eventually.Ends(process.WaitForExitAsync(TestContext.Current.CancellationToken));
        await Eventually.IsSo(() => Volatile.Read(ref closed) == 2, "the program's output ends");
        return process.ExitCode;
    }

    /// <summary>Ends it as a power cut would: SIGKILL.</summary>
    public async Task KillAsync()
    {
        process.Kill();
        await EndAsync();
    }

    public void Dispose()
    {
        if (!process.HasExited)
        {
            process.Kill();
            process.WaitForExit();
        }
        process.Dispose();
    }

    private void Take(ConcurrentQueue<string> lines, string? line)
    {
        if (line is null)
        {
            Interlocked.Increment(ref closed);
        }
        else
        {
            lines.Enqueue(line);
        }
    }
}
