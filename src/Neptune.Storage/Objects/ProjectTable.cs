using System.Data.Common;
using Neptune.Storage.Sql;

namespace Neptune.Storage.Objects;

/// <summary>Reads and writes the projects of the store.</summary>
internal static class ProjectTable
{
    private const string Columns = "id, uid, workspace, name, key";

    /// <summary>What a project that was deleted is not: its workspace is empty.</summary>
    public const string InUse = "workspace <> ''";

    public static ProjectRecord? Find(SqlSession session, ProjectName name) =>
        session.Statement($"select {Columns} from project where workspace = @workspace and name = @name")
            .Set("@workspace", name.Workspace).Set("@name", name.Name).First(Map);

    public static List<ProjectRecord> List(SqlSession session) =>
        session.Statement($"select {Columns} from project where {InUse} order by workspace, name").All(Map);

    public static ProjectRecord Insert(SqlSession session, Guid uid, ProjectName name, string wantedKey) =>
        session.Statement($"""
            insert into project (uid, workspace, name, key, last_object_id, last_path_id, last_run)
            values (@uid, @workspace, @name, @key, 0, 0, 0)
            returning {Columns}
            """)
            .Set("@uid", uid).Set("@workspace", name.Workspace).Set("@name", name.Name)
            .Set("@key", FreeKey(session, name.Workspace, wantedKey)).First(Map)!;

    /// <summary>
    /// Takes a deleted project's names away. Its row stays, so that no other project gets its number: processes remember paths by it,
    /// and one that is about to make an object in the project finds it gone.
    /// </summary>
    /// <exception cref="NeptuneNotFoundException">Another process was faster.</exception>
    public static void Retire(SqlSession session, ProjectRecord project)
    {
        if (session.Statement($"update project set workspace = '', name = uid, key = uid where id = @id and {InUse}").Set("@id", project.Id).Execute() == 0)
            throw new NeptuneNotFoundException($"There is no project {project.Name} in this store any more.");
    }

    /// <summary>How many objects were ever made, those of deleted projects among them.</summary>
    public static long CountObjects(SqlSession session) => session.Statement("select coalesce(sum(last_object_id), 0) from project").Number()!.Value;

    /// <summary>Leaves ids out in every project and model, as many as may have been given.</summary>
    public static void SkipIds(SqlSession session, long count)
    {
        session.Statement("update project set last_object_id = last_object_id + @count, last_run = last_run + @count").Set("@count", count).Execute();
        session.Statement("update object set last_version = last_version + @count where kind = @model").Set("@count", count).Set("@model", (long)ObjectKind.Model).Execute();
    }

    public static long NextObjectId(SqlSession session, long project) =>
        Next(session, $"update project set last_object_id = last_object_id + 1 where id = @id and {InUse} returning last_object_id", project);

    public static long NextPathId(SqlSession session, long project) =>
        Next(session, $"update project set last_path_id = last_path_id + 1 where id = @id and {InUse} returning last_path_id", project);

    public static long NextRun(SqlSession session, long project) =>
        Next(session, $"update project set last_run = last_run + 1 where id = @id and {InUse} returning last_run", project);

    private static long Next(SqlSession session, string sql, long project) =>
        session.Statement(sql).Set("@id", project).Number()
        ?? throw new NeptuneNotFoundException($"Project {project} is not in this store. Take its record from EnsureProject or FindProject of the same store.");

    private static string FreeKey(SqlSession session, string workspace, string wanted)
    {
        var taken = session.Statement("select key from project where workspace = @workspace")
            .Set("@workspace", workspace).All(row => row.GetString(0)).ToHashSet(StringComparer.Ordinal);
        for (var attempt = 1; ; attempt++)
        {
            var key = Keys.Variant(wanted, attempt);
            if (!taken.Contains(key))
                return key;
        }
    }

    private static ProjectRecord Map(DbDataReader row) =>
        new(row.GetInt64(0), row.GetGuid(1), new(row.GetString(2), row.GetString(3)), row.GetString(4));
}
