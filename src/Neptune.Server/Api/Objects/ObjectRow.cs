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
/// <param name="State">Active, Finished, Failed, Interrupted, Lost or Inactive.</param>
/// <param name="Fields">By path, in ordinal order.</param>
internal sealed record ObjectRow(string Uid, string Id, long Key, string Kind, string Project, string? ModelId, string? CustomId, bool Trashed, string State, IReadOnlyList<FieldValue> Fields)
{
    /// <summary>What to read for rows with some columns: the state is in every row.</summary>
    public static IReadOnlyList<string>? Needed(IReadOnlyList<string>? columns) => columns is null ? null : [.. columns, SysFields.State];

    /// <param name="row">A row with what was <see cref="Needed"/>.</param>
    /// <param name="columns">The paths of the fields that it gets; <see langword="null"/> for all.</param>
    public static ObjectRow Of(SearchRow row, IReadOnlyList<string>? columns) =>
        Of(row.Object, row.Fields, row.Fields.Where(field => field.Path != SysFields.State || columns?.Contains(SysFields.State) != false).Select(field => FieldValues.Of(field, FieldValues.CellText)));

    public static ObjectRow Of(ObjectRecord record, IReadOnlyList<StoredField> fields) => Of(record, fields, fields.Select(field => FieldValues.Of(field)));

    private static ObjectRow Of(ObjectRecord record, IReadOnlyList<StoredField> read, IEnumerable<FieldValue> fields) => new(
        record.Uid.ToString(), record.SysId, record.Id, FieldValues.NameOf(record.Kind), record.Project.ToString(), record.ModelId, record.CustomId, record.Trashed,
        FieldText.State(read.First(field => field.Path == SysFields.State).Scalar!.Value), [.. fields]);
}
