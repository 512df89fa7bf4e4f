namespace Neptune.ML;

/// <summary>Where and what a <see cref="NeptuneCallback"/> logs.</summary>
public sealed class NeptuneCallbackOptions
{
    /// <summary>The namespace of the run under which everything goes, such as <c>stage1</c>. Default: the root.</summary>
    public string Namespace { get; init; } = "";

    /// <summary>Whether the parameters of the pipeline go to <c>params/</c>. Default: yes.</summary>
    public bool LogParameters { get; init; } = true;

    /// <summary>Whether series of the training go to <c>train/</c> and <c>validation/</c>. Default: yes.</summary>
    public bool LogSeries { get; init; } = true;

    /// <summary>Whether the rows for training and validation are described in <c>data/train</c> and <c>data/validation</c>, as <c>LogDataTo</c> does it: that is one more pass over them. Default: no.</summary>
    public bool LogData { get; init; }

    /// <summary>Whether the trained model goes to <c>model/</c>, as <c>LogTo</c> does it. Default: no.</summary>
    public bool LogModel { get; init; }

    /// <summary>
    /// Series get a point every so many iterations; the first and the last are always there. Default: a point for every iteration, except
    /// where each costs time to compute: about ten in all of FastTree, fifty of GAM, and of the validation rows of linear trainers and k-means the rarer the
    /// longer they train.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">It is less than 1.</exception>
    public int? EveryIterations
    {
        get;
        init => field = value is < 1 ? throw new ArgumentOutOfRangeException(nameof(value), value, "A point comes every 1 iteration or more.") : value;
    }

    /// <summary>
    /// From how many rows, evenly spread, the curves are computed that trainers do not tell: those of LightGBM and of forests when the training is over, those of GAM and,
    /// of the validation rows, those of SDCA, L-BFGS, SGD and k-means while they train. With as many rows as there are, the curves are exact. 0 for none. Default: 20,000, and
    /// so many fewer for more than 25 trees, or for models of many features, that it takes about a tenth of a second, but not fewer than 1,000.
    /// The rows are kept in memory while the trainer reads them: no more of them than have 16 million numbers (64 MB), but at least 1,000.
    /// </summary>
    public int? CurveRows { get; init; }

    /// <summary>
    /// How many rows, evenly spread, the trained model is evaluated with when the training is over: validation rows, and training rows where the trainer
    /// tells nothing about its loss. With as many rows as there are, the metrics are exact. 0 for none. Default: 20,000, within the memory that <see cref="CurveRows"/> names.
    /// </summary>
    public int EvaluationRows { get; init; } = 20_000;

    /// <summary>When a progress bar is drawn. Default: on terminals.</summary>
    public ProgressDisplay Progress { get; init; }

    /// <summary>
    /// Ends the training when it is cancelled: <c>Fit</c> throws an <see cref="OperationCanceledException"/>, and pipeline and context stay usable.
    /// </summary>
    public CancellationToken StopToken { get; init; }
}
