using System.Globalization;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Neptune.ML.Evaluation;

/// <summary>The names of the classes that a key column, or the score column of a multiclass model, stands for.</summary>
internal static class ClassNames
{
    private const string TrainingLabelValues = "TrainingLabelValues";
    private const string KeyValues = "KeyValues";

    /// <summary>The names in the order of the keys; <see langword="null"/> when the columns do not carry them.</summary>
    public static IReadOnlyList<string>? Of(DataViewSchema schema, EvaluationColumns columns) =>
        Texts(schema.GetColumnOrNull(columns.Label), KeyValues) ?? Texts(schema.GetColumnOrNull(columns.Score), TrainingLabelValues);

    /// <summary>The values of a key column as texts.</summary>
    public static IReadOnlyList<string>? OfKey(DataViewSchema.Column column) => Texts(column, KeyValues);

    /// <summary>The classes that the scores of a multiclass model are of, as texts.</summary>
    public static IReadOnlyList<string>? OfScores(DataViewSchema.Column column) => Texts(column, TrainingLabelValues);

    private static string[]? Texts(DataViewSchema.Column? column, string annotation)
    {
        if (column is not { } known || known.Annotations.Schema.GetColumnOrNull(annotation) is not { Type: VectorDataViewType vector } values)
            return null;
        return vector.ItemType.RawType switch
        {
            var raw when raw == typeof(ReadOnlyMemory<char>) => Read<ReadOnlyMemory<char>>(known, values.Name),
            var raw when raw == typeof(float) => Read<float>(known, values.Name),
            var raw when raw == typeof(double) => Read<double>(known, values.Name),
            var raw when raw == typeof(int) => Read<int>(known, values.Name),
            var raw when raw == typeof(uint) => Read<uint>(known, values.Name),
            var raw when raw == typeof(long) => Read<long>(known, values.Name),
            var raw when raw == typeof(bool) => Read<bool>(known, values.Name),
            _ => null,
        };
    }

    private static string[] Read<T>(DataViewSchema.Column column, string annotation)
    {
        VBuffer<T> values = default;
        column.Annotations.GetValue(annotation, ref values);
        return [.. values.DenseValues().Select(value => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "")];
    }
}
