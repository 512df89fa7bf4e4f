using Microsoft.ML;
using Microsoft.ML.Data;
using Neptune.ML.Data;
using Neptune.ML.Evaluation;
using Neptune.ML.Pipelines;

namespace Neptune.ML.Training.Curves;

/// <summary>Features, label and group of rows.</summary>
internal sealed class CurveRows(SpreadRows rows, string featureColumn, TrainerColumns columns)
{
    /// <summary>How many were read.</summary>
    public int Read { get; private set; }

    /// <summary>The rows in order. The array of features is the same each time; the label is NaN where it is missing, the group 0 where there are none.</summary>
    public IEnumerable<(float[] Features, double Label, double Group)> All()
    {
        var (features, label) = (rows.Schema[featureColumn], NumberColumn.Require(rows.Schema, columns.Label!));
        var group = columns.Group is null ? (DataViewSchema.Column?)null : rows.Schema[columns.Group];
        using var cursor = rows.GetRowCursor([features, label, .. group is { } column ? [column] : Array.Empty<DataViewSchema.Column>()]);
        var readFeatures = cursor.GetGetter<VBuffer<float>>(features);
        var readLabel = NumberColumn.Getter(cursor, label);
        var readGroup = group is { } key ? NumberColumn.Getter(cursor, key) : () => 0;
        VBuffer<float> buffer = default;
        var row = new DenseRow(((VectorDataViewType)features.Type).Size);
        Read = 0;
        while (cursor.MoveNext())
        {
            readFeatures(ref buffer);
            row.Fill(buffer);
            Read++;
            yield return (row.Values, readLabel(), readGroup());
        }
    }
}
