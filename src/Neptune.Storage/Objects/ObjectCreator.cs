using System.Globalization;
using Neptune.Storage.Fields;
using Neptune.Storage.Sql;

namespace Neptune.Storage.Objects;

/// <summary>Creates objects with their ids and the <c>sys/</c> fields that the engine maintains, each in one transaction.</summary>
/// <param name="made">Told how many objects the store has made when it has made another.</param>
internal sealed class ObjectCreator(StoreDatabase database, PathDictionary paths, Action<long> made)
{
    public ProjectRecord EnsureProject(ProjectName name, string owner, DateTimeOffset now, string? key, CancellationToken cancellation)
    {
        if (database.Read(session => ProjectTable.Find(session, name)) is { } existing)
            return existing;

        var wanted = key is null ? Keys.FromProjectName(name.Name) : Keys.Require(key);
        return Write(session =>
        {
            if (ProjectTable.Find(session, name) is { } created)
                return created;
            var project = ProjectTable.Insert(session, Guid.NewGuid(), name, wanted);
            Create(session, NewRecord(session, project, ObjectKind.Project, project.Key) with { Uid = project.Uid }, owner, now);
            return project;
        }, cancellation);
    }

    public CreatedObject CreateRun(ProjectRecord project, string? customRunId, string owner, DateTimeOffset now, Guid uid) => Write(session =>
    {
        if (customRunId is not null && ObjectTable.FindByCustomId(session, project.Id, ObjectKind.Run, customRunId) is { } existing)
            return new CreatedObject(existing, Created: false);

        var id = Numbered(project.Key, ProjectTable.NextRun(session, project.Id));
        var record = NewRecord(session, project, ObjectKind.Run, id) with { Uid = uid, CustomId = customRunId };
        return new(Create(session, record, owner, now), Created: true);
    });

    public CreatedObject FindOrCreateModel(ProjectRecord project, string key, string owner, DateTimeOffset now, Guid uid, CancellationToken cancellation)
    {
        var id = $"{project.Key}-{Keys.Require(key)}";
        return Write(session => ObjectTable.FindBySysId(session, id, project.Id) is [var existing, ..]
            ? new CreatedObject(existing, Created: false)
            : new(Create(session, NewRecord(session, project, ObjectKind.Model, id) with { Uid = uid }, owner, now), Created: true), cancellation);
    }

    public ObjectRecord CreateModelVersion(ObjectRecord model, string owner, DateTimeOffset now, Guid uid) =>
        Write(session => Create(session, NewVersion(session, model, uid), owner, now));

    public CreatedObject FindOrCreateModelVersion(ObjectRecord model, string sha256, string owner, DateTimeOffset now, Guid uid, CancellationToken cancellation) => Write(session =>
    {
        if (FindModelVersion(session, model, sha256) is { } existing)
            return new CreatedObject(existing, Created: false);
        return new(Create(session, NewVersion(session, model, uid) with { CustomId = ModelContent.ClaimOf(model, sha256) }, owner, now), Created: true);
    }, cancellation);

    public static ObjectRecord? FindModelVersion(SqlSession session, ObjectRecord model, string sha256) =>
        ObjectTable.FindVersionByContent(session, model, sha256)
        ?? ObjectTable.FindByCustomId(session, model.ProjectId, ObjectKind.ModelVersion, ModelContent.ClaimOf(model, sha256));

    private T Write<T>(Func<SqlSession, T> work, CancellationToken cancellation = default)
    {
        var objects = 0L;
        var result = database.Write(
            session =>
            {
                var written = work(session);
                objects = ProjectTable.CountObjects(session);
                return written;
            },
            paths.Forget,
            cancellation);
        made(objects);
        return result;
    }

    private static ObjectRecord NewRecord(SqlSession session, ProjectRecord project, ObjectKind kind, string sysId) =>
        new(ProjectTable.NextObjectId(session, project.Id), Guid.NewGuid(), kind, project.Id, project.Name, sysId, CustomId: null, ModelId: null, Trashed: false);

    private static ObjectRecord NewVersion(SqlSession session, ObjectRecord model, Guid uid)
    {
        var version = ObjectTable.NextVersion(session, model);
        return new(
            ProjectTable.NextObjectId(session, model.ProjectId), uid, ObjectKind.ModelVersion, model.ProjectId, model.Project,
            Numbered(model.SysId, version), CustomId: null, ModelId: model.SysId, Trashed: false);
    }

    private static string Numbered(string prefix, long number) => string.Create(CultureInfo.InvariantCulture, $"{prefix}-{number}");

    private ObjectRecord Create(SqlSession session, ObjectRecord record, string owner, DateTimeOffset now)
    {
        ObjectTable.Insert(session, record, now);
        foreach (var (path, value) in InitialFields.Scalars(record, owner, now))
            AttributeTable.WriteScalar(session, KeyOf(session, record, path), value);
        foreach (var path in InitialFields.StringSets)
            AttributeTable.Insert(session, KeyOf(session, record, path), FieldType.StringSet);
        ChangeTable.Note(session, record);
        return record;
    }

    private FieldKey KeyOf(SqlSession session, ObjectRecord record, string path) =>
        new(record.ProjectId, record.Id, paths.Require(session, record.ProjectId, path));
}
