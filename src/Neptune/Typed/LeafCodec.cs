namespace Neptune.Typed;

/// <summary>How a value of a C# type is kept as a field and read back. Generated code composes them from those of <see cref="LeafCodec"/>.</summary>
public abstract class LeafCodec<T>
{
    private protected LeafCodec()
    {
    }

    /// <summary>The type of the field; <see langword="null"/> when it depends on the value or there are several fields.</summary>
    internal abstract FieldType? Type { get; }

    /// <summary>Whether null has a place in the type.</summary>
    internal virtual bool IsNullable => false;

    /// <summary>What is assigned: a simple value, a list or a dictionary of such, or a file.</summary>
    internal abstract object? ToValue(T value);

    /// <summary>Reads what was stored, or what somebody wrote as text.</summary>
    /// <param name="stored">A long, double, bool, string, DateTimeOffset, list, dictionary by name, or what a field of another type holds.</param>
    internal abstract bool TryRead(object? stored, ValueSource source, out T value);
}
