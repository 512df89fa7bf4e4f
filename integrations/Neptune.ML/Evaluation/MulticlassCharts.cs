using Microsoft.ML;
using Microsoft.ML.Data;
using Neptune.ML.Charts;

namespace Neptune.ML.Evaluation;

/// <summary>The ROC curves of a multiclass evaluation: each class against the rest, the most frequent ones.</summary>
internal static class MulticlassCharts
{
    private const int MostCurves = 8;

    public static Chart? Roc(IDataView scored, EvaluationColumns columns, IReadOnlyList<string> classes)
    {
        var score = NumberColumn.Require(scored.Schema, columns.Score);
        if (score.Type is not VectorDataViewType { ItemType: NumberDataViewType item } || item.RawType != typeof(float))
            return null;
        var (labels, scores) = Read(scored, NumberColumn.Require(scored.Schema, columns.Label), score, classes.Count);
        var lines = labels.GroupBy(label => label).OrderByDescending(rows => rows.Count()).Take(MostCurves).Select(rows => rows.Key).Order()
            .Select(one => (Name: classes[one], Rows: new RankedRows([.. scores.Select(row => (double)row[one])], [.. labels.Select(label => label == one)])))
            .Where(one => one.Rows.HasBothClasses)
            .Select(one => BinaryCharts.RocLine(BinaryCharts.Named(one.Name, "AUC", one.Rows.AreaUnderRoc()), one.Rows))
            .ToArray();
        return lines.Length == 0 ? null : new LineChart("roc", "ROC curves, each class against the rest", ChartAxis.Share("False positive rate"), ChartAxis.Share("True positive rate"),
            [.. lines, new("chance", ChartStyle.Reference, [0, 1], [0, 1])]);
    }

    private static (List<int> Labels, List<float[]> Scores) Read(IDataView scored, DataViewSchema.Column label, DataViewSchema.Column score, int classes)
    {
        var (labels, scores) = (new List<int>(), new List<float[]>());
        using var rows = scored.GetRowCursor([label, score]);
        var getLabel = NumberColumn.Getter(rows, label);
        var getScore = rows.GetGetter<VBuffer<float>>(score);
        VBuffer<float> buffer = default;
        while (rows.MoveNext())
        {
            var truth = getLabel();
            getScore(ref buffer);
            // A label that training never saw is a key beyond the scores; no curve can hold it.
            if (!(truth >= 0 && truth < Math.Min(classes, buffer.Length)))
                continue;
            labels.Add((int)truth);
            scores.Add([.. buffer.DenseValues()]);
        }
        return (labels, scores);
    }
}
