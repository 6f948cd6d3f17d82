namespace Perennial.Read.Models;

/// <summary>Which words people are called by, given and family names.</summary>
/// <remarks>Made by <c>train/</c> from the npm package <c>humannames</c> (MIT), 197,000 words, kept as hashes only.</remarks>
internal sealed class PersonNames
{
    private readonly Lexicon lexicon;

    private PersonNames(Lexicon lexicon) => this.lexicon = lexicon;

    /// <summary>The names that come with the program; read at first use.</summary>
    public static PersonNames Shared => field ??= new PersonNames(PackedFile.Shipped("people.bin", Lexicon.Read));

    /// <summary>Whether a word is known as a name.</summary>
    /// <param name="word">Its <see cref="FeatureHash.Exact"/> number.</param>
    public bool Contains(uint word) => !lexicon.Find(word).IsEmpty;
}
