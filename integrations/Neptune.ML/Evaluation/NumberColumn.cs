using Microsoft.ML;
using Microsoft.ML.Data;

namespace Neptune.ML.Evaluation;

/// <summary>Reads scalar columns of any numeric type as <see cref="double"/>; what is missing is NaN.</summary>
internal static class NumberColumn
{
    /// <exception cref="NeptuneOptionsException">The column holds no single numbers.</exception>
    public static Func<double> Getter(DataViewRow row, DataViewSchema.Column column) => column.Type switch
    {
        KeyDataViewType key => Key(row, column, key),
        BooleanDataViewType => From<bool>(row, column, value => value ? 1 : 0),
        NumberDataViewType => Number(row, column),
        _ => throw new NeptuneOptionsException($"The column {column.Name} holds {column.Type}, not one number per row. Name another one in EvaluationColumns."),
    };

    /// <exception cref="NeptuneOptionsException">There is no such column.</exception>
    public static DataViewSchema.Column Require(DataViewSchema schema, string name) => schema.GetColumnOrNull(name)
        ?? throw new NeptuneOptionsException($"The scored data have no column {name}. Their columns are {string.Join(", ", schema.Where(c => !c.IsHidden).Select(c => c.Name))}: name the right one in EvaluationColumns.");

    private static Func<double> Number(DataViewRow row, DataViewSchema.Column column) => column.Type.RawType switch
    {
        var raw when raw == typeof(float) => From<float>(row, column, value => value),
        var raw when raw == typeof(double) => From<double>(row, column, value => value),
        var raw when raw == typeof(sbyte) => From<sbyte>(row, column, value => value),
        var raw when raw == typeof(byte) => From<byte>(row, column, value => value),
        var raw when raw == typeof(short) => From<short>(row, column, value => value),
        var raw when raw == typeof(ushort) => From<ushort>(row, column, value => value),
        var raw when raw == typeof(int) => From<int>(row, column, value => value),
        var raw when raw == typeof(uint) => From<uint>(row, column, value => value),
        var raw when raw == typeof(long) => From<long>(row, column, value => value),
        _ => From<ulong>(row, column, value => value),
    };

    /// <summary>A key counts its values from 1; 0 is missing.</summary>
    private static Func<double> Key(DataViewRow row, DataViewSchema.Column column, KeyDataViewType key) => key.RawType switch
    {
        var raw when raw == typeof(byte) => From<byte>(row, column, value => value == 0 ? double.NaN : value - 1),
        var raw when raw == typeof(ushort) => From<ushort>(row, column, value => value == 0 ? double.NaN : value - 1),
        var raw when raw == typeof(uint) => From<uint>(row, column, value => value == 0 ? double.NaN : value - 1),
        _ => From<ulong>(row, column, value => value == 0 ? double.NaN : value - 1),
    };

    private static Func<double> From<T>(DataViewRow row, DataViewSchema.Column column, Func<T, double> convert)
    {
        var getter = row.GetGetter<T>(column);
        return () =>
        {
            T value = default!;
            getter(ref value);
            return convert(value);
        };
    }
}
