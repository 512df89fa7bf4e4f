using Neptune.Storage.Sql;

namespace Neptune.Storage.Objects;

/// <summary>
/// Counts the changes of a project, in the transaction that makes them: what people see of an object, not each sign of life. They are
/// numbered without gaps in the order in which they become visible.
/// </summary>
internal static class ChangeTable
{
    /// <summary>Counts a change of an object.</summary>
    public static void Note(SqlSession session, ObjectRecord record) =>
        session.Statement("update object set last_change = @change where project_id = @project and id = @object")
            .Set("@change", Next(session, record.ProjectId)).Set("@project", record.ProjectId).Set("@object", record.Id).Execute();

    /// <summary>Counts a change of a project that no object is left to tell of.</summary>
    public static void NoteRemoval(SqlSession session, long project) => Next(session, project);

    /// <summary>The number of the latest change of each project.</summary>
    public static List<(ProjectName Project, long Change)> Latest(SqlSession session) =>
        session.Statement($"select workspace, name, last_change from project where {ProjectTable.InUse}")
            .All(row => (new ProjectName(row.GetString(0), row.GetString(1)), row.GetInt64(2)));

    /// <summary>The ids of the objects of a project with changes after one, the latest first.</summary>
    public static List<string> Since(SqlSession session, long project, long change, int limit) =>
        session.Statement("select sys_id from object where project_id = @project and last_change > @change order by last_change desc limit @limit")
            .Set("@project", project).Set("@change", change).Set("@limit", limit).All(row => row.GetString(0));

    private static long Next(SqlSession session, long project) =>
        session.Statement("update project set last_change = last_change + 1 where id = @project returning last_change").Set("@project", project).Number()!.Value;
}
