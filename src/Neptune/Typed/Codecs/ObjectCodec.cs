namespace Neptune.Typed;

internal sealed class ObjectCodec<T>(TypedShape<T> shape) : LeafCodec<T>
{
    internal override FieldType? Type => null;

    internal override object? ToValue(T value) => value is null ? null : Nesting.Of(shape.Leaves(value).Select(leaf => (leaf.Path, leaf.Value)));

    internal override bool TryRead(object? stored, ValueSource source, out T value)
    {
        value = default!;
        if (stored is not IReadOnlyDictionary<string, object?> properties)
            return false;
        value = shape.Read(new TreeReader(properties, source));
        return true;
    }
}
