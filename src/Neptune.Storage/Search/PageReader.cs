using System.Data.Common;
using Neptune.Storage.Fields;
using Neptune.Storage.Objects;
using Neptune.Storage.Sql;

namespace Neptune.Storage.Search;

/// <summary>Reads the objects of a page with the fields that were asked for, all of them at once.</summary>
internal sealed class PageReader(SqlSession session, SqlDialect dialect, long project, long now)
{
    private readonly Dictionary<long, PageRow> rows = [];

    public IReadOnlyList<SearchRow> Read(IReadOnlyList<SortKey> keys, IReadOnlyCollection<string>? columns, IReadOnlyCollection<string> namespaces)
    {
        var paths = columns is null ? null : Paths(columns, namespaces);
        foreach (var record in ObjectTable.FindMany(session, dialect, project, keys.Select(key => key.ObjectId)))
            rows.Add(record.Id, new(record));
        ReadFields(paths);
        ReadMembers();
        return [.. keys.Where(key => rows.ContainsKey(key.ObjectId)).Select(key => rows[key.ObjectId].ToSearchRow(key))];
    }

    private Dictionary<long, string> Paths(IReadOnlyCollection<string> columns, IReadOnlyCollection<string> namespaces)
    {
        var paths = new Dictionary<long, string>(columns.Count);
        foreach (var some in columns.Distinct(StringComparer.Ordinal).Chunk(SqlList.MaxItems))
        {
            var sql = new SqlText();
            sql.Add($"select p.id, p.path from path p where p.project_id = {sql.Value(project)} and p.path in ({sql.List(some)})");
            using var row = sql.In(session).Read();
            while (row.Read())
                paths.Add(row.GetInt64(0), row.GetString(1));
        }
        foreach (var ns in namespaces)
        {
            // Everything from the slash to the character that follows it.
            using var row = session.Statement("select p.id, p.path from path p where p.project_id = @project and p.path > @first and p.path < @end")
                .Set("@project", project).Set("@first", $"{ns}/").Set("@end", $"{ns}0").Read();
            while (row.Read())
                paths[row.GetInt64(0)] = row.GetString(1);
        }
        return paths;
    }

    /// <summary>Reads the fields at some paths, or all fields, whose paths are then read along.</summary>
    private void ReadFields(Dictionary<long, string>? paths)
    {
        var sql = new SqlText();
        sql.Add($"select a.object_id, {FieldReader.ValueColumns}");
        sql.Add(paths is null ? ", p.path from attribute a cross join path p" : " from attribute a");
        sql.Add($" where a.project_id = {sql.Value(project)} and a.object_id in ({sql.Numbers(dialect, rows.Keys)}) and ");
        sql.Add(paths is null ? "p.project_id = a.project_id and p.id = a.path_id" : $"a.path_id in ({sql.Numbers(dialect, paths.Keys)})");

        using var row = sql.In(session).Read();
        while (row.Read())
        {
            var of = rows[row.GetInt64(0)];
            var path = row.GetInt64(FieldReader.PathIdColumn);
            of.Add(path, FieldReader.Map(session, row, of.Object, paths is null ? row.GetString(FieldReader.PathIdColumn + 1) : paths[path], now));
        }
    }

    private void ReadMembers()
    {
        long[] paths = [.. rows.Values.SelectMany(row => row.SetPaths).Distinct()];
        if (paths.Length == 0)
            return;
        var sql = new SqlText();
        sql.Add($"select m.object_id, m.path_id, m.value from string_set m where m.project_id = {sql.Value(project)} and m.object_id in ({sql.Numbers(dialect, rows.Keys)}) and m.path_id in ({sql.Numbers(dialect, paths)})");
        using var row = sql.In(session).Read();
        while (row.Read())
            rows[row.GetInt64(0)].AddMember(row.GetInt64(1), row.GetString(2));
    }
}
