using Neptune.Storage.Fields;
using Neptune.Storage.Files;
using Neptune.Storage.Sql;

namespace Neptune.Storage.Objects;

/// <summary>Puts objects into the trash, takes them out again, and deletes them for ever.</summary>
internal sealed class Trash(StoreDatabase database, PathDictionary paths)
{
    private static readonly string[] Tables = ["float_chunk", "string_chunk", "string_set", "attribute"];

    /// <summary>Puts objects into the trash or takes them out; a model takes its versions along.</summary>
    /// <exception cref="NeptuneOptionsException">One of them is a project.</exception>
    public void Move(IReadOnlyCollection<Guid> uids, bool trashed) => database.Write(
        session =>
        {
            foreach (var record in Require(session, uids).SelectMany(record => WithVersions(session, record)))
            {
                session.Statement("update object set trashed = @trashed where project_id = @project and id = @object")
                    .Set("@trashed", trashed ? 1 : 0).Set("@project", record.ProjectId).Set("@object", record.Id).Execute();
                AttributeTable.WriteScalar(session, new(record.ProjectId, record.Id, paths.Require(session, record.ProjectId, SysFields.Trashed)), ScalarValue.Bool(trashed));
                ChangeTable.Note(session, record);
            }
            return 0;
        },
        paths.Forget);

    /// <summary>Deletes objects with everything they have; a model takes its versions along.</summary>
    /// <exception cref="NeptuneOptionsException">One of them is a project or is not in the trash.</exception>
    public void Delete(IReadOnlyCollection<Guid> uids) => database.Write(session =>
    {
        foreach (var record in Require(session, uids))
        {
            if (!record.Trashed)
                throw new NeptuneOptionsException($"{record.SysId} is not in the trash; only what is there can be deleted for ever.");
            foreach (var doomed in WithVersions(session, record))
                Delete(session, doomed);
        }
        return 0;
    });

    public static List<ObjectRecord> List(SqlSession session, long? project)
    {
        var statement = session.Statement($"select uid from object where trashed = 1 {(project is null ? "" : "and project_id = @project")} order by project_id, id");
        if (project is { } only)
            statement.Set("@project", only);
        return [.. statement.All(row => row.GetGuid(0)).Select(uid => ObjectTable.Require(session, uid))];
    }

    /// <summary>Deletes a project with everything in it, unless somebody writes to it.</summary>
    /// <exception cref="NeptuneNotFoundException">It is not in the store any more.</exception>
    /// <exception cref="NeptuneOptionsException">A process is writing to one of its objects.</exception>
    public void DeleteProject(ProjectRecord project, DateTimeOffset now) => database.Write(
        session =>
        {
            if (Liveness.FirstRunning(session, project.Id, now) is { } running)
                throw new NeptuneOptionsException($"{running} of {project.Name} is being written to, or its process died less than a minute ago. Stop it, then delete the project.");
            foreach (var uid in session.Statement("select uid from object where project_id = @project").Set("@project", project.Id).All(row => row.GetGuid(0)))
                Delete(session, ObjectTable.Require(session, uid));
            foreach (var table in (string[])["path", "journal"])
                session.Statement($"delete from {table} where project_id = @project").Set("@project", project.Id).Execute();
            ProjectTable.Retire(session, project);
            return 0;
        },
        paths.Forget);

    private static List<ObjectRecord> Require(SqlSession session, IReadOnlyCollection<Guid> uids)
    {
        List<ObjectRecord> records = [.. uids.Distinct().Select(uid => ObjectTable.Require(session, uid))];
        return records.Find(record => record.Kind == ObjectKind.Project) is { } project
            ? throw new NeptuneOptionsException($"{project.SysId} is a project; only runs, models and model versions go into the trash.")
            : records;
    }

    private static List<ObjectRecord> WithVersions(SqlSession session, ObjectRecord record) =>
        record.Kind == ObjectKind.Model ? [record, .. VersionsOf(session, record)] : [record];

    private static List<ObjectRecord> VersionsOf(SqlSession session, ObjectRecord model) =>
        [.. session.Statement("select uid from object where project_id = @project and model_id = @model")
            .Set("@project", model.ProjectId).Set("@model", model.SysId).All(row => row.GetGuid(0)).Select(uid => ObjectTable.Require(session, uid))];

    private static void Delete(SqlSession session, ObjectRecord record)
    {
        UnusedFiles.NoteObject(session, record);
        FileReferences.DeleteRows(session, record);
        foreach (var table in Tables)
        {
            session.Statement($"delete from {table} where project_id = @project and object_id = @object")
                .Set("@project", record.ProjectId).Set("@object", record.Id).Execute();
        }
        session.Statement("delete from object where project_id = @project and id = @object")
            .Set("@project", record.ProjectId).Set("@object", record.Id).Execute();
        DeletedObjects.Note(session, record.Uid);
        ChangeTable.NoteRemoval(session, record.ProjectId);
    }
}
