using Microsoft.ML;
using Microsoft.ML.Data;

namespace Neptune.ML.Data;

/// <summary>A column with several values per row.</summary>
internal sealed class KeptVectors<T> : KeptColumn
{
    private readonly ValueGetter<VBuffer<T>>? read;
    private readonly List<VBuffer<T>> vectors;

    public KeptVectors(DataViewSchema.Column column, DataViewRow row)
        : this(column, row.GetGetter<VBuffer<T>>(column), [])
    {
    }

    private KeptVectors(DataViewSchema.Column column, ValueGetter<VBuffer<T>>? read, List<VBuffer<T>> vectors)
        : base(column)
    {
        (this.read, this.vectors) = (read, vectors);
        Size = vectors.Sum(SizeOf);
    }

    public override void Keep()
    {
        // A getter fills the arrays that it is given, and makes new ones when it is given none.
        VBuffer<T> vector = default;
        read!(ref vector);
        vectors.Add(vector);
        Size += SizeOf(vector);
    }

    public override KeptColumn At(IReadOnlyList<int> rows) => new KeptVectors<T>(Column, read, [.. rows.Select(row => vectors[row])]);

    public override Delegate Getter(Func<int> row) => (ValueGetter<VBuffer<T>>)((ref VBuffer<T> vector) => vectors[row()].CopyTo(ref vector));

    /// <summary>Each value of a sparse vector has an index.</summary>
    private static long SizeOf(VBuffer<T> vector) => vector.GetValues().Length * (vector.IsDense ? 1L : 2L);
}
