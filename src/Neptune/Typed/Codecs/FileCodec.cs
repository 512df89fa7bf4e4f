namespace Neptune.Typed;

internal sealed class FileCodec : LeafCodec<NeptuneFile>
{
    public static readonly FileCodec Instance = new();

    internal override FieldType? Type => FieldType.File;

    internal override object? ToValue(NeptuneFile value) => value;

    internal override bool TryRead(object? stored, ValueSource source, out NeptuneFile value)
    {
        value = stored switch
        {
            NeptuneFile file => file,
            string path when source == ValueSource.Text => NeptuneFile.FromPath(path),
            _ => null!,
        };
        return value is not null;
    }
}
