namespace Neptune.Typed;

/// <summary>A field that holds a value of a C# type.</summary>
public sealed class TypedField<T> : TypedField
{
    /// <summary>Declares the field of a simple value, such as a number or a text.</summary>
    public TypedField(string path, string member)
        : this(path, member, LeafCodec.Scalar<T>())
    {
    }

    /// <summary>Declares the field of a value that is kept by a codec.</summary>
    public TypedField(string path, string member, LeafCodec<T> codec)
        : base(path, member, codec?.Type)
    {
        ArgumentNullException.ThrowIfNull(codec);
        Codec = codec;
    }

    internal LeafCodec<T> Codec { get; }
}
