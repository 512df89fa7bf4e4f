using Microsoft.ML;
using Neptune.ML.Data;
using Neptune.ML.Pipelines;
using Neptune.ML.Training.Curves;
using Neptune.ML.Training.Curves.Snapshots;
using Neptune.ML.Training.Logs;

namespace Neptune.ML.Training;

/// <summary>The rows that one stage is trained with, and those to validate it.</summary>
/// <param name="train">The rows as they come to the stage.</param>
/// <param name="validation">The rows to validate it as they would come to the stage.</param>
internal sealed class StageRows(IDataView train, Func<IDataView?> validation)
{
    public const int MostByDefault = 20_000;

    private readonly Lazy<IDataView?> validation = new(validation);

    public IDataView Train => train;

    /// <summary>Null when there are none.</summary>
    public IDataView? Validation => validation.Value;

    /// <summary>Those of trainers are watched, as far as somebody will ask for them when the training is over.</summary>
    public static StageRows Of(IEstimator<ITransformer> stage, StageLog log, IDataView train, Func<IDataView?> validation)
    {
        if (!log.IsTrainer || !log.Options.LogSeries)
            return new(train, validation);
        var asked = TrainerColumns.Of(stage);
        var (most, mostToValidate) = (MostToTrain(stage, log.Options), Math.Max(log.Options.CurveRows ?? MostByDefault, log.Options.EvaluationRows));
        return new(Watched(train, most), () => validation() is { } rows ? Watched(rows, mostToValidate) : null);

        IDataView Watched(IDataView rows, int most) => most == 0 ? rows : new WatchedRows(rows, asked, most);
    }

    /// <summary>How many of the rows that a trainer is trained with somebody will ask for. One that tells its loss is not evaluated with them.</summary>
    public static int MostToTrain(IEstimator<ITransformer> stage, NeptuneCallbackOptions options) =>
        StagedCurve.MostRows(stage, options) ?? (TellsItsLoss(stage, options) ? 0 : options.EvaluationRows);

    private static bool TellsItsLoss(IEstimator<ITransformer> stage, NeptuneCallbackOptions options) =>
        FastTreeReports.Has(stage) || OnlineLoss.Has(stage) || AdditiveCurve.Has(stage, options) || (InnerTrainer.Of(stage) is null && LinearTrainer.Of(stage) is not null);
}
