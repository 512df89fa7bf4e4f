namespace Neptune.Server.Api;

/// <summary>An object with some of its fields, or all.</summary>
/// <param name="Uid">Its unique id.</param>
/// <param name="Id">The id that people use, such as CLS-12.</param>
/// <param name="Key">Its number among the objects of the project, by which orders and rows name it.</param>
/// <param name="Kind">run, model, modelVersion or project.</param>
/// <param name="Project">The full name of the project.</param>
/// <param name="ModelId">Of a version: the id of its model.</param>
/// <param name="CustomId">The id that its user gave it.</param>
/// <param name="Trashed">Whether it is in the trash.</param>
/// <param name="Fields">By path, in ordinal order.</param>
internal sealed record ObjectRow(string Uid, string Id, long Key, string Kind, string Project, string? ModelId, string? CustomId, bool Trashed, IReadOnlyList<FieldValue> Fields)
{
    public static ObjectRow Of(ObjectRecord record, IEnumerable<FieldValue> fields) => new(
        record.Uid.ToString(), record.SysId, record.Id, FieldValues.NameOf(record.Kind), record.Project.ToString(), record.ModelId, record.CustomId, record.Trashed, [.. fields]);

    public static ObjectRow Of(SearchRow row) => Of(row.Object, row.Fields.Select(field => FieldValues.Of(field, FieldValues.CellText)));
}
