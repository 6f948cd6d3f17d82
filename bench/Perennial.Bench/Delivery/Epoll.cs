using System.Net.Sockets;
using System.Runtime.InteropServices;

namespace Perennial.Bench.Delivery;

/// <summary>Tells which of many sockets have something to read: one thread of ours for ten thousand readers, as <c>epoll(7)</c> has it.</summary>
/// <remarks>Linux on x86-64. A task for each socket would make the readers the slower side.</remarks>
internal sealed partial class Epoll : IDisposable
{
    private const int Add = 1;
    private const uint Readable = 1;
    private const int MostAtOnce = 512;

    private readonly SafeEpollHandle handle = new(Create(0));
    private readonly Event[] events = new Event[MostAtOnce];

    /// <summary>Watches a socket under a number.</summary>
    public void Watch(Socket socket, int number)
    {
        var wanted = new Event { Events = Readable, Number = number };
        if (Control(handle.Value, Add, (int)socket.Handle, ref wanted) != 0)
        {
            throw new InvalidOperationException("epoll_ctl failed");
        }
    }

    /// <summary>Hands over the numbers of sockets that have something, after waiting for the first so long at most.</summary>
    public void Wait(int milliseconds, Action<int> ready)
    {
        var count = WaitFor(handle.Value, events, MostAtOnce, milliseconds);
        for (var i = 0; i < count; i++)
        {
            ready((int)events[i].Number);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => handle.Dispose();

    [LibraryImport("libc", EntryPoint = "epoll_create1")]
    private static partial int Create(int flags);

    [LibraryImport("libc", EntryPoint = "epoll_ctl")]
    private static partial int Control(int epoll, int what, int file, ref Event wanted);

    [LibraryImport("libc", EntryPoint = "epoll_wait")]
    private static partial int WaitFor(int epoll, [Out] Event[] events, int most, int milliseconds);

    [LibraryImport("libc", EntryPoint = "close")]
    private static partial int Close(int file);

    // The kernel packs it on this processor.
    [StructLayout(LayoutKind.Sequential, Pack = 1)]
    private struct Event
    {
        public uint Events;
        public long Number;
    }

    private sealed class SafeEpollHandle(int value) : IDisposable
    {
        public int Value => value;

        public void Dispose() => _ = Close(value);
    }
}
