using Microsoft.ML;
using Microsoft.ML.Data;

namespace Neptune.ML.Data;

/// <summary>The values of one column of rows that are kept in memory.</summary>
internal abstract class KeptColumn(DataViewSchema.Column column)
{
    public DataViewSchema.Column Column => column;

    /// <summary>How many numbers are held, about.</summary>
    public long Size { get; private protected set; }

    /// <param name="row">Where to read.</param>
    /// <param name="column">A column that is active there.</param>
    public static KeptColumn Of(DataViewRow row, DataViewSchema.Column column) => (KeptColumn)Activator.CreateInstance(
        column.Type is VectorDataViewType vector ? typeof(KeptVectors<>).MakeGenericType(vector.ItemType.RawType) : typeof(KeptValues<>).MakeGenericType(column.Type.RawType),
        column,
        row)!;

    /// <summary>Keeps the value of the row that is read.</summary>
    public abstract void Keep();

    /// <summary>The same with some of the rows only.</summary>
    public abstract KeptColumn At(IReadOnlyList<int> rows);

    /// <summary>A <c>ValueGetter</c> of the value of a row.</summary>
    /// <param name="row">The place of the row among those that are kept.</param>
    public abstract Delegate Getter(Func<int> row);
}
