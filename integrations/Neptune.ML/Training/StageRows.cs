using Microsoft.ML;
using Neptune.ML.Data;
using Neptune.ML.Pipelines;

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

    /// <summary>Those of trainers are watched.</summary>
    public static StageRows Of(IEstimator<ITransformer> stage, StageLog log, IDataView train, Func<IDataView?> validation)
    {
        var most = Math.Max(log.Options.CurveRows ?? MostByDefault, log.Options.EvaluationRows);
        if (!log.IsTrainer || !log.Options.LogSeries || most == 0)
            return new(train, validation);
        var asked = TrainerColumns.Of(stage);
        return new(new WatchedRows(train, asked, most), () => validation() is { } rows ? new WatchedRows(rows, asked, most) : null);
    }
}
