using System.Text;

namespace Perennial.Read;

/// <summary>Puts an article's text together from its blocks, one blank line between two, and keeps where each stands.</summary>
internal sealed class TextBuilder
{
    private readonly StringBuilder text = new();
    private readonly List<Block> blocks = [];
    private readonly HashSet<string> seen = new(StringComparer.Ordinal);

    /// <summary>The text so far.</summary>
    public string Text => text.ToString();

    /// <summary>The blocks so far.</summary>
    public IReadOnlyList<Block> Blocks => blocks;

    /// <summary>The length of the text so far.</summary>
    public int Length => text.Length;

    /// <summary>Where the next block will start.</summary>
    public int Next => text.Length == 0 ? 0 : text.Length + 2;

    /// <summary>Adds a block within the text. A longer paragraph that has stood before is left out.</summary>
    public void Add(BlockKind kind, string words)
    {
        // Short lines may well come twice ("Yes."); a repeated paragraph is a teaser or a copy for another screen.
        const int longEnoughToBeACopy = 40;
        if (words.Length == 0 || (words.Length >= longEnoughToBeACopy && !seen.Add(words)))
        {
            return;
        }
        if (text.Length > 0)
        {
            text.Append("\n\n");
        }
        blocks.Add(new Block(kind, text.Length, text.Length + words.Length));
        text.Append(words);
    }

    /// <summary>Adds a block beside the text.</summary>
    public void AddBeside(BlockKind kind, string words)
    {
        if (words.Length > 0)
        {
            blocks.Add(new Block(kind, null, null, words));
        }
    }
}
