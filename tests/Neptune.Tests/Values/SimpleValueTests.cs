using System.Collections;
using System.Collections.Immutable;
using System.Globalization;
using System.Net;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using Microsoft.Extensions.Primitives;
using Neptune.Values;

namespace Neptune.Tests.Values;

/// <summary>What single values become.</summary>
public sealed class SimpleValueTests
{
    public static TheoryData<object?, object> Texts => new()
    {
        { null, "null" },
        { DBNull.Value, "null" },
        { 'ü', "ü" },
        { new Rune(0x1F600), "😀" },
        { new StringBuilder("built").Append(" up"), "built up" },
        { "memory".AsMemory(2), "mory" },
        { new Memory<char>(['a', 'b']), "ab" },
        { new StringSegment("segment", 0, 3), "seg" },
        { FileAttributes.Hidden | FileAttributes.System, "Hidden, System" },
        { (DayOfWeek)42, "42" },
        { ulong.MaxValue, "18446744073709551615" },
        { Int128.MinValue, "-170141183460469231731687303715884105728" },
        { UInt128.MaxValue, "340282366920938463463374607431768211455" },
        { BigInteger.Pow(10, 30), "1000000000000000000000000000000" },
        { new Uri("http://host/%20a%2Fb?c=%C3%BC"), "http://host/%20a%2Fb?c=%C3%BC" },
        { new Version(1, 2, 3), "1.2.3" },
        { TimeSpan.FromTicks(-1), "-00:00:00.0000001" },
        { new DateOnly(2030, 5, 17), "2030-05-17" },
        { new TimeOnly(1, 2, 3, 4), "01:02:03.0040000" },
        { TimeZoneInfo.Utc, "UTC" },
        { CultureInfo.GetCultureInfo("de-DE"), "de-DE" },
        { new RegionInfo("DE"), "DE" },
        { Encoding.Latin1, "iso-8859-1" },
        { IPAddress.IPv6Loopback, "::1" },
        { IPNetwork.Parse("10.0.0.0/8"), "10.0.0.0/8" },
        { new IPEndPoint(IPAddress.Loopback, 80), "127.0.0.1:80" },
        { new DnsEndPoint("host", 80), "Unspecified/host:80" },
        { ^3, "^3" },
        { 1..^2, "1..^2" },
        { new Complex(0.1, -2), "<0.1; -2>" },
        { XElement.Parse("<a b='1'><c/></a>"), "<a b=\"1\"><c /></a>" },
        { Xml("<a b='1'><c/></a>"), "<a b=\"1\"><c /></a>" },
        { new InvalidOperationException("why"), "System.InvalidOperationException: why" },
    };

    public static TheoryData<object, string> ListTexts => new()
    {
        { (0.9, "x", (1, true)), """[0.9,"x",[1,true]]""" },
        { Tuple.Create(1, 2, 3, 4, 5, 6, 7, Tuple.Create(8)), "[1,2,3,4,5,6,7,[8]]" },
        { (1, 2, 3, 4, 5, 6, 7, 8, 9), "[1,2,3,4,5,6,7,8,9]" },
        { new[,] { { 1, 2, 3 }, { 4, 5, 6 } }, "[[1,2,3],[4,5,6]]" },
        { new byte[1, 1, 2], "[[[0,0]]]" },
        { new int[][] { [1], [], [2, 3] }, "[[1],[],[2,3]]" },
        { new int[0, 3], "[]" },
        { new Memory<double>([0.5, 1.5]), "[0.5,1.5]" },
        { new ReadOnlyMemory<int>([1, 2, 3], 1, 2), "[2,3]" },
        { new ArraySegment<int>([1, 2, 3], 1, 1), "[2]" },
        { ImmutableArray.Create(1, 2), "[1,2]" },
        { new BitArray([true, false]), "[true,false]" },
        { new Vector3(1, 2.5f, 3), "[1,2.5,3]" },
        { new Quaternion(1, 2, 3, 4), "[1,2,3,4]" },
        { new Plane(1, 2, 3, 4), "[1,2,3,4]" },
        { new Matrix3x2(1, 2, 3, 4, 5, 6), "[[1,2],[3,4],[5,6]]" },
        { Matrix4x4.Identity, "[[1,0,0,0],[0,1,0,0],[0,0,1,0],[0,0,0,1]]" },
        { Enumerable.Range(0, 3).Where(i => i != 1), "[0,2]" },
        { new object?[] { null, DBNull.Value, double.NaN, -0.0, new { a = 1, b = new[] { "c" } } }, """[null,null,"NaN",-0,{"a":1,"b":["c"]}]""" },
        { new List<Dictionary<string, int>> { new() { ["a"] = 1 } }, """[{"a":1}]""" },
    };

    [Theory]
    [MemberData(nameof(Texts))]
    public void A_value_without_a_type_of_field_becomes_its_text(object? value, object expected) => Assert.Equal(expected, Scalar(value));

    [Theory]
    [MemberData(nameof(ListTexts))]
    public void A_list_of_any_kind_becomes_JSON(object value, string expected) => Assert.Equal(expected, Scalar(value));

    [Fact]
    public void Numbers_become_ints_and_floats()
    {
        Assert.All<object>([(sbyte)-3, (short)-3, -3, -3L, (nint)(-3), (Int128)(-3), (BigInteger)(-3)], value => Assert.Equal(-3L, Scalar(value)));
        Assert.All<object>([(byte)3, (ushort)3, 3u, 3ul, (nuint)3, (UInt128)3], value => Assert.Equal(3L, Scalar(value)));
        Assert.All<object>([0.5f, 0.5, 0.5m, (Half)0.5, new NFloat(0.5), (double?)0.5], value => Assert.Equal(0.5, Scalar(value)));
    }

    [Fact]
    public void Times_become_instants()
    {
        var time = new DateTime(2030, 5, 17, 12, 0, 0);

        Assert.Equal(new DateTimeOffset(time, TimeSpan.Zero), Scalar(DateTime.SpecifyKind(time, DateTimeKind.Utc)));
        Assert.Equal(new DateTimeOffset(time), Scalar(DateTime.SpecifyKind(time, DateTimeKind.Local)));
        Assert.Equal(new DateTimeOffset(time), Scalar(DateTime.SpecifyKind(time, DateTimeKind.Unspecified)));
        Assert.Equal(new DateTimeOffset(time, TimeSpan.FromHours(3)), Scalar(new DateTimeOffset(time, TimeSpan.FromHours(3))));
    }

    [Fact]
    public void Bytes_become_a_file_however_they_are_held()
    {
        byte[] bytes = [1, 2, 3];

        foreach (var value in (object[])[bytes, new Memory<byte>(bytes), new ReadOnlyMemory<byte>(bytes), new ArraySegment<byte>([0, 1, 2, 3, 4], 1, 3)])
        {
            using var content = Assert.IsType<FileLeaf>(Assert.Single(Leaves.Of("x", value)).Leaf).File.OpenRead();
            using var copy = new MemoryStream();
            content.CopyTo(copy);
            Assert.Equal(bytes, copy.ToArray());
        }
    }

    [Fact]
    public void What_has_no_representation_is_refused_with_path_and_type()
    {
        object[] values =
        [
            new object(), new Lazy<int>(1), Task.FromResult(1), default(ValueTask<int>), () => 1, typeof(int), new MemoryStream(), new StringReader("x"), StringComparer.Ordinal,
            new WeakReference<string>("x"), new ThreadLocal<int>(() => 1), new PriorityQueue<int, int>(), new CancellationToken(), new System.Data.DataTable(), Table().Rows[0],
            new System.Data.DataView(Table()), new Vector<int>(1), System.Numerics.Tensors.Tensor.Create([1, 2, 3, 4], [2, 2]), default(ImmutableArray<int>), default(ArraySegment<int>),
            Array.CreateInstance(typeof(int), [2], [1]), new System.Dynamic.ExpandoObject().GetType(), Endless(), Failing(), AsyncElements(), new Microsoft.VisualBasic.Collection(),
        ];

        Assert.All(values, value =>
        {
            var error = Assert.Throws<NeptuneUnsupportedValueException>(() => Leaves.Of("params/x", value));
            Assert.Equal("params/x", error.Path);
            Assert.Contains("\"params/x\"", error.Message, StringComparison.Ordinal);
            Assert.DoesNotContain('\n', error.Message);
        });
        Assert.Contains("System.Lazy`1[System.Int32]", Assert.Throws<NeptuneUnsupportedValueException>(() => Leaves.Of("x", new Lazy<int>(1))).Message, StringComparison.Ordinal);
    }

    private static object Scalar(object? value) => Assert.IsType<ScalarLeaf>(Assert.Single(Leaves.Of("x", value)).Leaf).Value.Boxed;

    private static XmlDocument Xml(string text)
    {
        var document = new XmlDocument();
        document.LoadXml(text);
        return document;
    }

    private static System.Data.DataTable Table()
    {
        var table = new System.Data.DataTable();
        table.Columns.Add("lr", typeof(double));
        table.Rows.Add(0.1);
        return table;
    }

    private static IEnumerable<int> Endless()
    {
        while (true)
            yield return 1;
    }

    private static IEnumerable<int> Failing()
    {
        yield return 1;
        throw new InvalidOperationException("no more");
    }

    private static async IAsyncEnumerable<int> AsyncElements()
    {
        await Task.CompletedTask;
        yield return 1;
    }
}
