namespace Perennial.Read.Languages.Listed;

/// <summary>A person whom the text names in full, or by one name with a word of courtesy.</summary>
/// <param name="Name">The fullest name the text gives, bare.</param>
internal sealed record NamedPerson(string Name)
{
    /// <summary>What the person is called alone: the last word.</summary>
    public string Surname => Name[(Name.LastIndexOf(' ') + 1)..];

    /// <summary><c>m</c>, <c>f</c>, or a blank where the text does not tell.</summary>
    public char Gender { get; set; } = ' ';

    /// <summary>The role as the text gives it, or <see langword="null"/>.</summary>
    public string? Role { get; set; }

    /// <summary>Whether the text gives more than one name.</summary>
    public bool IsFull => Name.Contains(' ', StringComparison.Ordinal);

    /// <summary>The person's id among the entities.</summary>
    public string? Entity { get; set; }
}
