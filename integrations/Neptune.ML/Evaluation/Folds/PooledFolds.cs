using Microsoft.ML;
using Microsoft.ML.Data;

namespace Neptune.ML.Evaluation.Folds;

/// <summary>Evaluates the rows of all folds of a cross validation together, each as the fold scored it that did not learn from it.</summary>
internal sealed class PooledFolds(IReadOnlyList<(int Number, IDataView Scored)> folds, NeptuneObject target, string path, EvaluationColumns columns)
{
    /// <summary>Rows are read under whatever names they have and kept under the usual ones.</summary>
    private static readonly EvaluationColumns Usual = new();

    private readonly MLContext ml = new();

    /// <param name="metrics">What the evaluator said of one of the folds: the task.</param>
    public void Write(object metrics)
    {
        switch (metrics)
        {
            case BinaryClassificationMetrics:
                WriteBinary();
                break;
            case MulticlassClassificationMetrics:
                WriteMulticlass();
                break;
            case RegressionMetrics:
                var values = ml.Data.LoadFromEnumerable(Pool(fold => RegressionRow.Read(fold, columns)).Rows);
                EvaluationWriter.Write(target, path, ml.Regression.Evaluate(values), values, Usual);
                break;
            case RankingMetrics:
                var places = ml.Data.LoadFromEnumerable(Pool<RankingRow>((fold, _, before) => RankingRow.Read(fold, columns, before.Count == 0 ? 0 : before[^1].GroupId)).Rows);
                EvaluationWriter.Write(target, path, ml.Ranking.Evaluate(places, rowGroupColumnName: Usual.Group));
                break;
            default:
                Fallbacks.Note(target, $"{path}: clusters of one fold are not those of another, so there is nothing to evaluate together");
                break;
        }
    }

    private void WriteBinary()
    {
        var (rows, parts) = Pool(fold => BinaryRow.Read(fold, columns));
        var isCalibrated = folds[0].Scored.Schema.GetColumnOrNull(columns.Probability) is not null;
        var data = BinaryRow.View(ml, rows, isCalibrated);
        EvaluationWriter.Write(target, path, isCalibrated ? ml.BinaryClassification.Evaluate(data) : ml.BinaryClassification.EvaluateNonCalibrated(data), null, Usual);
        EvaluationWriter.WriteCurves(target, path, BinaryPredictions.Read(data, Usual), parts);
    }

    private void WriteMulticlass()
    {
        var (names, classes) = FoldClasses.Of([.. folds.Select(fold => fold.Scored)], columns);
        var (rows, _) = Pool<MulticlassRow>((fold, i, _) => MulticlassRow.Read(fold, columns, classes[i], names.Count));
        var data = MulticlassRow.View(ml, rows, names);
        EvaluationWriter.Write(target, path, ml.MulticlassClassification.Evaluate(data, topKPredictionCount: ScoredEvaluation.MostTopK(data.Schema[Usual.Score])), data, Usual);
    }

    private (IReadOnlyList<T> Rows, IReadOnlyList<FoldRows> Folds) Pool<T>(Func<IDataView, IEnumerable<T>> read)
        where T : class => Pool<T>((fold, _, _) => read(fold));

    /// <param name="read">Reads a fold, told which it is and what the folds before it had.</param>
    private (IReadOnlyList<T> Rows, IReadOnlyList<FoldRows> Folds) Pool<T>(Func<IDataView, int, IReadOnlyList<T>, IEnumerable<T>> read)
        where T : class
    {
        var (rows, parts) = (new List<T>(), new List<FoldRows>());
        for (var i = 0; i < folds.Count; i++)
        {
            var before = rows.Count;
            rows.AddRange(read(folds[i].Scored, i, rows));
            parts.Add(new(folds[i].Number, rows.Count - before));
        }
        if (rows.Count == 0)
            throw EvaluatedRows.None();
        target[path]["rows"].Assign(rows.Count);
        return (rows, parts);
    }
}
