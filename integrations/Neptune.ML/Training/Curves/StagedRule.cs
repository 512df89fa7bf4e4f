namespace Neptune.ML.Training.Curves;

/// <summary>How a score comes from the trees of an ensemble, or from the weights of a linear model.</summary>
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

    /// <summary>A product of weights and features, of which a loss function tells how far it is on the right side.</summary>
    Margin,

    /// <summary>A product per class, which are made probabilities together.</summary>
    Softmax,

    /// <summary>A product per class; a loss function tells how far that of the right class is above each of the others.</summary>
    MulticlassMargin,

    /// <summary>The logarithm of a number of events.</summary>
    Poisson,

    /// <summary>The squared distance to each cluster.</summary>
    Clusters,

    /// <summary>The sum, by which the rows of a group are ordered.</summary>
    Ranking,
}
