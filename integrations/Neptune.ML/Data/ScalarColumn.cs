using System.Text.Json;
using Microsoft.ML;

namespace Neptune.ML.Data;

/// <summary>A column of single values.</summary>
internal sealed class ScalarColumn<T> : ColumnReader
{
    private readonly ValueGetter<T> getter;
    private readonly ValueKind<T> kind;
    private T value = default!;

    public ScalarColumn(DataViewRow row, DataViewSchema.Column column, ValueKind<T> kind)
        : base(column)
    {
        getter = row.GetGetter<T>(column);
        this.kind = kind;
        Numbers = kind.Number is null ? null : new();
    }

    public override void Read(ContentHash hash)
    {
        getter(ref value);
        kind.Hash(hash, value);
        if (kind.IsMissing(value))
            Missing++;
        else
            Numbers?.Add(kind.Number!(value));
    }

    public override string Text() => kind.Text(value);

    public override void WriteJson(Utf8JsonWriter json) => JsonValues.Write(json, value, kind);
}
