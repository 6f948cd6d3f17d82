using Perennial.Read.Models;

namespace Perennial.Read.Pages.Blocks;

/// <summary>Describes each block of a page in numbers, from which the trees tell whether it belongs to the article's text.</summary>
internal static class BlockFeatures
{
    /// <summary>How many numbers describe a block.</summary>
    public const int Count = 99;

    // Where the score of a block's words stands in its row.
    private const int WordScore = 18;

    private static readonly string[] Tags =
    [
        "p",
        "li",
        "div",
        "blockquote",
        "td",
        "h2",
        "h3",
        "h4",
        "figcaption",
        "section",
        "dd",
        "pre",
    ];

    private static readonly Named[] Groups = Enum.GetValues<Named>().Where(group => group != Named.None).ToArray();

    private static readonly Within[] Places = Enum.GetValues<Within>().Where(place => place != Within.None).ToArray();

    /// <summary>The numbers of every block, a row each.</summary>
    /// <param name="blocks">The page's blocks in order.</param>
    /// <param name="boxes">All boxes around them, outer ones first.</param>
    /// <param name="clues">What the page says of its article.</param>
    /// <param name="page">What holds for the page as a whole.</param>
    /// <param name="weights">What names and words say, learned.</param>
    public static float[][] Of(
        IReadOnlyList<PageBlock> blocks,
        IReadOnlyList<Box> boxes,
        PageClues clues,
        PageTotals page,
        HashedWeights weights
    )
    {
        ScoreBoxes(boxes, weights);
        var times = blocks.CountBy(block => block.Key, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var (before, heading, headingScore) = (0, -1, 0f);
        var rows = new float[blocks.Count][];
        for (var i = 0; i < blocks.Count; i++)
        {
            var key = blocks[i].Key;
            var row = rows[i] = new float[Count];
            var at = 0;
            Words(blocks[i], key, clues, seen.Add(key), weights, row, ref at);
            Surroundings(blocks[i], page, row, ref at);
            Neighbours(blocks, i, row, ref at);
            Position(i, before, page, row, ref at);
            row[at++] = times[key];
            row[at++] = heading < 0 ? 99 : Math.Min(99, i - heading);
            row[at] = headingScore;
            if ((blocks[i].Box.Where & Within.Heading) != Within.None)
            {
                (heading, headingScore) = (i, row[WordScore]);
            }
            before += blocks[i].IsProse ? blocks[i].Words.Length : 0;
        }
        return rows;
    }

    /// <summary>The places of a block's names and words among <see cref="HashedWeights"/>; what <see cref="Of"/> adds up.</summary>
    public static int[] Hashed(PageBlock block)
    {
        var places = new List<int>();
        var level = 0u;
        for (var box = block.Box; box is not null; box = box.Around)
        {
            places.AddRange(box.Names.Numbers.Select(name => HashedWeights.Index(name, level)));
            level = Math.Min(2, level + 1);
        }
        places.AddRange(WordFeatures.Of(block).Select(word => HashedWeights.Index(word, 3)));
        return [.. places];
    }

    /// <summary>What the weights say of the boxes' names, by how near the block is.</summary>
    private static void ScoreBoxes(IReadOnlyList<Box> boxes, HashedWeights weights)
    {
        foreach (var box in boxes)
        {
            var (own, near, far) = (0f, 0f, 0f);
            foreach (var name in box.Names.Numbers)
            {
                own += weights[name, 0];
                near += weights[name, 1];
                far += weights[name, 2];
            }
            box.Score = (own, near, far);
            box.FarScore = box.Around?.Around is { } further ? further.FarScore + further.Score.Far : 0;
        }
    }

    private static void Words(
        PageBlock block,
        string key,
        PageClues clues,
        bool isNew,
        HashedWeights weights,
        float[] row,
        ref int at
    )
    {
        var words = block.Words;
        var (commas, ends, digits, upper, blanks) = (0, 0, 0, 0, 0);
        foreach (var letter in words)
        {
            commas += letter is ',' or '、' or '，' or '،' ? 1 : 0;
            ends += letter is '.' or '!' or '?' or '。' or '！' or '？' or '।' or '…' ? 1 : 0;
            digits += char.IsDigit(letter) ? 1 : 0;
            upper += char.IsUpper(letter) ? 1 : 0;
            blanks += letter == ' ' ? 1 : 0;
        }
        var last = words.TrimEnd('"', '”', '’', '»', ')', '“', ']', ' ') is { Length: > 0 } bare ? bare[^1] : ' ';
        row[at++] = MathF.Log(1 + words.Length);
        row[at++] = blanks + 1;
        row[at++] = (float)block.LinkShare;
        row[at++] = (float)block.BoldLetters / words.Length;
        row[at++] = commas;
        row[at++] = ends;
        row[at++] = (float)digits / words.Length;
        row[at++] = (float)upper / (blanks + 1);
        row[at++] =
            last is '.' or '!' or '?' or '。' or '！' or '？' or '।' or '…' ? 1
            : last is ':' or '：' ? 2
            : last is ',' or ';' ? 3
            : 0;
        row[at++] =
            char.IsLower(words[0]) ? 1
            : char.IsUpper(words[0]) ? 2
            : char.IsLetterOrDigit(words[0]) ? 3
            : 0;
        row[at++] = isNew ? 0 : 1;
        row[at++] = Noise.IsLine(words) ? 1 : 0;
        row[at++] =
            clues.IsTitle(key) ? 1
            : clues.IsStandfirst(key) ? 2
            : clues.NamesAuthor(key) ? 3
            : 0;
        row[at++] = clues.ToldShare(words);
        row[at++] = Math.Min(1, clues.ToldLetters);
        row[at++] = clues.DescribedShare(words);
        row[at++] = clues.DescribesPicture(key) ? 1 : 0;
        row[at++] = (float)block.ItalicLetters / words.Length;
        var score = 0f;
        foreach (var word in WordFeatures.Of(block))
        {
            score += weights[word, 3];
        }
        row[at++] = score;
    }

    private static void Surroundings(PageBlock block, PageTotals page, float[] row, ref int at)
    {
        var box = block.Box;
        var (around, outer) = (box.Around ?? box, box.Around?.Around ?? box.Around ?? box);
        row[at++] = Array.IndexOf(Tags, box.Tag);
        row[at++] = Array.IndexOf(Tags, around.Tag);
        foreach (var place in Places)
        {
            row[at++] = (box.Where & place) != Within.None ? 1 : 0;
        }
        foreach (var group in Groups)
        {
            row[at++] =
                (box.Names.Groups & group) != Named.None ? 3
                : (around.Names.Groups & group) != Named.None ? 2
                : (box.AroundNamed & group) != Named.None ? 1
                : 0;
        }
        row[at++] = box.Score.Own;
        row[at++] = around.Score.Near;
        row[at++] = box.FarScore;
        row[at++] = box.Score.Own + around.Score.Near + box.FarScore;
        row[at++] = box.Depth;
        row[at++] = Math.Min(box.Furniture, 30);
        row[at++] = Math.Min(box.Declared, 30);
        foreach (var one in (ReadOnlySpan<Box>)[box, around, outer, outer.Around ?? outer])
        {
            row[at++] = MathF.Log(1 + one.Letters);
            row[at++] = (float)one.LinkLetters / (one.Letters + 1);
            row[at++] = (float)one.ProseLetters / (one.Letters + 1);
            row[at++] = one.Blocks;
        }
        row[at++] = (float)outer.ProseLetters / (page.Prose + 1);
        row[at++] = page.ShapeShare(box);
        row[at++] = page.ShapeLength(box);
        row[at++] = page.LevelsToCentre(box);
        row[at++] = page.IsCentre(box) ? 1 : 0;
    }

    private static void Neighbours(IReadOnlyList<PageBlock> blocks, int i, float[] row, ref int at)
    {
        foreach (var away in (ReadOnlySpan<int>)[-2, -1, 1, 2])
        {
            var other = i + away >= 0 && i + away < blocks.Count ? blocks[i + away] : null;
            row[at++] = other is null ? -1 : MathF.Log(1 + other.Words.Length);
            row[at++] = other is null ? -1 : (float)other.LinkShare;
            row[at++] =
                other is null ? -1
                : other.Box.Shape == blocks[i].Box.Shape ? 1
                : 0;
        }
    }

    private static void Position(int i, int before, PageTotals page, float[] row, ref int at)
    {
        row[at++] = i;
        row[at++] = (float)i / page.Blocks;
        row[at++] = (float)before / (page.Prose + 1);
        row[at++] = page.TitleAt < 0 ? -50 : Math.Clamp(i - page.TitleAt, -50, 200);
        row[at++] = page.Blocks;
        row[at++] = page.Prose;
    }
}
