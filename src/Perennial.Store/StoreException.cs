namespace Perennial.Store;

/// <summary>The store can't do what was asked, for a reason that a person can act on: the message is one line for them.</summary>
public sealed class StoreException(string message, Exception? inner = null) : Exception(message, inner);
