using Neptune.Storage.Fields;
using Neptune.Storage.Sql;

namespace Neptune.Storage.Search;

/// <summary>What paths there are in a project and which types the fields at them have, looked up once per search.</summary>
internal sealed class PathIndex(SqlSession session, long project)
{
    private readonly Dictionary<string, (long Id, IReadOnlyList<FieldType> Types)?> known = new(StringComparer.Ordinal);

    /// <summary>The number of a path and the types it has; <c>null</c> when nothing was ever there.</summary>
    public (long Id, IReadOnlyList<FieldType> Types)? Find(string path)
    {
        if (known.TryGetValue(path, out var found))
            return found;
        found = PathDictionary.Find(session, project, path) is { } id && Types(id) is { Count: > 0 } types ? (id, types) : null;
        known.Add(path, found);
        return found;
    }

    /// <summary>Goes through the index from type to type, not from field to field.</summary>
    private List<FieldType> Types(long path)
    {
        var types = new List<FieldType>();
        var last = -1L;
        while (session.Statement("select min(type) from attribute where project_id = @project and path_id = @path and type > @last")
            .Set("@project", project).Set("@path", path).Set("@last", last).Number() is { } next)
        {
            types.Add((FieldType)next);
            last = next;
        }
        return types;
    }
}
