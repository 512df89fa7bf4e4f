using System.Diagnostics.CodeAnalysis;
using Neptune.Storage;
using Neptune.Tables;

namespace Neptune;

/// <summary>One object of a table, with the fields that were fetched as they were then.</summary>
public sealed class TableRow
{
    private readonly ObjectRecord record;
    private readonly IReadOnlyCollection<string>? requested;
    private readonly Dictionary<string, StoredField> fields;

    internal TableRow(SearchRow row, IReadOnlyCollection<string>? requested)
    {
        record = row.Object;
        this.requested = requested;
        fields = row.Fields.ToDictionary(field => field.Path, StringComparer.Ordinal);
    }

    /// <summary>The id, such as <c>CLS-12</c>.</summary>
    public string Id => record.SysId;

    /// <summary>The id that is unique in the world.</summary>
    public Guid Uid => record.Uid;

    /// <summary>The paths of the fields that the object has among those that were fetched, in ordinal order.</summary>
    public IReadOnlyCollection<string> Columns => fields.Keys;

    /// <summary>
    /// The value of a field: a <see cref="long"/>, <see cref="double"/>, <see cref="bool"/>, <see cref="string"/> or
    /// <see cref="DateTimeOffset"/>; the last value of a float or string series; the members of a string set; the <see cref="NeptuneFileInfo"/> of a file and
    /// the <see cref="NeptuneFilesInfo"/> of a file series or a file set; the hash of an artifact; the commit of a git reference; the name of
    /// the state for a state, such as <c>Finished</c>; <see langword="null"/> when the object has no such field or the series no points.
    /// </summary>
    /// <exception cref="NeptuneOptionsException">The column was not fetched.</exception>
    public object? this[string path] => Find(path) is { } field ? Value(field) : null;

    /// <summary>The value of a field as a certain type; see <see cref="Field.Fetch{T}()"/>.</summary>
    /// <exception cref="NeptuneMissingFieldException">The object has no such field.</exception>
    /// <exception cref="NeptuneFieldTypeException">The value is no <typeparamref name="T"/>, or there is none.</exception>
    /// <exception cref="NeptuneOptionsException">The column was not fetched.</exception>
    public T Get<T>(string path)
    {
        var field = Find(path) ?? throw Missing(path);
        return FieldReader.Convert<T>(field.Path, field.Type, Value(field));
    }

    /// <summary>The value of a field as a certain type, if the object has the field and it has a value.</summary>
    /// <param name="path">The path of the field.</param>
    /// <param name="value">The value.</param>
    /// <returns>Whether there is a value.</returns>
    /// <exception cref="NeptuneFieldTypeException">The value is no <typeparamref name="T"/>.</exception>
    /// <exception cref="NeptuneOptionsException">The column was not fetched.</exception>
    public bool TryGet<T>(string path, [MaybeNullWhen(false)] out T value)
    {
        var found = this[path] is not null;
        value = found ? Get<T>(path) : default;
        return found;
    }

    /// <summary>The type of a field; <see langword="null"/> when the object has no such field.</summary>
    /// <exception cref="NeptuneOptionsException">The column was not fetched.</exception>
    public FieldType? TypeOf(string path) => Find(path)?.Type;

    /// <summary>The id.</summary>
    public override string ToString() => Id;

    /// <summary>Whether the object has a field at a path whose value stands in a table.</summary>
    internal bool HasValue(string path) => fields.TryGetValue(path, out var field) && IsShown(field);

    private StoredField? Find(string path)
    {
        var canonical = FieldPath.Normalize(path);
        if (fields.TryGetValue(canonical, out var field))
            return field;
        return requested is null || requested.Contains(canonical)
            ? null
            : throw new NeptuneOptionsException($"The table was fetched without the column \"{canonical}\". Add it to TableQuery.Columns.");
    }

    private NeptuneMissingFieldException Missing(string path) =>
        new(path, Id, NearestPaths.Of(FieldPath.Normalize(path), fields.Keys).Hint is { Length: > 0 } hint ? hint.TrimStart() : "Columns lists what the row has; TryGet asks without an error.");

    private static bool IsShown(StoredField field) => field.Scalar is not null || field.Series is not null || field.Members is not null || field.Content?.Hash is not null;

    private static object? Value(StoredField field) => field switch
    {
        { Type: FieldType.RunState, Scalar: { } state } => ObjectStates.Word(ObjectStates.Of(state.Text!)),
        { Scalar: { } scalar } => scalar.Boxed,
        { Series: { } series } => field.Type == FieldType.FloatSeries ? series.Last : series.LastText,
        { Members: { } members } => members,
        { File: { } file } => new NeptuneFileInfo(file.Extension, file.Size, null, null),
        { Content.Hash: { } hash } => hash,
        { Type: FieldType.FileSeries or FieldType.FileSet, Content: { } content } => new NeptuneFilesInfo(content.Count, content.Size),
        _ => throw new NeptuneFieldTypeException(field.Path, $"\"{field.Path}\" is a field of type {field.Type}, which has no value in a table. Open the object and use its own reading calls."),
    };
}
