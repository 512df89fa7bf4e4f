using System.Globalization;
using Neptune.Values;

namespace Neptune.Queries;

/// <summary>Values as NQL writes them.</summary>
internal static class QueryLiteral
{
    /// <returns><see langword="null"/> when the value is none that the field could have.</returns>
    public static string? Of(FieldReference field, object value)
    {
        // The compiler compares enums and characters as numbers.
        if (field.ValueType.IsEnum && value is not string)
            value = Enum.ToObject(field.ValueType, value);
        else if (field.ValueType == typeof(char) && value is int code)
            value = (char)code;
        return Leaves.Single(field.Field.Path, value) is ScalarLeaf { Value: var scalar } ? Text(scalar) : null;
    }

    private static string Text(ScalarValue value) => value.Boxed switch
    {
        bool truth => truth ? "true" : "false",
        DateTimeOffset time => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture),
        double real when double.IsInfinity(real) => real > 0 ? "inf" : "-inf",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        var text => (string)text,
    };
}
