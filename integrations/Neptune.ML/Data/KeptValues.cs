using Microsoft.ML;
using Microsoft.ML.Data;

namespace Neptune.ML.Data;

/// <summary>A column with one value per row.</summary>
internal sealed class KeptValues<T> : KeptColumn
{
    /// <summary>What a value of a type that is no number or text is taken for: an image, perhaps.</summary>
    private const int UnknownSize = 50_000;
    private static readonly int SizeOfOne = typeof(T).IsPrimitive || typeof(T) == typeof(ReadOnlyMemory<char>) ? 1 : UnknownSize;

    private readonly ValueGetter<T>? read;
    private readonly List<T> values;

    public KeptValues(DataViewSchema.Column column, DataViewRow row)
        : this(column, row.GetGetter<T>(column), [])
    {
    }

    private KeptValues(DataViewSchema.Column column, ValueGetter<T>? read, List<T> values)
        : base(column)
    {
        (this.read, this.values) = (read, values);
        Size = values.Count * SizeOfOne;
    }

    public override void Keep()
    {
        T value = default!;
        read!(ref value);
        values.Add(value);
        Size += SizeOfOne;
    }

    public override KeptColumn At(IReadOnlyList<int> rows) => new KeptValues<T>(Column, read, [.. rows.Select(row => values[row])]);

    public override Delegate Getter(Func<int> row) => (ValueGetter<T>)((ref T value) => value = values[row()]);
}
