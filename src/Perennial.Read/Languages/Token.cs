namespace Perennial.Read.Languages;

/// <summary>A word or a mark of punctuation, with its place in the text.</summary>
/// <param name="Start">Offset of its first code unit.</param>
/// <param name="End">Offset after its last.</param>
/// <param name="Text">As it stands.</param>
/// <param name="Lower">In lower case, with straight apostrophes: what word lists are asked with.</param>
[System.Runtime.InteropServices.StructLayout(System.Runtime.InteropServices.LayoutKind.Auto)]
internal readonly record struct Token(int Start, int End, string Text, string Lower)
{
    /// <summary>Whether it has a letter or digit at its beginning (or is an @name or #tag).</summary>
    public bool IsWord =>
        char.IsLetterOrDigit(Text[0]) || (Text.Length > 1 && Text[0] is '@' or '#' or '$' or '€' or '£');

    /// <summary>Whether it begins with a capital letter.</summary>
    public bool IsCapital => char.IsUpper(Text[0]);

    /// <summary>Whether it is a possessive ending that was cut off its word.</summary>
    public bool IsPossessive => Lower is "'s" or "'";

    /// <summary>Whether a sentence may end with it.</summary>
    public bool EndsSentence => Text is "." or "!" or "?" or "…" or "?!" or "...";

    /// <summary>Whether it is any mark that opens or closes a quotation.</summary>
    public bool IsQuotationMark => Text is "“" or "”" or "\"" or "„" or "«" or "»" or "''" or "‘";
}
