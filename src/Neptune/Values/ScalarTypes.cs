using System.Globalization;
using System.Numerics;

namespace Neptune.Values;

/// <summary>The C# types that are kept as one scalar field, and how their values come back from it.</summary>
internal static class ScalarTypes
{
    private const double LargestDecimal = 7.9e28;

    private static readonly CultureInfo Invariant = CultureInfo.InvariantCulture;

    /// <summary>The type of field that values of a C# type become; <see langword="null"/> when it depends on the value.</summary>
    public static FieldType? FieldOf(Type type) => Type.GetTypeCode(type) switch
    {
        _ when type.IsEnum => FieldType.String,
        TypeCode.SByte or TypeCode.Byte or TypeCode.Int16 or TypeCode.UInt16 or TypeCode.Int32 or TypeCode.UInt32 or TypeCode.Int64 => FieldType.Int,
        TypeCode.Single or TypeCode.Double or TypeCode.Decimal => FieldType.Float,
        TypeCode.Boolean => FieldType.Bool,
        TypeCode.DateTime => FieldType.Datetime,
        TypeCode.UInt64 => null,
        _ when type == typeof(DateTimeOffset) => FieldType.Datetime,
        _ when type == typeof(Half) => FieldType.Float,
        _ when type == typeof(BigInteger) || type == typeof(Int128) || type == typeof(UInt128) => null,
        _ => FieldType.String,
    };

    /// <summary>A stored value as a C# type, or <see langword="null"/> when something would be lost.</summary>
    public static object? Convert(object stored, Type wanted) => stored switch
    {
        _ when wanted.IsInstanceOfType(stored) => stored,
        long whole => FromInteger(whole, wanted),
        double real => FromReal(real, wanted),
        DateTimeOffset time when wanted == typeof(DateTime) => time.UtcDateTime,
        string text when FieldOf(wanted) is null => FromInteger(BigInteger.TryParse(text, NumberStyles.AllowLeadingSign, Invariant, out var big) ? big : null, wanted),
        string text when FieldOf(wanted) is FieldType.String => FromText(text, wanted),
        _ => null,
    };

    /// <summary>An element of JSON as a C# type: what JSON has no literal for stands in it as text.</summary>
    public static object? ConvertJson(object stored, Type wanted) => Convert(stored, wanted) ?? (stored, FieldOf(wanted)) switch
    {
        (string text, FieldType.Datetime) => ParseTime(text) is { } time ? Convert(time, wanted) : null,
        ("NaN", FieldType.Float) => FromReal(double.NaN, wanted),
        ("Infinity", FieldType.Float) => FromReal(double.PositiveInfinity, wanted),
        ("-Infinity", FieldType.Float) => FromReal(double.NegativeInfinity, wanted),
        _ => null,
    };

    /// <summary>What somebody wrote as a C# type, or <see langword="null"/> when it is none.</summary>
    public static object? Parse(string text, Type wanted) => FieldOf(wanted) switch
    {
        FieldType.Bool => bool.TryParse(text, out var truth) ? (object)truth : null,
        FieldType.Int or null => FromInteger(BigInteger.TryParse(text, NumberStyles.AllowLeadingSign, Invariant, out var whole) ? whole : null, wanted),
        FieldType.Float when wanted == typeof(decimal) => decimal.TryParse(text, NumberStyles.Float, Invariant, out var exact) ? (object)exact : null,
        FieldType.Float => double.TryParse(text, NumberStyles.Float, Invariant, out var real) ? FromReal(real, wanted) : null,
        FieldType.Datetime => ParseTime(text) is { } time ? Convert(time, wanted) : null,
        _ => FromText(text, wanted),
    };

    private static object? FromInteger(BigInteger? value, Type wanted) => value switch
    {
        null => null,
        { } whole when wanted == typeof(BigInteger) => whole,
        { } whole when wanted == typeof(Int128) => Within<Int128>(whole),
        { } whole when wanted == typeof(UInt128) => Within<UInt128>(whole),
        { } whole when wanted == typeof(Half) || FieldOf(wanted) == FieldType.Float =>
            Within<long>(whole) is long small && Coercion.Fit(ScalarValue.Int(small), FieldType.Float) is { Real: var real } ? FromReal(real, wanted) : null,
        { } whole => Type.GetTypeCode(wanted) switch
        {
            TypeCode.Int64 => Within<long>(whole),
            TypeCode.Int32 => Within<int>(whole),
            TypeCode.Int16 => Within<short>(whole),
            TypeCode.SByte => Within<sbyte>(whole),
            TypeCode.UInt64 => Within<ulong>(whole),
            TypeCode.UInt32 => Within<uint>(whole),
            TypeCode.UInt16 => Within<ushort>(whole),
            TypeCode.Byte => Within<byte>(whole),
            _ => null,
        },
    };

    private static object? Within<T>(BigInteger value)
        where T : IBinaryInteger<T>, IMinMaxValue<T> =>
        value >= BigInteger.CreateChecked(T.MinValue) && value <= BigInteger.CreateChecked(T.MaxValue) ? T.CreateChecked(value) : null;

    private static object? FromReal(double real, Type wanted) => Type.GetTypeCode(wanted) switch
    {
        TypeCode.Double => real,
        TypeCode.Single => (object)(float)real,
        TypeCode.Decimal when Math.Abs(real) < LargestDecimal => (object)(decimal)real,
        _ when wanted == typeof(Half) => (object)(Half)real,
        _ => null,
    };

    private static object? FromText(string text, Type wanted)
    {
        if (wanted == typeof(string))
            return text;
        if (wanted.IsEnum)
            return Enum.TryParse(wanted, text, ignoreCase: true, out var member) ? member : null;
        if (wanted == typeof(TimeSpan))
            return TimeSpan.TryParse(text, Invariant, out var span) ? span : null;
        if (wanted == typeof(Guid))
            return Guid.TryParse(text, out var id) ? id : null;
        if (wanted == typeof(Uri))
            return Uri.TryCreate(text, UriKind.RelativeOrAbsolute, out var address) ? address : null;
        if (wanted == typeof(Version))
            return Version.TryParse(text, out var version) ? version : null;
        if (wanted == typeof(DateOnly))
            return DateOnly.TryParse(text, Invariant, out var day) ? day : null;
        if (wanted == typeof(TimeOnly))
            return TimeOnly.TryParse(text, Invariant, out var time) ? time : null;
        return wanted == typeof(char) && text.Length == 1 ? text[0] : null;
    }

    private static DateTimeOffset? ParseTime(string text) =>
        DateTimeOffset.TryParse(text, Invariant, DateTimeStyles.AssumeUniversal, out var time) ? time : null;
}
