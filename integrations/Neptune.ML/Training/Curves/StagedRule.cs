namespace Neptune.ML.Training.Curves;

/// <summary>How a score comes from the trees of an ensemble.</summary>
internal enum StagedRule
{
    /// <summary>The sum, made a probability by the calibrator.</summary>
    Binary,

    /// <summary>The same, but only how it orders rows is told: FastTree reports its loss itself.</summary>
    FastTreeBinary,

    /// <summary>The sum, made a probability; as the calibrator was made for all trees, the sum of the first ones is scaled up to all.</summary>
    BinaryForest,

    /// <summary>The sum.</summary>
    Regression,

    /// <summary>The mean.</summary>
    RegressionForest,

    /// <summary>A sum per class, each made a probability, which are then divided by their total.</summary>
    Multiclass,

    /// <summary>The sum, by which the rows of a group are ordered.</summary>
    Ranking,
}
