namespace Neptune.Typed;

/// <summary>Values that are assigned whole: their reader gives them back as they were assigned.</summary>
internal sealed class ColumnCodec<T>(FieldType type) : LeafCodec<T>
{
    internal override FieldType? Type => type;

    internal override object? ToValue(T value) => value;

    internal override bool TryRead(object? stored, ValueSource source, out T value)
    {
        value = stored is T same ? same : default!;
        return stored is T;
    }
}
