namespace Neptune.Typed;

internal sealed class EnumCodec<T> : LeafCodec<T>
    where T : struct, Enum
{
    public static readonly EnumCodec<T> Instance = new();

    internal override FieldType? Type => FieldType.String;

    internal override object? ToValue(T value) => value.ToString();

    internal override bool TryRead(object? stored, ValueSource source, out T value)
    {
        value = default;
        return stored is string text && Enum.TryParse(text, ignoreCase: true, out value);
    }
}
