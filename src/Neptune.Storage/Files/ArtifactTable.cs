using System.Data.Common;
using Neptune.Storage.Fields;
using Neptune.Storage.Sql;

namespace Neptune.Storage.Files;

/// <summary>
/// Versions of artifacts: lists of files, shared by all fields of a project that hold the same one and removed with the last of
/// them. A field's row has the version's number in <c>int_value</c> and its hash in <c>text_value</c>.
/// </summary>
internal static class ArtifactTable
{
    private const string Columns = "path, hash, size, modified, location, type";

    /// <summary>Makes a field hold a list of files, each path once.</summary>
    public static void Assign(SqlSession session, FieldEntry field, IReadOnlyCollection<ArtifactFile> files)
    {
        var identity = ArtifactHash.IdentityOf(files);
        var (id, hash) = Find(session, field.Key.Project, identity) ?? Insert(session, field.Key.Project, identity, files);
        if (id == field.ArtifactId)
            return;
        Count(session, field.Key.Project, id, 1);
        Release(session, field);
        field.ArtifactId = id;
        field.Key.Bind(session.Statement($"update attribute set int_value = @id, text_value = @hash, text_key = @hash, count = @count, file_size = @size where {FieldKey.Condition}"))
            .Set("@id", id).Set("@hash", hash).Set("@count", files.Count).Set("@size", files.Sum(file => file.Size ?? 0)).Execute();
    }

    /// <summary>Takes a field's version away from it.</summary>
    public static void Release(SqlSession session, FieldEntry field)
    {
        if (field.ArtifactId == 0)
            return;
        Release(session, field.Key.Project, field.ArtifactId);
        field.ArtifactId = 0;
    }

    /// <summary>Counts one use of a version less, and removes it with the last.</summary>
    public static void Release(SqlSession session, long project, long id)
    {
        Count(session, project, id, -1);
        session.Statement("delete from artifact_file where project_id = @project and artifact_id = @id and exists (select 1 from artifact a where a.project_id = @project and a.id = @id and a.uses <= 0)")
            .Set("@project", project).Set("@id", id).Execute();
        session.Statement("delete from artifact where project_id = @project and id = @id and uses <= 0")
            .Set("@project", project).Set("@id", id).Execute();
    }

    /// <summary>The files of a version, by path in code point order.</summary>
    public static List<ArtifactFile> Read(SqlSession session, long project, long id)
    {
        var files = session.Statement($"select {Columns} from artifact_file where project_id = @project and artifact_id = @id")
            .Set("@project", project).Set("@id", id).All(Map);
        files.Sort((a, b) => CodePointOrder.Comparer.Compare(a.Path, b.Path));
        return files;
    }

    /// <summary>The version that a field's row names.</summary>
    public static long IdOf(SqlSession session, FieldKey key) =>
        key.Bind(session.Statement($"select int_value from attribute where {FieldKey.Condition}")).Number() ?? 0;

    private static (long Id, string Hash)? Find(SqlSession session, long project, string identity)
    {
        using var row = session.Statement("select id, hash from artifact where project_id = @project and identity = @identity")
            .Set("@project", project).Set("@identity", identity).Read();
        return row.Read() ? (row.GetInt64(0), row.GetString(1)) : null;
    }

    private static (long Id, string Hash) Insert(SqlSession session, long project, string identity, IEnumerable<ArtifactFile> files)
    {
        var hash = ArtifactHash.Of(files);
        var id = session.Statement("select coalesce(max(id), 0) + 1 from artifact where project_id = @project").Set("@project", project).Number()!.Value;
        session.Statement("insert into artifact (project_id, id, hash, identity, uses) values (@project, @id, @hash, @identity, 0)")
            .Set("@project", project).Set("@id", id).Set("@hash", hash).Set("@identity", identity).Execute();
        foreach (var file in files)
            Insert(session, project, id, file);
        return (id, hash);
    }

    private static void Insert(SqlSession session, long project, long id, ArtifactFile file)
    {
        var statement = session.Statement($"insert into artifact_file (project_id, artifact_id, {Columns}) values (@project, @id, @path, @hash, @size, @modified, @location, @type)")
            .Set("@project", project).Set("@id", id).Set("@path", file.Path).Set("@hash", file.Hash).SetNull("@size").SetNull("@modified")
            .Set("@location", file.Location).Set("@type", (long)file.Type);
        if (file.Size is { } size)
            statement.Set("@size", size);
        if (file.Modified is { } modified)
            statement.Set("@modified", modified.UtcTicks);
        statement.Execute();
    }

    private static void Count(SqlSession session, long project, long id, long uses) =>
        session.Statement("update artifact set uses = uses + @uses where project_id = @project and id = @id")
            .Set("@project", project).Set("@id", id).Set("@uses", uses).Execute();

    private static ArtifactFile Map(DbDataReader row) => new(
        row.GetString(0),
        row.GetString(1),
        row.IsDBNull(2) ? null : row.GetInt64(2),
        row.IsDBNull(3) ? null : new DateTimeOffset(row.GetInt64(3), TimeSpan.Zero),
        row.GetString(4),
        (ArtifactFileType)row.GetInt32(5));
}
