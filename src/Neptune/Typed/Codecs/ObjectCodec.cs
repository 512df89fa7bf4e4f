using Neptune.Values;

namespace Neptune.Typed;

internal sealed class ObjectCodec<T>(TypedShape<T> shape) : LeafCodec<T>
{
    internal override FieldType? Type => null;

    internal override object? ToValue(T value)
    {
        if (value is null)
            return null;
        var members = shape.Leaves(value);
        Leaves.RequireApart(members.Select(leaf => leaf.Path));
        return Nesting.Of(members.Select(leaf => (leaf.Path, leaf.Value)));
    }

    internal override bool TryRead(object? stored, ValueSource source, out T value)
    {
        value = default!;
        if (stored is not IReadOnlyDictionary<string, object?> properties)
            return false;
        value = shape.Read(new TreeReader(properties, source));
        return true;
    }
}
