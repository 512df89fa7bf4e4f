namespace Neptune.Typed;

internal sealed class NullableReferenceCodec<T>(LeafCodec<T> inner) : LeafCodec<T?>
    where T : class
{
    internal override FieldType? Type => inner.Type;

    internal override bool IsNullable => true;

    internal override object? ToValue(T? value) => value is null ? null : inner.ToValue(value);

    internal override bool TryRead(object? stored, ValueSource source, out T? value)
    {
        value = null;
        return NullText.Is(stored) || inner.TryRead(stored, source, out value);
    }
}
