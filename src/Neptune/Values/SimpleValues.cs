using System.Globalization;
using System.Net;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using Microsoft.Extensions.Primitives;
using Neptune.Typed;

namespace Neptune.Values;

/// <summary>The values that are one field: what <see cref="NeptuneObject.Assign"/> says of them is the rule.</summary>
internal static class SimpleValues
{
    /// <summary>Null has no type of field of its own; in a list it is the null of JSON.</summary>
    public static ScalarLeaf Null { get; } = Text(NullText.Value);

    /// <returns><see langword="null"/> for a list, a dictionary or an object.</returns>
    public static Leaf? Of(string path, object? value) => value switch
    {
        null or DBNull or StringSegment { HasValue: false } => Null,
        bool v => new ScalarLeaf(ScalarValue.Bool(v)),
        long v => Whole(v),
        int v => Whole(v),
        double v => Real(v),
        float v => Real(v),
        string v => Text(WholeText.Require(path, v)),
        DateTimeOffset v => new ScalarLeaf(ScalarValue.Datetime(v)),
        DateTime v => new ScalarLeaf(ScalarValue.Datetime(ToOffset(v))),
        decimal v => Real((double)v),
        Half v => Real((double)v),
        NFloat v => Real(v.Value),
        Enum v => Text(v.ToString()),
        short or ushort or byte or sbyte or uint => Whole(Convert.ToInt64(value, CultureInfo.InvariantCulture)),
        nint v => Whole(v),
        nuint v => Big(v),
        ulong v => Big(v),
        Int128 v => Big((BigInteger)v),
        UInt128 v => Big((BigInteger)v),
        BigInteger v => Big(v),
        byte[] v => File(v),
        Memory<byte> v => File(v),
        ReadOnlyMemory<byte> v => File(v),
        ArraySegment<byte> v => File(v),
        NeptuneFile v => new FileLeaf(v),
        FloatSeriesValue v => new FloatSeriesLeaf(v),
        StringSeriesValue v => new StringSeriesLeaf(v),
        StringSetValue v => new StringSetLeaf(v),
        FileSeriesValue v => new FileSeriesLeaf(v),
        FileSetValue v => new FileSetLeaf(v),
        ArtifactValue v => new ArtifactLeaf(v),
        Field or FieldHandle or NeptuneObject or ITypedHandle or TableRow => throw new NeptuneUnsupportedValueException(path, $"\"{path}\": what stands for a field or an object cannot be a part of a value. Assign a field on its own, or what its Fetch() returns."),
        Stream => throw new NeptuneUnsupportedValueException(path, $"\"{path}\": a stream is no value; use NeptuneFile.FromStream(…)."),
        _ => TextOf(value) is { } text ? Text(WholeText.Require(path, text)) : null,
    };

    public static ScalarLeaf Text(string value) => new(ScalarValue.String(value));

    /// <summary>The texts of what has one that says everything, or the name that it is known by.</summary>
    private static string? TextOf(object value) => value switch
    {
        char v => v.ToString(),
        Rune v => v.ToString(),
        StringBuilder v => v.ToString(),
        Memory<char> v => v.ToString(),
        ReadOnlyMemory<char> v => v.ToString(),
        StringSegment v => v.Value,
        Guid v => v.ToString("D", CultureInfo.InvariantCulture),
        Uri v => v.OriginalString,
        Version v => v.ToString(),
        TimeSpan v => v.ToString("c", CultureInfo.InvariantCulture),
        DateOnly v => v.ToString("O", CultureInfo.InvariantCulture),
        TimeOnly v => v.ToString("O", CultureInfo.InvariantCulture),
        TimeZoneInfo v => v.Id,
        CultureInfo v => v.Name,
        RegionInfo v => v.Name,
        Encoding v => v.WebName,
        FileSystemInfo or DriveInfo => value.ToString(),
        IPAddress or IPNetwork or EndPoint => value.ToString(),
        Index or Range => value.ToString(),
        Complex v => v.ToString("R", CultureInfo.InvariantCulture),
        XNode v => v.ToString(SaveOptions.DisableFormatting),
        XmlNode v => v.OuterXml,
        Exception => value.ToString(),
        _ => null,
    };

    private static ScalarLeaf Whole(long value) => new(ScalarValue.Int(value));

    private static ScalarLeaf Real(double value) => new(ScalarValue.Float(value));

    /// <summary>Integers beyond 64 bits are kept as their digits.</summary>
    private static ScalarLeaf Big(BigInteger value) =>
        value >= long.MinValue && value <= long.MaxValue ? Whole((long)value) : Text(value.ToString(CultureInfo.InvariantCulture));

    private static FileLeaf File(ReadOnlyMemory<byte> content) => new(NeptuneFile.FromBytes(content));

    private static DateTimeOffset ToOffset(DateTime value) =>
        value.Kind == DateTimeKind.Utc ? new(value.Ticks, TimeSpan.Zero) : new(value.ToUniversalTime().Ticks, TimeSpan.Zero);
}
