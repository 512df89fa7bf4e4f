using Neptune.Storage.Objects;
using Neptune.Storage.Sql;

namespace Neptune.Storage.Files;

/// <summary>Which contents the fields of objects refer to.</summary>
internal static class FileReferences
{
    /// <summary>Whether any field of the store refers to a content.</summary>
    public static bool Has(SqlSession session, string sha256) =>
        session.Statement("""
            select 1 where exists (select 1 from attribute where file_sha256 = @sha256)
                or exists (select 1 from file_point where sha256 = @sha256)
                or exists (select 1 from set_file where sha256 = @sha256)
            """)
            .Set("@sha256", sha256).Number() is not null;

    /// <summary>Deletes the rows of file series, file sets, artifacts and git refs that an object has beside its fields' own.</summary>
    public static void DeleteRows(SqlSession session, ObjectRecord record)
    {
        var versions = session.Statement("select int_value from attribute where project_id = @project and object_id = @object and type = @artifact and int_value is not null")
            .Set("@project", record.ProjectId).Set("@object", record.Id).Set("@artifact", (long)FieldType.Artifact).All(row => row.GetInt64(0));
        foreach (var version in versions)
            ArtifactTable.Release(session, record.ProjectId, version);
        foreach (var table in (string[])["file_point", "set_file", "git_ref"])
        {
            session.Statement($"delete from {table} where project_id = @project and object_id = @object")
                .Set("@project", record.ProjectId).Set("@object", record.Id).Execute();
        }
    }
}
