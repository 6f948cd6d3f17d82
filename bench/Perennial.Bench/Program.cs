using System.Globalization;
using Perennial.Bench;

// Measures the reader, the linker, the weaver, the keeper of trails and the reader of stories. Not shipped, and no part of ./test; see the README beside it.
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
        WeavingBench.Run(int.Parse(articles, CultureInfo.InvariantCulture));
        return 0;
    case ["trails", var articles]:
        TrailsBench.Run(int.Parse(articles, CultureInfo.InvariantCulture));
        return 0;
    case ["stories", var articles]:
        await StoriesBench.RunAsync(int.Parse(articles, CultureInfo.InvariantCulture));
        return 0;
    default:
        await Console.Error.WriteLineAsync(
            "usage: read FOLDER | fuzz SECONDS SEED | link ARTICLES SEED | weave ARTICLES | trails ARTICLES | stories ARTICLES"
        );
        return 2;
}
