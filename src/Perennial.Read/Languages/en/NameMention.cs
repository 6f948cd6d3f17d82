namespace Perennial.Read.Languages.English;

/// <summary>A name where it stands, bare: without title, article and possessive.</summary>
internal sealed class NameMention(int first, int last, string name, EntityKind kind)
{
    public int First { get; } = first;

    public int Last { get; } = last;

    public string Name { get; } = name;

    public EntityKind Kind { get; set; } = kind;

    /// <summary>"Mr", "Mrs": who is called so is a person. <see langword="null"/> where none stands.</summary>
    public string? Honorific { get; init; }

    /// <summary>The title before the name, as it stands: "Prime Minister".</summary>
    public Span? Title { get; init; }

    /// <summary>The person it was found to name.</summary>
    public Person? Person { get; set; }
}

/// <summary>Somebody in the document, under the fullest name it gives.</summary>
internal sealed class Person(string name)
{
    public string Name { get; } = name;

    public string[] Parts { get; } = name.Split(' ');

    /// <summary>'m', 'f', or ' ' where the text does not tell.</summary>
    public char Gender { get; set; } = ' ';

    /// <summary>The role as the text gives it first.</summary>
    public string? Role { get; set; }

    /// <summary>Whether the full name stands in the text, not only a family name.</summary>
    public bool Full => Parts.Length > 1;

    public List<NameMention> Mentions { get; } = [];

    /// <summary>The name people are called by after the first time.</summary>
    public string Surname
    {
        get
        {
            if (
                Parts.Length >= 2
                && GivenNames.FamilyFirst.Contains(Parts[0])
                && (Parts.Length == 3 || !GivenNames.Contains(Parts[0]))
                && !(GivenNames.Contains(Parts[^1]) && Parts.Length == 2)
            )
            {
                return Parts[0];
            }
            return Parts[^1] is "Jr." or "Sr." or "Jr" or "II" or "III" or "IV" && Parts.Length > 2
                ? Parts[^2]
                : Parts[^1];
        }
    }
}
