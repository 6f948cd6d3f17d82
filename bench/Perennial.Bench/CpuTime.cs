using System.Diagnostics;

namespace Perennial.Bench;

/// <summary>The time that the processor works for this program: what others do on the machine does not count.</summary>
internal static class CpuTime
{
    /// <summary>So far.</summary>
    public static TimeSpan Now
    {
        get
        {
            using var program = Process.GetCurrentProcess();
            return program.TotalProcessorTime;
        }
    }

    /// <summary>How long something takes.</summary>
    public static TimeSpan Of(Action work)
    {
        var start = Now;
        work();
        return Now - start;
    }
}
