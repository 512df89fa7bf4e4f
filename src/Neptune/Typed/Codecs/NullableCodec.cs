namespace Neptune.Typed;

internal sealed class NullableCodec<T>(LeafCodec<T> inner) : LeafCodec<T?>
    where T : struct
{
    internal override FieldType? Type => inner.Type;

    internal override bool IsNullable => true;

    internal override object? ToValue(T? value) => value is { } present ? inner.ToValue(present) : null;

    internal override bool TryRead(object? stored, ValueSource source, out T? value)
    {
        var read = inner.TryRead(stored, source, out var present);
        value = read ? present : null;
        return read || NullText.Is(stored);
    }
}
