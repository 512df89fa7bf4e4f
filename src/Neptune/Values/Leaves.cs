using System.Collections;
using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Net;
using System.Numerics;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;
using Neptune.Typed;

namespace Neptune.Values;

/// <summary>
/// Turns what users assign into fields: one leaf for a simple value, one leaf per entry or property for dictionaries and objects.
/// Everything has a defined representation or throws; nothing is dropped.
/// </summary>
internal static class Leaves
{
    private const int DeepestNesting = 32;

    private static readonly ConcurrentDictionary<Type, (string Name, PropertyInfo Property)[]> Properties = [];

    /// <exception cref="NeptuneUnsupportedValueException">A value has no representation.</exception>
    public static IReadOnlyList<(string Path, Leaf Leaf)> Of(string path, object? value, ListFormat lists = ListFormat.JsonText)
    {
        var leaves = new List<(string, Leaf)>();
        Collect(path, value, lists, 0, leaves);
        return leaves;
    }

    /// <summary>The value as one leaf, or <see langword="null"/> when it is a dictionary or an object with properties.</summary>
    public static Leaf? Single(string path, object? value) => value switch
    {
        null => Text("null"),
        bool v => new ScalarLeaf(ScalarValue.Bool(v)),
        long v => Whole(v),
        int v => Whole(v),
        double v => new ScalarLeaf(ScalarValue.Float(v)),
        float v => new ScalarLeaf(ScalarValue.Float(v)),
        string v => Text(v),
        DateTimeOffset v => new ScalarLeaf(ScalarValue.Datetime(v)),
        DateTime v => new ScalarLeaf(ScalarValue.Datetime(ToOffset(v))),
        decimal v => new ScalarLeaf(ScalarValue.Float((double)v)),
        Half v => new ScalarLeaf(ScalarValue.Float((double)v)),
        short or ushort or byte or sbyte or uint => Whole(Convert.ToInt64(value, CultureInfo.InvariantCulture)),
        ulong v => Big(v),
        Int128 v => Big((BigInteger)v),
        UInt128 v => Big((BigInteger)v),
        BigInteger v => Big(v),
        Enum v => Text(v.ToString()),
        char v => Text(v.ToString()),
        Guid v => Text(v.ToString("D", CultureInfo.InvariantCulture)),
        Uri v => Text(v.ToString()),
        Version v => Text(v.ToString()),
        FileSystemInfo v => Text(v.ToString()),
        CultureInfo v => Text(v.Name),
        Encoding v => Text(v.WebName),
        IPAddress v => Text(v.ToString()),
        TimeSpan v => Text(v.ToString("c", CultureInfo.InvariantCulture)),
        DateOnly v => Text(v.ToString("O", CultureInfo.InvariantCulture)),
        TimeOnly v => Text(v.ToString("O", CultureInfo.InvariantCulture)),
        NeptuneFile v => new FileLeaf(v),
        FloatSeriesValue v => new FloatSeriesLeaf(v),
        StringSeriesValue v => new StringSeriesLeaf(v),
        StringSetValue v => new StringSetLeaf(v),
        FileSeriesValue v => new FileSeriesLeaf(v),
        FileSetValue v => new FileSetLeaf(v),
        ArtifactValue v => new ArtifactLeaf(v),
        byte[] v => new FileLeaf(NeptuneFile.FromBytes(v)),
        IDictionary => null,
        IEnumerable<KeyValuePair<string, object?>> => null,
        IEnumerable v => Text(JsonText.Of(path, v)),
        Field { IsPending: true } v => Single(path, v.PendingValue),
        Field => throw new NeptuneUnsupportedValueException(path, $"\"{path}\": a field inside a dictionary or an object cannot be copied; assign it on its own."),
        Stream => throw new NeptuneUnsupportedValueException(path, $"\"{path}\": a stream is no value; use NeptuneFile.FromStream(…)."),
        Delegate or Type or Task or Pointer => throw Unsupported(path, value),
        _ => null,
    };

    private static void Collect(string path, object? value, ListFormat lists, int depth, List<(string, Leaf)> leaves)
    {
        if (depth > DeepestNesting)
            throw new NeptuneUnsupportedValueException(path, $"\"{path}\": the value is nested more than {DeepestNesting} levels deep; does it contain itself?");
        if (lists == ListFormat.Fields && Elements(value) is [_, ..] elements)
        {
            for (var i = 0; i < elements.Count; i++)
                Collect(FieldPath.Join(path, i.ToString(CultureInfo.InvariantCulture)), elements[i], lists, depth + 1, leaves);
            return;
        }
        if (Single(path, value) is { } leaf)
        {
            leaves.Add((FieldPath.Normalize(path), leaf));
            return;
        }
        foreach (var (name, child) in Children(path, value!))
            Collect(FieldPath.Join(path, RequireName(path, name)), child, lists, depth + 1, leaves);
    }

    /// <summary>The elements of a list; <see langword="null"/> for what is none.</summary>
    private static List<object?>? Elements(object? value) => value switch
    {
        Field { IsPending: true } pending => Elements(pending.PendingValue),
        null or string or byte[] or IDictionary or IEnumerable<KeyValuePair<string, object?>> => null,
        IEnumerable list => [.. list.Cast<object?>()],
        _ => null,
    };

    private static IEnumerable<(string Name, object? Value)> Children(string path, object value) => value switch
    {
        Field { IsPending: true } pending => Children(path, pending.PendingValue!),
        IDictionary dictionary => Entries(dictionary),
        IEnumerable<KeyValuePair<string, object?>> pairs => pairs.Select(pair => (pair.Key, pair.Value)),
        _ => TypedShapes.Find(value.GetType())?.Children(value) ?? PropertiesOf(path, value),
    };

    private static IEnumerable<(string, object?)> Entries(IDictionary dictionary)
    {
        foreach (DictionaryEntry entry in dictionary)
            yield return (Convert.ToString(entry.Key, CultureInfo.InvariantCulture) ?? "", entry.Value);
    }

    /// <summary>Where the compiler ahead of time may have removed properties that only this reads, some would be missing without anybody knowing: it is an error there.</summary>
    private static IEnumerable<(string, object?)> PropertiesOf(string path, object value)
    {
        if (!RuntimeFeature.IsDynamicCodeSupported)
            throw new NeptuneUnsupportedValueException(path, $"\"{path}\": a {value.GetType()} cannot be read property by property in a program that was compiled ahead of time. Assign a dictionary.");
        var properties = Properties.GetOrAdd(value.GetType(), ReadableProperties);
        if (properties.Length == 0)
            throw Unsupported(path, value);
        return properties.Select(property => (property.Name, Read(path, property.Property, value)));
    }

    private static object? Read(string path, PropertyInfo property, object value)
    {
        try
        {
            return property.GetValue(value);
        }
        catch (TargetInvocationException e)
        {
            throw new NeptuneUnsupportedValueException(path, $"\"{path}\": reading {property.Name} of a {value.GetType()} failed: {e.InnerException!.Message} Mark it with [NeptuneIgnore], or assign a dictionary.", e.InnerException);
        }
    }

    [UnconditionalSuppressMessage("Trimming", "IL2070", Justification = "The public Assign of objects warns of trimming, and without a run-time compiler its only caller throws.")]
    private static (string, PropertyInfo)[] ReadableProperties(Type type) =>
    [
        .. from property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
           where property.CanRead && property.GetIndexParameters().Length == 0 && !property.IsDefined(typeof(NeptuneIgnoreAttribute))
           select (property.GetCustomAttribute<NeptuneFieldAttribute>()?.Name ?? property.Name, property),
    ];

    private static string RequireName(string path, string name) => FieldPath.NormalizeNamespace(name) is { Length: > 0 } canonical
        ? canonical
        : throw new NeptunePathException($"\"{path}\": an entry has the key \"{name}\", which names no field.");

    private static ScalarLeaf Whole(long value) => new(ScalarValue.Int(value));

    private static ScalarLeaf Text(string value) => new(ScalarValue.String(value));

    /// <summary>Integers beyond 64 bits are kept as their digits.</summary>
    private static ScalarLeaf Big(BigInteger value) =>
        value >= long.MinValue && value <= long.MaxValue ? Whole((long)value) : Text(value.ToString(CultureInfo.InvariantCulture));

    private static DateTimeOffset ToOffset(DateTime value) =>
        value.Kind == DateTimeKind.Utc ? new(value.Ticks, TimeSpan.Zero) : new(value.ToUniversalTime().Ticks, TimeSpan.Zero);

    private static NeptuneUnsupportedValueException Unsupported(string path, object value) =>
        new(path, $"\"{path}\": a {value.GetType()} is no value for a field. Assign a number, a text, a date, a NeptuneFile, a dictionary, or an object with public properties.");
}
