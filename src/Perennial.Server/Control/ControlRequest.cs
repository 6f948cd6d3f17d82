using System.Text.Json.Serialization;

namespace Perennial.Server.Control;

/// <summary>A command that was given on the command line, on its way to the process that holds the newsroom.</summary>
/// <param name="Command">The command's name.</param>
/// <param name="Arguments">Its arguments, in order.</param>
internal sealed record ControlRequest(string Command, IReadOnlyList<string> Arguments);

/// <summary>What became of it.</summary>
/// <param name="Lines">What to print.</param>
/// <param name="Problem">Why it could not be done, in one line; <see langword="null"/> when it was.</param>
internal sealed record ControlAnswer(IReadOnlyList<string> Lines, string? Problem)
{
    /// <summary>What could not be done of it, each in one line.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];
}

/// <summary>How both are written on the control socket.</summary>
[JsonSourceGenerationOptions(System.Text.Json.JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(ControlRequest))]
[JsonSerializable(typeof(ControlAnswer))]
internal sealed partial class ControlJson : JsonSerializerContext;
