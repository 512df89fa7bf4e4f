using Neptune.Typed;

namespace Neptune.Values;

/// <summary>What a value is to the store: one leaf, a list, or values with names. One of the three is set.</summary>
internal readonly record struct Form(Leaf? Leaf, IEnumerable<object?>? List, IEnumerable<(string Name, object? Value)>? Entries)
{
    /// <exception cref="NeptuneUnsupportedValueException">The value has no representation.</exception>
    public static Form Of(string path, object? value)
    {
        var plain = Wrapping.Open(path, value);
        if (SimpleValues.Of(path, plain) is { } leaf)
            return new(leaf, null, null);
        // Whose members are declared is no list, whatever it implements.
        if (TypedShapes.Find(plain!.GetType()) is { } shape)
            return new(null, null, shape.Children(plain));
        if (NamedValues.Of(path, plain) is { } entries)
            return new(null, null, entries);
        return Lists.Of(path, plain) is { } list ? new(null, list, null) : new(null, null, Members.Of(path, plain));
    }
}
