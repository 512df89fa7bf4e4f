using Neptune.Values;

namespace Neptune.Typed;

internal sealed class ScalarCodec<T> : LeafCodec<T>
{
    public static readonly ScalarCodec<T> Instance = new();

    internal override FieldType? Type { get; } = ScalarTypes.FieldOf(typeof(T));

    internal override object? ToValue(T value) => value;

    internal override bool TryRead(object? stored, ValueSource source, out T value)
    {
        var read = (stored, source) switch
        {
            (T same, _) => same,
            (null, _) => null,
            (string text, ValueSource.Text) => ScalarTypes.Parse(text, typeof(T)),
            (_, ValueSource.Json) => ScalarTypes.ConvertJson(stored, typeof(T)),
            _ => ScalarTypes.Convert(stored, typeof(T)),
        };
        value = read is T fitting ? fitting : default!;
        return read is T;
    }
}
