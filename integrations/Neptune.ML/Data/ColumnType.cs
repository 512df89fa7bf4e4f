using System.Globalization;
using Microsoft.ML.Data;

namespace Neptune.ML.Data;

/// <summary>Names of column types as the field writes them: <c>float32</c>, <c>string</c>, <c>key(3)</c>, <c>float32[9]</c>, <c>float32[?]</c>.</summary>
internal static class ColumnType
{
    public static string NameOf(DataViewType type) => type switch
    {
        VectorDataViewType { IsKnownSize: true } vector => string.Create(CultureInfo.InvariantCulture, $"{NameOf(vector.ItemType)}[{string.Join(',', vector.Dimensions)}]"),
        VectorDataViewType vector => $"{NameOf(vector.ItemType)}[?]",
        KeyDataViewType key => string.Create(CultureInfo.InvariantCulture, $"key({key.Count})"),
        NumberDataViewType => NumberOf(type.RawType),
        BooleanDataViewType => "bool",
        TextDataViewType => "string",
        DateTimeDataViewType => "datetime",
        DateTimeOffsetDataViewType => "datetime_offset",
        TimeSpanDataViewType => "timespan",
        RowIdDataViewType => "row_id",
        _ => type.ToString() ?? type.RawType.Name,
    };

    private static string NumberOf(Type raw) => Type.GetTypeCode(raw) switch
    {
        TypeCode.Single => "float32",
        TypeCode.Double => "float64",
        TypeCode.SByte => "int8",
        TypeCode.Byte => "uint8",
        var code => code.ToString().ToLowerInvariant(),
    };
}
