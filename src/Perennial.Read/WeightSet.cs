namespace Perennial.Read;

/// <summary>Which weights the models of language use. Their cards in <c>docs/models</c> say what each was trained on.</summary>
public enum WeightSet
{
    /// <summary>Trained on every public set; some state no licence.</summary>
    Full,

    /// <summary>Trained only on sets whose licence allows it.</summary>
    Open,
}
