namespace Perennial.Publish;

/// <summary>What sort of piece it is, as readers and machines are told.</summary>
internal static class PieceLabel
{
    /// <summary>The key of its label among the interface's words.</summary>
    public static string Key(Piece piece) => "piece." + piece.Kind.ToString().ToLowerInvariant();

    /// <summary>Its type in schema.org.</summary>
    public static string SchemaType(Piece piece) =>
        piece.Kind switch
        {
            PieceGenre.Explainer => "BackgroundNewsArticle",
            PieceGenre.Analysis => "AnalysisNewsArticle",
            PieceGenre.Opinion => "OpinionNewsArticle",
            _ => "ReportageNewsArticle",
        };
}
