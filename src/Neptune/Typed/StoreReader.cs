using System.Globalization;
using Neptune.Backends;
using Neptune.Storage;

namespace Neptune.Typed;

/// <summary>Reads the fields of one object as they are in the store.</summary>
internal sealed class StoreReader : TypedReader
{
    private readonly IBackend backend;
    private readonly Guid uid;
    private readonly string id;
    private readonly NeptuneObject? owner;
    private readonly Dictionary<string, StoredField> fields;
    private readonly IReadOnlySet<string>? asked;

    private StoreReader(IBackend backend, Guid uid, string id, NeptuneObject? owner, IEnumerable<StoredField> fields, IReadOnlySet<string>? asked)
    {
        this.backend = backend;
        this.uid = uid;
        this.id = id;
        this.owner = owner;
        this.asked = asked;
        this.fields = fields.ToDictionary(field => field.Path, StringComparer.Ordinal);
    }

    /// <summary>The fields of an open object within a namespace, or the one field at its path; the series and sets stay open.</summary>
    public static StoreReader Of(NeptuneObject owner, string ns) =>
        new(owner.Core.Backend, owner.Uid, owner.Id, owner, owner.Core.Backend.ReadFields(owner.Uid, ns), null);

    /// <summary>The fields that a row of a table has.</summary>
    /// <param name="asked">The paths that were asked for; <see langword="null"/> for all.</param>
    public static StoreReader Of(IBackend backend, SearchRow row, IReadOnlySet<string>? asked) =>
        new(backend, row.Object.Uid, row.Object.SysId, null, row.Fields, asked);

    private protected override ValueSource Source => ValueSource.Store;

    private protected override bool TryFind(TypedField field, out object? stored)
    {
        if (fields.TryGetValue(field.Path, out var found))
        {
            stored = ValueOf(found);
            // What has many files in it is not read back; the declared value stays.
            return field.Type is not (FieldType.FileSeries or FieldType.FileSet) || found.Type != field.Type;
        }
        stored = field.Type is null && HasFields(field.Path) ? Nested(field.Path) : null;
        return stored is not null;
    }

    private protected override bool HasFields(string ns) => fields.Keys.Any(path => FieldPath.IsWithin(path, ns));

    private protected override bool IsNull(string ns) => fields.TryGetValue(ns, out var field) && field.Scalar is { Type: FieldType.String, Text: NullText.Value };

    private protected override bool IsAsked(string path) => asked is null || asked.Contains(path);

    private protected override NeptuneMissingFieldException Missing(string path) => new(path, id);

    private protected override NeptuneFieldTypeException WrongType(string path, object? stored, Type wanted) => fields.TryGetValue(path, out var field)
        ? new(path, field.Scalar is null
            ? $"\"{path}\" of {id} is a field of type {field.Type}, which is no {wanted.Name}."
            : $"\"{path}\" of {id} is a field of type {field.Type}; its value ({Convert.ToString(stored, CultureInfo.InvariantCulture)}) is no {wanted.Name}.")
        : new(path, $"\"{path}\" of {id} is a namespace whose fields make no {wanted.Name}.");

    private protected override Field Target(TypedField field) =>
        owner is not null ? owner.Core.Fields.Handle(field) : Field.Detached(field.Path, fields.GetValueOrDefault(field.Path));

    private Dictionary<string, object?> Nested(string ns) =>
        Nesting.Of(fields.Values.Where(field => FieldPath.IsWithin(field.Path, ns)).Select(field => (field.Path[(ns.Length + 1)..], ValueOf(field))));

    private object? ValueOf(StoredField field) => field switch
    {
        { Scalar: { } scalar } => scalar.Boxed,
        { File: { } file } => NeptuneFile.Stored(() => backend.OpenFile(file), file.Extension),
        { Type: FieldType.StringSet } => new StringSetValue(field.Members ?? backend.ReadStringSet(uid, field.Path)),
        { Type: FieldType.FloatSeries } => FloatsOf(backend.ReadFloats(uid, field.Path, null, null)),
        { Type: FieldType.StringSeries } => StringsOf(backend.ReadStrings(uid, field.Path, null, null)),
        _ => field.Type,
    };

    private static FloatSeriesValue FloatsOf(FloatPoints points) =>
        new(points.Values.ToArray(), points.Steps.ToArray(), points.Times.ToArray().Select(Utc));

    private static StringSeriesValue StringsOf(IReadOnlyList<StringPoint> points) =>
        new(points.Select(point => point.Value), points.Select(point => point.Step), points.Select(point => Utc(point.Ticks)));

    private static DateTimeOffset Utc(long ticks) => new(ticks, TimeSpan.Zero);
}
