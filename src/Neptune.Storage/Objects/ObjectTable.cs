using System.Data.Common;
using Neptune.Storage.Sql;

namespace Neptune.Storage.Objects;

/// <summary>Reads and writes the rows of objects.</summary>
internal static class ObjectTable
{
    private const string Select =
        """
        select o.id, o.uid, o.kind, o.project_id, p.workspace, p.name, o.sys_id, o.custom_id, o.model_id, o.trashed
        from object o join project p on p.id = o.project_id
        """;

    public static ObjectRecord? Find(SqlSession session, Guid uid) =>
        session.Statement($"{Select} where o.uid = @uid").Set("@uid", uid).First(Map);

    public static ObjectRecord Require(SqlSession session, Guid uid) =>
        Find(session, uid) ?? throw new NeptuneNotFoundException($"No object {uid} is in this store. It may have been deleted, or belong to another store.");

    public static List<ObjectRecord> FindMany(SqlSession session, Guid[] uids)
    {
        var statement = session.Statement($"{Select} where o.uid in ({SqlList.Names("@u", uids.Length)})");
        SqlList.Set("@u", uids, (name, uid) => statement.Set(name, uid));
        return statement.All(Map);
    }

    public static List<ObjectRecord> FindMany(SqlSession session, SqlDialect dialect, long project, IEnumerable<long> ids)
    {
        var sql = new SqlText();
        return sql.Add($"{Select} where o.project_id = {sql.Value(project)} and o.id in ({sql.Numbers(dialect, ids)})").In(session).All(Map);
    }

    /// <exception cref="NeptuneOptionsException">An object of another kind has the id: ids are unique among all objects of a project.</exception>
    public static ObjectRecord? FindByCustomId(SqlSession session, long project, ObjectKind kind, string customId)
    {
        var found = session.Statement($"{Select} where o.project_id = @project and o.custom_id = @custom")
            .Set("@project", project).Set("@custom", customId).First(Map);
        return found is null || found.Kind == kind
            ? found
            : throw new NeptuneOptionsException($"{found.SysId}, which is no {kind}, has the custom id \"{customId}\" already. Use another, or delete {found.SysId}.");
    }

    /// <summary>The oldest version of a model whose file is a content; versions in the trash do not count.</summary>
    public static ObjectRecord? FindVersionByContent(SqlSession session, ObjectRecord model, string sha256) =>
        session.Statement($"""
            {Select}
            join attribute a on a.project_id = o.project_id and a.object_id = o.id
            join path n on n.project_id = a.project_id and n.id = a.path_id
            where a.file_sha256 = @sha256 and n.path in (@path, @bare) and o.project_id = @project and o.model_id = @model and o.trashed = 0
            order by o.id
            limit 1
            """)
            .Set("@sha256", sha256).Set("@path", ModelContent.Path).Set("@bare", ModelContent.BarePath)
            .Set("@project", model.ProjectId).Set("@model", model.SysId).First(Map);

    /// <summary>The oldest run of a project with a file, of whatever name, that is a content; runs in the trash do not count.</summary>
    public static ObjectRecord? FindRunByContent(SqlSession session, long project, string sha256) =>
        session.Statement($"""
            {Select}
            join attribute a on a.project_id = o.project_id and a.object_id = o.id
            where a.file_sha256 = @sha256 and o.project_id = @project and o.kind = @kind and o.trashed = 0
            order by o.id
            limit 1
            """)
            .Set("@sha256", sha256).Set("@project", project).Set("@kind", (long)ObjectKind.Run).First(Map);

    public static List<ObjectRecord> FindBySysId(SqlSession session, string sysId, long? project) => project is { } id
        ? session.Statement($"{Select} where o.project_id = @project and o.sys_id = @sys_id").Set("@project", id).Set("@sys_id", sysId).All(Map)
        : session.Statement($"{Select} where o.sys_id = @sys_id order by o.project_id").Set("@sys_id", sysId).All(Map);

    public static List<ObjectRecord> List(SqlSession session, ObjectKind kind, long? project, string? modelId)
    {
        var sql = $"{Select} where o.kind = @kind and o.trashed = 0";
        if (project is not null)
            sql += " and o.project_id = @project";
        if (modelId is not null)
            sql += " and o.model_id = @model";
        sql += project is null ? " order by o.created desc, o.project_id, o.id desc" : " order by o.id desc";

        var statement = session.Statement(sql).Set("@kind", (long)kind);
        if (project is { } id)
            statement.Set("@project", id);
        if (modelId is not null)
            statement.Set("@model", modelId);
        return statement.All(Map);
    }

    /// <summary>Counts group by group, each of which is a stretch of an index; asked for all at once, the database reads all objects.</summary>
    public static List<ObjectCount> Count(SqlSession session, long project) =>
    [
        .. from kind in Enum.GetValues<ObjectKind>()
           from trashed in (bool[])[false, true]
           let count = session.Statement("select count(*) from object where project_id = @project and kind = @kind and trashed = @trashed")
               .Set("@project", project).Set("@kind", (long)kind).Set("@trashed", trashed).Number()!.Value
           where count > 0
           select new ObjectCount(kind, trashed, count),
    ];

    public static void Insert(SqlSession session, ObjectRecord record, DateTimeOffset now) =>
        session.Statement("""
            insert into object (project_id, id, uid, kind, sys_id, custom_id, model_id, created, trashed, last_version, revision)
            values (@project, @id, @uid, @kind, @sys_id, @custom, @model, @created, 0, 0, 0)
            """)
            .Set("@project", record.ProjectId).Set("@id", record.Id).Set("@uid", record.Uid).Set("@kind", (long)record.Kind)
            .Set("@sys_id", record.SysId).Set("@custom", record.CustomId).Set("@model", record.ModelId).Set("@created", now.UtcTicks)
            .Execute();

    public static long NextVersion(SqlSession session, ObjectRecord model) =>
        session.Statement("update object set last_version = last_version + 1 where project_id = @project and id = @id and kind = @kind returning last_version")
            .Set("@project", model.ProjectId).Set("@id", model.Id).Set("@kind", (long)ObjectKind.Model).Number()
        ?? throw new NeptuneNotFoundException($"Model {model.SysId} is not in this store. Create it with Model.Init first.");

    /// <summary>Counts a change of the object's fields, by which other processes notice that what they remember is out of date.</summary>
    public static long NextRevision(SqlSession session, ObjectRecord record) =>
        session.Statement("update object set revision = revision + 1 where project_id = @project and id = @id returning revision")
            .Set("@project", record.ProjectId).Set("@id", record.Id).Number()!.Value;

    private static ObjectRecord Map(DbDataReader row) => new(
        row.GetInt64(0),
        row.GetGuid(1),
        (ObjectKind)row.GetInt32(2),
        row.GetInt64(3),
        new(row.GetString(4), row.GetString(5)),
        row.GetString(6),
        row.TextOrNull(7),
        row.TextOrNull(8),
        row.Flag(9));
}
