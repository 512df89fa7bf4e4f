using System.Data.Common;
using Neptune.Storage.Fields;
using Neptune.Storage.Series;
using Neptune.Storage.Sql;

namespace Neptune.Storage.Files;

/// <summary>The points of file series, one row each: they are few beside the numbers of a float series.</summary>
internal static class FileSeriesTable
{
    private const string Columns = "step, sha256, size, extension, time, name, description";

    /// <summary>Writes a point, over the one of the same step.</summary>
    public static void Write(SqlSession session, FieldKey key, FilePoint point)
    {
        UnusedFiles.NotePoint(session, key, point.Step);
        key.Bind(session.Statement($"""
            insert into file_point (project_id, object_id, path_id, {Columns})
            values (@project, @object, @path, @step, @sha256, @size, @extension, @time, @name, @description)
            on conflict (project_id, object_id, path_id, step) do update set
                sha256 = excluded.sha256, size = excluded.size, extension = excluded.extension,
                time = excluded.time, name = excluded.name, description = excluded.description
            """))
            .Set("@step", point.Step).Set("@sha256", point.Content.Sha256).Set("@size", point.Content.Size).Set("@extension", point.Content.Extension)
            .Set("@time", StoredTime.FromTicks(point.Ticks)).Set("@name", point.Name).Set("@description", point.Description).Execute();
    }

    public static void Clear(SqlSession session, FieldKey key)
    {
        UnusedFiles.NotePoints(session, key);
        key.Bind(session.Statement($"delete from file_point where {FieldKey.Condition}")).Execute();
    }

    /// <summary>The points between two steps, both included, ordered by step.</summary>
    public static List<FilePoint> Read(SqlSession session, FieldKey key, double fromStep, double toStep) =>
        key.Bind(session.Statement($"select {Columns} from file_point where {FieldKey.Condition} and step >= @from and step <= @to order by step"))
            .Set("@from", fromStep).Set("@to", toStep).All(Map);

    /// <summary>Writes to the field's row what its points add up to, and returns their bytes.</summary>
    public static long Summarize(SqlSession session, FieldKey key)
    {
        key.Bind(session.Statement($"""
            update attribute set
                count = (select count(*) from file_point f where {Within}),
                file_size = (select coalesce(sum(f.size), 0) from file_point f where {Within}),
                last_step = (select max(f.step) from file_point f where {Within}),
                last_time = (select f.time from file_point f where {Within} order by f.step desc limit 1)
            where {FieldKey.Condition}
            """)).Execute();
        return key.Bind(session.Statement($"select file_size from attribute where {FieldKey.Condition}")).Number() ?? 0;
    }

    private const string Within = "f.project_id = @project and f.object_id = @object and f.path_id = @path";

    private static FilePoint Map(DbDataReader row) => new(
        row.GetDouble(0),
        new(row.GetString(1), row.GetInt64(2), row.GetString(3)),
        StoredTime.ToTicks(row.GetInt64(4)),
        row.TextOrNull(5),
        row.TextOrNull(6));
}
