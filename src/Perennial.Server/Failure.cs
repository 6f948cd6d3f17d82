namespace Perennial.Server;

/// <summary>A command can't do what was asked: the message is one line that says what is wrong and what to do.</summary>
internal sealed class Failure(string message) : Exception(message);
