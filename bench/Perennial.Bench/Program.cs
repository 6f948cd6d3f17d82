using System.Globalization;
using Perennial.Bench;
using Perennial.Bench.Delivery;

// Measures the reader, the linker, the weaver, the keeper of trails, the reader of stories and live delivery. Not shipped, and no part of ./test; see the README beside it.
switch (args)
{
    case ["read", var folder]:
        ReadingBench.Run(PageFiles.In(folder));
        return 0;
    case ["fuzz", var seconds, var seed]:
        return PageFuzzer.Run(
            TimeSpan.FromSeconds(int.Parse(seconds, CultureInfo.InvariantCulture)),
            int.Parse(seed, CultureInfo.InvariantCulture)
        );
    case ["link", var articles, var seed]:
        await LinkingBench.RunAsync(
            int.Parse(articles, CultureInfo.InvariantCulture),
            int.Parse(seed, CultureInfo.InvariantCulture)
        );
        return 0;
    case ["weave", var articles]:
        WeavingBench.Run(int.Parse(articles, CultureInfo.InvariantCulture), WeavingBench.ADay);
        return 0;
    case ["weave", var articles, var aDay]:
        WeavingBench.Run(
            int.Parse(articles, CultureInfo.InvariantCulture),
            int.Parse(aDay, CultureInfo.InvariantCulture)
        );
        return 0;
    case ["trails", var articles]:
        TrailsBench.Run(int.Parse(articles, CultureInfo.InvariantCulture));
        return 0;
    case ["stories", var articles]:
        await StoriesBench.RunAsync(int.Parse(articles, CultureInfo.InvariantCulture));
        return 0;
    case ["fanout", var readers, var rounds] when OperatingSystem.IsLinux():
        await FanoutBench.RunAsync(Root(), Whole(readers), Whole(rounds), TimeSpan.FromSeconds(4));
        return 0;
    case ["reconnect", var readers] when OperatingSystem.IsLinux():
        await ReconnectBench.RunAsync(Root(), Whole(readers));
        return 0;
    case ["first-view", var posts, var rounds] when OperatingSystem.IsLinux():
        await FirstViewBench.RunAsync(Root(), Whole(posts), Whole(rounds), TimeSpan.FromSeconds(3));
        return 0;
    default:
        await Console.Error.WriteLineAsync(
            "usage: read FOLDER | fuzz SECONDS SEED | link ARTICLES SEED | weave ARTICLES [A-DAY] | trails ARTICLES | stories ARTICLES | fanout READERS ROUNDS | reconnect READERS | first-view POSTS ROUNDS"
        );
        return 2;
}

static int Whole(string number) => int.Parse(number, CultureInfo.InvariantCulture);

// The folder that holds the program's own script.
static string Root()
{
    var folder = AppContext.BaseDirectory;
    while (!File.Exists(Path.Combine(folder, "perennial")))
    {
        folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("run it from its repository");
    }
    return folder;
}
