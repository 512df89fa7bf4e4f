using Neptune.Storage.Sql;

namespace Neptune.Storage.Fields;

/// <summary>The members of string sets, one row each.</summary>
internal static class StringSetTable
{
    public static void Add(SqlSession session, FieldKey key, IEnumerable<string> values)
    {
        foreach (var value in values)
        {
            key.Bind(session.Statement("insert into string_set (project_id, object_id, path_id, value) values (@project, @object, @path, @value) on conflict do nothing"))
                .Set("@value", value).Execute();
        }
    }

    public static void Remove(SqlSession session, FieldKey key, IEnumerable<string> values)
    {
        foreach (var value in values)
            key.Bind(session.Statement($"delete from string_set where {FieldKey.Condition} and value = @value")).Set("@value", value).Execute();
    }

    public static void Clear(SqlSession session, FieldKey key) =>
        key.Bind(session.Statement($"delete from string_set where {FieldKey.Condition}")).Execute();

    /// <summary>The members in ordinal order.</summary>
    public static List<string> Read(SqlSession session, FieldKey key)
    {
        var values = key.Bind(session.Statement($"select value from string_set where {FieldKey.Condition}")).All(row => row.GetString(0));
        values.Sort(StringComparer.Ordinal);
        return values;
    }
}
