using System.Globalization;

namespace Neptune.Values;

/// <summary>Fits a value to the type of an existing field, when nothing is lost by it.</summary>
internal static class Coercion
{
    private const double TwoTo63 = 9223372036854775808.0;

    /// <returns><see langword="null"/> when the value does not fit.</returns>
    public static ScalarValue? Fit(ScalarValue value, FieldType existing) => (existing, value.Type) switch
    {
        _ when existing == value.Type => value,
        (FieldType.Float, FieldType.Int) => Real(value.Whole),
        (FieldType.Float, FieldType.Bool) => ScalarValue.Float(value.Whole),
        (FieldType.Float, FieldType.String) => double.TryParse(value.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var real) ? ScalarValue.Float(real) : null,
        (FieldType.Int, FieldType.Float) => Whole(value.Real),
        (FieldType.Int, FieldType.Bool) => ScalarValue.Int(value.Whole),
        (FieldType.Int, FieldType.String) => long.TryParse(value.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) ? ScalarValue.Int(whole) : null,
        _ => null,
    };

    private static ScalarValue? Real(long whole)
    {
        var real = (double)whole;
        return real < TwoTo63 && (long)real == whole ? ScalarValue.Float(real) : null;
    }

    private static ScalarValue? Whole(double real) =>
        double.IsInteger(real) && real >= -TwoTo63 && real < TwoTo63 ? ScalarValue.Int((long)real) : null;
}
