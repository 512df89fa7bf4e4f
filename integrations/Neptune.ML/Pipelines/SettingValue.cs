using System.Globalization;
using Microsoft.ML;

namespace Neptune.ML.Pipelines;

/// <summary>Values that become one field.</summary>
internal static class SettingValue
{
    /// <summary>The value as it is logged; null for what is not one value.</summary>
    public static object? Of(object value) => value switch
    {
        string or bool or int or long or uint or double or short or byte or ushort or sbyte or decimal or Enum or DateTime or DateTimeOffset or TimeSpan or Guid => value,
        // A float option of 0.1 is meant as 0.1, not as 0.10000000149.
        float single => double.Parse(single.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture),
        ulong big => big.ToString(CultureInfo.InvariantCulture),
        char letter => char.IsControl(letter) ? $"U+{(int)letter:X4}" : letter.ToString(),
        ReadOnlyMemory<char> text => text.ToString(),
        SchemaShape.Column column => column.Name ?? "",
        _ => null,
    };

    public static string Text(object value) => Convert.ToString(Of(value), CultureInfo.InvariantCulture) ?? "";
}
