using Neptune.Storage.Files;
using Neptune.Storage.Objects;
using Neptune.Storage.Series;
using Neptune.Storage.Sql;

namespace Neptune.Storage.Fields;

/// <summary>Creates, finds and deletes the fields of one object within one batch.</summary>
internal sealed class FieldWriter(SqlSession session, ObjectRecord record, FieldTree tree, PathDictionary paths)
{
    private readonly HashSet<FieldEntry> changed = [];

    public SqlSession Session => session;

    public ObjectRecord Object => record;

    public FieldTree Tree => tree;

    /// <summary>The field at the path if it has the type; the reason why not otherwise.</summary>
    public (FieldEntry? Field, string? Problem) Find(string path, FieldType type, string attempted)
    {
        if (!tree.TryFind(path, out var field))
            return (null, $"{record.SysId} has no field \"{path}\".");
        return field.Type == type ? (field, null) : (null, Conflict(field, attempted));
    }

    /// <summary>The field at the path, created if need be; the reason why not when its place is taken.</summary>
    public (FieldEntry? Field, string? Problem) FindOrCreate(string path, FieldType type, string attempted)
    {
        if (tree.TryFind(path, out var field))
            return field.Type == type ? (field, null) : (null, Conflict(field, attempted));
        return PlaceTaken(path) is { } problem ? (null, problem) : (Create(path, type), null);
    }

    /// <summary>Why no field can be at the path, if so: its place is a namespace, or below a field.</summary>
    public string? PlaceTaken(string path)
    {
        if (tree.IsNamespace(path))
            return $"\"{path}\" is a namespace with fields below it, so it cannot be a field. Use another path, or Delete(\"{path}\") first.";
        return tree.FieldAbove(path) is { } above
            ? $"\"{above.Path}\" is a field of type {above.Type}, so there can be no field \"{path}\" below it. Use another path, or Delete(\"{above.Path}\") first."
            : null;
    }

    public static string Conflict(FieldEntry field, string attempted) =>
        $"\"{field.Path}\" is a field of type {field.Type}; {attempted} does not fit it. Use a matching value, another path, or Delete(\"{field.Path}\") first.";

    public FieldEntry Create(string path, FieldType type)
    {
        var field = new FieldEntry(path, new(record.ProjectId, record.Id, paths.Require(session, record.ProjectId, path)), type);
        if (!IsWrittenWhole(type))
            AttributeTable.Insert(session, field.Key, type);
        tree.Add(field);
        if (field.Series is { } series)
        {
            series.Changed = true;
            changed.Add(field);
        }
        return field;
    }

    /// <summary>Whether the row is written with its value, right after the field was created: a row that is written twice changes its indexes three times.</summary>
    private static bool IsWrittenWhole(FieldType type) =>
        type is FieldType.Int or FieldType.Float or FieldType.Bool or FieldType.String or FieldType.Datetime or FieldType.File;

    public void Delete(FieldEntry field)
    {
        if (field.Series is not null)
            SeriesFieldWriter.DeletePoints(session, record, field);
        if (field.Type == FieldType.StringSet)
            StringSetTable.Clear(session, field.Key);
        ContentWriter.DeleteRows(session, field);
        AttributeTable.Delete(session, field.Key);
        tree.Remove(field);
        changed.Remove(field);
    }

    /// <summary>Has the summary of a series or a file set written at the end.</summary>
    public void NoteChange(FieldEntry field) => changed.Add(field);

    /// <summary>Writes what follows from all operations together, once.</summary>
    public void Finish(bool filesChanged)
    {
        foreach (var field in changed)
        {
            if (field.Series is not null)
                SeriesFieldWriter.WriteSummary(session, record, field);
            else
                ContentWriter.WriteSummary(session, field);
        }
        if (filesChanged || changed.Any(field => field.Series is null))
            Maintain(SysFields.Size, ScalarValue.Float(tree.Fields.Sum(field => field.FileSize)));
        Maintain(SysFields.ModificationTime, ScalarValue.Datetime(DateTimeOffset.UtcNow));
        ChangeTable.Note(session, record);
    }

    private void Maintain(string path, ScalarValue value)
    {
        if (FindOrCreate(path, value.Type, "").Field is { } field)
            AttributeTable.WriteScalar(session, field.Key, value);
    }
}
