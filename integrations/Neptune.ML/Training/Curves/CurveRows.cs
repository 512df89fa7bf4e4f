using Microsoft.ML;
using Microsoft.ML.Data;

namespace Neptune.ML.Training.Curves;

/// <summary>Features and label of every k-th row, so that there are about so many at most; of ranked data, all rows of every k-th group.</summary>
internal sealed class CurveRows(IDataView view, string featureColumn, string labelColumn, string? groupColumn, int maximum)
{
    /// <summary>How many rows there are in all.</summary>
    public long Total { get; private set; }

    /// <summary>How many were read.</summary>
    public int Read { get; private set; }

    /// <summary>The rows in order. The array of features is the same each time; the group is 0 where there are none.</summary>
    public IEnumerable<(float[] Features, double Label, ulong Group)> All()
    {
        Total = view.GetRowCount() ?? Count();
        var stride = Math.Max(1, (Total + maximum - 1) / maximum);
        var (features, label) = (view.Schema[featureColumn], view.Schema[labelColumn]);
        var group = groupColumn is null ? (DataViewSchema.Column?)null : view.Schema[groupColumn];
        using var cursor = view.GetRowCursor([features, label, .. group is { } column ? [column] : Array.Empty<DataViewSchema.Column>()]);
        var readFeatures = cursor.GetGetter<VBuffer<float>>(features);
        var readLabel = LabelGetter(cursor, label);
        var readGroup = group is { } key ? LabelGetter(cursor, key) : null;
        VBuffer<float> buffer = default;
        var row = new DenseRow(((VectorDataViewType)features.Type).Size);
        double current = 0;
        long place = -1;
        Read = 0;
        while (cursor.MoveNext())
        {
            var next = readGroup?.Invoke() ?? cursor.Position;
            if (place < 0 || next != current)
                (current, place) = (next, place + 1);
            if (place % stride != 0)
                continue;
            readFeatures(ref buffer);
            row.Fill(buffer);
            if (row.HasMissing)
                throw new NotSupportedException($"row {cursor.Position} has missing values");
            Read++;
            yield return (row.Values, readLabel(), (ulong)place);
        }
    }

    /// <summary>A truth value is 0 or 1, a key counts from 0 and is -1 where it is missing.</summary>
    private static Func<double> LabelGetter(DataViewRow row, DataViewSchema.Column column)
    {
        switch (column.Type.RawType)
        {
            case var type when type == typeof(bool):
                var truth = row.GetGetter<bool>(column);
                return () => Value(truth) ? 1 : 0;
            case var type when type == typeof(float):
                var number = row.GetGetter<float>(column);
                return () => Value(number);
            case var type when type == typeof(double):
                var wide = row.GetGetter<double>(column);
                return () => Value(wide);
            case var type when type == typeof(uint):
                var key = row.GetGetter<uint>(column);
                return () => (double)Value(key) - 1;
            case var type when type == typeof(byte):
                var small = row.GetGetter<byte>(column);
                return () => (double)Value(small) - 1;
            case var type when type == typeof(ulong):
                var big = row.GetGetter<ulong>(column);
                return () => (double)Value(big) - 1;
            case var type when type == typeof(ushort):
                var middle = row.GetGetter<ushort>(column);
                return () => (double)Value(middle) - 1;
            default:
                throw new NotSupportedException($"{column.Name} is of type {column.Type}");
        }
    }

    private static T Value<T>(ValueGetter<T> getter)
    {
        T value = default!;
        getter(ref value);
        return value;
    }

    private long Count()
    {
        using var cursor = view.GetRowCursor([]);
        long count = 0;
        while (cursor.MoveNext())
            count++;
        return count;
    }
}
