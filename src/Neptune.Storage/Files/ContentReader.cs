using Neptune.Storage.Fields;
using Neptune.Storage.Objects;
using Neptune.Storage.Series;
using Neptune.Storage.Sql;

namespace Neptune.Storage.Files;

/// <summary>Reads what file series, file sets, artifacts and git refs hold.</summary>
internal static class ContentReader
{
    public static IReadOnlyList<FilePoint> ReadFilePoints(SqlSession session, Guid objectUid, string path, double? fromStep, double? toStep)
    {
        var range = StepRange.Of(fromStep, toStep);
        return FileSeriesTable.Read(session, Find(session, objectUid, path, FieldType.FileSeries), range.From, range.To);
    }

    public static IReadOnlyList<SetFile> ReadFileSet(SqlSession session, Guid objectUid, string path) =>
        FileSetTable.Read(session, Find(session, objectUid, path, FieldType.FileSet));

    public static IReadOnlyList<ArtifactFile> ReadArtifact(SqlSession session, Guid objectUid, string path)
    {
        var key = Find(session, objectUid, path, FieldType.Artifact);
        return ArtifactTable.Read(session, key.Project, ArtifactTable.IdOf(session, key));
    }

    public static GitRefInfo ReadGitRef(SqlSession session, Guid objectUid, string path) =>
        GitRefTable.Read(session, Find(session, objectUid, path, FieldType.GitRef))
            ?? throw new NeptuneCorruptDataException($"The git ref \"{path}\" has no row in git_ref. Restore the store from a backup.");

    private static FieldKey Find(SqlSession session, Guid objectUid, string path, FieldType type)
    {
        var record = ObjectTable.Require(session, objectUid);
        using var row = session.Statement("""
            select a.path_id, a.type from path p join attribute a on a.project_id = p.project_id and a.path_id = p.id
            where p.project_id = @project and p.path = @path and a.object_id = @object
            """)
            .Set("@project", record.ProjectId).Set("@object", record.Id).Set("@path", path).Read();
        if (!row.Read())
            throw new NeptuneMissingFieldException(path, record.SysId);
        var found = (FieldType)row.GetInt32(1);
        return found == type
            ? new(record.ProjectId, record.Id, row.GetInt64(0))
            : throw new NeptuneFieldTypeException(path, found, $"reading it as {type}");
    }
}
