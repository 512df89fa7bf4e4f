using Microsoft.ML;
using Microsoft.ML.Data;
using Neptune.ML.Data;
using Neptune.ML.Evaluation;
using Neptune.ML.Pipelines;

namespace Neptune.ML.Training.Curves.Snapshots;

/// <summary>Validation rows in memory.</summary>
/// <param name="Rows">Those that have a label and all features: trainers skip the others, and evaluators do.</param>
/// <param name="Read">How many were read.</param>
/// <param name="Total">How many there are.</param>
/// <param name="Points">How many checkpoints in a row may be evaluated with them.</param>
/// <param name="Batch">How many checkpoints are best evaluated together.</param>
internal sealed record FeatureRows(IReadOnlyList<FeatureRow> Rows, int Read, long Total, int Points, int Batch)
{
    private const int FirstRows = 100;

    /// <param name="view">The rows.</param>
    /// <param name="trainer">Whose features and label.</param>
    /// <param name="shape">The model that is trained.</param>
    /// <param name="trainings">How many such models are trained one after another.</param>
    /// <param name="options">How many rows the user asked for, and what ends the reading.</param>
    /// <exception cref="NotSupportedException">The rows have other features than the model, or none of them can be used.</exception>
    public static FeatureRows Of(IDataView view, LinearTrainer trainer, WeightShape shape, int trainings, NeptuneCallbackOptions options)
    {
        // Clusters are compared with a label in the end, where there is one.
        var columns = new TrainerColumns(trainer.LabelColumn ?? new EvaluationColumns().Label, null);
        FeatureRow[] first = [.. All(new SpreadRows(view, columns, options.CurveRows ?? StageRows.MostByDefault), trainer, shape, options.StopToken).Take(FirstRows).OfType<FeatureRow>()];
        var budget = new EvaluationBudget(options.CurveRows, shape, first.Length == 0 ? shape.Slots : first.Average(row => row.Values), trainings);
        var spread = new SpreadRows(view, columns, budget.Rows);
        FeatureRow?[] rows = [.. All(spread, trainer, shape, options.StopToken)];
        FeatureRow[] whole = [.. rows.OfType<FeatureRow>()];
        return whole.Length > 0 ? new(whole, rows.Length, spread.Total, budget.PointsWith(whole.Length), budget.Batch) : throw new NotSupportedException("none of the rows has a label and all features");
    }

    /// <summary>A row per row; null for one that cannot be used.</summary>
    private static IEnumerable<FeatureRow?> All(SpreadRows view, LinearTrainer trainer, WeightShape shape, CancellationToken stop)
    {
        var features = NumberColumn.Require(view.Schema, trainer.FeatureColumn);
        var label = trainer.LabelColumn is { } name ? NumberColumn.Require(view.Schema, name) : (DataViewSchema.Column?)null;
        using var cursor = view.GetRowCursor([features, .. label is { } column ? [column] : Array.Empty<DataViewSchema.Column>()]);
        var readFeatures = cursor.GetGetter<VBuffer<float>>(features);
        var readLabel = label is { } number ? NumberColumn.Getter(cursor, number) : () => 0;
        VBuffer<float> buffer = default;
        while (cursor.MoveNext())
        {
            stop.ThrowIfCancellationRequested();
            readFeatures(ref buffer);
            if (buffer.Length != shape.Slots)
                throw new NotSupportedException($"row {cursor.Position} has {buffer.Length} features, the model has {shape.Slots}");
            var value = readLabel();
            yield return double.IsNaN(value) || buffer.GetValues().Contains(float.NaN) ? null : new(buffer, value);
        }
    }
}
