using System.Globalization;
using Neptune.Objects;
using Neptune.Storage;
using Neptune.Values;

namespace Neptune;

/// <summary>Reads fields from the store into the C# types that callers ask for.</summary>
internal static class FieldReader
{
    public static T Fetch<T>(ObjectCore core, string path)
    {
        var field = Require(core, path);
        object? value = field.Type switch
        {
            FieldType.GitRef => core.Backend.ReadGitRef(core.Record.Uid, path),
            FieldType.StringSet => core.Backend.ReadStringSet(core.Record.Uid, path),
            _ when field.Scalar is { } scalar => scalar.Boxed,
            _ => throw new NeptuneFieldTypeException(path, $"\"{path}\" is a field of type {field.Type}, which Fetch does not read. Use {ReaderOf(field.Type)}."),
        };
        return Convert<T>(path, field.Type, value);
    }

    public static T? FetchLast<T>(ObjectCore core, string path)
    {
        var field = Require(core, path);
        if (field.Type == FieldType.FileSeries)
            return FileReader.LastPoint(core, field) is { } point ? Convert<T>(path, field.Type, FileReader.InfoOf(point)) : default;
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
            case FieldType.FileSeries when typeof(T) == typeof(NeptuneFileInfo):
                var files = core.Backend.ReadFilePoints(core.Record.Uid, path, fromStep, toStep);
                return new SeriesValues<T>([.. files.Select(p => p.Step)], (T[])(object)files.Select(FileReader.InfoOf).ToArray(), [.. files.Select(p => p.Ticks)]);
            case FieldType.FloatSeries or FieldType.StringSeries or FieldType.FileSeries:
                throw new NeptuneFieldTypeException(path, $"\"{path}\" is a field of type {field.Type}; its values are {ValueOf(field.Type)}, not {typeof(T).Name}.");
            default:
                throw new NeptuneFieldTypeException(path, $"\"{path}\" is a field of type {field.Type}, not a series. Use {ReaderOf(field.Type)}.");
        }
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

    /// <summary>A value as the type that the caller asks for, if it fits without loss.</summary>
    public static T Convert<T>(string path, FieldType type, object? value)
    {
        if (value is T same)
            return same;
        var wanted = Nullable.GetUnderlyingType(typeof(T)) ?? typeof(T);
        object? converted = value switch
        {
            null => null,
            IReadOnlyCollection<string> set when wanted == typeof(string[]) => set.ToArray(),
            IReadOnlyCollection<string> set when wanted.IsAssignableFrom(typeof(HashSet<string>)) => new HashSet<string>(set, StringComparer.Ordinal),
            _ => ScalarTypes.Convert(value, wanted),
        };
        return converted is T fitting ? fitting
            : throw new NeptuneFieldTypeException(path, $"\"{path}\" is a field of type {type}; its value ({System.Convert.ToString(value, CultureInfo.InvariantCulture)}) is no {typeof(T).Name}.");
    }

    private static string ValueOf(FieldType series) => series switch
    {
        FieldType.FloatSeries => "double",
        FieldType.StringSeries => "string",
        _ => nameof(NeptuneFileInfo),
    };

    public static string ReaderOf(FieldType type) => type switch
    {
        FieldType.FloatSeries => "FetchValues<double>() or FetchLast<double>()",
        FieldType.StringSeries => "FetchValues<string>() or FetchLast<string>()",
        FieldType.FileSeries => "FetchValues<NeptuneFileInfo>(), Download() or DownloadLast()",
        FieldType.File => "Download()",
        FieldType.FileSet => "ListFiles() or Download()",
        FieldType.Artifact => "FetchHash(), FetchFilesList() or Download()",
        _ => "Fetch<T>()",
    };
}
