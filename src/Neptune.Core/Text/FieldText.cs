using System.Globalization;

namespace Neptune.Core;

/// <summary>Values as text that other programs read back: invariant, exact, times in ISO 8601 UTC.</summary>
internal static class FieldText
{
    private const string TimeFormat = "yyyy-MM-ddTHH:mm:ss.FFFFFFFZ";

    public static string Of(ScalarValue value) => value.Type switch
    {
        FieldType.Int => value.Whole.ToString(CultureInfo.InvariantCulture),
        FieldType.Float => Of(value.Real),
        FieldType.Bool => value.Whole != 0 ? "true" : "false",
        FieldType.Datetime => Time(value.Whole),
        FieldType.RunState => State(value),
        _ => value.Text!,
    };

    /// <summary>The shortest text that reads back as the same number; <c>NaN</c>, <c>Infinity</c> and <c>-Infinity</c> by these names.</summary>
    public static string Of(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    /// <summary>A number as people compare it, to four digits where it has a fraction.</summary>
    public static string Short(double value) => value.ToString(Math.Abs(value) is >= 1e4 and < 1e9 ? "0.#" : "G4", CultureInfo.InvariantCulture);

    public static string Time(long utcTicks) => new DateTime(utcTicks, DateTimeKind.Utc).ToString(TimeFormat, CultureInfo.InvariantCulture);

    public static string State(ScalarValue state) => ObjectStates.Word(ObjectStates.Of(state.Text!));
}
