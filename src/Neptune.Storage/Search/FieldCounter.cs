using Neptune.Storage.Sql;

namespace Neptune.Storage.Search;

/// <summary>
/// Counts who has which fields. The index of all values has them by path and type, but not by kind and trash; the kind with
/// most objects is what the others leave of all, so that only those are looked up one by one.
/// </summary>
internal static class FieldCounter
{
    private const string CountAll = "select path_id, type, count(*) from attribute where project_id = @project group by path_id, type";

    private const string CountOf =
        """
        select a.path_id, a.type, count(*) from object o cross join attribute a
        where o.project_id = @project and o.kind = @kind and o.trashed = @trashed and a.project_id = o.project_id and a.object_id = o.id
        group by a.path_id, a.type
        """;

    public static List<FieldCount> Count(SqlSession session, long project, ObjectKind kind)
    {
        var groups = Objects.ObjectTable.Count(session, project);
        var wanted = groups.Find(group => group.Kind == kind && !group.Trashed);
        if (wanted.Count == 0)
            return [];
        var others = groups.Where(group => group != wanted).ToList();
        var counts = others.Sum(group => group.Count) < wanted.Count ? WithoutOthers(session, project, others) : Of(session, project, wanted);
        var paths = session.Statement("select id, path from path where project_id = @project").Set("@project", project).All(row => (Id: row.GetInt64(0), Path: row.GetString(1)));
        return [.. paths.SelectMany(path => counts.TryGetValue(path.Id, out var types) ? types.Where(type => type.Value > 0).Select(type => new FieldCount(path.Path, type.Key, type.Value)) : [])];
    }

    private static Dictionary<long, Dictionary<FieldType, long>> WithoutOthers(SqlSession session, long project, List<ObjectCount> others)
    {
        var counts = Read(session.Statement(CountAll).Set("@project", project));
        foreach (var (path, types) in others.SelectMany(group => Of(session, project, group)))
        {
            foreach (var (type, count) in types)
                counts[path][type] -= count;
        }
        return counts;
    }

    private static Dictionary<long, Dictionary<FieldType, long>> Of(SqlSession session, long project, ObjectCount group) => Read(
        session.Statement(CountOf).Set("@project", project).Set("@kind", (long)group.Kind).Set("@trashed", group.Trashed));

    private static Dictionary<long, Dictionary<FieldType, long>> Read(SqlStatement statement)
    {
        var counts = new Dictionary<long, Dictionary<FieldType, long>>();
        using var row = statement.Read();
        while (row.Read())
        {
            if (!counts.TryGetValue(row.GetInt64(0), out var types))
                counts.Add(row.GetInt64(0), types = []);
            types.Add((FieldType)row.GetInt32(1), row.GetInt64(2));
        }
        return counts;
    }
}
