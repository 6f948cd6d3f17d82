using System.CommandLine;
using System.Globalization;
using System.Net;
using Perennial.Store;

namespace Perennial.Server.Commands;

/// <summary>The options that several commands share.</summary>
internal static class Options
{
    /// <summary><c>--data DIR</c>.</summary>
    public static Option<string> Data() =>
        new("--data")
        {
            Description = "the folder of the newsroom",
            HelpName = "DIR",
            DefaultValueFactory = _ => "./data",
        };

    /// <summary><c>--json</c>.</summary>
    public static Option<bool> Json() => new("--json") { Description = "print JSON Lines for programs" };

    /// <summary><c>--urls URL</c>.</summary>
    public static Option<string?> Urls(string fallback) =>
        new("--urls") { Description = $"where to listen (default {fallback})", HelpName = "URL" };

    /// <summary><c>--allow CIDR</c>.</summary>
    public static Option<string[]> Allow() =>
        Ranges("--allow", "private addresses that may be fetched from, such as 192.168.1.0/24");

    /// <summary>An option that takes ranges of addresses.</summary>
    public static Option<string[]> Ranges(string name, string description)
    {
        var option = new Option<string[]>(name)
        {
            Description = description,
            HelpName = "CIDR",
            DefaultValueFactory = _ => [],
        };
        option.Validators.Add(result =>
        {
            foreach (var token in result.Tokens)
            {
                if (!IPNetwork.TryParse(token.Value, out _))
                {
                    result.AddError($"{name} {token.Value} is no address range such as 192.168.1.0/24");
                }
            }
        });
        return option;
    }

    /// <summary>An option that takes a number of at least 1.</summary>
    public static Option<int?> Count(string name, string description)
    {
        var option = new Option<int?>(name) { Description = description, HelpName = "N" };
        option.Validators.Add(result =>
        {
            if (
                result.Tokens is [var token]
                && !(int.TryParse(token.Value, CultureInfo.InvariantCulture, out var count) && count > 0)
            )
            {
                result.AddError($"{name} {token.Value} is no number such as 1000");
            }
        });
        return option;
    }

    /// <summary>Refuses what looks like a misspelt option; <c>-</c> is standard input.</summary>
    public static void RefuseOptions(Argument argument) =>
        argument.Validators.Add(result =>
        {
            if (result.Tokens.FirstOrDefault(token => token.Value is ['-', _, ..]) is { } wrong)
            {
                result.AddError($"unknown option {wrong.Value}; see --help");
            }
        });

    /// <summary>The newsroom's folder, which must be there.</summary>
    public static NewsroomFolder Existing(string path)
    {
        var folder = new NewsroomFolder(path);
        return folder.Exists
            ? folder
            : throw new Failure(
                $"there is no newsroom in {folder.Path}: name its folder with --data, or begin one with `perennial add URL` or `perennial serve`"
            );
    }
}
