namespace Neptune.Typed;

internal sealed class BytesCodec : LeafCodec<byte[]>
{
    public static readonly BytesCodec Instance = new();

    internal override FieldType? Type => FieldType.File;

    internal override object? ToValue(byte[] value) => value;

    internal override bool TryRead(object? stored, ValueSource source, out byte[] value)
    {
        value = null!;
        if (stored is not NeptuneFile file)
            return false;
        using var content = file.Open();
        using var copy = new MemoryStream();
        content.CopyTo(copy);
        value = copy.ToArray();
        return true;
    }
}
