using Neptune.Cli.Output;

namespace Neptune.Cli.Listing;

/// <summary>One object of a listing.</summary>
internal sealed record ListedObject(ObjectRecord Record, IReadOnlyList<StoredField> Fields)
{
    public ScalarValue? Scalar(string path) => Find(path)?.Scalar;

    /// <summary>The value at a path as text; nothing when there is no such field.</summary>
    public string Text(string path) => Scalar(path) is { } value ? FieldText.Of(value) : "";

    /// <summary>What a table has of a field of any type: of a series the last value, of a set its members; nothing of files.</summary>
    public string Value(string path) => Find(path) switch
    {
        { Scalar: { } scalar } => FieldText.Of(scalar),
        { Series.Last: { } last } => FieldText.Of(last),
        { Series.LastText: { } text } => text,
        { Type: FieldType.StringSet } => string.Join(", ", Strings(path)),
        _ => "",
    };

    public IReadOnlyList<string> Strings(string path) => Find(path)?.Members ?? [];

    private StoredField? Find(string path) => Fields.FirstOrDefault(field => field.Path == path);
}
