namespace Neptune.Core;

/// <summary>The value of an int, float, bool, string, datetime or state field.</summary>
internal readonly record struct ScalarValue
{
    private ScalarValue(FieldType type, long whole, double real, string? text)
    {
        Type = type;
        Whole = whole;
        Real = real;
        Text = text;
    }

    public FieldType Type { get; }

    /// <summary>The value of an int; 0 or 1 of a bool; UTC ticks of a datetime.</summary>
    public long Whole { get; }

    public double Real { get; }

    public string? Text { get; }

    public static ScalarValue Int(long value) => new(FieldType.Int, value, 0, null);

    public static ScalarValue Float(double value) => new(FieldType.Float, 0, value, null);

    public static ScalarValue Bool(bool value) => new(FieldType.Bool, value ? 1 : 0, 0, null);

    public static ScalarValue String(string value) => new(FieldType.String, 0, 0, value);

    public static ScalarValue Datetime(DateTimeOffset value) => new(FieldType.Datetime, value.UtcTicks, 0, null);

    public static ScalarValue DatetimeTicks(long utcTicks) => new(FieldType.Datetime, utcTicks, 0, null);

    public static ScalarValue State(ObjectState state) => new(FieldType.RunState, 0, 0, ObjectStates.Text(state));

    /// <summary>The value as the C# type that users see: long, double, bool, string or DateTimeOffset (UTC).</summary>
    public object Boxed => Type switch
    {
        FieldType.Int => Whole,
        FieldType.Float => Real,
        FieldType.Bool => Whole != 0,
        FieldType.Datetime => new DateTimeOffset(Whole, TimeSpan.Zero),
        _ => Text!,
    };
}
