using System.Globalization;
using Neptune.Objects;
using Neptune.Storage;

namespace Neptune;

/// <summary>Reads fields from the store into the C# types that callers ask for.</summary>
internal static class FieldReader
{
    public static T Fetch<T>(ObjectCore core, string path)
    {
        var field = Require(core, path);
        object? value = field.Type switch
        {
            FieldType.StringSet => core.Backend.ReadStringSet(core.Record.Uid, path),
            _ when field.Scalar is { } scalar => scalar.Boxed,
            _ => throw new NeptuneFieldTypeException(path, $"\"{path}\" is a field of type {field.Type}, which Fetch does not read. Use {ReaderOf(field.Type)}."),
        };
        return Convert<T>(path, field.Type, value);
    }

    public static T? FetchLast<T>(ObjectCore core, string path)
    {
        var field = Require(core, path);
        if (field.Series is not { } summary)
            throw new NeptuneFieldTypeException(path, $"\"{path}\" is a field of type {field.Type}, not a series. Use {ReaderOf(field.Type)}.");
        if (summary.Count == 0)
            return default;
        return Convert<T>(path, field.Type, field.Type == FieldType.FloatSeries ? summary.Last : summary.LastText);
    }

    public static SeriesValues<T> FetchValues<T>(ObjectCore core, string path, double? fromStep, double? toStep)
    {
        var field = Require(core, path);
        switch (field.Type)
        {
            case FieldType.FloatSeries when typeof(T) == typeof(double):
                var floats = core.Backend.ReadFloats(core.Record.Uid, path, fromStep, toStep);
                return new SeriesValues<T>(floats.Steps.ToArray(), (T[])(object)floats.Values.ToArray(), floats.Times.ToArray());
            case FieldType.StringSeries when typeof(T) == typeof(string):
                var strings = core.Backend.ReadStrings(core.Record.Uid, path, fromStep, toStep);
                return new SeriesValues<T>([.. strings.Select(p => p.Step)], (T[])(object)strings.Select(p => p.Value).ToArray(), [.. strings.Select(p => p.Ticks)]);
            case FieldType.FloatSeries or FieldType.StringSeries:
                throw new NeptuneFieldTypeException(path, $"\"{path}\" is a field of type {field.Type}; its values are {(field.Type == FieldType.FloatSeries ? "double" : "string")}, not {typeof(T).Name}.");
            default:
                throw new NeptuneFieldTypeException(path, $"\"{path}\" is a field of type {field.Type}, not a series. Use {ReaderOf(field.Type)}.");
        }
    }

    public static void Download(ObjectCore core, string path, string? destination)
    {
        var field = Require(core, path);
        if (field.File is not { } content)
            throw new NeptuneFieldTypeException(path, $"\"{path}\" is a field of type {field.Type}, not a file. Use {ReaderOf(field.Type)}.");
        var target = TargetOf(path, content, destination);
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        using var source = core.Backend.OpenFile(content);
        using var file = new FileStream(target, FileMode.Create, FileAccess.Write, FileShare.None);
        source.CopyTo(file);
    }

    /// <summary>All scalar fields below a namespace, nested by path.</summary>
    public static IReadOnlyDictionary<string, object?> FetchNamespace(ObjectCore core, string ns)
    {
        var fields = core.Backend.ReadFields(core.Record.Uid, ns);
        if (fields.Count == 0 && ns.Length > 0)
            throw new NeptuneMissingFieldException(ns, core.Record.SysId);
        return Nesting.Of(fields.Where(f => f.Scalar is not null).Select(f => (Below(f.Path, ns), (object?)f.Scalar!.Value.Boxed)));
    }

    public static StoredField Require(ObjectCore core, string path) =>
        core.Backend.ReadField(core.Record.Uid, path) ?? throw new NeptuneMissingFieldException(path, core.Record.SysId);

    private static string Below(string path, string ns) => ns.Length == 0 ? path : path.Length == ns.Length ? path[(path.LastIndexOf('/') + 1)..] : path[(ns.Length + 1)..];

    private static string TargetOf(string path, FileContent content, string? destination)
    {
        var name = FileNameOf(path, content);
        if (destination is null)
            return Path.GetFullPath(name);
        var full = Path.GetFullPath(destination);
        return Directory.Exists(full) || Path.EndsInDirectorySeparator(destination) ? Path.Combine(full, name) : full;
    }

    /// <summary>A field's name may be any text; as a file name it must stay inside its folder.</summary>
    private static string FileNameOf(string path, FileContent content)
    {
        var invalid = Path.GetInvalidFileNameChars();
        var name = new string([.. path[(path.LastIndexOf('/') + 1)..].Select(c => invalid.Contains(c) ? '_' : c)]);
        if (name.Trim('.').Length == 0)
            name = "file";
        return content.Extension.Length == 0 ? name : $"{name}.{content.Extension}";
    }

    private static T Convert<T>(string path, FieldType type, object? value)
    {
        if (value is T same)
            return same;
        var wanted = Nullable.GetUnderlyingType(typeof(T)) ?? typeof(T);
        object? converted = (value, wanted) switch
        {
            (long whole, _) when wanted == typeof(int) && whole is >= int.MinValue and <= int.MaxValue => (int)whole,
            (long whole, _) when wanted == typeof(double) && Values.Coercion.Fit(ScalarValue.Int(whole), FieldType.Float) is { } real => real.Real,
            (double real, _) when wanted == typeof(float) => (float)real,
            (DateTimeOffset time, _) when wanted == typeof(DateTime) => time.UtcDateTime,
            (string text, _) when wanted.IsEnum && Enum.TryParse(wanted, text, ignoreCase: true, out var member) => member,
            (IReadOnlyCollection<string> set, _) when wanted == typeof(string[]) => set.ToArray(),
            (IReadOnlyCollection<string> set, _) when wanted.IsAssignableFrom(typeof(HashSet<string>)) => new HashSet<string>(set, StringComparer.Ordinal),
            _ => null,
        };
        return converted is T fitting ? fitting
            : throw new NeptuneFieldTypeException(path, $"\"{path}\" is a field of type {type}; its value ({System.Convert.ToString(value, CultureInfo.InvariantCulture)}) is no {typeof(T).Name}.");
    }

    private static string ReaderOf(FieldType type) => type switch
    {
        FieldType.FloatSeries => "FetchValues<double>() or FetchLast<double>()",
        FieldType.StringSeries => "FetchValues<string>() or FetchLast<string>()",
        FieldType.File => "Download()",
        _ => "Fetch<T>()",
    };
}
