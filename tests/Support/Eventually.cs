namespace Perennial.Support;

/// <summary>Waits for what is to happen, with a limit that only a broken test reaches.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(20);

    /// <summary>Waits until something is so.</summary>
    public static async Task IsSo(Func<bool> condition, string what)
    {
        var start = TimeProvider.System.GetTimestamp();
        while (!condition())
        {
            (TimeProvider.System.GetElapsedTime(start) < Limit).ShouldBeTrue($"it never came to this: {what}");
            await Task.Delay(Between, TimeProvider.System, TestContext.Current.CancellationToken);
        }
    }

    /// <summary>Waits until something is so that has to be asked for.</summary>
    public static async Task IsSo(Func<Task<bool>> condition, string what)
    {
        var start = TimeProvider.System.GetTimestamp();
        while (!await condition())
        {
            (TimeProvider.System.GetElapsedTime(start) < Limit).ShouldBeTrue($"it never came to this: {what}");
            await Task.Delay(Between, TimeProvider.System, TestContext.Current.CancellationToken);
        }
    }

    /// <summary>Waits for a task, with the limit.</summary>
    public static Task<T> Ends<T>(Task<T> task) => task.WaitAsync(Limit, TestContext.Current.CancellationToken);

    /// <summary>Waits for a task, with the limit.</summary>
    public static Task Ends(Task task) => task.WaitAsync(Limit, TestContext.Current.CancellationToken);
}
