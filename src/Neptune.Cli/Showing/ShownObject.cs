using Neptune.Cli.Stores;

namespace Neptune.Cli.Showing;

/// <summary>An object with the fields to show, <c>sys/</c> first.</summary>
internal sealed record ShownObject(Store Store, ObjectRecord Record, IReadOnlyList<StoredField> Fields)
{
    public string Title => $"{Record.SysId} ({KindOf(Record)} of {Record.Project})";

    /// <exception cref="NeptuneNotFoundException">There is nothing at the path.</exception>
    public static ShownObject Read(Store store, ObjectRecord record, string path)
    {
        var ns = FieldPath.NormalizeNamespace(path);
        var fields = store.ReadFields(record.Uid, ns);
        return fields.Count > 0
            ? new(store, record, [.. fields.OrderBy(field => FieldPath.IsWithin(field.Path, SysFields.Namespace) ? 0 : 1)])
            : throw store.MissingPath(record, ns);
    }

    public IReadOnlyCollection<string> Strings(StoredField set) => Store.ReadStringSet(Record.Uid, set.Path);

    private static string KindOf(ObjectRecord record) => record.Kind switch
    {
        ObjectKind.Run => "run",
        ObjectKind.Model => "model",
        ObjectKind.ModelVersion => "model version",
        _ => "project",
    };
}
