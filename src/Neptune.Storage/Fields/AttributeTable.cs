using Neptune.Storage.Files;
using Neptune.Storage.Search;
using Neptune.Storage.Series;
using Neptune.Storage.Sql;

namespace Neptune.Storage.Fields;

/// <summary>
/// Writes the one row that every field has. The indexes of the runs table over (project, path, value) belong to these columns:
/// whole numbers, booleans and times share one, so one index serves all three.
/// </summary>
internal static class AttributeTable
{
    public static void Insert(SqlSession session, FieldKey key, FieldType type) =>
        key.Bind(session.Statement("insert into attribute (project_id, object_id, path_id, type) values (@project, @object, @path, @type)"))
            .Set("@type", (long)type).Execute();

    /// <summary>Writes a scalar, over whatever the row had before.</summary>
    public static void WriteScalar(SqlSession session, FieldKey key, ScalarValue value)
    {
        var statement = key.Bind(session.Statement("""
            insert into attribute (project_id, object_id, path_id, type, int_value, float_value, text_value, text_key, negative_zeros)
            values (@project, @object, @path, @type, @int, @float, @text, @key, @zeros)
            on conflict (project_id, object_id, path_id) do update set
                type = excluded.type, int_value = excluded.int_value, float_value = excluded.float_value, text_value = excluded.text_value,
                text_key = excluded.text_key, negative_zeros = excluded.negative_zeros
            """))
            .Set("@type", (long)value.Type).SetNull("@int").SetNull("@float").Set("@text", value.Text).Set("@key", ValueColumn.SortText(value.Text))
            .Set("@zeros", NegativeZeros.Of(value.Real));
        switch (value.Type)
        {
            case FieldType.Int or FieldType.Bool or FieldType.Datetime:
                statement.Set("@int", value.Whole);
                break;
            case FieldType.Float:
                statement.Set("@float", value.Real);
                break;
            case FieldType.RunState:
                // The time of the last ping stands beside the state, so that a reader can tell whether "running" is still true.
                statement.Set("@int", DateTime.UtcNow.Ticks);
                break;
        }
        statement.Execute();
    }

    public static void WriteFile(SqlSession session, FieldKey key, FileContent file)
    {
        UnusedFiles.NoteField(session, key);
        key.Bind(session.Statement("""
            insert into attribute (project_id, object_id, path_id, type, file_sha256, file_size, file_extension)
            values (@project, @object, @path, @type, @sha256, @size, @extension)
            on conflict (project_id, object_id, path_id) do update set
                file_sha256 = excluded.file_sha256, file_size = excluded.file_size, file_extension = excluded.file_extension
            """))
            .Set("@type", (long)FieldType.File).Set("@sha256", file.Sha256).Set("@size", file.Size).Set("@extension", file.Extension).Execute();
    }

    public static void WriteSummary(SqlSession session, FieldKey key, SeriesState state)
    {
        var statement = key.Bind(session.Statement($"""
            update attribute set
                count = @count, last_step = @last_step, last_time = @last_time, last = @last, text_value = @text, text_key = @key,
                min = @min, max = @max, mean = @mean, variance = @variance, finite_count = @finite_count,
                negative_zeros = @zeros
            where {FieldKey.Condition}
            """));
        var values = state.Values;
        statement
            .Set("@count", state.Count).Set("@last_step", state.LastStep).Set("@last_time", state.LastTime)
            .Set("@last", state.LastValue).Set("@text", state.LastText).Set("@key", ValueColumn.SortText(state.LastText))
            .Set("@min", values.Min).Set("@max", values.Max).Set("@mean", values.Mean).Set("@variance", values.Variance)
            .Set("@finite_count", values.FiniteCount).Set("@zeros", NegativeZeros.Of(state.LastValue, values.Min, values.Max)).Execute();
    }

    public static void Delete(SqlSession session, FieldKey key) =>
        key.Bind(session.Statement($"delete from attribute where {FieldKey.Condition}")).Execute();
}
