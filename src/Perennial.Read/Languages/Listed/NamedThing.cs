namespace Perennial.Read.Languages.Listed;

/// <summary>A name where it stands.</summary>
/// <param name="First">Its first token.</param>
/// <param name="Last">The token after its last.</param>
/// <param name="Name">As it stands.</param>
/// <param name="Kind">What it seems to be.</param>
internal sealed record NamedThing(int First, int Last, string Name, EntityKind Kind)
{
    /// <summary>Whom it names, if it is a person.</summary>
    public NamedPerson? Person { get; set; }
}
