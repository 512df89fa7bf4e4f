using Neptune.Storage.Objects;
using Neptune.Storage.Sql;

namespace Neptune.Storage.Fields;

/// <summary>The numbers that stand for paths within a project. Numbers never change, so they are remembered. Used by the writer only.</summary>
internal sealed class PathDictionary
{
    private const int MaxRemembered = 200_000;

    private readonly Dictionary<(long Project, string Path), long> known = [];

    public long Require(SqlSession session, long project, string path)
    {
        if (known.TryGetValue((project, path), out var id))
            return id;

        id = Find(session, project, path) ?? Insert(session, project, path);
        if (known.Count == MaxRemembered)
            known.Clear();
        known.Add((project, path), id);
        return id;
    }

    /// <summary>Drops what is remembered: numbers given in a transaction that was undone are free again.</summary>
    public void Forget() => known.Clear();

    public static long? Find(SqlSession session, long project, string path) =>
        session.Statement("select id from path where project_id = @project and path = @path")
            .Set("@project", project).Set("@path", path).Number();

    /// <summary>Shows every path that a project has or had, without keeping them: there may be millions.</summary>
    public static void Visit(SqlSession session, long project, Action<string> visit)
    {
        using var row = session.Statement("select path from path where project_id = @project").Set("@project", project).Read();
        while (row.Read())
            visit(row.GetString(0));
    }

    private static long Insert(SqlSession session, long project, string path)
    {
        var id = ProjectTable.NextPathId(session, project);
        session.Statement("insert into path (project_id, id, path) values (@project, @id, @path)")
            .Set("@project", project).Set("@id", id).Set("@path", path).Execute();
        return id;
    }
}
