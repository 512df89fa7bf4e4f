namespace Neptune.ML;

/// <summary>
/// Which columns of scored data hold what, for data whose columns are called otherwise than ML.NET's evaluators call them, and whose model was trained without a
/// <see cref="NeptuneCallback"/>, or by another program: <c>scored.LogEvaluationTo(run, "test", new() { Label = "Price" })</c>.
/// </summary>
public sealed record EvaluationColumns
{
    /// <summary>What was to be predicted.</summary>
    public string Label { get; init; } = "Label";

    /// <summary>What the model says: a number, or one per class or cluster.</summary>
    public string Score { get; init; } = "Score";

    /// <summary>How sure a calibrated binary classifier is, from 0 to 1. Data without such a column are evaluated without.</summary>
    public string Probability { get; init; } = "Probability";

    /// <summary>The class or cluster that the model chose.</summary>
    public string PredictedLabel { get; init; } = "PredictedLabel";

    /// <summary>The query that a row of a ranking belongs to.</summary>
    public string Group { get; init; } = "GroupId";

    /// <summary>What a clustering was made of: without it, how well its clusters are parted is not measured.</summary>
    public string Features { get; init; } = "Features";
}
