using System.Diagnostics;
using System.Globalization;
using System.Runtime.Versioning;

namespace Perennial.Bench.Delivery;

/// <summary>A server on the first processor, as a process whose time and memory can be read; what asks it runs on the second.</summary>
[SupportedOSPlatform("linux")]
internal sealed class PinnedServer : IDisposable
{
    private const double TicksASecond = 100;

    private readonly Process process;
    private readonly int measured;

    private PinnedServer(Process process, int measured)
    {
        this.process = process;
        this.measured = measured;
    }

    /// <summary>The processor time of the server so far, in seconds.</summary>
    public double CpuSeconds
    {
        get
        {
            var stat = File.ReadAllText(Of("stat"));
            var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
            return (Number(fields[11]) + Number(fields[12])) / TicksASecond;
        }
    }

    /// <summary>The memory that is the server's own, its share of what is shared included, in bytes; of the kernel's for sockets nothing.</summary>
    public double Memory =>
        Number(
            File.ReadLines(Of("smaps_rollup"))
                .First(line => line.StartsWith("Pss:", StringComparison.Ordinal))
                .Split(' ', StringSplitOptions.RemoveEmptyEntries)[1]
        ) * 1024;

    /// <summary>Lets this process run on the second processor only.</summary>
    public static void StandAside()
    {
        using var self = Process.GetCurrentProcess();
        self.ProcessorAffinity = 2;
    }

    /// <summary>Starts a program and waits until it answers at an address.</summary>
    public static async Task<PinnedServer> StartAsync(Uri answers, string program, params IEnumerable<string> arguments)
    {
        var started = Process.Start(
            new ProcessStartInfo("taskset", ["-c", "0", program, .. arguments])
            {
                UseShellExecute = false,
                RedirectStandardOutput = true,
            }
        )!;
        using var client = new HttpClient();
        using var enough = new CancellationTokenSource(TimeSpan.FromMinutes(3));
        using var pace = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (true)
        {
            try
            {
                using var answer = await client.GetAsync(answers, enough.Token);
                break;
            }
            catch (HttpRequestException) when (!started.HasExited)
            {
                await pace.WaitForNextTickAsync(enough.Token);
            }
        }
        return new PinnedServer(started, Worker(started.Id));
    }

    /// <summary>Tells it to stop, and waits until it has.</summary>
    public void Stop()
    {
        if (!process.HasExited)
        {
            using var kill = Process.Start("kill", ["-TERM", process.Id.ToString(CultureInfo.InvariantCulture)]);
            process.WaitForExit();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Stop();
        process.Dispose();
    }

    /// <summary>The process that does the work: the only child, where there is one, as nginx has it.</summary>
    private static int Worker(int id) =>
        File.ReadAllText($"/proc/{id}/task/{id}/children").Split(' ', StringSplitOptions.RemoveEmptyEntries)
            is [var child]
            ? int.Parse(child, CultureInfo.InvariantCulture)
            : id;

    private string Of(string file) => $"/proc/{measured}/{file}";

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
