using System.Globalization;
using System.Text.Json;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Neptune.ML.Data;

/// <summary>A column of vectors. Sparse and dense vectors of the same values are the same: only what is not zero is hashed, with its place.</summary>
internal sealed class VectorColumn<T> : ColumnReader
{
    private const int MostShown = 10;
    private const int MostWritten = 10_000;
    private const int End = -1;

    private readonly ValueGetter<VBuffer<T>> getter;
    private readonly ValueKind<T> kind;
    private VBuffer<T> vector;

    public VectorColumn(DataViewRow row, DataViewSchema.Column column, ValueKind<T> kind)
        : base(column)
    {
        getter = row.GetGetter<VBuffer<T>>(column);
        this.kind = kind;
        Numbers = kind.Number is null ? null : new();
    }

    public override void Read(ContentHash hash)
    {
        getter(ref vector);
        hash.Add(vector.Length);
        var values = vector.GetValues();
        var places = vector.GetIndices();
        for (var i = 0; i < values.Length; i++)
        {
            var value = values[i];
            if (kind.IsMissing(value))
                Missing++;
            else
                Numbers?.Add(kind.Number!(value));
            if (kind.IsDefault(value))
                continue;
            hash.Add(vector.IsDense ? i : places[i]);
            kind.Hash(hash, value);
        }
        hash.Add(End);
        CountLeftOut(vector.Length - values.Length);
    }

    public override string Text()
    {
        var shown = vector.DenseValues().Take(MostShown).Select(kind.Text);
        return vector.Length <= MostShown ? string.Join(' ', shown) : string.Create(CultureInfo.InvariantCulture, $"{string.Join(' ', shown)} … ({vector.Length} values)");
    }

    public override void WriteJson(Utf8JsonWriter json)
    {
        json.WriteStartArray();
        foreach (var value in vector.DenseValues().Take(MostWritten))
            JsonValues.Write(json, value, kind);
        json.WriteEndArray();
    }

    /// <summary>What a sparse vector leaves out is as much a value as any other: zero, or, where that means so, missing.</summary>
    private void CountLeftOut(int count)
    {
        if (kind.IsMissing(default!))
            Missing += count;
        else
            Numbers?.AddZeros(count);
    }
}
