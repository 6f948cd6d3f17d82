using System.Globalization;
using System.Text;

namespace Perennial.Publish;

/// <summary>Something of ours as it is cited: what it is called, whose it is, and the address at which it stays as it was.</summary>
internal sealed record Citation
{
    /// <summary>A key for files of citations: letters, digits and hyphens.</summary>
    public required string Key { get; init; }

    /// <summary>What it is called.</summary>
    public required string Title { get; init; }

    /// <summary>Who wrote or said it; names as they are.</summary>
    public IReadOnlyList<string> Authors { get; init; } = [];

    /// <summary>Who published it.</summary>
    public required string Publisher { get; init; }

    /// <summary>When it was published.</summary>
    public required DateTimeOffset Published { get; init; }

    /// <summary>The address of just this version.</summary>
    public required string Address { get; init; }

    /// <summary>The position that made this version.</summary>
    public required long Version { get; init; }

    /// <summary>When it was looked at.</summary>
    public required DateTimeOffset Read { get; init; }

    /// <summary>Whether it is a report of somebody else.</summary>
    public bool IsNews { get; init; }

    /// <summary>What else there is to say.</summary>
    public string? Note { get; init; }

    /// <summary>As an entry of BibTeX.</summary>
    public string ToBibTeX()
    {
        var entry = new StringBuilder("@misc{").Append(Key).Append(",\n");
        Field("title", $"{{{Escaped(Title)}}}");
        if (Authors.Count > 0)
        {
            // In a second pair of braces, since not every name has its surname last.
            Field("author", string.Join(" and ", Authors.Select(author => $"{{{Escaped(author)}}}")));
        }
        Field("howpublished", Escaped(Publisher));
        Field("year", Published.Year.ToString("0000", CultureInfo.InvariantCulture));
        Field("month", Published.Month.ToString(CultureInfo.InvariantCulture));
        Field("day", Published.Day.ToString(CultureInfo.InvariantCulture));
        Field(
            "url",
            Address.Replace("{", "%7B", StringComparison.Ordinal).Replace("}", "%7D", StringComparison.Ordinal)
        );
        Field("urldate", Read.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        Field("version", Version.ToString(CultureInfo.InvariantCulture));
        if (Note is not null)
        {
            Field("note", Escaped(Note));
        }
        return entry.Append("}\n").ToString();

        void Field(string name, string value) =>
            entry.Append("  ").Append(name).Append(" = {").Append(value).Append("},\n");
    }

    /// <summary>As a record of RIS.</summary>
    public string ToRis()
    {
        var record = new StringBuilder();
        Field("TY", IsNews ? "NEWS" : "ELEC");
        Field("TI", Title);
        foreach (var author in Authors)
        {
            // A comma would part surname and first name.
            Field("AU", author.Replace(',', ' '));
        }
        Field("PB", Publisher);
        Field("PY", Published.Year.ToString("0000", CultureInfo.InvariantCulture));
        Field("DA", Published.ToString("yyyy'/'MM'/'dd'/'", CultureInfo.InvariantCulture));
        Field("UR", Address);
        Field("Y2", Read.ToString("yyyy'/'MM'/'dd'/'", CultureInfo.InvariantCulture));
        Field("ET", Version.ToString(CultureInfo.InvariantCulture));
        if (Note is not null)
        {
            Field("N1", Note);
        }
        Field("ER", "");
        return record.ToString();

        void Field(string tag, string value) => record.Append(tag).Append("  - ").Append(OneLine(value)).Append("\r\n");
    }

    private static string Escaped(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var sign in OneLine(text))
        {
            escaped.Append(
                sign switch
                {
                    '\\' => @"\textbackslash{}",
                    '~' => @"\textasciitilde{}",
                    '^' => @"\textasciicircum{}",
                    '{' or '}' or '#' or '$' or '%' or '&' or '_' => $@"\{sign}",
                    _ => sign.ToString(),
                }
            );
        }
        return escaped.ToString();
    }

    private static string OneLine(string text) =>
        string.Concat(text.ReplaceLineEndings(" ").Select(sign => char.IsControl(sign) ? ' ' : sign)).Trim();
}
